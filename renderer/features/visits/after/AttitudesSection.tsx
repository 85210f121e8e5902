import { Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { ATTITUDES, type Attitude } from '../../../../db/accounts/people/rules/fields.ts'
import type { VisitSheet } from '../../../../db/visits/contract.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { Section } from '../../../ui/bits.tsx'
import styles from './after.module.css'

/** Who of theirs came, and how they stood before and after. */
export function AttitudesSection({ visit }: { readonly visit: VisitSheet }) {
  const { t } = useTranslation()
  const note = useCommand(engine.visits.notePerson, { toast: false })
  const people = visit.theirs.filter(({ gone }) => !gone)
  if (people.length === 0) return null
  const options = ATTITUDES.map((value) => ({ value, label: t(`people.attitude.${value}`) }))
  return (
    <Section title={t('visits.attitudes')} remark={t('visits.attitudesHint')}>
      <ul className={styles.rows}>
        {people.map(({ personId, name, title, came, attitudeBefore, attitudeAfter }) => (
          <li key={personId} className={styles.person}>
            <span className={styles.personName}>
              {name} <span className={styles.noteMeta}>{title}</span>
            </span>
            <Segmented
              aria-label={t('visits.cameOf', { name })}
              value={came === null ? 'unsaid' : came ? 'yes' : 'no'}
              options={[
                { value: 'unsaid', label: t('visits.notSaid') },
                { value: 'yes', label: t('visits.came') },
                { value: 'no', label: t('visits.away') },
              ]}
              onChange={(value) =>
                void note.run({
                  visitId: visit.id,
                  personId,
                  came: value === 'unsaid' ? null : value === 'yes',
                })
              }
            />
            {(['attitudeBefore', 'attitudeAfter'] as const).map((field) => (
              <Select<Attitude | null>
                key={field}
                className={styles.attitude ?? ''}
                allowClear
                aria-label={`${name} ${t(`visits.${field}`)}`}
                placeholder={t(`visits.${field}`)}
                value={field === 'attitudeBefore' ? attitudeBefore : attitudeAfter}
                options={options}
                onChange={(value) => void note.run({ visitId: visit.id, personId, [field]: value ?? null })}
              />
            ))}
          </li>
        ))}
      </ul>
    </Section>
  )
}
