import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { VisitSheet } from '../../../../db/visits/contract.ts'
import { api, engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { Field, SavedText } from '../../../shared/ledger/fields.tsx'
import fields from '../../../shared/ledger/ledger.module.css'
import { MemberPicker } from '../../../shared/pick/MemberPicker.tsx'
import { Section } from '../../../ui/bits.tsx'
import { typedMinutes } from '../typedMinutes.ts'
import { typedTime } from '../typedTime.ts'
import { useVisitField } from './useVisitField.ts'

/** Months after which visits usually come again. */
const REPEATS = [1, 2, 3, 4, 6, 12, 24] as const
const NEVER = 0

/** When and where a visit is, how to get there, who prepares it, and whether it comes again. */
export function JourneySection({ visit }: { readonly visit: VisitSheet }) {
  const { t } = useTranslation()
  const save = useVisitField(visit)
  const repeat = useCommand(engine.visits.repeat, { toast: false })
  return (
    <div id="journey">
      <Section title={t('visits.section.journey')} remark={t('visits.moveHint')}>
        <div className={fields.fields}>
          <SavedText
            label={t('visits.column.time')}
            value={visit.time}
            wide={false}
            parse={(text) => (typedTime(text) === null ? t('visits.notTime', { text }) : '')}
            save={(text) => save('time', typedTime(text))}
          />
          <SavedText
            label={t('visits.column.minutes')}
            value={String(visit.minutes)}
            wide={false}
            required
            parse={(text) => (typedMinutes(text) === null ? t('visits.notMinutes', { text }) : '')}
            save={(text) => save('minutes', typedMinutes(text))}
          />
          <SavedText
            label={t('visits.column.city')}
            value={visit.city}
            wide={false}
            save={(text) => save('city', text)}
          />
          <SavedText
            label={t('visits.field.place')}
            value={visit.place}
            wide={false}
            save={(text) => save('place', text)}
          />
          <SavedText
            label={t('visits.field.travel')}
            value={visit.travel}
            lines={2}
            save={(text) => save('travel', text)}
          />
          <SavedText
            label={t('visits.field.interpreter')}
            value={visit.interpreter}
            wide={false}
            save={(text) => save('interpreter', text)}
          />
          <Field label={t('visits.column.owner')}>
            {(id) => (
              <MemberPicker
                id={id}
                value={visit.ownerId}
                onChange={(memberId) => void save('ownerId', memberId)}
              />
            )}
          </Field>
          <TripField visit={visit} save={(tripId) => void save('tripId', tripId)} />
          <Field label={t('visits.field.repeats')}>
            {(id) => (
              <Select<number>
                id={id}
                value={visit.repeatsEvery ?? NEVER}
                options={[
                  { value: NEVER, label: t('visits.never') },
                  ...REPEATS.map((value) => ({ value, label: t('visits.every', { count: value }) })),
                ]}
                onChange={(every) =>
                  void repeat.run({ visitId: visit.id, every: every === NEVER ? null : every })
                }
              />
            )}
          </Field>
        </div>
      </Section>
    </div>
  )
}

function TripField({
  visit,
  save,
}: {
  readonly visit: VisitSheet
  readonly save: (tripId: string | null) => void
}) {
  const { t } = useTranslation()
  const { data: trips = [] } = useQuery(api.visits.trips.queryOptions())
  const add = useCommand(engine.visits.addTrip)
  return (
    <Field label={t('visits.column.trip')}>
      {(id) => (
        <Select<string | null>
          id={id}
          value={visit.tripId}
          allowClear
          placeholder={t('visits.noTrip')}
          options={[
            ...trips.map((trip) => ({ value: trip.id, label: trip.name })),
            { value: NEW_TRIP, label: t('visits.newTrip') },
          ]}
          onChange={(next) => {
            if (next === NEW_TRIP)
              void add.run({
                name: t('visits.tripName', {
                  city: visit.city || visit.account || visit.code,
                  day: visit.day,
                }),
                visitIds: [visit.id],
              })
            else save(next ?? null)
          }}
        />
      )}
    </Field>
  )
}

const NEW_TRIP = 'new'
