import type { CustomValue } from '../../accounts/custom/rules/values.ts'
import type { PersonValue } from '../../accounts/people/contract.ts'
import type { BirthdayProblem } from '../../accounts/people/rules/birthday.ts'
import { readPartialDay } from '../../accounts/rules/typedDays.ts'
import { fold } from '../../evaluation/rules/sheet.ts'
import type { ImportPlanInput } from '../contract.ts'
import { takeCustom } from './accountValues.ts'
import { type Cell, dataRowsOf, headerRowOf, type Row, type Table, textOf } from './cells.ts'
import type { FoundCompany } from './companies.ts'
import { companyOf } from './companyCell.ts'
import type { ColumnTarget, PlannedLine, PlannedLines } from './importTerms.ts'
import type { PersonUse } from './listKinds.ts'
import { isPersonField, type PersonField, phonesIn, takePerson } from './personValues.ts'
import { problem } from './problem.ts'
import { RowChecker } from './rowChecker.ts'

/** A person who exists and has a name, phone or e-mail of the list. */
export interface KnownPerson {
  readonly id: string
  readonly name: string
  readonly phones: readonly string[]
  readonly email: string
  /** where they work now, by the account's id */
  readonly jobs: ReadonlyMap<string, Job>
  /** what a field holds, as it is kept */
  read(field: PersonField): string | number | null
  custom(fieldId: string): CustomValue
}

/** A place of work as a list tells it. */
export interface Job {
  readonly title: string
  readonly department: string
  readonly since: string | null
}

/** A birthday as it is kept, or why it is none. */
export type ReadBirthdayCell =
  | { readonly ok: true; readonly code: string }
  | { readonly ok: false; readonly problem: BirthdayProblem; readonly proposal: string | null }

/** What a column of a list of people fills. */
export type PersonTarget =
  | { readonly kind: 'person'; readonly field: PersonUse }
  | Extract<ColumnTarget, { kind: 'custom' | 'ignore' }>

/** What planning an import of people needs to know. */
export interface PeopleSituation {
  readonly table: Table
  readonly targets: readonly PersonTarget[]
  readonly options: Pick<ImportPlanInput, 'existing' | 'corrections' | 'leaveOut' | 'newCompanies'>
  readonly people: readonly KnownPerson[]
  readonly members: readonly string[]
  readonly year: number
  findCompany(text: string): FoundCompany
  /** reads a birthday; `lunar` where the column says so */
  readBirthday(text: string, lunar: boolean): ReadBirthdayCell
  /** whether two birthdays, as they are kept, are the same day */
  sameDay(a: string, b: string): boolean
}

/** Where a row's person works: an account that exists, or one that the import makes, by name. */
export type Workplace =
  | { readonly kind: 'account'; readonly id: string }
  | { readonly kind: 'new'; readonly name: string }

/** What will become of one row of a list of people. */
export interface PlannedPerson extends PlannedLine {
  readonly match: KnownPerson | null
  readonly fields: ReadonlyMap<PersonField, PersonValue>
  readonly custom: ReadonlyMap<string, CustomValue>
  readonly company: Workplace | null
  readonly job: { readonly [Key in keyof Job]: string | null }
}

/** Everything that an import of people would do. */
export interface PeopleOutline extends PlannedLines {
  readonly rows: readonly PlannedPerson[]
  /** names of companies that become prospects */
  readonly newCompanies: readonly string[]
  /** new people with the phone or e-mail of one who exists under another name */
  readonly lookAlikes: readonly { readonly row: number; readonly name: string; readonly existing: string }[]
}

const ROWS_PER_STEP = 1_000

/** Plans an import of people in steps that yield the number of rows done. Pure, as {@link outlineImport}. */
export function* outlinePeople(situation: PeopleSituation): Generator<number, PeopleOutline> {
  const planner = new PersonPlanner(situation)
  const rows: PlannedPerson[] = []
  for (const row of dataRowsOf(situation.table)) {
    rows.push(planner.plan(row))
    if (rows.length % ROWS_PER_STEP === 0) yield rows.length
  }
  const newCompanies = rows.flatMap(({ fate, company }) =>
    fate !== 'skip' && company?.kind === 'new' ? [company.name] : [],
  )
  return {
    rows,
    troubles: planner.rows.troubles,
    newMembers: [],
    newCompanies: [...new Map(newCompanies.map((name) => [fold(name), name])).values()],
    lookAlikes: planner.lookAlikes,
  }
}

const LUNAR_HEADER = /农历|阴历|旧历|lunar/i

class PersonPlanner {
  readonly rows: RowChecker
  readonly lookAlikes: PeopleOutline['lookAlikes'][number][] = []
  private readonly situation: PeopleSituation
  private readonly columnOf: ReadonlyMap<PersonUse, number>
  private readonly headers: readonly string[]
  private readonly byName: ReadonlyMap<string, readonly KnownPerson[]>
  private readonly byReach: ReadonlyMap<string, KnownPerson>
  private readonly seen = new Map<string, number>()

