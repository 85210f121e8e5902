import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import type { WinBackSheet } from '../../../../db/recovery/winBack/contract.ts'
import { WIN_BACK_OUTCOMES, type WinBackOutcome } from '../../../../db/recovery/winBack/rules/words.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { SavedText } from '../../../shared/ledger/fields.tsx'
import { Section } from '../../../ui/bits.tsx'
import styles from '../case.module.css'

/** What came of trying after half a year, and after a year. */
export function OutcomesSection({ sheet, today }: { readonly sheet: WinBackSheet; readonly today: string }) {
  const { t } = useTranslation()
  const write = useCommand(engine.winBacks.writeOutcome, { toast: false })
  if (sheet.outcomes.length === 0) return null
  return (
    <Section title={t('winBack.section.outcomes')}>
      {sheet.outcomes.map(({ months, dueOn, found }) => (
        <div key={months} className={styles.look}>
          <p>
            {t('winBack.outcomes.check', { months })}
            <span className={found === null && dueOn < today ? styles.warned : styles.quiet}>
              {' '}
              {found ? t('winBack.outcomes.foundOn', found) : t('winBack.outcomes.due', { day: dueOn })}
            </span>
          </p>
          <Segmented<WinBackOutcome | ''>
            aria-label={t('winBack.outcomes.check', { months })}
            value={found?.outcome ?? ''}
            options={WIN_BACK_OUTCOMES.map((value) => ({ value, label: t(`winBack.outcome.${value}`) }))}
            onChange={(outcome) => {
              if (outcome !== '')
                void write.run({ winBackId: sheet.id, months, outcome, note: found?.note ?? '' })
            }}
          />
          {found && (
            <SavedText
              label={t('winBack.outcomes.note')}
              value={found.note}
              save={async (note) =>
                (await write.run({ winBackId: sheet.id, months, outcome: found.outcome, note })).ok
              }
            />
          )}
        </div>
      ))}
    </Section>
  )
}
