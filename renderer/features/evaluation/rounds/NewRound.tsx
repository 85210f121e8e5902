import { Button, Input, Segmented, Select } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { RoundSummary, SheetSummary } from '../../../../db/evaluation/contract.ts'
import type { RoundMethod } from '../../../../db/evaluation/rules/roundStates.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { WarningOutlined } from '../../../ui/icons.tsx'
import { pathOf } from '../ballots/paths.ts'
import { freeName, halfOf } from './roundName.ts'
import styles from './rounds.module.css'

/** Starts a round: a name and a sheet are enough. */
export function NewRound({
  rounds,
  sheets,
  onClose,
}: {
  readonly rounds: readonly RoundSummary[]
  readonly sheets: readonly SheetSummary[]
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const add = useCommand(engine.rounds.add)
  const id = useId()
  const today = new Date()
  const half = t(`sheets.round.${halfOf(today)}`)
  const [name, setName] = useState(() =>
    freeName(
      t('sheets.round.defaultName', { year: today.getFullYear(), half }),
      rounds.map((round) => round.name),
      (wanted, count) => t('sheets.round.again', { name: wanted, count }),
    ),
  )
  const [sheetId, setSheetId] = useState((sheets.find(({ faults }) => faults === 0) ?? sheets[0])?.id)
  const [method, setMethod] = useState<RoundMethod>('sheet')
  const sheet = sheets.find((one) => one.id === sheetId)
  const start = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!sheet) return
    const outcome = await add.run({ name: name.trim(), sheetId: sheet.id, method })
    if (!outcome.ok) return
    const { roundId } = outcome.output
    await navigate(method === 'ballots' ? pathOf(roundId, 'draft') : `/evaluation/rounds/${roundId}`)
  }
  return (
    <form className={styles.form} onSubmit={(event) => void start(event)}>
      <div className={styles.field}>
        <label htmlFor={`${id} name`}>{t('sheets.round.name')}</label>
        <Input
          id={`${id} name`}
          autoFocus
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <div className={styles.field}>
        <label htmlFor={`${id} sheet`}>{t('sheets.round.sheet')}</label>
        <Select
          id={`${id} sheet`}
          popupMatchSelectWidth={false}
          value={sheetId ?? null}
          options={sheets.map(({ id: value, name: label }) => ({ value, label }))}
          onChange={(chosen) => setSheetId(chosen ?? undefined)}
        />
      </div>
      <Segmented<RoundMethod>
        aria-label={t('ballots.method.title')}
        value={method}
        onChange={setMethod}
        options={(['sheet', 'ballots'] as const).map((value) => ({
          value,
          label: t(`ballots.method.${value}`),
        }))}
      />
      <Button type="primary" htmlType="submit" disabled={name.trim() === '' || !sheet || add.pending}>
        {t('sheets.round.start')}
      </Button>
      <Button onClick={onClose}>{t('sheets.round.cancel')}</Button>
      <p className={styles.formNote}>
        {sheet && sheet.faults > 0 ? (
          <>
            <WarningOutlined className={styles.warning} />{' '}
            {t('sheets.round.faulty', { faults: sheet.faults })}
          </>
        ) : (
          `${t('sheets.round.takesPart')} ${t(`ballots.method.hint.${method}`)}`
        )}
      </p>
    </form>
  )
}
