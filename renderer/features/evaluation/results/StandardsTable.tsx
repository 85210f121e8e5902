import { useTranslation } from 'react-i18next'
import type { Publication } from '../../../../db/evaluation/contract.ts'
import { GRADES, markOfGrade } from '../../../../db/evaluation/rules/marks.ts'
import { formatScore, formatWeight } from '../../../ui/format.ts'
import styles from './results.module.css'

/** The grading sheet as it was when published: weights, standards, figures, borders. */
export function StandardsTable({ publication }: { readonly publication: Publication }) {
  const { t } = useTranslation()
  const { indicators, figures, borders } = publication
  return (
    <div className={styles.standards}>
      <p className={styles.quiet}>
        {t('scoring.results.borders', {
          key: formatScore(borders.key),
          main: formatScore(borders.main),
          ordinary: formatScore(borders.ordinary),
        })}
      </p>
      <table>
        <thead>
          <tr>
            <th>{t('scoring.results.indicator')}</th>
            <th>{t('scoring.results.weight')}</th>
            {GRADES.map((grade) => (
              <th key={grade}>
                {t(`scoring.grade.${grade}`)} {markOfGrade(grade)}
              </th>
            ))}
            <th>{t('scoring.results.figure')}</th>
          </tr>
        </thead>
        <tbody>
          {indicators.map(({ id, name, weight, standards }, at) => (
            <tr key={id}>
              <td>{name}</td>
              <td className={styles.number}>{formatWeight(weight)}</td>
              {GRADES.map((grade) => (
                <td key={grade}>{standards[grade]}</td>
              ))}
              <td>{figures[at]?.name ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
