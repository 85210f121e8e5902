import CheckCircleOutlined from '@ant-design/icons-svg/es/asn/CheckCircleOutlined'
import ClockCircleOutlined from '@ant-design/icons-svg/es/asn/ClockCircleOutlined'
import CloseCircleOutlined from '@ant-design/icons-svg/es/asn/CloseCircleOutlined'
import PauseOutlined from '@ant-design/icons-svg/es/asn/PauseOutlined'
import PlusCircleOutlined from '@ant-design/icons-svg/es/asn/PlusCircleOutlined'
import SyncOutlined from '@ant-design/icons-svg/es/asn/SyncOutlined'
import type { TFunction } from 'i18next'
import type { RequestLine } from '../../../../db/channel/requests/contract.ts'
import { CLOCKS, type ClockName, leftAt } from '../../../../db/channel/requests/rules/clocks.ts'
import { REQUEST_LIMITS } from '../../../../db/channel/requests/rules/limits.ts'
import { REQUEST_STATES, type RequestState } from '../../../../db/channel/requests/rules/states.ts'
import { PRIORITIES, REQUEST_KINDS } from '../../../../db/channel/requests/rules/words.ts'
import type { WorkCalendar } from '../../../../db/department/calendar/rules/calendar.ts'
import type { Member } from '../../../../db/department/contract.ts'
import type { GridColumn } from '../../../grid/types.ts'
import { clockElement } from '../../../shared/clocks/clockCell.ts'
import { clockLook } from '../../../shared/clocks/clockText.ts'
import { calendarFor } from '../../../shared/clocks/useTicking.ts'
import type { Language } from '../../../ui/format.ts'
import { formatMoment } from '../../../ui/format.ts'
import { iconElement } from '../../../ui/iconElement.ts'
import { spanElement } from '../../../ui/spanElement.ts'
import { tierSignElement } from '../../../ui/tierElement.ts'
import styles from './requests.module.css'

/** What columns need to know beside the rows. */
export interface RequestColumnContext {
  readonly members: readonly Member[]
  readonly calendars: Readonly<Record<string, WorkCalendar>>
  /** the engine's clock as this window shows it, epoch ms: asked when a cell is drawn, so columns stay while time goes */
  readonly now: () => number
  /** false on an account's own page */
  readonly withAccount: boolean
  readonly language: Language
  readonly t: TFunction
}

/** The columns whose cells change as time goes. */
export const CLOCK_COLUMNS: readonly string[] = CLOCKS

/** Columns of requests: what was asked can be typed; states change by steps, clocks by themselves. */
export function requestColumns(context: RequestColumnContext): readonly GridColumn<RequestLine>[] {
  const { t, withAccount, language } = context
  return [
    {
      id: 'code',
      title: t('requests.column.code'),
      kind: 'text',
      width: 72,
      pinned: 'left',
      read: ({ code }) => code,
    },
    ...(withAccount ? [accountColumn(context)] : []),
    titleColumn(context),
    choiceColumn(
      context,
      'kind',
      REQUEST_KINDS.map((value) => ({ value, label: t(`channel.requestKind.${value}`) })),
    ),
    ...CLOCKS.map((clock) => clockColumn(context, clock)),
    ownerColumn(context),
    stateColumn(context),
    choiceColumn(
      context,
      'priority',
      PRIORITIES.map((value) => ({ value, label: t(`channel.priority.${value}`) })),
    ),
    {
      id: 'person',
      title: t('requests.column.person'),
      kind: 'text',
      width: 84,
      read: ({ person }) => person,
    },
    {
      id: 'way',
      title: t('requests.column.way'),
      kind: 'text',
      width: 76,
      read: ({ way }) => way,
      format: (_value, { way }) => t(`channel.way.${way}`),
    },
    {
      id: 'askedAt',
      title: t('requests.column.asked'),
      kind: 'text',
      width: 132,
      read: ({ askedAt }) => askedAt,
      format: (value) => formatMoment(new Date(Number(value)), language, t('app.status.today')),
      sortKey: ({ askedAt }) => askedAt,
    },
  ]
}

function accountColumn({ t }: RequestColumnContext): GridColumn<RequestLine> {
  return {
    id: 'account',
    title: t('requests.column.account'),
    kind: 'text',
    width: 146,
    mostWidth: 220,
    read: ({ account }) => account,
    draw: ({ row, text }, into) => {
      into.append(
        spanElement(styles.account, ...(row.tier === null ? [] : [tierSignElement(row.tier)]), text),
      )
    },
  }
}

