import type { TFunction } from 'i18next'
import type { Figure } from '../../../../db/accounts/contract.ts'
import type { CustomField } from '../../../../db/accounts/custom/contract.ts'
import { type AccountField, FIELD_NAMES, shapeOf } from '../../../../db/accounts/rules/accountFields.ts'
import { storedScale } from '../../../../db/accounts/rules/figures.ts'
import { customStrip, figureStrip } from '../../../../db/accounts/rules/strips.ts'
import { type Standing, TIERS } from '../../../../db/evaluation/rules/tiers.ts'
import type { ListedAccount } from '../../../client/accountTable.ts'
import type { GridColumn } from '../../../grid/types.ts'
import { formatFigure, formatScore, type MoneyUnit } from '../../../ui/format.ts'
import { openCell } from '../../../ui/openCell.ts'
import { standingElement } from '../../../ui/tierElement.ts'
import { parseFigure } from '../accountText.ts'
import { customColumn, memberColumn, titleWidth } from '../custom/customColumn.ts'
import { type FieldContext, fieldTitle, fieldWords, formatField, parseField } from '../fieldText.ts'

/** What the columns depend on besides the rows. */
export interface ColumnContext extends FieldContext {
  readonly figures: readonly Figure[]
  readonly custom: readonly CustomField[]
}

type Column = GridColumn<ListedAccount>

/** Widths of fields' columns, in the order of the grid; those of `MORE` are hidden until they are asked for. */
const SHOWN = { ownerId: 110, kind: 96, cycle: 120, lifecycle: 96 } as const satisfies Widths
const LAST = { industry: 110, region: 110, phone: 130, tags: 140, note: 220 } as const satisfies Widths
const WIDTH = 120
type Widths = Partial<Record<AccountField, number>>

/** Columns of the accounts grid: every field, figure and custom field can be typed; tier and score come from rounds. */
export function accountColumns(context: ColumnContext): readonly Column[] {
  const { figures, custom } = context
  const columnsOf = (widths: Widths): Column[] =>
    FIELD_NAMES.flatMap((field) => {
      const width = widths[field]
      return width === undefined ? [] : [fieldColumn(context, field, width)]
    })
  const placed: ReadonlySet<string> = new Set(['code', 'name', ...Object.keys(SHOWN), ...Object.keys(LAST)])
  return [
    fieldColumn(context, 'code', 110),
    nameColumn(context),
    tierColumn(context),
    scoreColumn(context),
    ...columnsOf(SHOWN),
    ...figures.map((figure) => figureColumn(context, figure)),
    ...columnsOf(LAST),
    ...custom.map((field) => {
      const id = customStrip(field.id)
      return customColumn<ListedAccount>(context, field, id, (row) => row.value(id))
    }),
    ...FIELD_NAMES.filter((field) => !placed.has(field)).map((field) => ({
      ...fieldColumn(context, field, WIDTH),
      hidden: true,
    })),
  ]
}

function fieldColumn(context: ColumnContext, field: AccountField, width: number): Column {
  const { kind } = shapeOf(field)
  const column: Column = {
    id: field,
    title: fieldTitle(field, context),
    kind: 'text',
    width,
    read: (row) => row.value(field),
    format: (value) => formatField(field, value, context),
    parse: (text) => parseField(field, text, context),
  }
  switch (kind) {
    case 'member':
      return memberColumn(context, column)
    case 'word':
      return wordColumn(column, fieldWords(field, context.t))
    case 'money':
      return { ...column, kind: 'number', scale: moneyScale(context.money) }
    case 'whole':
      return { ...column, kind: 'number' }
    case 'year':
      return { ...column, kind: 'number', sumable: false }
    default:
      return column
  }
}

/** A column of one of some words, looked up once: the filter asks for them for every row. */
const wordColumn = (column: Column, words: Readonly<Record<string, string>>): Column => ({
  ...column,
  kind: 'choice',
  choices: Object.entries(words).map(([value, label]) => ({ value, label })),
  format: (value) => (value === null ? '' : (words[value] ?? String(value))),
})

const moneyScale = (money: MoneyUnit): number => (money === 'tenThousand' ? 1_000_000 : 100)

/** The name finds its account by pinyin, short name, tags and custom texts too, whether their columns are shown or not. */
function nameColumn(context: ColumnContext): Column {
  const { t, custom } = context
  const texts = [
    'shortName',
    'tags',
    ...custom.flatMap(({ id, kind }) => (kind === 'text' || kind === 'choice' ? [customStrip(id)] : [])),
  ]
  return {
    ...fieldColumn(context, 'name', 220),
    pinned: 'left',
    search(row) {
      let found = row.pinyin
      for (const text of texts) found += ` ${row.value(text) ?? ''}`
      return found
    },
    sortKey: ({ pinyin }) => pinyin,
    draw: ({ row, text }, into) => into.append(nameElement(row, text, t)),
  }
}

function nameElement({ id, name }: ListedAccount, text: string, t: TFunction): HTMLElement {
  return openCell({
    text,
    to: `/accounts/${id}`,
    label: t('accounts.openAccount', { name }),
    title: t('accounts.open'),
  })
}

const STANDINGS: readonly Standing[] = [...TIERS, 'insufficient']

function tierColumn({ t }: ColumnContext): Column {
  const words = new Map(STANDINGS.map((standing) => [standing, t(`app.tier.${standing}`)]))
  const standingOf = (row: ListedAccount): Standing | undefined =>
    STANDINGS.find((standing) => standing === row.value('tier'))
  const placeOf = (row: ListedAccount): number => {
    const standing = standingOf(row)
    return standing === undefined ? STANDINGS.length : STANDINGS.indexOf(standing)
  }
  return {
    id: 'tier',
    title: t('accounts.field.tier'),
    kind: 'text',
    width: 108,
    read: (row) => row.value('tier'),
    format: (_value, row) => {
      const standing = standingOf(row)
      return standing === undefined ? '' : (words.get(standing) ?? '')
    },
    draw: ({ row, text }, into) => {
      const standing = standingOf(row)
      if (standing !== undefined) into.append(standingElement(standing, text))
    },
    sortKey: placeOf,
  }
}

function scoreColumn({ t }: ColumnContext): Column {
  return {
    id: 'score',
    title: t('accounts.field.score'),
    kind: 'number',
    width: 80,
    scale: 10,
    read: (row) => row.value('score'),
    format: (value) => (typeof value === 'number' ? formatScore(value) : ''),
  }
}

function figureColumn({ t, money }: ColumnContext, figure: Figure): Column {
  const id = figureStrip(figure.id)
  const title = figureTitle(figure, money, t)
  return {
    id,
    title,
    kind: 'number',
    width: titleWidth(title),
    scale: figure.unit === 'money' ? moneyScale(money) : storedScale(figure.unit),
    read: (row) => row.value(id),
    format: (value) => formatFigure(typeof value === 'number' ? value : null, figure.unit, money),
    parse: (text) => parseFigure(text, figure.unit, money, t),
  }
}

/** A figure's name with its unit, money in the unit chosen for the window. */
export function figureTitle(figure: Figure, money: MoneyUnit, t: TFunction): string {
  const unit = figure.unit === 'money' ? t(`app.status.${money}`) : t(`accounts.unit.${figure.unit}`)
  return t('accounts.figure.header', { name: figure.name, unit }).trim()
}
