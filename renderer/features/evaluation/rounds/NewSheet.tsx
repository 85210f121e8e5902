import { Button, Input, Select } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { SheetSummary } from '../../../../db/evaluation/contract.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { freeName } from './roundName.ts'
import styles from './rounds.module.css'

const TEMPLATES = ['seven', 'strategic', 'blank'] as const
type Template = (typeof TEMPLATES)[number]

/** Makes a sheet from a template or as a copy of another one. */
export function NewSheet({
  sheets,
  onClose,
}: {
  readonly sheets: readonly SheetSummary[]
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const add = useCommand(engine.sheets.add)
  const id = useId()
  const [from, setFrom] = useState<string>('seven')
  const nameFor = (source: string): string => {
    const copied = sheets.find((one) => one.id === source)
    const wanted = copied
      ? t('sheets.sheet.copyName', { name: copied.name })
      : t(`sheets.sheet.defaultName.${templateOf(source)}`)
    return freeName(
      wanted,
      sheets.map(({ name }) => name),
      (taken, count) => t('sheets.round.again', { name: taken, count }),
    )
  }
  const [name, setName] = useState<string | null>(null)
  const shown = name ?? nameFor(from)
  const copied = sheets.find((one) => one.id === from)
  const create = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const outcome = await add.run({
      name: shown.trim(),
      from: copied
        ? { kind: 'copy', sheetId: copied.id }
        : { kind: 'template', template: templateOf(from), language: spokenLanguage() },
    })
    if (outcome.ok) await navigate(`/evaluation/sheets/${outcome.output.sheetId}`)
  }
  return (
    <form className={styles.form} onSubmit={(event) => void create(event)}>
      <div className={styles.field}>
        <label htmlFor={`${id} from`}>{t('sheets.sheet.from')}</label>
        <Select
          id={`${id} from`}
          popupMatchSelectWidth={false}
          value={from}
          options={[
            ...TEMPLATES.map((template) => ({
              value: String(template),
              label: t(`sheets.sheet.${template}`),
            })),
            ...sheets.map((sheet) => ({
              value: String(sheet.id),
              label: t('sheets.sheet.copyOf', { name: sheet.name }),
            })),
          ]}
          onChange={setFrom}
        />
      </div>
      <div className={styles.field}>
        <label htmlFor={`${id} name`}>{t('sheets.sheet.name')}</label>
        <Input
          id={`${id} name`}
          autoFocus
          maxLength={100}
          value={shown}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <Button type="primary" htmlType="submit" disabled={shown.trim() === '' || add.pending}>
        {t('sheets.sheet.create')}
      </Button>
      <Button onClick={onClose}>{t('sheets.round.cancel')}</Button>
      {!copied && <p className={styles.formNote}>{t(`sheets.sheet.${templateOf(from)}Line`)}</p>}
    </form>
  )
}

const templateOf = (source: string): Template => TEMPLATES.find((template) => template === source) ?? 'seven'
