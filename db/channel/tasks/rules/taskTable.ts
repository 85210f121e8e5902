import { splitStrip } from '../../../accounts/rules/strips.ts'
import { TIERS, type Tier } from '../../../evaluation/rules/tiers.ts'
import type { TaskTable } from '../contract.ts'
import { readWhy, type Why } from './reasons.ts'
import {
  type Repeats,
  type Settlement,
  type Snooze,
  stateOf,
  type TaskState,
  type Waiting,
} from './states.ts'
import { TASK_KINDS, type TaskKind } from './words.ts'

/** Columns of a list of tasks as it travels. */
export const TASK_STRIPS = [
  'id',
  'accountId',
  'account',
  'accountPinyin',
  'tier',
  'personId',
  'person',
  'kind',
  'title',
  'why',
  'about',
  'ownerId',
  'owner',
  'formerOwner',
  'dueOn',
  'dueTime',
  'madeOn',
  'waiting',
  'snooze',
  'repeats',
  'playbook',
  'settlement',
] as const
export type TaskStrip = (typeof TASK_STRIPS)[number]

/** A task as lists show it; null where there is nothing. */
export interface TaskRow {
  readonly id: string
  readonly accountId: string | null
  readonly account: string | null
  /** for finding it by pinyin */
  readonly accountPinyin: string
  readonly tier: Tier | null
  readonly personId: string | null
  readonly person: string | null
  readonly kind: TaskKind
  /** empty where the reason says what is to be done: see i18n/taskText */
  readonly title: string
  readonly why: Why
  /** what the reason names, as it is called now: the contract, the event, the request; who typed it */
  readonly about: string | null
  /** whose it effectively is */
  readonly ownerId: string | null
  readonly owner: string | null
  /** who had it and is no longer with us */
  readonly formerOwner: string | null
  readonly dueOn: string
  readonly dueTime: string
  readonly madeOn: string
  readonly waiting: Waiting | null
  readonly snooze: Snooze | null
  readonly repeats: Repeats | null
  /** its place in a template: step 2 of 5 of what */
  readonly playbook: { readonly name: string; readonly step: number; readonly of: number } | null
  readonly settlement: Settlement | null
  /** where it stands on the table's day */
  readonly state: TaskState
}

/** A row's texts, as they travel: JSON columns as JSON, '' or null where there is nothing. */
export type TaskTexts = { readonly [Name in Exclude<TaskStrip, 'accountPinyin'>]: string | null } & {
  readonly accountPinyin?: string | null
}

const orNull = (text: string | null | undefined): string | null => (text ? text : null)
/** JSON columns are written by the engine alone, so what they hold is what was put in. */
const json = <Value>(text: string | null | undefined): Value | null => (text ? JSON.parse(text) : null)

/** A row from its texts. @param today the day (YYYY-MM-DD) by which it is late */
export function taskRow(texts: TaskTexts, today: string): TaskRow {
  const standing = {
    dueOn: texts.dueOn ?? '',
    snooze: json<Snooze>(texts.snooze),
    waiting: json<Waiting>(texts.waiting),
    settlement: json<Settlement>(texts.settlement),
  }
  return {
    id: texts.id ?? '',
    accountId: orNull(texts.accountId),
    account: orNull(texts.account),
    accountPinyin: texts.accountPinyin ?? '',
    tier: TIERS.find((tier) => tier === texts.tier) ?? null,
    personId: orNull(texts.personId),
    person: orNull(texts.person),
    kind: TASK_KINDS.find((kind) => kind === texts.kind) ?? 'other',
    title: texts.title ?? '',
    why: texts.why ? readWhy(texts.why) : { code: 'own', by: null },
    about: orNull(texts.about),
    ownerId: orNull(texts.ownerId),
    owner: orNull(texts.owner),
    formerOwner: orNull(texts.formerOwner),
    dueTime: texts.dueTime ?? '',
    madeOn: texts.madeOn ?? '',
    repeats: json(texts.repeats),
    playbook: json(texts.playbook),
    ...standing,
    state: stateOf(standing, today),
  }
}

/** The rows of a list as it travelled. */
export function taskRows({ strips, count, today }: TaskTable): TaskRow[] {
  const columns = new Map(
    TASK_STRIPS.map((name) => [name, strips[name] === undefined ? [] : splitStrip(strips[name])]),
  )
  const at = (name: TaskStrip, row: number): string | null => columns.get(name)?.[row] ?? null
  return Array.from({ length: count }, (_, row) =>
    taskRow(
      {
        id: at('id', row),
        accountId: at('accountId', row),
        account: at('account', row),
        accountPinyin: at('accountPinyin', row),
        tier: at('tier', row),
        personId: at('personId', row),
        person: at('person', row),
        kind: at('kind', row),
        title: at('title', row),
        why: at('why', row),
        about: at('about', row),
        ownerId: at('ownerId', row),
        owner: at('owner', row),
        formerOwner: at('formerOwner', row),
        dueOn: at('dueOn', row),
        dueTime: at('dueTime', row),
        madeOn: at('madeOn', row),
        waiting: at('waiting', row),
        snooze: at('snooze', row),
        repeats: at('repeats', row),
        playbook: at('playbook', row),
        settlement: at('settlement', row),
      },
      today,
    ),
  )
}
