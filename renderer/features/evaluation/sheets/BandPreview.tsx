import { useTranslation } from 'react-i18next'
import type { Figure } from '../../../../db/accounts/contract.ts'
import type { Measure } from '../../../../db/evaluation/rules/bands.ts'
import { GRADES, MARKS, type Mark } from '../../../../db/evaluation/rules/marks.ts'
import { GRADE_WORDS } from '../../../../db/terms/grading.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { Section } from '../../../ui/bits.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { type BandCounts, boundLabel, countMarks, mostFrequent, numberLine } from './bandPreview.ts'
import styles from './sheets.module.css'

type Banded = Extract<Measure, { kind: 'banded' }>

/** The bands on a number line, and how many accounts each of them would mark, with a plain sentence. */
export function BandPreview({
  bands,
  figure,
  values,
}: {
  readonly bands: Banded['bands']
  readonly figure: Figure | null
  readonly values: readonly (number | null)[]
}) {
  const { t } = useTranslation()
  const counts = figure ? countMarks(values, figure.unit, bands) : null
  const top = counts && mostFrequent(counts)
  return (
    <Section title={t('sheets.panel.bands')}>
      <NumberLine bands={bands} />
      {figure === null || counts === null ? (
        <p className={styles.quiet}>{t('sheets.panel.noFigure')}</p>
      ) : (
        <>
          <p className={styles.finding}>
            {t('sheets.panel.bandsLine', { figure: figure.name, count: counts.known })}{' '}
            {top && (
              <strong>
                {t('sheets.panel.bandsFinding', {
                  share: `${formatNumber(top.share * 100, 0)}%`,
                  grade: gradeWord(top.mark),
                })}
              </strong>
            )}
          </p>
          <CountTable counts={counts} />
        </>
      )}
    </Section>
  )
}

const gradeWord = (mark: Mark): string => {
  const grade = GRADES[MARKS.indexOf(mark)]
  return grade ? GRADE_WORDS[spokenLanguage()][grade] : ''
}

/** Not to scale: the outer bands have no end. */
function NumberLine({ bands }: { readonly bands: Banded['bands'] }) {
  const pieces = numberLine(bands)
  const language = spokenLanguage()
  return (
    <div className={styles.numberLine} aria-hidden="true">
      {pieces.map(({ mark, from, to }, at) => (
        <span key={`${from} ${to}`} data-mark={mark ?? 'gap'}>
          {mark ?? ''}
          {at > 0 && from !== null && <em>{boundLabel(from, language)}</em>}
        </span>
      ))}
    </div>
  )
}

function CountTable({ counts }: { readonly counts: BandCounts }) {
  const { t } = useTranslation()
  const lines = [
    ...MARKS.map((mark) => ({
      label: `${gradeWord(mark)} ${mark}`,
      count: counts.marks[mark],
      always: true,
    })),
    { label: t('sheets.panel.outside'), count: counts.outside, always: false },
    { label: t('sheets.panel.without'), count: counts.without, always: false },
  ]
  return (
    <table className={styles.counts}>
      <tbody>
        {lines
          .filter(({ count, always }) => always || count > 0)
          .map(({ label, count }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className={styles.barCell}>
                <span
                  className={styles.bar}
                  style={{ width: `${counts.accounts === 0 ? 0 : (count / counts.accounts) * 100}%` }}
                />
              </td>
              <td className={styles.countCell}>{t('sheets.panel.marksOf', { count })}</td>
            </tr>
          ))}
      </tbody>
    </table>
  )
}
