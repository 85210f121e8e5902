import { Button, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CaseSheet, Finding } from '../../../../db/recovery/contract.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { SavedText } from '../../../shared/ledger/fields.tsx'
import { Section } from '../../../ui/bits.tsx'
import styles from '../case.module.css'

const FOUND = ['yes', 'partly', 'no'] as const satisfies readonly Finding['true'][]

/** Whether what was said is true, and what shows it (C8). */
export function FindingSection({ sheet }: { readonly sheet: CaseSheet }) {
  const { t } = useTranslation()
  const write = useCommand(engine.cases.writeFinding, { toast: false })
  const { finding } = sheet
  const save = async (after: Finding | null): Promise<boolean> =>
    (await write.run({ caseId: sheet.id, before: finding, after })).ok
  return (
    <Section
      title={t('cases.section.finding')}
      remark={finding === null ? t('cases.noFinding') : ''}
      action={
        finding !== null && (
          <Button type="link" onClick={() => void save(null)}>
            {t('cases.clear')}
          </Button>
        )
      }
    >
      <Segmented<Finding['true'] | ''>
        aria-label={t('cases.finding.label')}
        value={finding?.true ?? ''}
        options={FOUND.map((value) => ({ value, label: t(`cases.finding.${value}`) }))}
        onChange={(value) => {
          if (value !== '') void save({ what: finding?.what ?? '', true: value })
        }}
      />
      {finding !== null && (
        <div className={styles.under}>
          <SavedText
            label={t('cases.finding.what')}
            value={finding.what}
            lines={2}
            save={(what) => save({ ...finding, what })}
          />
        </div>
      )}
    </Section>
  )
}
