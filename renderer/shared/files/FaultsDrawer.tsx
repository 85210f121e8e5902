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
    <FaultList
      title={t('scoring.importing.title', { file: fileName, count: faults.length + more })}
      next={t('scoring.importing.next')}
      faults={faults.map(({ worksheet, cell, problem }) => ({
        key: `${worksheet}!${cell} ${problem.code}`,
        where: `${worksheet}!${cell}`,
        why: problemText(problem, spokenLanguage()),
      }))}
      more={more}
      close={close}
    />
  )
}

/** Something that can't be taken: where it is, and why, in words. */
export interface ListedFault {
  readonly key: string
  readonly where: string
  readonly why: string
}

/** Everything that can't be taken, and what to do next. */
export function FaultList(props: {
  readonly title: string
  readonly next: string
  readonly faults: readonly ListedFault[]
  /** how many more there are */
  readonly more: number
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const { title, next, faults, more, close } = props
  return (
    <Drawer open size={460} onClose={close} title={title}>
      <div className={styles.faults}>
        <p>{next}</p>
        <table>
          <thead>
            <tr>
              <th>{t('scoring.importing.cell')}</th>
              <th>{t('scoring.importing.problem')}</th>
            </tr>
          </thead>
          <tbody>
            {faults.map(({ key, where, why }) => (
              <tr key={key}>
                <td>{where}</td>
                <td>{why}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {more > 0 && <p>{t('scoring.importing.more', { count: more })}</p>}
      </div>
    </Drawer>
  )
}
