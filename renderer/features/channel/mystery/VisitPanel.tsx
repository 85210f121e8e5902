import { useTranslation } from 'react-i18next'
import type { MysteryVisit } from '../../../../db/channel/mystery/contract.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { Field, SavedDay, SavedText } from '../../../shared/ledger/fields.tsx'
import styles from '../../../shared/ledger/ledger.module.css'
import { AccountPicker } from '../../../shared/pick/AccountPicker.tsx'
import { Section } from '../../../ui/bits.tsx'
import { SavedMark } from './MarkField.tsx'
import own from './mystery.module.css'
import { scoreText } from './TrendChart.tsx'

/** One visit: the points of each item, what was found, and where. */
export function VisitPanel({ visit, today }: { readonly visit: MysteryVisit; readonly today: string }) {
  const { t } = useTranslation()
  const change = useCommand(engine.mystery.changeVisits)
  const mark = useCommand(engine.mystery.mark, { toast: false })
  const save = async (field: 'place' | 'day' | 'finding' | 'accountId', after: string | null) => {
    const edits = [{ id: visit.id, field, before: visit[field], after }]
    return (await change.run({ edits })).ok
  }
  const score = visit.score === null ? t('mystery.noScore') : scoreText(visit.score)
  return (
    <>
      <Section
        title={`${visit.place} ${score}`}
        remark={visit.unmarked === 0 ? visit.day : t('mystery.unmarked', { count: visit.unmarked })}
      >
        <ul className={own.marks}>
          {visit.marks.map((item) => (
            <SavedMark
              key={item.key}
              item={item}
              save={async (given) => {
                const before = [{ key: item.key, given: item.given }]
                return (await mark.run({ visitId: visit.id, before, after: [{ key: item.key, given }] })).ok
              }}
            />
          ))}
        </ul>
      </Section>
      <Section title={t('mystery.facts')}>
        <div className={styles.fields}>
          <SavedText
            label={t('mystery.field.place')}
            value={visit.place}
            wide={false}
            required
            save={(text) => save('place', text)}
          />
          <SavedDay
            label={t('mystery.field.day')}
            value={visit.day}
            today={today}
            direction="past"
            save={(day) => save('day', day)}
          />
          <Field label={t('mystery.field.accountId')} wide>
            {(id) => (
              <AccountPicker
                id={id}
                value={visit.accountId}
                name={visit.account ?? undefined}
                onChange={(next) => void save('accountId', next)}
              />
            )}
          </Field>
          <SavedText
            label={t('mystery.field.finding')}
            value={visit.finding}
            lines={2}
            save={(text) => save('finding', text)}
          />
        </div>
      </Section>
    </>
  )
}
