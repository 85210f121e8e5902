import { Button, Input, Select } from 'antd'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FIELD_LIMITS } from '../../../../db/accounts/rules/fields.ts'
import { FIGURE_UNITS, type FigureUnit } from '../../../../db/accounts/rules/figures.ts'
import type { FigureId } from '../../../../db/kernel/ids.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { Section } from '../../../ui/bits.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import styles from './sheets.module.css'

/** A figure that the department doesn't keep yet, for an indicator that is to be marked by it. */
export function NewFigureForm({
  indicator,
  onAdded,
  onCancel,
}: {
  readonly indicator: string
  readonly onAdded: (figureId: FigureId) => void
  readonly onCancel: () => void
}) {
  const { t } = useTranslation()
  const [name, setName] = useState(indicator)
  const [unit, setUnit] = useState<FigureUnit>('money')
  const add = useCommand(engine.accounts.addFigure, { tellProblem: false })
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const outcome = await add.run({ name: name.trim(), unit })
    if (outcome.ok) onAdded(outcome.output.figureId)
  }
  return (
    <Section title={t('sheets.figure.newTitle', { indicator: indicator || t('sheets.panel.unnamed') })}>
      <form className={styles.newFigure} onSubmit={(event) => void submit(event)}>
        <Input
          autoFocus
          aria-label={t('sheets.figure.name')}
          placeholder={t('sheets.figure.name')}
          maxLength={FIELD_LIMITS.short}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Select
          aria-label={t('sheets.figure.unit')}
          value={unit}
          options={FIGURE_UNITS.map((value) => ({ value, label: t(`accounts.unitName.${value}`) }))}
          onChange={setUnit}
        />
        <span className={styles.buttons}>
          <Button type="primary" htmlType="submit" disabled={name.trim() === '' || add.pending}>
            {t('sheets.figure.add')}
          </Button>
          <Button onClick={onCancel}>{t('sheets.figure.cancel')}</Button>
        </span>
      </form>
      {add.problem && <ErrorNote problem={add.problem} />}
    </Section>
  )
}
