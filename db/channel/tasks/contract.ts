import { oc } from '@orpc/contract'
import { z } from 'zod'
import { isDay } from '../../accounts/rules/days.ts'
import { TIERS } from '../../evaluation/rules/tiers.ts'
import { CommandInput, Written, writeErrors } from '../../kernel/contract.ts'
import { AccountId, ContractId, MemberId, PersonId, PlaybookId, TaskId } from '../../kernel/ids.ts'
import { dueErrors, farErrors } from '../ledger/contract.ts'
import { MOST_DAYS } from './rules/careRules.ts'
import { FESTIVALS } from './rules/festivals.ts'
import { OWNER_ROLES } from './rules/owners.ts'
import { PASTE_COLUMNS, PASTE_PROBLEMS } from './rules/pasted.ts'
import { PLAYBOOK_LIMITS } from './rules/playbooks.ts'
import { CARE_REASONS } from './rules/reasons.ts'
import { REPEAT_UNITS } from './rules/states.ts'
import { TASK_KINDS } from './rules/words.ts'

/** Longest texts of a task, in characters. */
export const TASK_LIMITS = { title: 200, note: 2_000, reason: 200, paste: 5_000 } as const

const Day = z.string().refine(isDay)
const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^$/)

/** Done, it comes again: every so many days, weeks, months or years; `day` is the day of the month it keeps to. */
export const RepeatsInput = z.object({
  every: z.enum(REPEAT_UNITS),
  count: z.int().min(1).max(366),
  day: z.int().min(1).max(31).optional(),
})

/** What a new task says. Without an owner it is its account's owner's, else that of whoever sits at the laptop. */
export const NewTask = z.object({
  title: z.string().trim().min(1).max(TASK_LIMITS.title),
  accountId: AccountId.nullable().default(null),
  personId: PersonId.nullable().default(null),
  ownerId: MemberId.nullable().default(null),
  /** YYYY-MM-DD */
  dueOn: Day,
  /** HH:MM, or empty where any time of the day will do */
  dueTime: Time.default(''),
  kind: z.enum(TASK_KINDS).default('other'),
  note: z.string().trim().max(TASK_LIMITS.note).default(''),
  repeats: RepeatsInput.nullable().default(null),
})
export type NewTask = z.output<typeof NewTask>

