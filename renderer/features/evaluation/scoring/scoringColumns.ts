import type { TFunction } from 'i18next'
import { parseMark } from '../../../../db/evaluation/rules/marks.ts'
import type { Tier } from '../../../../db/evaluation/rules/tiers.ts'
import type { CellValue, GridColumn, Parsed } from '../../../grid/types.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { formatScore, formatWeight } from '../../../ui/format.ts'
import { spanElement } from '../../../ui/spanElement.ts'
import { standingElement } from '../../../ui/tierElement.ts'
import type { RoundSession, ScoringRow } from './roundSession.ts'
import styles from './scoring.module.css'
import type { ScoringModel } from './scoringModel.ts'

/** The grid's column of an indicator. */
export const indicatorColumnId = (indicatorId: string): string => `indicator:${indicatorId}`

/** The indicator's place in the model that a column shows; null for the other columns. */
export function indicatorOfColumn(model: ScoringModel, columnId: string): number | null {
  const at = model.indicators.findIndex(({ id }) => indicatorColumnId(id) === columnId)
  return at === -1 ? null : at
}

/** What decides the columns; while this text stays the same they needn't be made again. */
export const columnsKey = ({ indicators, round }: ScoringModel): string =>
  JSON.stringify([round.state, indicators])

/**
 * The scoring grid's columns: account; indicators that bands mark; indicators that people judge; total, tier, rank.
 * Where the window is slim, tier and rank scroll with the marks, which would have no room beside them.
 * They read the session's present model, so marks may change under them.
 */
export function scoringColumns(
  session: RoundSession,
  model: ScoringModel,
  t: TFunction,
  slim: boolean,
): GridColumn<ScoringRow>[] {
  const places = model.indicators.map((_, column) => column)
  const banded = places.filter((column) => !model.isJudged(column))
  const judged = places.filter((column) => model.isJudged(column))
  const share = (columns: readonly number[]): string =>
    formatWeight(columns.reduce((sum, column) => sum + (model.weights[column] ?? 0), 0))
  const bands = t('scoring.column.bands', { percent: share(banded) })
  const judgement = t('scoring.column.judged', { percent: share(judged) })
  return [
    ...accountColumns(session, t, slim),
    ...banded.map((column) => indicatorColumn(session, model, column, bands, t)),
    ...judged.map((column) => indicatorColumn(session, model, column, judgement, t)),
    ...outcomeColumns(session, t, slim),
  ]
}

/** Columns that hold words, in px: at 1440 a sheet of nine indicators just fits in either language. */
const WIDTHS = {
  zh: { account: 148, total: 62, tier: 108, rank: 52 },
  en: { account: 120, total: 78, tier: 148, rank: 58 },
} as const

/** An account's column in a slim window, px. */
const SLIM_ACCOUNT = 116

const widths = () => WIDTHS[spokenLanguage()]

type Read = (model: ScoringModel, row: number) => CellValue

/** Reads off the model that the session holds at the time. */
const reader =
  (session: RoundSession, read: Read) =>
  ({ at }: ScoringRow): CellValue => {
    const { model } = session.snapshot()
    return model === null ? null : read(model, at)
  }

function accountColumns(session: RoundSession, t: TFunction, slim: boolean): GridColumn<ScoringRow>[] {
  const text = (read: Read) => ({ kind: 'text', read: reader(session, read) }) as const
  return [
    {
      id: 'account',
      title: t('scoring.column.account'),
      width: slim ? SLIM_ACCOUNT : widths().account,
      pinned: 'left',
      ...text((model, row) => model.accountName(row)),
      draw: ({ row, text: name }, into) => drawAccount(session.snapshot().model, row.at, name, into, t),
      search: ({ at }) => session.snapshot().model?.round.accounts.pinyin[at] ?? '',
    },
    {
      id: 'code',
      title: t('scoring.column.code'),
      width: 92,
      hidden: true,
      ...text((model, row) => model.round.accounts.codes[row] ?? ''),
    },
    {
      id: 'owner',
      title: t('scoring.column.owner'),
      width: 80,
      hidden: true,
      ...text((model, row) => model.round.accounts.owners[row] ?? ''),
    },
  ]
}

/** The account's name; on a ballot a flag says which accounts are the evaluator's own. */
function drawAccount(
  model: ScoringModel | null,
  row: number,
  name: string,
  into: HTMLElement,
  t: TFunction,
): void {
  into.append(name)
  if (model?.isOwn(row)) into.append(flagElement('own', t('ballots.ballot.own')))
}

