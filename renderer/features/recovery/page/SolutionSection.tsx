import { useTranslation } from 'react-i18next'
import type { CaseSheet } from '../../../../db/recovery/contract.ts'
import { SavedText } from '../../../shared/ledger/fields.tsx'
import fields from '../../../shared/ledger/ledger.module.css'
import { Section } from '../../../ui/bits.tsx'
import { ApologyPart } from './ApologyPart.tsx'
import { useCaseField } from './useCaseField.ts'

/** Who apologised, what we tell the customer about how it came, and why we didn't notice first. */
export function SolutionSection({ sheet, today }: { readonly sheet: CaseSheet; readonly today: string }) {
  const { t } = useTranslation()
  const save = useCaseField(sheet)
  return (
    <Section title={t('cases.section.solution')}>
      <ApologyPart sheet={sheet} today={today} />
      <div className={fields.fields}>
        <SavedText
          label={t('cases.field.explanation')}
          value={sheet.explanation}
          lines={2}
          save={(text) => save('explanation', text)}
        />
        <SavedText
          label={t('cases.field.escapeCause')}
          value={sheet.escapeCause}
          lines={1}
          save={(text) => save('escapeCause', text)}
        />
      </div>
    </Section>
  )
}
