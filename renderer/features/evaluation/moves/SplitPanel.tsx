import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { AccountSplit, PublishedRound, Under } from '../../../../db/evaluation/moves/contract.ts'
import { reasonsOf } from '../../../../db/evaluation/moves/rules/split.ts'
import { api } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { useMoneyUnit } from '../../../client/settings.ts'
import { formatFigure, formatScore, type MoneyUnit } from '../../../ui/format.ts'
import { ArrowRightOutlined, CloseOutlined } from '../../../ui/icons.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import { TierTag } from '../../../ui/tier.tsx'
import { Finding, type FindingTable } from '../outcome/Finding.tsx'
import styles from './moves.module.css'
import { changeText, markText, reasonName, splitSentence } from './reasonText.ts'
import { Waterfall } from './Waterfall.tsx'

/** Why one account moved: its tiers, the sentence, the waterfall with its table, and what moved the tier alone. */
export function SplitPanel({
  fromId,
  toId,
  under,
  accountId,
  lastYear,
  onSeason,
  onClose,
}: {
  readonly fromId: string
  readonly toId: string
  readonly under: Under
  readonly accountId: string
  /** the same season of the year before, where it isn't the older round anyway */
  readonly lastYear: PublishedRound | null
  readonly onSeason: (round: PublishedRound) => void
  readonly onClose: () => void
}) {
  const { t } = useTranslation()
  const { data, error } = useQuery(
    api.moves.split.queryOptions({
      input: { fromId, toId, under, accountId },
      retry: false,
      placeholderData: (before) => (before?.accountId === accountId ? before : undefined),
    }),
  )
  if (error) return <ErrorNote problem={toProblem(error)} />
  if (!data) return null
  return (
    <>
      <header className={styles.splitHead}>
        <h2>
          <Link to={`/accounts/${accountId}`} title={t('moves.split.openAccount')}>
            {data.name}
          </Link>
        </h2>
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          title={t('moves.split.close')}
          aria-label={t('moves.split.close')}
          onClick={onClose}
        />
      </header>
      <p className={styles.splitTiers}>
        <SidePlace side={data.from} absent={t('moves.place.new')} />
        <ArrowRightOutlined />
        <SidePlace side={data.to} absent={t('moves.place.gone')} />
      </p>
      <Explained split={data} />
      <Remarks split={data} />
      {data.seasonal && (
        <p className={styles.season}>
          {t(lastYear ? 'moves.season' : 'moves.seasonNone')}
          {lastYear && (
            <Button
              type="link"
              size="small"
              className={styles.seasonLink ?? ''}
              disabled={lastYear.id === fromId}
              onClick={() => onSeason(lastYear)}
            >
              {lastYear.roundName}
            </Button>
          )}
        </p>
      )}
    </>
  )
}

function SidePlace({ side, absent }: { readonly side: AccountSplit['from']; readonly absent: string }) {
  if (side === null) return <span>{absent}</span>
  return (
    <>
      <TierTag standing={side.standing} />
      <strong>{formatScore(side.score)}</strong>
    </>
  )
}

function Explained({ split }: { readonly split: AccountSplit }) {
  const { t } = useTranslation()
  const money = useMoneyUnit()
  const { steps, lines, from, to } = split
  const [before, after] = [from?.score ?? null, to?.score ?? null]
  if (steps === null || before === null || after === null) {
    const why = from === null ? 'new' : to === null ? 'gone' : 'unscored'
    return <p className={styles.unsplit}>{t(`moves.split.${why}`)}</p>
  }
  return (
    <Finding
      title={splitSentence(after - before, reasonsOf(steps), lines, t)}
      drawn={t('moves.split.drawn')}
      {...(steps.length === 0 ? {} : { table: stepTable(split, steps, money, t) })}
    >
      <Waterfall steps={steps} lines={lines} from={before} to={after} />
    </Finding>
  )
}

/** All steps, those of 0.0 too, with the marks and data that changed. */
function stepTable(
  { lines, figures }: AccountSplit,
  steps: NonNullable<AccountSplit['steps']>,
  money: MoneyUnit,
  t: TFunction,
): FindingTable {
  const became = (from: string, to: string): string => t('moves.split.became', { from, to })
  return {
    headers: [
      t('moves.split.step'),
      t('moves.split.what'),
      t('moves.split.marks'),
      t('moves.split.change'),
      t('moves.split.score'),
    ],
    rows: steps.map(({ part, line, before, after, markBefore, markAfter }, at) => {
      const figure = figures.find((one) => one.line === line)
      const read = (stored: number | null): string =>
        stored === null || !figure ? t('moves.split.noFigure') : formatFigure(stored, figure.unit, money)
      const marks = line === null ? '' : became(markText(markBefore, t), markText(markAfter, t))
      const data = part === 'figures' && figure ? ` (${became(read(figure.from), read(figure.to))})` : ''
      return [
        String(at + 1),
        reasonName({ part, line }, lines, t),
        `${marks}${data}`,
        changeText(after - before),
        formatScore(after),
      ]
    }),
  }
}

/** What decided the tier and not the score: exceptions (A7), decisions, borders. */
function Remarks({ split: { remarks, from, to } }: { readonly split: AccountSplit }) {
  const { t } = useTranslation()
  if (remarks.length === 0) return null
  return (
    <ul className={styles.remarks}>
      {remarks.map((remark) => {
        const fixed = (remark === 'lifted' ? from : to)?.fixed ?? null
        return (
          <li key={remark}>
            {t(`moves.remark.${remark}`, {
              tier: fixed ? t(`scoring.tier.${fixed.tier}`) : '',
              reason: fixed?.reason ?? '',
              by: fixed?.by ?? '',
            })}
          </li>
        )
      })}
    </ul>
  )
}