function indicatorColumn(
  session: RoundSession,
  model: ScoringModel,
  column: number,
  group: string,
  t: TFunction,
): GridColumn<ScoringRow> {
  const indicator = model.indicators[column]
  const editable = model.isMarkable(column) && model.round.editable
  const parse = (text: string): Parsed => {
    const mark = parseMark(text)
    return mark === undefined
      ? { ok: false, problem: t('scoring.notMark', { text }) }
      : { ok: true, value: mark }
  }
  return {
    id: indicatorColumnId(indicator?.id ?? ''),
    title: indicator?.name ?? '',
    subtitle: formatWeight(model.weights[column] ?? 0),
    group,
    kind: 'mark',
    width: model.isJudged(column) ? 72 : 64,
    mostWidth: 140,
    read: reader(session, (now, row) => now.mark(row, column)),
    cellClass: (row) => markClass(session, row, column),
    ...(editable
      ? { parse, editable: ({ at }: ScoringRow) => session.snapshot().model?.isOpen(at, column) === true }
      : {}),
  }
}

function markClass(session: RoundSession, { at, id }: ScoringRow, column: number): string {
  const { model, unsaved } = session.snapshot()
  if (!model) return ''
  const judged = model.isJudged(column)
  const names = [judged ? styles.judged : styles.band]
  if (judged && !model.isOpen(at, column)) names.push(styles.closed)
  else if (model.mark(at, column) === null) names.push(styles.blank)
  if (model.note(at, column) !== '') names.push(styles.noted)
  if (unsaved?.has(id, model.indicators[column]?.id ?? '')) names.push(styles.unsaved)
  return names.join(' ')
}

function outcomeColumns(session: RoundSession, t: TFunction, slim: boolean): GridColumn<ScoringRow>[] {
  const standing = reader(session, (model, row) => model.standing(row))
  const words = {
    key: t('app.tier.key'),
    main: t('app.tier.main'),
    ordinary: t('app.tier.ordinary'),
    small: t('app.tier.small'),
  } satisfies Record<Tier, string>
  return [
    {
      id: 'total',
      title: t('scoring.column.total'),
      kind: 'number',
      width: widths().total,
      pinned: 'right',
      scale: 10,
      read: reader(session, (model, row) => model.totalTenths(row)),
      format: (value) => (typeof value === 'number' ? formatScore(value) : ''),
      cellClass: ({ at }) =>
        (session.snapshot().model?.total(at)?.kind === 'partial' ? styles.partial : styles.total) ?? '',
    },
    {
      id: 'tier',
      title: t('scoring.column.tier'),
      kind: 'text',
      width: widths().tier,
      ...(slim ? {} : { pinned: 'right' as const }),
      read: standing,
      format: (_, { at }) => {
        const { model } = session.snapshot()
        const now = model?.standing(at) ?? null
        if (model === null || now === null) return ''
        return now === 'insufficient' ? t('scoring.blanks', { count: model.blanks(at) }) : words[now]
      },
      draw: ({ row, text }, into) => drawTier(session.snapshot().model, row.at, text, into, t),
      cellClass: () => styles.tier ?? '',
      sortKey: (row) => STANDING_ORDER.indexOf(String(standing(row))),
    },
    {
      id: 'rank',
      title: t('scoring.column.rank'),
      kind: 'number',
      width: widths().rank,
      ...(slim ? { hidden: true } : { pinned: 'right' as const }),
      sumable: false,
      read: reader(session, (model, row) => model.rank(row)),
      format: (value) => (value === null ? '–' : String(value)),
    },
  ]
}

const STANDING_ORDER = ['key', 'main', 'ordinary', 'small', 'insufficient']

/** The tier as sign and word; what is missing or out of the ordinary as a small flag beside it. */
function drawTier(
  model: ScoringModel | null,
  row: number,
  text: string,
  into: HTMLElement,
  t: TFunction,
): void {
  const standing = model?.standing(row) ?? null
  if (model === null || standing === null) return
  into.append(standingElement(standing, text))
  if (standing === 'insufficient') return
  if (model.exception(row)) into.append(flagElement('exception', `⚑ ${t('scoring.exception')}`))
  else if (model.blanks(row) > 0)
    into.append(flagElement('blanks', t('scoring.blanks', { count: model.blanks(row) })))
}

function flagElement(kind: 'exception' | 'blanks' | 'own', text: string): HTMLElement {
  const flag = spanElement(styles.flag, text)
  flag.dataset.kind = kind
  return flag
}
