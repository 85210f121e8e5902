import { useTranslation } from 'react-i18next'
import type { CaseSheet, Justice } from '../../../../db/recovery/contract.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { SavedChoice } from '../../../shared/ledger/fields.tsx'
import { Section } from '../../../ui/bits.tsx'
import styles from '../case.module.css'
import { useCaseField } from './useCaseField.ts'

const SCORES = ['1', '2', '3', '4', '5'] as const
const NOT_ASKED: Justice = { outcome: null, process: null, manners: null }

/** How content they were before, then and after, and how just it felt. */
export function TrustSection({ sheet }: { readonly sheet: CaseSheet }) {
  const { t } = useTranslation()
  const save = useCaseField(sheet)
  const judge = useCommand(engine.cases.writeJustice, { toast: false })
  const options = SCORES.map((value) => ({ value, label: t('cases.score', { score: Number(value) }) }))
  const scoreOf = (value: number | null) => SCORES.find((score) => Number(score) === value) ?? null
  const { justice } = sheet
  return (
    <Section title={t('cases.section.trust')}>
      <div className={styles.choices}>
        {(['contentBefore', 'contentThen', 'contentAfter'] as const).map((field) => (
          <SavedChoice
            key={field}
            label={t(`cases.field.${field}`)}
            value={scoreOf(sheet[field])}
            options={options}
            clearable
            save={(score) => void save(field, score === null ? null : Number(score))}
          />
        ))}
        {(['outcome', 'process', 'manners'] as const).map((kind) => (
          <SavedChoice
            key={kind}
            label={t(`cases.justice.${kind}`)}
            value={scoreOf(justice?.[kind] ?? null)}
            options={options}
            clearable
            save={(score) =>
              void judge.run({
                caseId: sheet.id,
                before: justice,
                after: { ...(justice ?? NOT_ASKED), [kind]: score === null ? null : Number(score) },
              })
            }
          />
        ))}
      </div>
    </Section>
  )
}
