import { Button } from 'antd'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { BallotPreview } from '../../../../db/exchange/ballots/contract.ts'
import type { CellFault } from '../../../../db/exchange/contract.ts'
import { problemText as cellProblemText } from '../../../../db/terms/problems.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { type Problem, problemText } from '../../../i18n/problemText.ts'
import { formatNumber } from '../../../ui/format.ts'
import {
  CheckCircleFilled,
  CheckOutlined,
  CloseCircleFilled,
  CloseOutlined,
  WarningOutlined,
} from '../../../ui/icons.tsx'
import styles from './ballotFiles.module.css'
import { type Consents, earlierOf, type Fate, fateOf, type ReturnedFile } from './returnedBallots.ts'

/** A line per file: whose, how many marks, how many differ, and what becomes of it in words. Marks never show. */
export function ReturnedTable({
  files,
  consents,
  remove,
}: {
  readonly files: readonly ReturnedFile[]
  readonly consents: Consents
  readonly remove: (id: number) => void
}) {
  const { t } = useTranslation()
  return (
    <table className={styles.returned} aria-live="polite">
      <thead>
        <tr>
          <th>{t('ballotFiles.take.file')}</th>
          <th>{t('ballotFiles.take.whose')}</th>
          <th className={styles.number}>{t('ballotFiles.take.marks')}</th>
          <th className={styles.number}>{t('ballotFiles.take.differing')}</th>
          <th>{t('ballotFiles.take.state')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {files.map((one) => (
          <ReturnedLine key={one.id} one={one} files={files} consents={consents} remove={remove} />
        ))}
      </tbody>
    </table>
  )
}

function ReturnedLine({
  one,
  files,
  consents,
  remove,
}: {
  readonly one: ReturnedFile
  readonly files: readonly ReturnedFile[]
  readonly consents: Consents
  readonly remove: (id: number) => void
}) {
  const { t } = useTranslation()
  const { id, file, standing } = one
  const preview = standing.kind === 'read' ? standing.preview : null
  return (
    <tr>
      <td className={styles.fileName} title={file.name}>
        {file.name}
      </td>
      <td>{standing.kind === 'taken' ? standing.evaluator : preview?.evaluator}</td>
      <td className={styles.number}>{preview && t('ballotFiles.take.marksOf', { ...preview })}</td>
      <td className={styles.number}>{preview && formatNumber(preview.differing)}</td>
      <td>
        {standing.kind === 'reading' && t('ballotFiles.take.reading')}
        {standing.kind === 'taken' && (
          <span>
            <CheckCircleFilled className={styles.done} />{' '}
            {t('ballotFiles.take.taken', { marks: standing.marks })}
          </span>
        )}
        {standing.kind === 'refused' && <Refused problem={standing.problem} />}
        {preview && (
          <Weighed
            preview={preview}
            fate={fateOf(files, one, consents)}
            earlier={earlierOf(files, one)?.file.name ?? ''}
          />
        )}
      </td>
      <td>
        {standing.kind !== 'taken' && (
          <Button
            type="text"
            icon={<CloseOutlined />}
            title={t('ballotFiles.take.remove')}
            aria-label={`${t('ballotFiles.take.remove')} ${file.name}`}
            onClick={() => remove(id)}
          />
        )}
      </td>
    </tr>
  )
}

/** What the preview says, most important first. */
function Weighed({
  preview,
  fate,
  earlier,
}: {
  readonly preview: BallotPreview
  readonly fate: Fate
  readonly earlier: string
}) {
  const { t } = useTranslation()
  const warned = fate === 'twice' || fate === 'differs' || fate === 'empty'
  return (
    <>
      <span>
        {warned ? <WarningOutlined className={styles.warning} /> : <CheckOutlined className={styles.done} />}{' '}
        {verdict(preview, fate, earlier, t)}
      </span>
      {hints(preview, fate, t).map((hint) => (
        <p key={hint} className={styles.quiet}>
          {hint}
        </p>
      ))}
    </>
  )
}

function verdict(preview: BallotPreview, fate: Fate, earlier: string, t: TFunction): string {
  if (fate === 'twice') return t('ballotFiles.take.twice', { file: earlier })
  if (fate === 'same') return t('ballotFiles.take.same')
  if (fate === 'empty') return t('ballotFiles.take.empty')
  return preview.fate === 'differs'
    ? t('ballotFiles.take.differs', { count: preview.differing })
    : t('ballotFiles.take.new')
}

function hints(preview: BallotPreview, fate: Fate, t: TFunction): string[] {
  const { remarks, blankIndicators, gone, added, empty } = preview
  if (fate === 'same') return []
  const names = blankIndicators.join(t('ballotFiles.take.separator'))
  return [
    ...(remarks > 0 ? [t('ballotFiles.take.remarks', { count: remarks })] : []),
    ...(blankIndicators.length > 0 && !empty ? [t('ballotFiles.take.blank', { names })] : []),
    ...(gone > 0 ? [t('ballotFiles.take.gone', { count: gone })] : []),
    ...(added > 0 ? [t('ballotFiles.take.added', { count: added })] : []),
  ]
}

const MOST_CELLS = 8

/** Why a file was not taken, what to do, and the cells at fault where there are some. */
function Refused({ problem }: { readonly problem: Problem }) {
  const { t } = useTranslation()
  const text = problemText(problem, t)
  const faults = faultsOf(problem)
  return (
    <div role="alert">
      <p>
        <CloseCircleFilled className={styles.refused} /> <strong>{text.what}</strong> {text.why}
      </p>
      <p className={styles.quiet}>{text.next}</p>
      {faults.length > 0 && (
        <ul className={styles.cells} aria-label={t('ballotFiles.take.cells')}>
          {faults.slice(0, MOST_CELLS).map(({ cell, problem: fault }) => (
            <li key={cell}>
              {cell} {cellProblemText(fault, spokenLanguage())}
            </li>
          ))}
          {faults.length > MOST_CELLS && (
            <li>{t('ballotFiles.take.more', { count: faults.length - MOST_CELLS })}</li>
          )}
        </ul>
      )}
    </div>
  )
}

/** The cells of CELLS_FAULTY, as the contract says them. */
function faultsOf({ code, data }: Problem): readonly CellFault[] {
  const known = code === 'CELLS_FAULTY' && typeof data === 'object' && data !== null && 'faults' in data
  return known && Array.isArray(data.faults) ? data.faults : []
}
