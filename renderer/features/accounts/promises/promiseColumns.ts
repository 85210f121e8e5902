import CheckOutlined from '@ant-design/icons-svg/es/asn/CheckOutlined'
import ClockCircleFilled from '@ant-design/icons-svg/es/asn/ClockCircleFilled'
import ClockCircleOutlined from '@ant-design/icons-svg/es/asn/ClockCircleOutlined'
import CloseCircleFilled from '@ant-design/icons-svg/es/asn/CloseCircleFilled'
import MinusCircleOutlined from '@ant-design/icons-svg/es/asn/MinusCircleOutlined'
import type { TFunction } from 'i18next'
import type { PromiseLine } from '../../../../db/accounts/promises/contract.ts'
import { readDue } from '../../../../db/accounts/promises/rules/dueDays.ts'
import { daysLate } from '../../../../db/accounts/promises/rules/keptRate.ts'
import type { Member } from '../../../../db/department/contract.ts'
import type { GridColumn } from '../../../grid/types.ts'
import { iconElement } from '../../../ui/iconElement.ts'
import { openCell } from '../../../ui/openCell.ts'
import { spanElement } from '../../../ui/spanElement.ts'
import styles from './promises.module.css'
import { dayText } from './promiseText.ts'

interface ColumnContext {
  readonly today: string
  readonly members: readonly Member[]
  /** false on an account's own page */
  readonly withAccount: boolean
  readonly t: TFunction
}

const MOST_WHAT = 500

/** Columns of the ledger: what was promised, by whom and by when can be typed; the state changes by settling. */
export function promiseColumns(context: ColumnContext): readonly GridColumn<PromiseLine>[] {
  const { t, today, withAccount } = context
  const text = (
    id: 'person' | 'settledBy' | 'note',
    title: string,
    width: number,
  ): GridColumn<PromiseLine> => ({ id, title, kind: 'text', width, read: (row) => row[id] })
  const day = (id: 'madeOn' | 'settledOn'): GridColumn<PromiseLine> => ({
    id,
    title: t(`promises.field.${id}`),
    kind: 'text',
    width: 96,
    read: (row) => row[id],
    format: (value) => (value === null ? '' : dayText(String(value), today, t)),
  })
  return [
    stateColumn(context),
    whatColumn(context),
    ...(withAccount ? [accountColumn(context)] : []),
    dueColumn(context),
    memberColumn(context),
    text('person', t('promises.field.personId'), 96),
    {
      id: 'side',
      title: t('promises.field.side'),
      kind: 'text',
      width: 84,
      read: ({ side }) => side,
      format: (_value, { side }) => t(`promises.side.${side}`),
    },
    day('madeOn'),
    day('settledOn'),
    text('settledBy', t('promises.field.settledBy'), 90),
    text('note', t('promises.field.note'), 180),
    {
      id: 'source',
      title: t('promises.field.source'),
      kind: 'text',
      width: 90,
      read: ({ source }) => source,
      format: (_value, { source }) => t(`promises.source.${source}`),
    },
  ]
}

const SIGNS = { kept: CheckOutlined, broken: CloseCircleFilled, released: MinusCircleOutlined } as const

function stateColumn({ t, today }: ColumnContext): GridColumn<PromiseLine> {
  return {
    id: 'state',
    title: t('promises.field.state'),
    kind: 'text',
    width: 104,
    pinned: 'left',
    read: ({ state }) => state,
    format: (_value, row) => {
      const days = daysLate(row, today)
      return days > 0 ? t('promises.late', { days }) : t(`promises.state.${row.state}`)
    },
    draw: ({ row, text }, into) => {
      const late = daysLate(row, today) > 0
      const sign = row.state === 'open' ? (late ? ClockCircleFilled : ClockCircleOutlined) : SIGNS[row.state]
      const cell = spanElement(styles.state, iconElement(sign), text)
      cell.dataset.state = late ? 'late' : row.state
      into.append(cell)
    },
    sortKey: (row) => rank(row, today),
  }
}

/** Late ones first, the latest of all before, then open, then settled. */
const rank = (row: PromiseLine, today: string): number =>
  row.state === 'open' ? -daysLate(row, today) : 1 + Number(row.state === 'kept')

function whatColumn({ t }: ColumnContext): GridColumn<PromiseLine> {
  return {
    id: 'what',
    title: t('promises.field.what'),
    kind: 'text',
    width: 280,
    mostWidth: 520,
    read: ({ what }) => what,
    parse: (typed) => {
      const value = typed.trim()
      if (value === '') return { ok: false, problem: t('promises.whatMissing') }
      return value.length > MOST_WHAT
        ? { ok: false, problem: t('promises.tooLong', { max: MOST_WHAT }) }
        : { ok: true, value }
    },
  }
}

function accountColumn({ t }: ColumnContext): GridColumn<PromiseLine> {
  return {
    id: 'account',
    title: t('promises.field.account'),
    kind: 'text',
    width: 170,
    read: ({ account }) => account,
    draw: ({ row, text }, into) => {
      const label = t('promises.open', { name: row.account })
      into.append(openCell({ text, to: `/accounts/${row.accountId}/promises`, label }))
    },
  }
}

function dueColumn({ t, today }: ColumnContext): GridColumn<PromiseLine> {
  return {
    id: 'dueOn',
    title: t('promises.field.dueOn'),
    kind: 'text',
    width: 100,
    read: ({ dueOn }) => dueOn,
    format: (value) => (value === null ? '' : dayText(String(value), today, t)),
    cellClass: (row) => (daysLate(row, today) > 0 ? (styles.lateCell ?? '') : ''),
    parse: (typed) => {
      if (typed.trim() === '') return { ok: true, value: null }
      const value = readDue(typed, today)
      return value === undefined
        ? { ok: false, problem: t('promises.dueUnread', { text: typed }) }
        : { ok: true, value }
    },
  }
}

function memberColumn({ t, members }: ColumnContext): GridColumn<PromiseLine> {
  const names = new Map<string, string>(members.map(({ id, name }) => [id, name]))
  return {
    id: 'memberId',
    title: t('promises.field.memberId'),
    kind: 'choice',
    width: 96,
    choices: members.map(({ id, name }) => ({ value: id, label: name })),
    read: ({ memberId }) => memberId,
    format: (value) => names.get(String(value)) ?? '',
    search: ({ memberId }) => members.find(({ id }) => id === memberId)?.pinyin ?? '',
    parse: (typed) => {
      if (typed.trim() === '') return { ok: true, value: null }
      const found = members.find(({ id, name }) => id === typed || name === typed.trim())
      return found
        ? { ok: true, value: found.id }
        : { ok: false, problem: t('promises.notMember', { text: typed }) }
    },
  }
}
