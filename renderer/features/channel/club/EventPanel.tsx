import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import type { ClubEvent } from '../../../../db/channel/club/contract.ts'
import { EVENT_KINDS } from '../../../../db/channel/club/rules/words.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { Field, SavedChoice, SavedDay, SavedText } from '../../../shared/ledger/fields.tsx'
import styles from '../../../shared/ledger/ledger.module.css'
import { MemberPicker } from '../../../shared/pick/MemberPicker.tsx'
import { Section } from '../../../ui/bits.tsx'

type Changeable = 'name' | 'kind' | 'day' | 'time' | 'place' | 'seats' | 'ownerId' | 'note'

/** One event: what it is, how its invitations stand, and whether it takes place. */
export function EventPanel({ event, today }: { readonly event: ClubEvent; readonly today: string }) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const change = useCommand(engine.club.changeEvents)
  const save = async (field: Changeable, after: string | number | null): Promise<boolean> => {
    const edits = [{ id: event.id, field, before: event[field], after }]
    return (await change.run({ edits })).ok
  }
  const place = `/channel/club/events/${event.id}`
  return (
    <>
      <header className={styles.head}>
        <h2>{event.name}</h2>
        {pathname !== place && <Link to={place}>{t('club.openList')}</Link>}
      </header>
      <Section title={t('club.attendance')}>
        <Attendance event={event} />
      </Section>
      <Section title={t('club.event')}>
        <div className={styles.fields}>
          <SavedText
            label={t('club.field.event')}
            value={event.name}
            required
            save={(text) => save('name', text)}
          />
          <SavedChoice
            label={t('club.field.kind')}
            value={event.kind}
            options={EVENT_KINDS.map((value) => ({ value, label: t(`club.kind.${value}`) }))}
            save={(kind) => void save('kind', kind)}
          />
          <SavedDay
            label={t('club.field.day')}
            value={event.day}
            today={today}
            direction="future"
            save={(day) => save('day', day)}
          />
          <SavedText
            label={t('club.field.time')}
            value={event.time}
            wide={false}
            parse={(text) => (text === '' || TIME.test(text) ? '' : t('club.badTime'))}
            save={(text) => save('time', text)}
          />
          <SavedText
            label={t('club.field.seats')}
            value={event.seats === null ? '' : String(event.seats)}
            wide={false}
            parse={(text) => (text === '' || SEATS.test(text) ? '' : t('club.badCount'))}
            save={(text) => save('seats', text === '' ? null : Number(text))}
          />
          <SavedText label={t('club.field.place')} value={event.place} save={(text) => save('place', text)} />
          <Field label={t('club.field.ownerId')} wide>
            {(id) => (
              <MemberPicker id={id} value={event.ownerId} onChange={(next) => void save('ownerId', next)} />
            )}
          </Field>
          <SavedText
            label={t('club.field.note')}
            value={event.note}
            lines={2}
            save={(text) => save('note', text)}
          />
        </div>
      </Section>
      <CancelSection event={event} />
    </>
  )
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/
const SEATS = /^[1-9]\d{0,4}$/

/** How the invitations stand, in a sentence; an over-booked event says by how many. */
export function Attendance({ event }: { readonly event: ClubEvent }) {
  const { t } = useTranslation()
  const { attendance, seats, overbooked, state } = event
  return (
    <>
      <p>
        {t('club.attendanceLine', { ...attendance })}{' '}
        {seats === null
          ? t('club.seatsLine', { taken: attendance.seatsTaken })
          : t('club.seatsOfLine', { taken: attendance.seatsTaken, seats })}
      </p>
      {state === 'over' && (
        <p>{t('club.cameLine', { count: attendance.came, uncounted: attendance.uncounted })}</p>
      )}
      {overbooked > 0 && (
        <p className={styles.warning} role="note">
          {t('club.overbooked', { count: overbooked })}
        </p>
      )}
    </>
  )
}

function CancelSection({ event }: { readonly event: ClubEvent }) {
  const { t } = useTranslation()
  const cancel = useCommand(engine.club.cancelEvent)
  const remove = useCommand(engine.club.removeEvents)
  const [reason, setReason] = useState('')
  return (
    <Section title={t('ledger.more')}>
      {event.cancelled ? (
        <>
          <p>{t('club.cancelledLine', { day: event.cancelled.on, reason: event.cancelled.reason })}</p>
          <Button onClick={() => void cancel.run({ eventId: event.id, reason: null })}>
            {t('club.revive')}
          </Button>
        </>
      ) : (
        <form
          className={styles.buttons}
          onSubmit={(submit) => {
            submit.preventDefault()
            if (reason.trim() !== '') void cancel.run({ eventId: event.id, reason: reason.trim() })
          }}
        >
          <Input
            aria-label={t('club.cancelReason')}
            placeholder={t('club.cancelReason')}
            maxLength={300}
            value={reason}
            onChange={(input) => setReason(input.target.value)}
          />
          <Button htmlType="submit" disabled={reason.trim() === ''}>
            {t('club.cancel')}
          </Button>
          <Button onClick={() => void remove.run({ ids: [event.id] })}>{t('ledger.remove')}</Button>
        </form>
      )}
    </Section>
  )
}