  constructor(situation: PeopleSituation) {
    this.situation = situation
    this.rows = new RowChecker(situation.options, situation.members)
    this.headers = headerRowOf(situation.table)?.cells.map(textOf) ?? []
    this.columnOf = new Map(
      situation.targets.flatMap((target, column) =>
        target.kind === 'person' ? [[target.field, column] as const] : [],
      ),
    )
    this.byName = Map.groupBy(situation.people, ({ name }) => fold(name))
    this.byReach = new Map(
      situation.people.flatMap((person) => reachOf(person.phones, person.email).map((key) => [key, person])),
    )
  }

  plan(row: Row): PlannedPerson {
    const cells = this.rows.corrected(row)
    const none = { title: null, department: null, since: null }
    const blank = { number: row.number, fate: 'skip', changes: [], cells } as const
    const empty = { ...blank, match: null, fields: new Map(), custom: new Map(), company: null, job: none }
    if (this.rows.isOut(row)) return empty
    const before = this.rows.troubles.length
    const { fields, custom, given } = this.valuesOf(row, cells)
    this.checkBirthdays(row, fields, given)
    const company = this.companyOf(row, given)
    const job = {
      title: textIn(given, 'title'),
      department: textIn(given, 'department'),
      since: this.sinceOf(row, given),
    }
    const reach = reachOf(phonesIn(textIn(fields, 'phone') ?? ''), textIn(fields, 'email') ?? '')
    const match = this.match(row, fields, company, reach)
    this.checkIdentity(row, fields, company, match, reach)
    this.checkJob(row, job, company, match)
    const planned = { ...blank, match, fields, custom, company, job }
    if (this.rows.troubles.length > before) return { ...planned, fate: 'problem' }
    if (!match) {
      this.noteLookAlike(row, fields, reach)
      return { ...planned, fate: 'insert' }
    }
    if (this.situation.options.existing === 'skip') return planned
    const changes = this.changesOf(match, planned)
    return { ...planned, fate: changes.length > 0 ? 'update' : 'same', changes }
  }

  private valuesOf(row: Row, cells: readonly (Cell | null)[]) {
    const fields = new Map<PersonField, PersonValue>()
    const given = new Map<PersonUse, PersonValue>()
    const custom = new Map<string, CustomValue>()
    this.situation.targets.forEach((target, column) => {
      const cell = cells[column] ?? null
      if (cell === null || target.kind === 'ignore') return
      if (target.kind === 'custom') {
        const value = this.rows.accept(row, column, takeCustom(cell, target.shape, this.situation.year))
        if (value === null) return
        const isPerson = target.shape.kind === 'person'
        custom.set(target.fieldId, isPerson ? this.rows.colleague(row, column, String(value)) : value)
        return
      }
      const value = this.rows.accept(row, column, takePerson(cell, target.field))
      if (value === null) return
      given.set(target.field, value)
      if (isPersonField(target.field)) fields.set(target.field, value)
    })
    return { fields, custom, given }
  }

  /** Puts the birthday into its kept form. A second one must be the same day; alone it is the birthday. */
  private checkBirthdays(
    row: Row,
    fields: Map<PersonField, PersonValue>,
    given: ReadonlyMap<PersonUse, PersonValue>,
  ): void {
    const codes = (['birthday', 'otherBirthday'] as const).flatMap((use) => {
      const text = textIn(given, use)
      const column = this.columnOf.get(use)
      if (text === null || column === undefined) return []
      const read = this.situation.readBirthday(text, LUNAR_HEADER.test(this.headers[column] ?? ''))
      if (read.ok) return [{ code: read.code, text, column }]
      this.rows.trouble(row, column, problem(BIRTHDAY_PROBLEM[read.problem], { text }), read.proposal)
      return []
    })
    const [first, second] = codes
    fields.delete('birthday')
    if (first) fields.set('birthday', first.code)
    if (first && second && !this.situation.sameDay(first.code, second.code))
      this.rows.trouble(
        row,
        second.column,
        problem('birthdaysDiffer', { text: first.text, other: second.text }),
      )
  }

  private companyOf(row: Row, given: ReadonlyMap<PersonUse, PersonValue>): Workplace | null {
    const text = textIn(given, 'company')
    if (text === null) return null
    const { findCompany, options } = this.situation
    const found = companyOf(
      this.rows,
      row,
      this.columnOf.get('company') ?? 0,
      text,
      findCompany,
      options.newCompanies,
    )
    if (found) return { kind: 'account', id: found.id }
    return { kind: 'new', name: text }
  }

  private sinceOf(row: Row, given: ReadonlyMap<PersonUse, PersonValue>): string | null {
    const text = textIn(given, 'since')
    const day = text === null ? null : readPartialDay(text)
    if (day === undefined)
      this.rows.trouble(row, this.columnOf.get('since') ?? 0, problem('dayUnknown', { text: text ?? '' }))
    return day ?? null
  }