/** One value of a task to change; `before` guards against overwriting another window's edit. */
export const TaskEdit = z.object({
  taskId: TaskId,
  field: z.enum(['title', 'note', 'accountId', 'personId', 'ownerId', 'dueOn', 'dueTime', 'kind']),
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export type TaskEdit = z.infer<typeof TaskEdit>

/** Which tasks: open ones by when they are due, put off, waiting, ended. `open` is all but ended ones. */
export const TASK_SHOWS = [
  'open',
  'late',
  'today',
  'next7',
  'later',
  'snoozed',
  'waiting',
  'done',
  'dropped',
  'settled',
] as const
export type TaskShow = (typeof TASK_SHOWS)[number]

/** What a list of tasks leaves out. */
export const TaskFilter = z.object({
  show: z.enum(TASK_SHOWS).default('open'),
  /** whose they effectively are */
  ownerId: MemberId.optional(),
  accountId: AccountId.optional(),
  personId: PersonId.optional(),
  kind: z.enum(TASK_KINDS).optional(),
  /** words in title, note or the account's name */
  text: z.string().max(100).default(''),
})
export type TaskFilter = z.output<typeof TaskFilter>

/** Names of a list's columns, see rules/taskTable.ts. */
export const TaskTable = z.object({
  today: z.string(),
  total: z.int(),
  count: z.int(),
  /** columns as texts, see accounts/rules/strips.ts; a column without any value is absent */
  strips: z.record(z.string(), z.string()),
})
export type TaskTable = z.infer<typeof TaskTable>

const Text = z.string().nullable()

/** A task's texts by column: rules/taskTable.ts makes a row of them. */
const RowTexts = z.object({
  id: Text,
  accountId: Text,
  account: Text,
  accountPinyin: Text,
  tier: Text,
  personId: Text,
  person: Text,
  kind: Text,
  title: Text,
  why: Text,
  about: Text,
  ownerId: Text,
  owner: Text,
  formerOwner: Text,
  dueOn: Text,
  dueTime: Text,
  madeOn: Text,
  waiting: Text,
  snooze: Text,
  repeats: Text,
  playbook: Text,
  settlement: Text,
})

/** One task with all that is known of it. */
export const Task = z.object({
  today: z.string(),
  row: RowTexts,
  note: z.string(),
  /** who of ours settled it */
  settledBy: z.string().nullable(),
  /** each time that it was put off, newest first; `at` is an instant */
  snoozes: z.array(z.object({ at: z.string(), by: z.string(), until: z.string(), reason: z.string() })),
  /** the steps of the run of a template that it is one of, in their order */
  steps: z.array(RowTexts),
})
export type Task = z.infer<typeof Task>

const Step = z.object({
  title: z.string().trim().min(1).max(TASK_LIMITS.title),
  kind: z.enum(TASK_KINDS),
  note: z.string().trim().max(TASK_LIMITS.note).default(''),
  after: z.int().min(0).max(PLAYBOOK_LIMITS.after),
  working: z.boolean(),
  owner: z.enum(OWNER_ROLES),
  memberId: MemberId.nullable().default(null),
})
const Steps = z.array(Step).min(1).max(PLAYBOOK_LIMITS.steps)

/** A template 模板 with its steps. */
export const Playbook = z.object({
  id: PlaybookId,
  name: z.string(),
  note: z.string(),
  steps: z.array(Step),
  /** runs of it of which a step is still open */
  open: z.int(),
})
export type Playbook = z.infer<typeof Playbook>

const DaysByTier = z.object({
  key: z.int().min(1).max(MOST_DAYS).nullable(),
  main: z.int().min(1).max(MOST_DAYS).nullable(),
  ordinary: z.int().min(1).max(MOST_DAYS).nullable(),
  small: z.int().min(1).max(MOST_DAYS).nullable(),
})

/** How tasks of one reason are made, see rules/careRules.ts. */
export const CareRuleInput = z.object({
  on: z.boolean(),
  tiers: z.array(z.enum(TIERS)).max(4).readonly(),
  ahead: z.int().min(0).max(365),
  days: DaysByTier,
  festivals: z.array(z.enum(FESTIVALS)).max(FESTIVALS.length).readonly(),
  owner: z.enum(OWNER_ROLES),
  memberId: z.uuid().nullable(),
  playbookId: z.uuid().nullable(),
})

const ContractFields = {
  accountId: AccountId,
  name: z.string().trim().min(1).max(120),
  startsOn: Day.nullable().default(null),
  /** the last day */
  endsOn: Day,
  note: z.string().trim().max(TASK_LIMITS.note).default(''),
}

/** A contract 合同 of an account. */
export const AccountContract = z.object({
  id: ContractId,
  accountId: AccountId,
  account: z.string(),
  name: z.string(),
  startsOn: z.string().nullable(),
  endsOn: z.string(),
  note: z.string(),
})
export type AccountContract = z.infer<typeof AccountContract>

/** A line of a paste that can't be taken, and why. */
const LineProblem = z.object({
  /** 1 for the first line of what was pasted, its head and empty lines counted */
  line: z.int(),
  column: z.enum(PASTE_COLUMNS),
  problem: z.enum(PASTE_PROBLEMS),
  text: z.string(),
})

const TASK_NOT_FOUND = { TASK_NOT_FOUND: { status: 404 } } as const
const found = { ...writeErrors, ...TASK_NOT_FOUND } as const
const whom = {
  ACCOUNT_NOT_FOUND: { status: 404 },
  PERSON_NOT_FOUND: { status: 404 },
  MEMBER_NOT_FOUND: { status: 404 },
} as const
const settled = { TASK_SETTLED: { status: 409, data: z.object({ title: z.string() }) } } as const
const NEEDS_REASON = { REASON_NEEDED: { status: 422 } } as const
const PLAYBOOK_NOT_FOUND = { PLAYBOOK_NOT_FOUND: { status: 404 } } as const
const CONTRACT_NOT_FOUND = { CONTRACT_NOT_FOUND: { status: 404 } } as const
const contractDates = { CONTRACT_DATES: { status: 422 }, ...farErrors } as const

const TaskIds = z.array(TaskId).min(1).max(5_000)
const Reason = z.string().trim().max(TASK_LIMITS.reason)

/** Care tasks 关怀任务 (issue 5; A9, B4, C7): lists, commands, templates, the rules by which they are made. */
export const tasks = {
  /** A page of tasks as columns: open ones by the day that counts, so late ones first; ended ones newest first. */
  list: oc
    .input(
      TaskFilter.extend({
        offset: z.int().min(0).default(0),
        limit: z.int().min(1).max(60_000).default(2_000),
      }),
    )
    .output(TaskTable),
  /** How many tasks stand where, of whom the filter names; `show` is not asked. */
  counts: oc.input(TaskFilter.pick({ ownerId: true, accountId: true })).output(
    z.object({
      today: z.string(),
      late: z.int(),
      dueToday: z.int(),
      next7: z.int(),
      later: z.int(),
      snoozed: z.int(),
      waiting: z.int(),
    }),
  ),
  /** One task. */
  get: oc
    .input(z.object({ taskId: TaskId }))
    .output(Task)
    .errors(TASK_NOT_FOUND),
  /** Tasks that are due in a month, with the lunar calendar and festivals of its days. */
  calendar: oc
    .input(
      z.object({
        month: z.string().regex(/^(20\d\d|2100)-(0[1-9]|1[0-2])$/),
        ownerId: MemberId.optional(),
      }),
    )
    .output(
      z.object({
        today: z.string(),
        /** the days that the month's weeks hold, Monday first */
        days: z.array(
          z.object({
            on: z.string(),
            /** lunar month 1–12, day 1–30 */
            lunarMonth: z.int(),
            lunarLeap: z.boolean(),
            lunarDay: z.int(),
            festival: z.enum(FESTIVALS).nullable(),
            workday: z.boolean(),
          }),
        ),
        rows: z.array(RowTexts),
        /** open tasks of the month beyond those that `rows` holds */
        more: z.int(),
      }),
    ),
  /** What a sentence such as 周五前给恒岳送样 asks for. */
  understand: oc.input(z.object({ text: z.string().max(500) })).output(
    z.object({
      title: z.string(),
      dueOn: z.string().nullable(),
      dueTime: z.string(),
      accountId: AccountId.nullable(),
      account: z.string().nullable(),
      /** several accounts may be meant: none is taken */
      ambiguous: z.array(z.string()),
      ownerId: MemberId.nullable(),
      owner: z.string().nullable(),
      kind: z.enum(TASK_KINDS),
    }),
  ),
  /** Adds tasks, all or none. */
  add: oc
    .input(CommandInput.extend({ tasks: z.array(NewTask).min(1).max(TASK_LIMITS.paste) }))
    .output(Written.extend({ taskIds: z.array(TaskId) }))
    .errors({ ...writeErrors, ...whom, ...dueErrors }),
  /** What a block pasted from a spreadsheet would add, line by line, and what is wrong with it. */
  pastePreview: oc.input(z.object({ text: z.string().max(2_000_000) })).output(
    z.object({
      lines: z.int(),
      /** the columns as they were understood */
      columns: z.array(z.enum(PASTE_COLUMNS)),
      tasks: z.array(
        NewTask.pick({ title: true, dueOn: true, kind: true }).extend({
          account: z.string().nullable(),
          owner: z.string().nullable(),
        }),
      ),
      /** the first of them */
      problems: z.array(LineProblem),
      /** how many cells are to be mended in all */
      faults: z.int(),
      tooMany: z.boolean(),
    }),
  ),
  /** Adds a pasted block, all or none: PASTE_REFUSED counts the lines that are wrong and tells of the first. */
  paste: oc
    .input(CommandInput.extend({ text: z.string().max(2_000_000) }))
    .output(Written.extend({ added: z.int() }))
    .errors({
      ...writeErrors,
      PASTE_EMPTY: { status: 422 },
      PASTE_TOO_LONG: { status: 422, data: z.object({ lines: z.int(), max: z.int() }) },
      PASTE_REFUSED: {
        status: 422,
        data: z.object({
          problems: z.int(),
          line: z.int(),
          text: z.string(),
          reason: z.enum(PASTE_PROBLEMS),
        }),
      },
    }),
  /** Changes values, all or none. CELLS_CHANGED where one no longer holds `before`; VALUE_REFUSED names what doesn't fit. */
  change: oc
    .input(CommandInput.extend({ edits: z.array(TaskEdit).min(1).max(20_000) }))
    .output(Written)
    .errors({
      ...found,
      ...whom,
      ...dueErrors,
      CELLS_CHANGED: {
        status: 409,
        data: z.object({ cells: z.int(), name: z.string(), current: z.string().nullable() }),
      },
      VALUE_REFUSED: {
        status: 422,
        data: z.object({ name: z.string(), field: z.string(), value: z.string() }),
      },
    }),
  /**
   * Ends tasks as done or dropped, or opens them again; one that stands there already stays as it is. A repeated one
   * that is done makes the next. Dropping wants a reason: the same reason makes no task in the same period.
   */
  settle: oc
    .input(
      CommandInput.extend({
        taskIds: TaskIds,
        to: z.enum(['done', 'dropped', 'open']),
        note: Reason.default(''),
      }),
    )
    .output(Written)
    .errors({ ...found, ...NEEDS_REASON }),
  /** Puts tasks off until a day to come, with the reason; null takes it back. */
  snooze: oc
    .input(CommandInput.extend({ taskIds: TaskIds, until: Day.nullable(), reason: Reason.default('') }))
    .output(Written)
    .errors({ ...found, ...settled, ...NEEDS_REASON, SNOOZE_PAST: { status: 422 }, ...dueErrors }),
  /** Says whom tasks wait for, in words or one of ours; null: nobody any more. */
  wait: oc
    .input(
      CommandInput.extend({
        taskIds: TaskIds,
        on: z.object({ who: Reason, memberId: MemberId.nullable().default(null) }).nullable(),
      }),
    )
    .output(Written)
    .errors({ ...found, ...settled, ...NEEDS_REASON, MEMBER_NOT_FOUND: { status: 404 } }),
  /** Says how often a task comes again; null: no more. */
  repeat: oc
    .input(CommandInput.extend({ taskId: TaskId, repeats: RepeatsInput.nullable() }))
    .output(Written)
    .errors({ ...found, ...settled }),
  /** Deletes tasks (undoable). */
  remove: oc
    .input(CommandInput.extend({ taskIds: TaskIds }))
    .output(Written)
    .errors(found),
  /** Makes the tasks that are due now, as happens every night; answers how many were made and closed. */
  generate: oc
    .input(CommandInput)
    .output(Written.extend({ made: z.int(), closed: z.int() }))
    .errors(writeErrors),
  /** Templates by name. */
  playbooks: oc.output(z.array(Playbook)),
  /** Adds a template, or changes the one named; what it started before stays as it is. */
  savePlaybook: oc
    .input(
      CommandInput.extend({
        playbookId: PlaybookId.nullable(),
        name: z.string().trim().min(1).max(PLAYBOOK_LIMITS.name),
        note: z.string().trim().max(TASK_LIMITS.note).default(''),
        steps: Steps,
      }),
    )
    .output(Written.extend({ playbookId: PlaybookId }))
    .errors({ ...writeErrors, ...PLAYBOOK_NOT_FOUND, MEMBER_NOT_FOUND: { status: 404 } }),
  /** Deletes a template; the tasks that it started stay. */
  removePlaybook: oc
    .input(CommandInput.extend({ playbookId: PlaybookId }))
    .output(Written)
    .errors({ ...writeErrors, ...PLAYBOOK_NOT_FOUND }),
  /** Starts a template on a day for accounts; one that began there that day is not begun twice. */
  startPlaybook: oc
    .input(
      CommandInput.extend({
        playbookId: PlaybookId,
        accountIds: z.array(AccountId).min(1).max(1_000),
        startOn: Day,
      }),
    )
    .output(Written.extend({ made: z.int() }))
    .errors({ ...writeErrors, ...PLAYBOOK_NOT_FOUND, ACCOUNT_NOT_FOUND: { status: 404 }, ...dueErrors }),
  /** The settings of every reason, as they are in force. */
  careRules: oc.output(
    z.array(CareRuleInput.extend({ reason: z.enum(CARE_REASONS), isDefault: z.boolean() })),
  ),
  /** Saves the settings of one reason; null goes back to the default. */
  saveCareRule: oc
    .input(CommandInput.extend({ reason: z.enum(CARE_REASONS), rule: CareRuleInput.nullable() }))
    .output(Written)
    .errors({ ...writeErrors, ...PLAYBOOK_NOT_FOUND, MEMBER_NOT_FOUND: { status: 404 } }),
  /** Contracts, those that end first before. */
  contracts: oc
    .input(z.object({ accountId: AccountId.optional() }))
    .output(z.object({ today: z.string(), rows: z.array(AccountContract) })),
  /** Adds a contract. */
  addContract: oc
    .input(CommandInput.extend(ContractFields))
    .output(Written.extend({ contractId: ContractId }))
    .errors({ ...writeErrors, ...contractDates, ACCOUNT_NOT_FOUND: { status: 404 } }),
  /** Changes a contract. */
  changeContract: oc
    .input(CommandInput.extend({ contractId: ContractId, ...ContractFields }))
    .output(Written)
    .errors({ ...writeErrors, ...contractDates, ...CONTRACT_NOT_FOUND, ACCOUNT_NOT_FOUND: { status: 404 } }),
  /** Deletes contracts (undoable). */
  removeContract: oc
    .input(CommandInput.extend({ contractId: ContractId }))
    .output(Written)
    .errors({ ...writeErrors, ...CONTRACT_NOT_FOUND }),
}
