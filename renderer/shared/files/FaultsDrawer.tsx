import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CellFault } from '../../../db/exchange/contract.ts'
import { problemText } from '../../../db/terms/problems.ts'
import { spokenLanguage } from '../../i18n/i18n.ts'
import styles from './faults.module.css'

/** The bad cells of a workbook that can't be taken in. */
export interface Faulty {
  readonly fileName: string
  readonly faults: readonly CellFault[]
  /** how many more there are */
  readonly more: number
}

/** The bad cells that a refusal tells of; null where it is about something else. */
export const faultyOf = ({ code, data }: { readonly code: string; readonly data: unknown }): Faulty | null =>
  code === 'CELLS_FAULTY' && isFaulty(data) ? data : null

/** The data of CELLS_FAULTY, as the contract says it. */
const isFaulty = (data: unknown): data is Faulty =>
  typeof data === 'object' && data !== null && 'faults' in data && Array.isArray(data.faults)

/** Every bad cell of a workbook, where it is in the file and why it can't be taken. */
export function FaultsDrawer({ faulty, close }: { readonly faulty: Faulty; readonly close: () => void }) {
  const { t } = useTranslation()
  const { fileName, faults, more } = faulty
  return (
    <Drawer
      open
      size={460}
      onClose={close}
      title={t('scoring.importing.title', { file: fileName, count: faults.length + more })}
    >
      <div className={styles.faults}>
        <p>{t('scoring.importing.next')}</p>
        <table>
          <thead>
            <tr>
              <th>{t('scoring.importing.cell')}</th>
              <th>{t('scoring.importing.problem')}</th>
            </tr>
          </thead>
          <tbody>
            {faults.map(({ worksheet, cell, problem }) => (
              <tr key={`${worksheet}!${cell} ${problem.code}`}>
                <td>
                  {worksheet}!{cell}
                </td>
                <td>{problemText(problem, spokenLanguage())}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {more > 0 && <p>{t('scoring.importing.more', { count: more })}</p>}
      </div>
    </Drawer>
  )
}
