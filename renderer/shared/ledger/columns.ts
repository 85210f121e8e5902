import type { IconDefinition } from '@ant-design/icons-svg/es/types'
import type { TFunction } from 'i18next'
import { typedDay } from '../../../db/accounts/log/rules/typedDay.ts'
import { nearDay } from '../../../db/accounts/promises/rules/dueDays.ts'
import { LEDGER_LIMITS } from '../../../db/channel/ledger/rules/limits.ts'
import type { Member } from '../../../db/department/contract.ts'
import { type Standing, TIERS } from '../../../db/evaluation/rules/tiers.ts'
import type { GridColumn } from '../../grid/types.ts'
import { iconElement } from '../../ui/iconElement.ts'
import { once } from '../../ui/once.ts'
import { openCell } from '../../ui/openCell.ts'
import { spanElement } from '../../ui/spanElement.ts'
import { standingElement } from '../../ui/tierElement.ts'
import styles from './ledger.module.css'

/** A day near today in words (今天, 明天), else as 12-05, with its year where it is far. */
export function dayText(day: string, today: string, t: TFunction): string {
  const near = nearDay(day, today)
  return near === 'today' || near === 'tomorrow' || near === 'yesterday' ? t(`ledger.${near}`) : near
}

/** A text that is only shown. */
export const shownColumn = <Row>(
  id: string,
  title: string,
  width: number,
  read: (row: Row) => string | null,
): GridColumn<Row> => ({ id, title, kind: 'text', width, mostWidth: width * 2, read })

/** A text that can be typed. */
export const textColumn = <Row>(
  id: string,
  title: string,
  width: number,
  read: (row: Row) => string,
  t: TFunction,
  { required = false, most = LEDGER_LIMITS.line }: { required?: boolean; most?: number } = {},
): GridColumn<Row> => ({
  id,
  title,
  kind: 'text',
  width,
  mostWidth: width * 2,
  read,
  parse: (typed) => {
    const value = typed.trim()
    if (required && value === '') return { ok: false, problem: t('ledger.required') }
    return value.length > most
      ? { ok: false, problem: t('ledger.tooLong', { max: most }) }
      : { ok: true, value }
  },
})

/** One of some words. */
export const choiceColumn = <Row>(
  id: string,
  title: string,
  width: number,
  read: (row: Row) => string | null,
  choices: readonly { readonly value: string; readonly label: string }[],
  t: TFunction,
  { clearable = false }: { clearable?: boolean } = {},
): GridColumn<Row> => ({
  id,
  title,
  kind: 'choice',
  width,
  choices,
  read,
  format: (value) => choices.find((choice) => choice.value === value)?.label ?? '',
  parse: (typed) =>
    clearable && typed.trim() === ''
      ? { ok: true, value: null }
      : { ok: false, problem: t('ledger.notChoice', { text: typed }) },
})

/** One of ours. */
export const memberColumn = <Row>(
  id: string,
  title: string,
  read: (row: Row) => string | null,
  members: readonly Member[],
  t: TFunction,
): GridColumn<Row> => ({
  ...choiceColumn<Row>(
    id,
    title,
    88,
    read,
    members.map(({ id: value, name: label }) => ({ value, label })),
    t,
    { clearable: true },
  ),
  search: (row) => members.find((member) => member.id === read(row))?.pinyin ?? '',
})

/** A day that can be typed. */
export const dayColumn = <Row>(
  id: string,
  title: string,
  read: (row: Row) => string | null,
  today: string,
  t: TFunction,
  direction: 'past' | 'future',
): GridColumn<Row> => ({
  ...shownDayColumn(id, title, read, today, t),
  parse: (typed) => {
    const value = typedDay(typed, today, direction)
    return value === null ? { ok: false, problem: t('ledger.notDay', { text: typed }) } : { ok: true, value }
  },
})

/** A day that is only shown. */
export const shownDayColumn = <Row>(
  id: string,
  title: string,
  read: (row: Row) => string | null,
  today: string,
  t: TFunction,
): GridColumn<Row> => ({
  id,
  title,
  kind: 'text',
  width: 96,
  read,
  format: (value) => (value === null ? '' : dayText(String(value), today, t)),
})

/** The account, with an arrow to its page. */
export const accountColumn = <Row extends { readonly accountId: string; readonly account: string }>(
  t: TFunction,
): GridColumn<Row> => ({
  id: 'account',
  title: t('ledger.account'),
  kind: 'text',
  width: 160,
  mostWidth: 240,
  read: ({ account }) => account,
  draw: ({ row, text }, into) => {
    const label = t('ledger.open', { name: row.account })
    into.append(openCell({ text, to: `/accounts/${row.accountId}/channel`, label }))
  },
})

/** Where the account stands: sign and word. */
export const tierColumn = <Row extends { readonly tier: Standing | null }>(t: TFunction): GridColumn<Row> => {
  const word = once((tier: Standing) => t(`app.tier.${tier}`))
  return {
    id: 'tier',
    title: t('ledger.tier'),
    kind: 'text',
    width: 96,
    read: ({ tier }) => (tier === null ? null : word(tier)),
    sortKey: ({ tier }) => (tier === null || tier === 'insufficient' ? null : TIERS.indexOf(tier)),
    draw: ({ row, text }, into) => {
      if (row.tier !== null) into.append(standingElement(row.tier, text))
    },
  }
}

/** How a state is shown: its word, a sign, and whether that is good, bad or late. */
export interface StateLook {
  readonly text: string
  readonly sign: IconDefinition
  readonly tone: 'late' | 'bad' | 'good' | 'plain'
  /** lower ones come first */
  readonly rank: number
}

/** Where something stands. */
export const stateColumn = <Row>(
  title: string,
  width: number,
  look: (row: Row) => StateLook,
): GridColumn<Row> => ({
  id: 'state',
  title,
  kind: 'text',
  width,
  read: (row) => look(row).text,
  sortKey: (row) => look(row).rank,
  draw: ({ row, text }, into) => {
    const { sign, tone } = look(row)
    const cell = spanElement(styles.state, iconElement(sign), text)
    cell.dataset.tone = tone
    into.append(cell)
  },
})
