import { useTranslation } from 'react-i18next'
import type { VisitSheet } from '../../../../db/visits/contract.ts'
import { DIRECTIONS, POINT_LISTS, VISIT_KINDS } from '../../../../db/visits/rules/words.ts'
import { SavedChoice, SavedText } from '../../../shared/ledger/fields.tsx'
import fields from '../../../shared/ledger/ledger.module.css'
import { Section } from '../../../ui/bits.tsx'
import { PointsField } from './PointsField.tsx'
import { useVisitField } from './useVisitField.ts'
import styles from './visit.module.css'

/** What a visit is for: objective, what to ask, give and say, and what not to say. */
export function ObjectiveSection({ visit }: { readonly visit: VisitSheet }) {
  const { t } = useTranslation()
  const save = useVisitField(visit)
  return (
    <div id="objective">
      <Section title={t('visits.section.objective')}>
        <div className={fields.fields}>
          <SavedText
            label={t('visits.field.objective')}
            value={visit.objective}
            lines={2}
            remark={visit.objective === '' ? t('visits.objectiveHint') : ''}
            save={(text) => save('objective', text)}
          />
          <SavedText
            label={t('visits.field.wished')}
            value={visit.wished}
            lines={2}
            save={(text) => save('wished', text)}
          />
          <SavedChoice
            label={t('visits.column.kind')}
            value={visit.kind}
            options={VISIT_KINDS.map((value) => ({ value, label: t(`visits.kind.${value}`) }))}
            save={(kind) => void save('kind', kind)}
          />
          <SavedChoice
            label={t('visits.column.direction')}
            value={visit.direction}
            options={DIRECTIONS.map((value) => ({ value, label: t(`visits.direction.${value}`) }))}
            save={(direction) => void save('direction', direction)}
          />
        </div>
        <div className={styles.points}>
          {POINT_LISTS.map((list) => (
            <PointsField key={list} visit={visit} list={list} />
          ))}
        </div>
        <div className={fields.fields}>
          <SavedText
            label={t('visits.field.unsaid')}
            value={visit.unsaid}
            save={(text) => save('unsaid', text)}
          />
          <SavedText
            label={t('visits.field.sensitivities')}
            value={visit.sensitivities}
            lines={2}
            save={(text) => save('sensitivities', text)}
          />
          <SavedText
            label={t('visits.field.title')}
            value={visit.title}
            save={(text) => save('title', text)}
          />
        </div>
      </Section>
    </div>
  )
}