function titleColumn({ t }: RequestColumnContext): GridColumn<RequestLine> {
  return {
    id: 'title',
    title: t('requests.column.title'),
    kind: 'text',
    width: 196,
    mostWidth: 420,
    read: ({ title }) => title,
    parse: (typed) => {
      const value = typed.trim()
      if (value === '') return { ok: false, problem: t('requests.whatMissing') }
      return value.length > REQUEST_LIMITS.title
        ? { ok: false, problem: t('promises.tooLong', { max: REQUEST_LIMITS.title }) }
        : { ok: true, value }
    },
  }
}

function choiceColumn(
  { t }: RequestColumnContext,
  id: 'kind' | 'priority',
  choices: readonly { readonly value: string; readonly label: string }[],
): GridColumn<RequestLine> {
  const labels = new Map(choices.map(({ value, label }) => [value, label]))
  return {
    id,
    title: t(`requests.column.${id}`),
    kind: 'choice',
    width: id === 'kind' ? 76 : 64,
    choices,
    read: (row) => row[id],
    format: (value) => labels.get(String(value)) ?? '',
    parse: (typed) => {
      const found = choices.find(({ value, label }) => value === typed || label === typed.trim())
      return found
        ? { ok: true, value: found.value }
        : { ok: false, problem: t('requests.notOffered', { text: typed }) }
    },
  }
}

function clockColumn(context: RequestColumnContext, name: ClockName): GridColumn<RequestLine> {
  const { t, calendars, now, language } = context
  const lookOf = (row: RequestLine) =>
    clockLook(calendarFor(calendars, row.calendarId), row.clocks[name], now(), t)
  return {
    id: name,
    title: t(`requests.clock.${name}`),
    kind: 'text',
    // “paused at 12:20”, “paused, 2:20 late”: English needs more room than 停，剩 12:20
    width: language === 'en' ? 138 : 112,
    read: (row) => lookOf(row).text,
    draw: ({ row }, into) => into.append(clockElement(lookOf(row))),
    cellClass: ({ clocks }) => (clocks[name].kind === 'paused' ? (styles.pausedCell ?? '') : ''),
    // running ones by what is left, the least first; then paused, then met, then none
    sortKey: (row) => {
      const clock = row.clocks[name]
      if (clock.kind === 'none') return null
      const left = leftAt(calendarFor(calendars, row.calendarId), clock, now()) ?? 0
      return CLOCK_RANK[clock.kind] * CENTURY + left
    },
  }
}

const CLOCK_RANK = { running: 0, paused: 1, missed: 2, met: 3 } as const
/** Longer than any clock, in working ms. */
const CENTURY = 3_155_760_000_000

function ownerColumn({ t, members }: RequestColumnContext): GridColumn<RequestLine> {
  const names = new Map<string, string>(members.map(({ id, name }) => [id, name]))
  return {
    id: 'ownerId',
    title: t('requests.column.owner'),
    kind: 'choice',
    width: 80,
    choices: members.map(({ id, name }) => ({ value: id, label: name })),
    read: ({ ownerId }) => ownerId,
    format: (value) => names.get(String(value)) ?? '',
    search: ({ ownerId }) => members.find(({ id }) => id === ownerId)?.pinyin ?? '',
    parse: (typed) => {
      if (typed.trim() === '') return { ok: true, value: null }
      const found = members.find(({ id, name }) => id === typed || name === typed.trim())
      return found
        ? { ok: true, value: found.id }
        : { ok: false, problem: t('promises.notMember', { text: typed }) }
    },
  }
}

const STATE_SIGNS = {
  new: PlusCircleOutlined,
  accepted: ClockCircleOutlined,
  working: SyncOutlined,
  waitingCustomer: PauseOutlined,
  waitingThird: PauseOutlined,
  waitingUs: ClockCircleOutlined,
  solved: CheckCircleOutlined,
  confirmed: CheckCircleOutlined,
  closed: CheckCircleOutlined,
  cancelled: CloseCircleOutlined,
} as const satisfies Record<RequestState, unknown>

function stateColumn({ t, language }: RequestColumnContext): GridColumn<RequestLine> {
  return {
    id: 'state',
    title: t('requests.column.state'),
    kind: 'text',
    // whom it waits for is the point of “Waits for third party”
    width: language === 'en' ? 152 : 84,
    mostWidth: 170,
    read: ({ state }) => state,
    format: (_value, { state }) => t(`requests.state.${state}`),
    draw: ({ row, text }, into) =>
      into.append(spanElement(styles.state, iconElement(STATE_SIGNS[row.state]), text)),
    sortKey: ({ state }) => REQUEST_STATES.indexOf(state),
  }
}
