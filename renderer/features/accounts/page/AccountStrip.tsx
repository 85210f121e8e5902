import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountHead } from '../../../../db/accounts/portrait/contract.ts'
import { storedScale } from '../../../../db/accounts/rules/figures.ts'
import { useMoneyUnit } from '../../../client/settings.ts'
import { Avatar } from '../../../ui/bits.tsx'
import { formatMoney, formatNumber, formatScore, formatSigned, type MoneyUnit } from '../../../ui/format.ts'
import { Sparkline } from '../portrait/Sparkline.tsx'
import styles from '../portrait/strip.module.css'
import { dayText, rateText } from '../promises/promiseText.ts'

/** The head figures of an account in one line, as far as they are known: score, trade, promises, contact, owner. */
export function AccountStrip({ head }: { readonly head: AccountHead }) {
  const { t } = useTranslation()
  const money = useMoneyUnit()
  return (
    <dl className={styles.strip}>
      <Score head={head} />
      <Figures figures={head.figures} money={money} />
      <Kept head={head} />
      <Contact head={head} />
      <Cell
        title={t('portrait.head.next')}
        big={head.next ? dayText(head.next.on, head.today, t) : '–'}
        late={head.next !== null && head.next.on < head.today}
        below={
          head.next ? [head.next.by, head.next.what].filter(Boolean).join(' ') : t('portrait.head.nextNone')
        }
      />
      <Owner head={head} />
    </dl>
  )
}

/** A word, what stands there, and a quiet line under it. */
function Cell({
  title,
  big,
  below,
  late = false,
}: {
  readonly title: string
  readonly big: ReactNode
  readonly below: string
  readonly late?: boolean
}) {
  return (
    <div>
      <dt>{title}</dt>
      <dd className={`${styles.big} ${late ? styles.late : ''}`}>{big}</dd>
      <dd className={styles.long} title={below}>
        {below}
      </dd>
    </div>
  )
}

function Score({ head: { score, change, rank, ranked, trend } }: { readonly head: AccountHead }) {
  const { t } = useTranslation()
  const scores = trend.map(({ roundName, score: then }) => `${roundName} ${formatScore(then)}`).join(', ')
  return (
    <Cell
      title={t('portrait.head.score')}
      big={
        <>
          {formatScore(score)}
          {change !== null && change !== 0 && (
            <span
              className={change > 0 ? styles.up : styles.down}
              title={t('portrait.head.change', { change: formatSigned(change / 10) })}
            >
              {change > 0 ? '▲' : '▼'} {formatScore(Math.abs(change))}
            </span>
          )}
          <Sparkline
            values={trend.map(({ score: then }) => then)}
            label={t('portrait.head.trend', { scores })}
          />
        </>
      }
      below={
        rank === null || ranked === null
          ? t('portrait.head.unranked')
          : t('portrait.head.rank', { rank, ranked })
      }
    />
  )
}

/** What the department keeps of trade: volume, profit, share; nothing where it keeps none. */
function Figures({
  figures: { volume, profit, share, growth },
  money,
}: {
  readonly figures: AccountHead['figures']
  readonly money: MoneyUnit
}) {
  const { t } = useTranslation()
  const amount = (fen: number): ReactNode => (
    <>
      {formatMoney(fen, money)}
      <span className={styles.unit}>{t(`app.status.${money}`)}</span>
    </>
  )
  const growing = growth?.value
  return (
    <>
      {volume && volume.value !== null && (
        <Cell
          title={volume.name}
          big={amount(volume.value)}
          below={
            growing == null
              ? ''
              : t('portrait.head.growth', { growth: formatSigned(growing / storedScale('percent')) })
          }
        />
      )}
      {profit && profit.value !== null && (
        <Cell title={profit.name} big={amount(profit.value)} below={margin(profit.value, volume?.value, t)} />
      )}
      {share && share.value !== null && (
        <Cell title={share.name} big={`${formatNumber(share.value / storedScale('percent'), 1)}%`} below="" />
      )}
    </>
  )
}

const margin = (profit: number, volume: number | null | undefined, t: TFunction): string =>
  volume ? t('portrait.head.margin', { margin: formatNumber((profit / volume) * 100, 1) }) : ''

function Kept({ head: { promises } }: { readonly head: AccountHead }) {
  const { t } = useTranslation()
  const { rate, kept, broken, late } = promises.all
  const settled = kept + broken
  const line = settled === 0 ? t('portrait.head.keptNone') : t('portrait.head.keptLine', { kept, settled })
  return (
    <Cell
      title={t('portrait.head.kept')}
      big={rateText(rate)}
      below={late === 0 ? line : `${line} · ${t('portrait.head.keptLate', { count: late })}`}
    />
  )
}

function Contact({ head: { contact, interval } }: { readonly head: AccountHead }) {
  const { t } = useTranslation()
  const title = t('portrait.head.contact')
  if (!contact) return <Cell title={title} big="–" below={t('portrait.head.never')} />
  const { days, member, channel } = contact
  const over = days - interval
  const when =
    days <= 0
      ? t('promises.today')
      : days === 1
        ? t('promises.yesterday')
        : t('portrait.head.contactDays', { days })
  const who = [member, t(`portrait.head.channel.${channel}`)].filter(Boolean).join(' ')
  return (
    <Cell
      title={title}
      big={when}
      late={over > 0}
      below={over > 0 ? `${t('portrait.head.overdue', { days: over })} · ${who}` : who}
    />
  )
}

const DEPUTY = /代管|副手|替|deputy/i

function Owner({ head: { owner, group } }: { readonly head: AccountHead }) {
  const { t } = useTranslation()
  const deputy = group.find(({ function: seat }) => DEPUTY.test(seat))
  const below = deputy
    ? t('portrait.head.deputy', { name: deputy.name })
    : group.length > 0
      ? t('portrait.head.group', { count: group.length })
      : ''
  return (
    <Cell
      title={t('portrait.head.owner')}
      big={
        <>
          {owner && <Avatar name={owner.name} />}
          {owner?.name ?? t('portrait.head.noOwner')}
        </>
      }
      below={below}
    />
  )
}
