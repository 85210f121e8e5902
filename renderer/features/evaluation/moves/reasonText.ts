import type { TFunction } from 'i18next'
import type { MoveReason, SheetLine } from '../../../../db/evaluation/moves/contract.ts'
import { formatNumber } from '../../../ui/format.ts'

/** A change in tenths of a point with its sign: `+2.4`, `−0.6`, `0.0`. */
export const changeText = (tenths: number): string =>
  `${tenths > 0 ? '+' : tenths < 0 ? '−' : ''}${(Math.abs(tenths) / 10).toFixed(1)}`

/** A mark in hundredths as people write it; the word for blank where there is none. */
export const markText = (hundredths: number | null, t: TFunction): string =>
  hundredths === null ? t('moves.split.blank') : formatNumber(hundredths / 100, 2)

/** What a reason is called: the indicator for judged marks, with what became of it otherwise. */
export function reasonName(
  { part, line }: Pick<MoveReason, 'part' | 'line'>,
  lines: readonly SheetLine[],
  t: TFunction,
): string {
  const found = line === null ? undefined : lines[line]
  if (part === 'sheet') return t(`moves.reason.${found?.change ?? 'words'}`, { name: found?.name ?? '' })
  return t(`moves.reason.${part}`, { name: found?.name ?? '' })
}

/** How many reasons a sentence names before it sums up the rest. */
const NAMED = 3

/** A change as a sentence: “跌 2.4 分：忠诚度 −2.4”. Reasons come the largest first. */
export function splitSentence(
  change: number,
  reasons: readonly MoveReason[],
  lines: readonly SheetLine[],
  t: TFunction,
): string {
  if (reasons.length === 0) return t('moves.split.still')
  const named = reasons.slice(0, reasons.length === NAMED + 1 ? NAMED + 1 : NAMED)
  const others = reasons.slice(named.length)
  const texts: string[] = named.map((reason) =>
    t('moves.reason.change', { reason: reasonName(reason, lines, t), change: changeText(reason.change) }),
  )
  if (others.length > 0)
    texts.push(
      t('moves.reason.others', {
        count: others.length,
        change: changeText(others.reduce((sum, { change: part }) => sum + part, 0)),
      }),
    )
  const words = { points: (Math.abs(change) / 10).toFixed(1), reasons: texts.join(t('moves.comma')) }
  return t(`moves.split.${change > 0 ? 'up' : change < 0 ? 'down' : 'even'}`, words)
}
