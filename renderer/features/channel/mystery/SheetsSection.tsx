import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MysterySheet } from '../../../../db/channel/mystery/contract.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import styles from '../../../shared/ledger/ledger.module.css'
import { Section } from '../../../ui/bits.tsx'
import { DeleteOutlined, EditOutlined } from '../../../ui/icons.tsx'
import { SheetForm } from './SheetForm.tsx'

/** The sheets by which visits are scored. */
export function SheetsSection({ sheets }: { readonly sheets: readonly MysterySheet[] }) {
  const { t } = useTranslation()
  const remove = useCommand(engine.mystery.removeSheets)
  const [form, setForm] = useState<{ readonly sheet: MysterySheet | null } | null>(null)
  return (
    <Section
      title={t('mystery.sheets')}
      remark={sheets.length || ''}
      action={
        <Button type="link" size="small" onClick={() => setForm({ sheet: null })}>
          {t('mystery.newSheet')}
        </Button>
      }
    >
      {sheets.length === 0 && <p className={styles.remark}>{t('mystery.noSheets')}</p>}
      <ul className={styles.lines}>
        {sheets.map((sheet) => (
          <li key={sheet.id}>
            <span className={styles.grow}>{sheet.name}</span>
            <span className={styles.quiet}>
              {t('mystery.sheetLine', { items: sheet.items.length, visits: sheet.visits })}
            </span>
            <Button
              type="text"
              size="small"
              icon={<EditOutlined />}
              aria-label={t('mystery.editSheet', { name: sheet.name })}
              onClick={() => setForm({ sheet })}
            />
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={t('mystery.removeSheet', { name: sheet.name })}
              onClick={() => void remove.run({ ids: [sheet.id] })}
            />
          </li>
        ))}
      </ul>
      {form && <SheetForm sheet={form.sheet} close={() => setForm(null)} />}
    </Section>
  )
}