  /** Who a row is: one of that name at that company, or with that phone or e-mail; without those, the only one so called. */
  private match(
    row: Row,
    fields: ReadonlyMap<PersonField, PersonValue>,
    company: Workplace | null,
    reach: readonly string[],
  ): KnownPerson | null {
    const name = textIn(fields, 'name') ?? ''
    const namesakes = this.byName.get(fold(name)) ?? []
    const byReach = namesakes.filter((person) =>
      reachOf(person.phones, person.email).some((key) => reach.includes(key)),
    )
    const byCompany = company?.kind === 'account' ? namesakes.filter(({ jobs }) => jobs.has(company.id)) : []
    const alone = company === null && reach.length === 0 ? namesakes : []
    const found = [byReach, byCompany, alone].find((people) => people.length > 0) ?? []
    if (found.length > 1)
      this.rows.trouble(
        row,
        this.columnOf.get('name') ?? 0,
        problem('personAmbiguous', { text: name, count: found.length }),
      )
    return found.length === 1 ? (found[0] ?? null) : null
  }

  private checkIdentity(
    row: Row,
    fields: ReadonlyMap<PersonField, PersonValue>,
    company: Workplace | null,
    match: KnownPerson | null,
    reach: readonly string[],
  ): void {
    const column = this.columnOf.get('name') ?? 0
    const name = fold(textIn(fields, 'name') ?? '')
    if (name === '') {
      const unread = this.rows.troubles.some((one) => one.row === row.number && one.column === column)
      if (!unread) this.rows.trouble(row, column, problem('personNameMissing'))
      return
    }
    const place = company?.kind === 'new' ? fold(company.name) : (company?.id ?? '')
    const key = match ? match.id : [name, place, ...reach].join('\n')
    const earlier = this.seen.get(key)
    if (earlier === undefined) this.seen.set(key, row.number)
    else this.rows.trouble(row, column, problem('personTwice', { row: earlier }))
  }

  private checkJob(
    row: Row,
    job: PlannedPerson['job'],
    company: Workplace | null,
    match: KnownPerson | null,
  ): void {
    if (company !== null || match?.jobs.size === 1) return
    const use = (['title', 'department', 'since'] as const).find((one) => job[one] !== null)
    const column = use && this.columnOf.get(use)
    const unread = this.rows.troubles.some(
      (one) => one.row === row.number && one.column === this.columnOf.get('company'),
    )
    if (column !== undefined && !unread) this.rows.trouble(row, column, problem('jobWithoutCompany'))
  }

  private noteLookAlike(
    row: Row,
    fields: ReadonlyMap<PersonField, PersonValue>,
    reach: readonly string[],
  ): void {
    const twin = reach.flatMap((key) => this.byReach.get(key) ?? [])[0]
    if (twin)
      this.lookAlikes.push({
        row: row.number,
        name: textIn(fields, 'name') ?? '',
        existing: twin.name,
      })
  }

  private changesOf(
    match: KnownPerson,
    { fields, custom, company, job }: Pick<PlannedPerson, 'fields' | 'custom' | 'company' | 'job'>,
  ): number[] {
    const held = jobAt(match, company)
    return this.situation.targets.flatMap((target, column) => {
      if (target.kind === 'ignore') return []
      if (target.kind === 'custom') {
        const value = custom.get(target.fieldId)
        return value === undefined || value === match.custom(target.fieldId) ? [] : [column]
      }
      const { field } = target
      if (field === 'company') return company !== null && held === undefined ? [column] : []
      if (field === 'title' || field === 'department' || field === 'since')
        return job[field] !== null && job[field] !== held?.[field] ? [column] : []
      if (!isPersonField(field)) return []
      const value = fields.get(field)
      // who a person was found by is the same but for width and case: no change
      if (value === undefined || field === 'name') return []
      const stored = Array.isArray(value) ? JSON.stringify(value) : value
      return stored === match.read(field) ? [] : [column]
    })
  }
}

/** The present job that a row is about: the one at its company, or the only one where it names none. */
export const jobAt = (person: KnownPerson, company: Workplace | null): Job | undefined =>
  company === null
    ? person.jobs.size === 1
      ? [...person.jobs.values()][0]
      : undefined
    : company.kind === 'account'
      ? person.jobs.get(company.id)
      : undefined

const textIn = <Use>(values: ReadonlyMap<Use, PersonValue>, use: Use): string | null => {
  const value = values.get(use) ?? null
  return value === null ? null : String(value)
}

/** What somebody is reached by, as it is compared. */
const reachOf = (phones: readonly string[], email: string): string[] => [
  ...phones,
  ...(email.trim() === '' ? [] : [fold(email)]),
]

const BIRTHDAY_PROBLEM = {
  unreadable: 'birthdayUnreadable',
  whichCalendar: 'birthdayWhichCalendar',
  twoBirthdays: 'birthdayTwo',
  noSuchDay: 'birthdayNoSuchDay',
  lunarMonthShort: 'birthdayLunarMonthShort',
  noLeapMonth: 'birthdayNoLeapMonth',
  future: 'birthdayFuture',
  outOfRange: 'birthdayOutOfRange',
} as const satisfies Record<BirthdayProblem, string>
