import { Button } from 'antd'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Comparison, SheetLine } from '../../../../db/evaluation/moves/contract.ts'
import { Section } from '../../../ui/bits.tsx'
import { formatScore, formatWeight } from '../../../ui/format.ts'
import type { MoveRow } from './moveRows.ts'
import { movingParts } from './moveRows.ts'
import styles from './moves.module.css'
import { changeText } from './reasonText.ts'

/** What changed between the two rounds themselves, and what it comes to over all accounts. */
export function RoundFacts({
  comparison,
  rows,
  onSeason,
}: {
  readonly comparison: Comparison
  readonly rows: readonly MoveRow[]
  readonly onSeason: () => void
}) {
  const { t } = useTranslation()
  const { lines, lastYear, from } = comparison
  const seasonal = rows.filter((row) => row.seasonal).length
  const changes = [...lines.flatMap((line) => lineTexts(line, t)), ...borderTexts(comparison, t)]
  const voters = evaluatorTexts(comparison, t)
  const split = rows.filter(({ change }) => change !== null)
  return (
    <>
      <p className={styles.hint}>{t('moves.facts.hint')}</p>
      <Section title={t('moves.facts.sums')} remark={t('moves.facts.sumsRemark', { count: split.length })}>
        <dl className={styles.sums}>
          {movingParts(rows).map((part) => (
            <div key={part}>
              <dt>{t(`moves.part.${part}`)}</dt>
              <dd>{changeText(split.reduce((sum, { sums }) => sum + (sums[part] ?? 0), 0))}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title={t('moves.facts.sheet')}>
        {changes.length === 0 ? <p>{t('moves.facts.unchanged')}</p> : <Lines texts={changes} />}
      </Section>
      {voters.length > 0 && (
        <Section title={t('moves.facts.evaluators')}>
          <Lines texts={voters} />
        </Section>
      )}
      {seasonal > 0 && lastYear && lastYear.id !== from.id && (
        <Section title={t('moves.seasonal')}>
          <p>{t('moves.facts.seasonal', { count: seasonal, round: lastYear.roundName })}</p>
          <Button size="small" className={styles.seasonButton ?? ''} onClick={onSeason}>
            {t('moves.facts.compareSeason')}
          </Button>
        </Section>
      )}
    </>
  )
}

function Lines({ texts }: { readonly texts: readonly string[] }) {
  return (
    <ul className={styles.facts}>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}

function lineTexts({ name, change, weightFrom, weightTo }: SheetLine, t: TFunction): string[] {
  const words = {
    name,
    from: weightFrom === null ? '' : formatWeight(weightFrom),
    to: weightTo === null ? '' : formatWeight(weightTo),
  }
  const texts = change === null ? [] : [t(`moves.facts.${change}`, words)]
  const isKept = weightFrom !== null && weightTo !== null
  return isKept && weightFrom !== weightTo ? [...texts, t('moves.facts.weight', words)] : texts
}

function borderTexts({ from, to }: Comparison, t: TFunction): string[] {
  const [a, b] = [from.borders, to.borders]
  if (a.key === b.key && a.main === b.main && a.ordinary === b.ordinary) return []
  return [
    t('moves.facts.borders', {
      keyFrom: formatScore(a.key),
      keyTo: formatScore(b.key),
      mainFrom: formatScore(a.main),
      mainTo: formatScore(b.main),
      ordinaryFrom: formatScore(a.ordinary),
      ordinaryTo: formatScore(b.ordinary),
    }),
  ]
}

/** Who came, who left, whose voting weight changed; nothing where a round had one shared sheet. */
function evaluatorTexts({ from, to }: Comparison, t: TFunction): string[] {
  if (from.evaluators.length === 0 || to.evaluators.length === 0) return []
  const before = new Map(from.evaluators.map((one) => [one.memberId, one]))
  const after = new Set(to.evaluators.map(({ memberId }) => memberId))
  return [
    ...to.evaluators.flatMap(({ memberId, name, votes }) => {
      const earlier = before.get(memberId)
      if (!earlier) return t('moves.facts.joined', { name, votes })
      return earlier.votes === votes ? [] : t('moves.facts.votes', { name, from: earlier.votes, to: votes })
    }),
    ...from.evaluators.flatMap(({ memberId, name, votes }) =>
      after.has(memberId) ? [] : t('moves.facts.left', { name, votes }),
    ),
  ]
}
