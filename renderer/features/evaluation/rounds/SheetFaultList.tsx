import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CellFault } from '../../../../db/exchange/contract.ts'
import { problemText } from '../../../../db/terms/problems.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import type { Problem } from '../../../i18n/problemText.ts'
import { CloseOutlined } from '../../../ui/icons.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import styles from './rounds.module.css'

const SHOWN = 30

/** Why a sheet workbook was not imported: the cells to mend, named as Excel and the command line name them. */
export function SheetFaultList({
  problem,
  file,
  onClose,
}: {
  readonly problem: Problem
  readonly file: string
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const close = (
    <Button type="text" icon={<CloseOutlined />} aria-label={t('sheets.sheet.close')} onClick={onClose} />
  )
  const faults = faultsOf(problem)
  if (faults === null) return <ErrorNote problem={problem} action={close} />
  const all = faults.list.length + faults.more
  return (
    <div className={styles.faults} role="alert">
      <div className={styles.faultsHead}>
        <strong>{t('sheets.sheet.faultyFile', { file, count: all })}</strong>
        {close}
      </div>
      <ul>
        {faults.list.slice(0, SHOWN).map((fault) => (
          <li key={`${fault.worksheet} ${fault.cell} ${fault.problem.code}`}>
            <code>{`${file}!${fault.worksheet}!${fault.cell}`}</code>
            <span>{problemText(fault.problem, spokenLanguage())}</span>
          </li>
        ))}
      </ul>
      {all > SHOWN && <p>{t('sheets.sheet.moreFaults', { count: all - SHOWN })}</p>}
      <p className={styles.quiet}>{t('sheets.sheet.faultyNext')}</p>
    </div>
  )
}

/** The faults of CELLS_FAULTY, whose data the contract has checked; null for other problems. */
function faultsOf({ code, data }: Problem): { list: readonly CellFault[]; more: number } | null {
  if (code !== 'CELLS_FAULTY' || typeof data !== 'object' || data === null) return null
  if (!('faults' in data) || !Array.isArray(data.faults)) return null
  return { list: data.faults, more: 'more' in data ? Number(data.more) : 0 }
}
