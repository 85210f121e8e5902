import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ImportPreview } from '../../../db/exchange/contract.ts'
import { accountTableQuery } from '../../client/accountTableQuery.ts'
import { Section } from '../../ui/bits.tsx'
import { formatNumber } from '../../ui/format.ts'
import { type Choices, chooseTwin, isKey } from './draft.ts'
import styles from './exchange.module.css'
import { decide } from './importStore.ts'

type LookAlike = ImportPreview['lookAlikes'][number]

const SHOWN = 50

/** New rows that resemble accounts which exist: to be added all the same, or to update those. */
export function LookAlikes({
  choices,
  lookAlikes,
}: {
  readonly choices: Choices
  readonly lookAlikes: readonly LookAlike[]
}) {
  const { t } = useTranslation()
  const settled = [...choices.twins].map(([row, { name, existing, likeness }]) => ({
    row,
    name,
    existing,
    likeness,
  }))
  const open = lookAlikes.filter(({ row }) => !choices.twins.has(row))
  const all = [...settled, ...open].toSorted((a, b) => a.row - b.row)
  if (all.length === 0) return null
  return (
    <Section title={t('importing.panel.lookAlikes')} remark={formatNumber(all.length)}>
      <ul className={styles.problems}>
        {all.slice(0, SHOWN).map((lookAlike) => (
          <TwinChoice key={lookAlike.row} lookAlike={lookAlike} choices={choices} />
        ))}
      </ul>
    </Section>
  )
}

function TwinChoice({ lookAlike, choices }: { readonly lookAlike: LookAlike; readonly choices: Choices }) {
  const { t } = useTranslation()
  const accounts = useQuery(accountTableQuery('all')).data?.rows
  const { row, name, existing, likeness } = lookAlike
  const { matchBy, uses, holds } = choices
  const column = uses.findIndex((use) => isKey(use, choices))
  const code = String(accounts?.find((account) => account.name === existing)?.value('code') ?? '')
  const key = holds === 'accounts' && matchBy === 'code' ? code : existing
  const possible = column !== -1 && key !== ''
  return (
    <li className={styles.twin}>
      <span className={styles.twinName}>
        {t('importing.panel.rowNumber', { row })} <strong>{name}</strong>
      </span>
      <span className={styles.quiet}>{t(`importing.panel.likeness.${likeness}`)}</span>
      <Segmented
        aria-label={name}
        value={choices.twins.has(row) ? 'update' : 'insert'}
        options={[
          {
            value: 'update',
            label: t('importing.panel.updateTwin', { name: existing }),
            disabled: !possible,
            ...(possible ? {} : { tooltip: t('importing.panel.twinNoCode', { name: existing }) }),
          },
          { value: 'insert', label: t('importing.panel.insertTwin') },
        ]}
        onChange={(choice) =>
          decide((now) =>
            chooseTwin(now, row, choice === 'update' ? { name, existing, likeness, column } : null, key),
          )
        }
      />
    </li>
  )
}
