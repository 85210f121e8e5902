import type { TFunction } from 'i18next'
import { FIGURE_UNITS } from '../../db/accounts/rules/figures.ts'
import { termOf } from '../../db/channel/policies/rules/termList.ts'
import { TIERS } from '../../db/evaluation/rules/tiers.ts'
import type { CommandLabel } from '../../db/kernel/contract.ts'
import { fileReasonText, isFileReason } from '../../db/terms/fileReasons.ts'
import { termText } from '../../db/terms/policies.ts'
import { formatDay, formatFigure, formatTime, formatWeight } from '../ui/format.ts'
import { moneyUnitStore } from '../ui/moneyUnit.ts'
import { commandText } from './commandText.ts'
import { spokenLanguage } from './i18n.ts'
import { lookUp, type Params } from './look.ts'

/** A refusal as it reached the screen: the contract's code and its data, not yet in words. */
export interface Problem {
  readonly code: string
  readonly data: unknown
}

/** A problem in words: what happened, why, what to do next, and the code for support. */
export interface ProblemText {
  readonly what: string
  readonly why: string
  readonly next: string
  readonly code: string
}

/** The texts of a problem; an unknown code is told as an unexpected error with that code. */
export function problemText(problem: Problem, t: TFunction): ProblemText {
  const code = lookUp(t, `error.${problem.code}.what`) === undefined ? 'UNEXPECTED' : problem.code
  const params = textParams(problem.data, t)
  const part = (name: string): string => lookUp(t, `error.${code}.${name}`, params) ?? ''
  const why = problem.code === 'FILE_UNREADABLE' ? fileReason(params) : part(`why_${String(params.reason)}`)
  const next = part(`next_${String(params.reason)}`) || part('next')
  return { what: part('what'), why: why || part('why'), next, code: supportCode(problem) }
}

/** Why a file can't be read, in the words that the command line and exports share. */
const fileReason = ({ reason, detail }: Params): string =>
  isFileReason(reason) ? fileReasonText(reason, String(detail), spokenLanguage()) : ''

const supportCode = ({ code, data }: Problem): string => {
  const logId = typeof data === 'object' && data !== null && 'logId' in data ? String(data.logId) : ''
  return logId === '' ? code : `${code} ${logId}`
}

/** The data of an error as its texts want it: labels, fields and weights in words. */
function textParams(data: unknown, t: TFunction): Params {
  if (typeof data !== 'object' || data === null) return {}
  const params: Record<string, unknown> = { ...data }
  for (const [name, value] of Object.entries(params))
    if (typeof value === 'string' && INSTANT.test(value)) params[name] = momentText(value)
  if (Array.isArray(params.paths)) Object.assign(params, whereText(params.paths, t))
  if (isLabel(params.label)) params.label = commandText(params.label, t)
  // who refuses doesn't always know which of several values it was
  params.field = typeof params.field === 'string' ? fieldName(params.field, t) : t('app.someValue')
  if (typeof params.state === 'string')
    params.state = lookUp(t, `ballots.state.${params.state}`) ?? params.state
  const tier = TIERS.find((one) => one === params.tier)
  if (tier !== undefined) params.tier = t(`app.tier.${tier}`)
  const term = typeof params.key === 'string' ? termOf(params.key) : undefined
  if (term) params.term = termText(term.key, spokenLanguage())
  if (typeof params.code === 'string') params.fault = lookUp(t, `ballots.fault.${params.code}`, params)
  if (typeof params.sum === 'number') params.sumPercent = formatWeight(params.sum)
  for (const name of ['approved', 'wanted'])
    if (typeof params[name] === 'number') params[`${name}Text`] = amountOf(params[name], 'money', t)
  if (typeof params.weightSum === 'number') params.weightSumPercent = formatWeight(params.weightSum)
  if (Array.isArray(params.names)) params.names = params.names.join(t('channel.comma'))
  if (Array.isArray(params.faults)) params.count = params.faults.length + Number(params.more ?? 0)
  if (params.current === null) params.current = t('accounts.empty')
  else if (typeof params.current === 'number') params.current = amountOf(params.current, params.unit, t)
  else if (typeof data === 'object' && 'field' in data) params.current = wordOf(data.field, params.current, t)
  return params
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/

/** An instant by the window's clock: with its year, which is most often what is wrong with it. */
const momentText = (iso: string): string => `${formatDay(iso, spokenLanguage())} ${formatTime(iso)}`

/** Rooms whose catalogues name fields. */
const FIELD_ROOMS = [
  ...['accounts', 'people', 'promises', 'evaluation', 'tasks', 'quality', 'incentives'],
  ...[
    'mystery',
    'club',
    'consultations',
    'effort',
    'handover',
    'sheets',
    'visits',
    'cases',
    'ideas',
    'surveys',
  ],
]

/**
 * What the refused input is called on the screen, as paths of the contract name it. A name that means one thing here and
 * another there is left out: a wrong label is worse than none.
 */
function whereText(paths: readonly unknown[], t: TFunction): Params {
  const labels = paths.flatMap((path) => {
    const field = Array.isArray(path) ? path.findLast((part) => typeof part === 'string') : undefined
    const names = new Set(FIELD_ROOMS.flatMap((room) => lookUp(t, `${room}.field.${String(field)}`) ?? []))
    return names.size === 1 ? [...names] : []
  })
  return labels.length === 0 ? {} : { where: [...new Set(labels)].join(t('channel.comma')), reason: 'named' }
}

/** A stored number with its unit: money in the one that it is shown in everywhere. */
function amountOf(stored: number, unit: unknown, t: TFunction): string {
  const known = FIGURE_UNITS.find((one) => one === unit)
  if (known === undefined) return String(stored)
  const money = moneyUnitStore.get()
  const number = formatFigure(stored, known, money)
  return known === 'money'
    ? `${number} ${t(`app.status.${money}`)}`
    : `${number} ${t(`accounts.unit.${known}`)}`.trim()
}

/** A value in words where its field holds words: `trading` is 经营型. An empty text is called empty. */
const wordOf = (field: unknown, value: unknown, t: TFunction): unknown =>
  value === '' ? t('accounts.empty') : (lookUp(t, `accounts.${String(field)}.${String(value)}`) ?? value)

const isLabel = (value: unknown): value is CommandLabel =>
  typeof value === 'object' && value !== null && 'command' in value && 'params' in value

const fieldName = (field: string, t: TFunction): string =>
  lookUp(t, `accounts.field.${field}`) ??
  lookUp(t, `people.field.${field}`) ??
  lookUp(t, `evaluation.field.${field}`) ??
  lookUp(t, `tasks.field.${field}`) ??
  FIELD_ROOMS.map((room) => lookUp(t, `${room}.field.${field}`) ?? lookUp(t, `${room}.column.${field}`)).find(
    (name) => name !== undefined,
  ) ??
  field
