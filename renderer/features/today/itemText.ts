import type { TFunction } from 'i18next'
import type { ComponentType } from 'react'
import { dayOf, daysBetween } from '../../../db/accounts/rules/days.ts'
import { readWhy } from '../../../db/channel/tasks/rules/reasons.ts'
import type { TodayItem } from '../../../db/channel/today/contract.ts'
import { type ItemKind, type Section, timeOf } from '../../../db/channel/today/rules/sections.ts'
import { spokenLanguage } from '../../i18n/i18n.ts'
import { taskTitle } from '../../i18n/taskText.ts'
import { formatDay } from '../../ui/format.ts'
import {
  ApartmentOutlined,
  AuditOutlined,
  CarryOutOutlined,
  CommentOutlined,
  CompassOutlined,
  ContainerOutlined,
  EyeOutlined,
  FileDoneOutlined,
  FormOutlined,
  GiftOutlined,
  MailOutlined,
  MedicineBoxOutlined,
  MessageOutlined,
  NotificationOutlined,
  PhoneOutlined,
  RightOutlined,
  SafetyOutlined,
  SmileOutlined,
  SolutionOutlined,
  TableOutlined,
  ThunderboltOutlined,
} from '../../ui/icons.tsx'

const KIND_ICONS = {
  promise: FileDoneOutlined,
  request: ThunderboltOutlined,
  part: SolutionOutlined,
  task: CarryOutOutlined,
  step: RightOutlined,
  correction: SafetyOutlined,
  consultation: CommentOutlined,
  visit: CompassOutlined,
  ballot: TableOutlined,
  case: MedicineBoxOutlined,
  remedy: MedicineBoxOutlined,
  action: SafetyOutlined,
  check: EyeOutlined,
  winBackStep: RightOutlined,
  winBackLook: EyeOutlined,
} as const satisfies Record<ItemKind, ComponentType>

const TASK_ICONS = {
  visit: CompassOutlined,
  executiveVisit: CompassOutlined,
  call: PhoneOutlined,
  survey: FormOutlined,
  greeting: SmileOutlined,
  talk: MessageOutlined,
  contract: AuditOutlined,
  invitation: MailOutlined,
  service: GiftOutlined,
  information: NotificationOutlined,
  internal: ApartmentOutlined,
  other: ContainerOutlined,
} as const satisfies Record<NonNullable<TodayItem['task']>, ComponentType>

/** The sign of what a line is. */
export const iconOf = ({ kind, task }: TodayItem): ComponentType =>
  task === null ? KIND_ICONS[kind] : TASK_ICONS[task]

/** What a line is, in a word. */
export const kindText = ({ kind, task }: TodayItem, t: TFunction): string =>
  task === null ? t(`today.kind.${kind}`) : t(`today.task.${task}`)

/** What is to be done. */
export function whatText(item: TodayItem, section: Section, t: TFunction): string {
  const { kind, what, why, person, clock, caseClock, count, of } = item
  if (kind === 'task')
    return taskTitle({ title: what, why: readWhy(why ?? '{"code":"own","by":null}'), person }, t)
  if (kind === 'ballot') return t('today.ballot', { what, count: count ?? 0 })
  if (kind === 'consultation')
    return t(of === null ? 'today.answers' : 'today.tell', { what, count: count ?? 0 })
  if (kind === 'visit') return t(of === null ? 'today.prepare' : 'today.minutes', { what })
  if (kind === 'check') return t('today.check', { what })
  if (kind === 'winBackLook') return t('today.winBackLook', { what })
  if (caseClock !== null && section !== 'waiting') return t(`today.caseClockOf.${caseClock}`, { what })
  if (clock === null || section === 'waiting') return what
  return t(`today.clockOf.${clock}`, { what })
}

/** The record that a line stands for. */
export function addressOf({ kind, id, of, accountId }: TodayItem): string {
  switch (kind) {
    case 'promise':
      return accountId === null ? '/promises' : `/accounts/${accountId}/promises`
    case 'request':
      return `/channel/requests/${id}`
    case 'part':
      return `/channel/requests/${of ?? id}`
    case 'task':
      return `/channel/tasks/${id}`
    case 'step':
      return `/log/${id}`
    case 'correction':
      return `/channel/quality?id=${id}`
    case 'consultation':
      return `/channel/consultations/${id}`
    case 'visit':
      return of === null ? `/visits/${id}` : `/visits/${id}#minutes`
    case 'case':
      return `/recovery/${id}`
    case 'remedy':
    case 'action':
    case 'check':
      return `/recovery/${of ?? id}`
    case 'winBackStep':
      return `/recovery/lost/${of ?? id}`
    case 'winBackLook':
      return `/recovery/lost/${id}`
    case 'ballot':
      // a shared sheet has no end, so it is in no list
      return `/evaluation/rounds/${id}/ballot`
  }
}

const MINUTES_AN_HOUR = 60
const MINUTES_A_DAY = 1_440
const MS_A_MINUTE = 60_000

/** A span in its largest unit: minutes, hours from one on, days from one on. */
function spanText(minutes: number, words: 'late' | 'waited', t: TFunction): string {
  if (minutes < MINUTES_AN_HOUR)
    return t(`today.${words}.minutes`, { count: Math.max(1, Math.floor(minutes)) })
  if (minutes < MINUTES_A_DAY)
    return t(`today.${words}.hours`, { count: Math.floor(minutes / MINUTES_AN_HOUR) })
  return t(`today.${words}.days`, { count: Math.floor(minutes / MINUTES_A_DAY) })
}

/** When it is due, or how late it is, or how long it has waited; as its list says it. */
export function dueText(item: TodayItem, section: Section, now: number, t: TFunction): string {
  const today = dayOf(now)
  switch (section) {
    case 'late':
      return lateText(item, now, t)
    case 'today':
      return item.dueAt === null ? item.dueTime || t('today.anyTime') : timeOf(item.dueAt)
    case 'next7':
      return dayText(item, today, t)
    case 'waiting':
      if (item.since === null) return item.dueOn === null ? '' : dayText(item, today, t)
      // what waits from a day on waits whole days
      return daysBetween(dayOf(item.since), today) > 0
        ? t('today.waited.days', { count: daysBetween(dayOf(item.since), today) })
        : spanText((now - item.since) / MS_A_MINUTE, 'waited', t)
  }
}

function lateText({ dueAt, dueOn, lateMinutes }: TodayItem, now: number, t: TFunction): string {
  if (dueAt === null)
    return t('today.late.days', { count: dueOn === null ? 0 : daysBetween(dueOn, dayOf(now)) })
  return spanText(lateMinutes ?? (now - dueAt) / MS_A_MINUTE, 'late', t)
}

function dayText({ dueOn, dueAt }: TodayItem, today: string, t: TFunction): string {
  const day = dueAt === null ? dueOn : dayOf(dueAt)
  if (day === null) return ''
  const text = formatDay(`${day}T12:00:00`, spokenLanguage())
  if (daysBetween(today, day) === 1) return `${t('today.tomorrow')} ${text.slice(11)}`
  return text.slice(5)
}

/** A day as `11-26 周四`. */
export const nearDayText = (day: string): string => formatDay(`${day}T12:00:00`, spokenLanguage()).slice(5)
