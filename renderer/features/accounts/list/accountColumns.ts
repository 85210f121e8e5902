import RightOutlined from '@ant-design/icons-svg/es/asn/RightOutlined'
import type { TFunction } from 'i18next'
import type { AccountRow, Figure } from '../../../../db/accounts/contract.ts'
import { CYCLES, KINDS } from '../../../../db/accounts/rules/fields.ts'
import { storedScale } from '../../../../db/accounts/rules/figures.ts'
import type { Member } from '../../../../db/department/contract.ts'
import { type Standing, TIERS } from '../../../../db/evaluation/rules/tiers.ts'
import type { CellValue, GridColumn } from '../../../grid/types.ts'
import { formatFigure, formatScore, type MoneyUnit } from '../../../ui/format.ts'
import { iconElement } from '../../../ui/iconElement.ts'
import { spanElement } from '../../../ui/spanElement.ts'
import { standingElement } from '../../../ui/tierElement.ts'
import styles from '../accounts.module.css'
import { parseFigure, parseOwner, parseText, parseWord, type TextField } from '../accountText.ts'

/** What the columns depend on besides the rows. */
export interface ColumnContext {
  readonly figures: readonly Figure[]
  readonly members: readonly Member[]
  readonly money: MoneyUnit
  readonly t: TFunction
}

/** Id of a figure's column: tells a figure's cell from a field's. */
export const figureColumnId = (figureId: string): string => `figure:${figureId}`

/** Columns of the accounts grid: every field and figure can be typed; tier and score come from rounds. */
export function accountColumns(context: ColumnContext): readonly GridColumn<AccountRow>[] {
  return [
    textColumn(context, 'code', 110),
    nameColumn(context),
    tierColumn(context),
    scoreColumn(context),
    ownerColumn(context),
    wordColumn(context, 'kind', 96),
    wordColumn(context, 'cycle', 96),
    ...context.figures.map((figure, at) => figureColumn(context, figure, at)),
    textColumn(context, 'industry', 110),
    textColumn(context, 'region', 110),
    textColumn(context, 'phone', 130),
    textColumn(context, 'note', 220),
  ]
}

function textColumn({ t }: ColumnContext, field: TextField, width: number): GridColumn<AccountRow> {
  return {
    id: field,
    title: t(`accounts.field.${field}`),
    kind: 'text',
    width,
    read: (row) => row[field],
    parse: (text) => parseText(field, text, t),
  }
}

function nameColumn(context: ColumnContext): GridColumn<AccountRow> {
  const { t } = context
  return {
    ...textColumn(context, 'name', 220),
    pinned: 'left',
    search: ({ pinyin }) => pinyin,
    compare: (_a, _b, one, other) => (one.pinyin < other.pinyin ? -1 : one.pinyin > other.pinyin ? 1 : 0),
    draw: ({ row, text }, into) => into.append(nameElement(row, text, t)),
  }
}

function nameElement({ id, name }: AccountRow, text: string, t: TFunction): HTMLElement {
  const link = document.createElement('a')
  link.className = styles.open ?? ''
  link.href = `#/accounts/${id}`
  link.tabIndex = -1
  link.title = t('accounts.open')
  link.ariaLabel = t('accounts.openAccount', { name })
  link.append(iconElement(RightOutlined))
  return spanElement(styles.name, spanElement(styles.nameText, text), link)
}

function tierColumn({ t }: ColumnContext): GridColumn<AccountRow> {
  const order: readonly (Standing | null)[] = [...TIERS, 'insufficient', null]
  return {
    id: 'tier',
    title: t('accounts.field.tier'),
    kind: 'text',
    width: 108,
    read: ({ tier }) => tier,
    format: (_value, { tier }) => (tier === null ? '' : t(`app.tier.${tier}`)),
    draw: ({ row: { tier }, text }, into) => {
      if (tier !== null) into.append(standingElement(tier, text))
    },
    compare: (_a, _b, one, other) => order.indexOf(one.tier) - order.indexOf(other.tier),
  }
}

function scoreColumn({ t }: ColumnContext): GridColumn<AccountRow> {
  return {
    id: 'score',
    title: t('accounts.field.score'),
    kind: 'number',
    width: 80,
    scale: 10,
    read: ({ score }) => score,
    format: (_value, { score }) => (score === null ? '' : formatScore(score)),
  }
}

function ownerColumn({ t, members }: ColumnContext): GridColumn<AccountRow> {
  const names = new Map<string, Member>(members.map((member) => [member.id, member]))
  const nameOf = (value: CellValue): string => names.get(String(value))?.name ?? ''
  return {
    id: 'ownerId',
    title: t('accounts.field.owner'),
    kind: 'choice',
    width: 110,
    choices: members.map(({ id, name }) => ({ value: id, label: name })),
    read: ({ ownerId }) => (ownerId !== null && names.has(ownerId) ? ownerId : null),
    format: nameOf,
    parse: (text) => parseOwner(text, members, t),
    search: ({ ownerId }) => names.get(ownerId ?? '')?.pinyin ?? '',
    compare: (a, b) => ((names.get(String(a))?.pinyin ?? '') < (names.get(String(b))?.pinyin ?? '') ? -1 : 1),
  }
}

function wordColumn({ t }: ColumnContext, field: 'kind' | 'cycle', width: number): GridColumn<AccountRow> {
  const values: readonly string[] = field === 'kind' ? KINDS : CYCLES
  const words: Record<string, string> =
    field === 'kind'
      ? Object.fromEntries(KINDS.map((kind) => [kind, t(`accounts.kind.${kind}`)]))
      : Object.fromEntries(CYCLES.map((cycle) => [cycle, t(`accounts.cycle.${cycle}`)]))
  const problem = (choices: string): string =>
    field === 'kind'
      ? t('accounts.problem.notKind', { choices })
      : t('accounts.problem.notCycle', { choices })
  return {
    id: field,
    title: t(`accounts.field.${field}`),
    kind: 'choice',
    width,
    choices: values.map((value) => ({ value, label: words[value] ?? value })),
    read: (row) => row[field],
    format: (value) => (value === null ? '' : (words[String(value)] ?? '')),
    parse: (text) => parseWord(text, words, problem),
  }
}

function figureColumn(context: ColumnContext, figure: Figure, at: number): GridColumn<AccountRow> {
  const { t, money } = context
  const title = figureTitle(figure, money, t)
  return {
    id: figureColumnId(figure.id),
    title,
    kind: 'number',
    width: titleWidth(title),
    scale: figure.unit === 'money' && money === 'tenThousand' ? 1_000_000 : storedScale(figure.unit),
    read: ({ figures }) => figures[at] ?? null,
    format: (_value, { figures }) => formatFigure(figures[at] ?? null, figure.unit, money),
    parse: (text) => parseFigure(text, figure.unit, money, t),
  }
}

/** As wide as a header's text, within reason: Chinese characters are about twice as wide as Latin letters. */
const titleWidth = (title: string): number =>
  Math.min(180, Math.max(96, 40 + [...title].reduce((sum, char) => sum + (char > 'ÿ' ? 13 : 7.5), 0)))

/** A figure's name with its unit, money in the unit chosen for the window. */
export function figureTitle(figure: Figure, money: MoneyUnit, t: TFunction): string {
  const unit = figure.unit === 'money' ? t(`app.status.${money}`) : t(`accounts.unit.${figure.unit}`)
  return t('accounts.figure.header', { name: figure.name, unit }).trim()
}
