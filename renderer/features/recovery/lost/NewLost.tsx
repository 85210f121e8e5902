import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { typedDay } from '../../../../db/accounts/log/rules/typedDay.ts'
import type { CaseId } from '../../../../db/kernel/ids.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { DayBox, Field } from '../../../shared/ledger/fields.tsx'
import { NewRow } from '../../../shared/ledger/NewRow.tsx'
import { AccountPicker } from '../../../shared/pick/AccountPicker.tsx'

/** The dialog that says that an account is lost. */
export function NewLost({
  open,
  close,
  today,
  account,
  caseId,
}: {
  readonly open: boolean
  readonly close: () => void
  readonly today: string
  /** the account that is lost, where it is known already, and the case that it comes from */
  readonly account: { readonly id: string; readonly name: string } | null
  readonly caseId: CaseId | null
}) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const start = useCommand(engine.winBacks.start, { tellProblem: false })
  const send = async (accountId: string, lostOn: string) => {
    const outcome = await start.run({ accountId, lostOn, caseId })
    if (!outcome.ok) return outcome.problem
    void navigate(`/recovery/lost/${outcome.output.winBackId}`)
    return null
  }
  return (
    <NewRow
      open={open}
      close={close}
      kind={account === null ? 'recovery.lost' : `recovery.lost-${account.id}`}
      title={t('winBack.new')}
      empty={{ accountId: account?.id ?? '', accountName: account?.name ?? '', lostOn: '' }}
      save={(draft) => {
        const lostOn = typedDay(draft.lostOn, today, 'past')
        return draft.accountId === '' || lostOn === null ? null : send(draft.accountId, lostOn)
      }}
    >
      {({ draft, change, tried }) => (
        <>
          <Field
            label={t('winBack.account')}
            problem={tried && draft.accountId === '' ? t('promises.accountMissing') : ''}
          >
            {(id) => (
              <AccountPicker
                id={id}
                value={draft.accountId === '' ? null : draft.accountId}
                name={draft.accountName === '' ? undefined : draft.accountName}
                autoFocus={draft.accountId === ''}
                onChange={(accountId, chosen) =>
                  change({ accountId: accountId ?? '', accountName: chosen?.name ?? '' })
                }
              />
            )}
          </Field>
          <DayBox
            label={t('winBack.lostOn')}
            value={draft.lostOn}
            today={today}
            direction="past"
            tried={tried}
            onChange={(lostOn) => change({ lostOn })}
          />
        </>
      )}
    </NewRow>
  )
}
