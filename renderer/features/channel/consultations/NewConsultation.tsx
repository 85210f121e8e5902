import { useTranslation } from 'react-i18next'
import { typedDay } from '../../../../db/accounts/log/rules/typedDay.ts'
import { CONSULTATION_KINDS } from '../../../../db/channel/consultations/rules/words.ts'
import { engine } from '../../../client/engine.ts'
import { useSettings } from '../../../client/settings.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { ChoiceBox, DayBox, Field, TextBox } from '../../../shared/ledger/fields.tsx'
import { NewRow } from '../../../shared/ledger/NewRow.tsx'
import { MemberPicker } from '../../../shared/pick/MemberPicker.tsx'

const EMPTY = { title: '', kind: 'price', question: '', closesOn: '', decidesOn: '', ownerId: '' }

/** The dialog for a decision that shall be put to accounts; leads on to choosing them. */
export function NewConsultation({
  open,
  close,
  today,
  made,
}: {
  readonly open: boolean
  readonly close: () => void
  readonly today: string
  readonly made: (consultationId: string) => void
}) {
  const { t } = useTranslation()
  const { me } = useSettings()
  const add = useCommand(engine.consultations.add, { tellProblem: false })
  return (
    <NewRow
      open={open}
      close={close}
      kind="channel.consultations.new"
      title={t('consultations.new')}
      empty={{ ...EMPTY, ownerId: me ?? '' }}
      save={(draft) => {
        const kind = CONSULTATION_KINDS.find((one) => one === draft.kind)
        const closesOn = typedDay(draft.closesOn, today, 'future')
        const decidesOn = typedDay(draft.decidesOn, today, 'future')
        if (draft.title.trim() === '' || !kind || !closesOn || !decidesOn) return null
        const { title, question } = draft
        const ownerId = draft.ownerId === '' ? null : draft.ownerId
        return add.run({ title, kind, question, closesOn, decidesOn, ownerId }).then((outcome) => {
          if (!outcome.ok) return outcome.problem
          made(outcome.output.consultationId)
          return null
        })
      }}
    >
      {({ draft, change, tried }) => (
        <>
          <TextBox
            label={t('consultations.field.title')}
            placeholder={t('consultations.titleHint')}
            value={draft.title}
            required
            tried={tried}
            autoFocus
            onChange={(title) => change({ title })}
          />
          <TextBox
            label={t('consultations.field.question')}
            value={draft.question}
            lines={3}
            onChange={(question) => change({ question })}
          />
          <ChoiceBox
            label={t('consultations.field.kind')}
            value={draft.kind}
            options={CONSULTATION_KINDS.map((value) => ({ value, label: t(`consultations.kind.${value}`) }))}
            onChange={(kind) => change({ kind })}
          />
          <Field label={t('consultations.field.ownerId')}>
            {(id) => (
              <MemberPicker
                id={id}
                value={draft.ownerId === '' ? null : draft.ownerId}
                onChange={(next) => change({ ownerId: next ?? '' })}
              />
            )}
          </Field>
          <DayBox
            label={t('consultations.field.closesOn')}
            value={draft.closesOn}
            today={today}
            direction="future"
            tried={tried}
            onChange={(closesOn) => change({ closesOn })}
          />
          <DayBox
            label={t('consultations.field.decidesOn')}
            value={draft.decidesOn}
            today={today}
            direction="future"
            tried={tried}
            onChange={(decidesOn) => change({ decidesOn })}
          />
        </>
      )}
    </NewRow>
  )
}
