import { useTranslation } from 'react-i18next'
import { typedDay } from '../../../../db/accounts/log/rules/typedDay.ts'
import { EVENT_KINDS } from '../../../../db/channel/club/rules/words.ts'
import { engine } from '../../../client/engine.ts'
import { useSettings } from '../../../client/settings.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { ChoiceBox, DayBox, TextBox } from '../../../shared/ledger/fields.tsx'
import { NewRow } from '../../../shared/ledger/NewRow.tsx'

const EMPTY = { name: '', kind: 'roundTable', day: '', time: '', place: '', seats: '' }

/** The dialog for a new event; leads on to its list of invitations. */
export function NewEvent({
  open,
  close,
  today,
  made,
}: {
  readonly open: boolean
  readonly close: () => void
  readonly today: string
  readonly made: (eventId: string) => void
}) {
  const { t } = useTranslation()
  const { me } = useSettings()
  const add = useCommand(engine.club.addEvent, { tellProblem: false })
  return (
    <NewRow
      open={open}
      close={close}
      kind="channel.events.new"
      title={t('club.newEvent')}
      empty={EMPTY}
      save={({ name, kind: typed, day: when, time, place, seats }) => {
        const kind = EVENT_KINDS.find((one) => one === typed)
        const day = typedDay(when, today, 'future')
        if (name.trim() === '' || !kind || !day || timeProblem(time) || seatsProblem(seats)) return null
        const event = {
          name,
          kind,
          day,
          time,
          place,
          seats: seats === '' ? null : Number(seats),
          ownerId: me,
        }
        return add.run(event).then((outcome) => {
          if (!outcome.ok) return outcome.problem
          made(outcome.output.eventId)
          return null
        })
      }}
    >
      {({ draft, change, tried }) => (
        <>
          <TextBox
            label={t('club.field.event')}
            placeholder={t('club.eventHint')}
            value={draft.name}
            required
            tried={tried}
            autoFocus
            onChange={(name) => change({ name })}
          />
          <ChoiceBox
            label={t('club.field.kind')}
            value={draft.kind}
            options={EVENT_KINDS.map((value) => ({ value, label: t(`club.kind.${value}`) }))}
            onChange={(kind) => change({ kind })}
          />
          <DayBox
            label={t('club.field.day')}
            value={draft.day}
            today={today}
            direction="future"
            tried={tried}
            onChange={(day) => change({ day })}
          />
          <TextBox
            label={t('club.field.time')}
            placeholder="14:00"
            wide={false}
            value={draft.time}
            problem={timeProblem(draft.time) ? t('club.badTime') : ''}
            onChange={(time) => change({ time })}
          />
          <TextBox
            label={t('club.field.seats')}
            wide={false}
            value={draft.seats}
            problem={seatsProblem(draft.seats) ? t('club.badCount') : ''}
            onChange={(seats) => change({ seats })}
          />
          <TextBox
            label={t('club.field.place')}
            value={draft.place}
            onChange={(place) => change({ place })}
          />
        </>
      )}
    </NewRow>
  )
}

const timeProblem = (time: string): boolean => time !== '' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)
const seatsProblem = (seats: string): boolean => seats !== '' && !/^[1-9]\d{0,4}$/.test(seats)
