import { useTranslation } from 'react-i18next'
import { typedDay } from '../../../../db/accounts/log/rules/typedDay.ts'
import { QUALITY_KINDS, SEVERITIES } from '../../../../db/channel/quality/rules/words.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { ChoiceBox, DayBox, Field, TextBox } from '../../../shared/ledger/fields.tsx'
import { NewRow, refusalOf } from '../../../shared/ledger/NewRow.tsx'
import { AccountPicker } from '../../../shared/pick/AccountPicker.tsx'
import { MemberPicker } from '../../../shared/pick/MemberPicker.tsx'

const EMPTY = {
  accountId: '',
  kind: 'product',
  severity: 'serious',
  productId: '',
  title: '',
  detail: '',
  happenedOn: '',
  cause: '',
  ownerId: '',
}

/** The dialog for a new incident. */
export function NewIncident({
  open,
  close,
  today,
  products,
  account,
}: {
  readonly open: boolean
  readonly close: () => void
  readonly today: string
  readonly products: readonly { readonly id: string; readonly name: string }[]
  /** the account whose page it is opened on */
  readonly account?: string
}) {
  const { t } = useTranslation()
  const add = useCommand(engine.quality.add, { tellProblem: false })
  return (
    <NewRow
      open={open}
      close={close}
      kind={account === undefined ? 'channel.quality.new' : `channel.quality.new-${account}`}
      title={t('quality.new')}
      empty={{ ...EMPTY, accountId: account ?? '' }}
      save={(draft) => {
        const happenedOn = typedDay(draft.happenedOn, today, 'past')
        const kind = QUALITY_KINDS.find((one) => one === draft.kind)
        const severity = SEVERITIES.find((one) => one === draft.severity)
        if (draft.accountId === '' || draft.title.trim() === '' || !happenedOn || !kind || !severity)
          return null
        const { accountId, title, detail, cause } = draft
        const productId = draft.productId === '' ? null : draft.productId
        const ownerId = draft.ownerId === '' ? null : draft.ownerId
        return refusalOf(
          add.run({ accountId, title, detail, cause, happenedOn, kind, severity, productId, ownerId }),
        )
      }}
    >
      {({ draft, change, tried }) => (
        <>
          {account === undefined && (
            <Field
              wide
              label={t('ledger.account')}
              problem={tried && draft.accountId === '' ? t('ledger.required') : ''}
            >
              {(id) => (
                <AccountPicker
                  id={id}
                  value={draft.accountId === '' ? null : draft.accountId}
                  onChange={(next) => change({ accountId: next ?? '' })}
                />
              )}
            </Field>
          )}
          <TextBox
            label={t('quality.field.title')}
            placeholder={t('quality.titleHint')}
            value={draft.title}
            required
            tried={tried}
            onChange={(title) => change({ title })}
          />
          <ChoiceBox
            label={t('quality.field.kind')}
            value={draft.kind}
            options={QUALITY_KINDS.map((value) => ({ value, label: t(`quality.kind.${value}`) }))}
            onChange={(kind) => change({ kind })}
          />
          <ChoiceBox
            label={t('quality.field.severity')}
            value={draft.severity}
            options={SEVERITIES.map((value) => ({ value, label: t(`quality.severity.${value}`) }))}
            onChange={(severity) => change({ severity })}
          />
          <ChoiceBox
            label={t('quality.field.productId')}
            value={draft.productId}
            options={[
              { value: '', label: t('quality.noProduct') },
              ...products.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(productId) => change({ productId })}
          />
          <DayBox
            label={t('quality.field.happenedOn')}
            value={draft.happenedOn}
            today={today}
            direction="past"
            tried={tried}
            onChange={(happenedOn) => change({ happenedOn })}
          />
          <TextBox
            label={t('quality.field.detail')}
            value={draft.detail}
            lines={2}
            onChange={(detail) => change({ detail })}
          />
          <TextBox
            label={t('quality.field.cause')}
            value={draft.cause}
            wide={false}
            onChange={(cause) => change({ cause })}
          />
          <Field label={t('quality.field.ownerId')}>
            {(id) => (
              <MemberPicker
                id={id}
                value={draft.ownerId === '' ? null : draft.ownerId}
                onChange={(next) => change({ ownerId: next ?? '' })}
              />
            )}
          </Field>
        </>
      )}
    </NewRow>
  )
}
