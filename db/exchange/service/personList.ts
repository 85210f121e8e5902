import { readCustom } from '../../accounts/custom/rules/values.ts'
import { listCustomFields } from '../../accounts/custom/service/fields.ts'
import { PersonFields, type PersonValue } from '../../accounts/people/contract.ts'
import { isCurrent } from '../../accounts/people/rules/employments.ts'
import { STORED_PERSON, type StoredPerson } from '../../accounts/people/service/columns.ts'
import { employmentInserter } from '../../accounts/people/service/employments.ts'
import { type NewPerson, personInserter, personUpdater } from '../../accounts/people/service/write.ts'
import { dayOf } from '../../accounts/rules/days.ts'
import { sourceNow } from '../../accounts/service/source.ts'
import { accountInserter } from '../../accounts/service/write.ts'
import { fold } from '../../evaluation/rules/sheet.ts'
import { Refusal } from '../../kernel/errors.ts'
import { AccountId, CustomFieldId, type EmploymentId, MemberId, type PersonId } from '../../kernel/ids.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import type { Tx } from '../../kernel/unit.ts'
import type { ImportPlanInput } from '../contract.ts'
import { dataRowsOf, type Table, textOf } from '../rules/cells.ts'
import { useKey } from '../rules/columns.ts'
import {
  type KnownPerson,
  outlinePeople,
  type PeopleOutline,
  type PersonTarget,
  type PlannedPerson,
} from '../rules/personPlan.ts'
import { phonesIn } from '../rules/personValues.ts'
import { birthdayCell, sameBirthday } from './birthdays.ts'
import { findCompanies } from './companies.ts'
import { customTarget, membersOf } from './importPlan.ts'
import type { ListImport } from './plannedList.ts'

/** A list of people (A2). @throws Refusal NAME_NOT_MAPPED */
export function personList(kernel: Kernel, table: Table, plan: ImportPlanInput): ListImport {
  const targets = targetsOf(kernel, plan)
  if (!targets.some((target) => target.kind === 'person' && target.field === 'name'))
    throw new Refusal('NAME_NOT_MAPPED')
  const today = dayOf(kernel.now())
  const members = membersOf(kernel)
  return {
    command: 'importPeople',
    *steps() {
      const outline = yield* outlinePeople({
        table,
        targets,
        options: plan,
        people: knownPeople(kernel, wantedKeys(table, targets, plan), today),
        members: members.map(({ name }) => name),
        year: Number(today.slice(0, 4)),
        findCompany: findCompanies(kernel),
        readBirthday: (text, lunar) => birthdayCell(text, lunar, today),
        sameDay: sameBirthday,
      })
      return {
        outline,
        newCompanies: outline.newCompanies,
        lookAlikes: () => outline.lookAlikes.map((one) => ({ ...one, likeness: 'phone' as const })),
        write: (tx) => writePeople(kernel, tx, outline),
      }
    },
  }
}

function targetsOf({ db }: Kernel, plan: ImportPlanInput): PersonTarget[] {
  const custom = listCustomFields(db, 'person')
  const taken = new Set<string>()
  return plan.columns.map((use): PersonTarget => {
    const key = useKey(use)
    if (key === null || taken.has(key)) return { kind: 'ignore' }
    taken.add(key)
    if (use.kind === 'custom') return customTarget(use.fieldId, custom)
    return use.kind === 'person' ? use : { kind: 'ignore' }
  })
}

/** Names, digits of phones and e-mails of the list, folded: only whoever has one of them can be meant. */
function wantedKeys(table: Table, targets: readonly PersonTarget[], plan: ImportPlanInput): Set<string> {
  const keys = new Set<string>()
  const take = (column: number, text: string): void => {
    const target = targets[column]
    if (target?.kind !== 'person' || text === '') return
    if (target.field === 'name' || target.field === 'email') keys.add(fold(text))
    if (target.field === 'phone') for (const digits of phonesIn(text)) keys.add(digits)
  }
  for (const { cells } of dataRowsOf(table))
    for (const [column, cell] of cells.entries()) take(column, textOf(cell))
  for (const { column, text } of plan.corrections) take(column, text.trim())
  return keys
}

interface Reachable {
  readonly id: string
  readonly name: string
  readonly phone: string
  readonly privatePhone: string
  readonly email: string
}

interface StoredJob {
  readonly id: EmploymentId
  readonly accountId: string
  readonly title: string
  readonly department: string
  readonly since: string | null
  readonly until: string | null
}

/** The people who may be meant, each read whole; the others are passed by, as there may be 300,000. */
function knownPeople({ db }: Kernel, wanted: ReadonlySet<string>, today: string): KnownPerson[] {
  const isWanted = ({ name, phone, privatePhone, email }: Reachable): boolean =>
    wanted.has(fold(name)) ||
    (email !== '' && wanted.has(fold(email))) ||
    [phone, privatePhone].some((text) => phonesIn(text).some((digits) => wanted.has(digits)))
  const memberNames = new Map(
    db
      .prepare<[], { id: string; name: string }>('SELECT id, name FROM member WHERE deleted = 0')
      .all()
      .map(({ id, name }) => [id, name]),
  )
  const persons = new Set(
    listCustomFields(db, 'person').flatMap(({ id, kind }) => (kind === 'person' ? [String(id)] : [])),
  )
  const ids: string[] = []
  for (const person of db
    .prepare<[], Reachable>(
      'SELECT id, name, phone, private_phone AS privatePhone, email FROM person WHERE deleted = 0',
    )
    .iterate())
    if (isWanted(person)) ids.push(person.id)
  const jobs = jobReader(db)
  const read = db.prepare<[string], StoredPerson>(`SELECT ${STORED_PERSON} FROM person p WHERE p.id = ?`)
  return ids.flatMap((id) => {
    const stored = read.get(id)
    if (!stored) return []
    const values = readCustom(stored.custom)
    return [
      {
        id,
        name: stored.name,
        phones: [...phonesIn(stored.phone), ...phonesIn(stored.privatePhone)],
        email: stored.email,
        jobs: new Map(
          jobs(id).flatMap((job) => (isCurrent(job, today) ? [[job.accountId, job] as const] : [])),
        ),
        read: (field) => stored[field],
        custom: (fieldId) => {
          const value = values[fieldId] ?? null
          return persons.has(fieldId) ? (memberNames.get(String(value)) ?? null) : value
        },
      },
    ]
  })
}

const jobReader = (db: Kernel['db']) => {
  const read = db.prepare<[string], StoredJob>(
    `SELECT id, account_id AS accountId, title, department, since, until FROM employment
     WHERE person_id = ? AND deleted = 0`,
  )
  return (personId: string): StoredJob[] => read.all(personId)
}

function writePeople(kernel: Kernel, tx: Tx, outline: PeopleOutline) {
  const source = sourceNow(kernel)
  const insertAccount = accountInserter(tx, source)
  const made = new Map(
    outline.newCompanies.map((name) => [
      fold(name),
      insertAccount({ fields: { name, lifecycle: 'prospect' }, figures: new Map(), custom: new Map() }),
    ]),
  )
  const insert = personInserter(tx, source)
  const update = personUpdater(tx)
  const employ = employer(tx)
  const stored = tx.db.prepare<[string], StoredPerson>(`SELECT ${STORED_PERSON} FROM person p WHERE p.id = ?`)
  const memberIds = new Map(membersOf(kernel).map(({ id, name }) => [fold(name), MemberId.parse(id)]))
  const persons = new Set(
    listCustomFields(tx.db, 'person').flatMap(({ id, kind }) => (kind === 'person' ? [String(id)] : [])),
  )
  for (const row of outline.rows) {
    if (row.fate !== 'insert' && row.fate !== 'update') continue
    const custom = new Map(
      [...row.custom].map(([id, value]) => [
        CustomFieldId.parse(id),
        persons.has(id) ? (memberIds.get(fold(String(value))) ?? null) : value,
      ]),
    )
    const name = String(row.fields.get('name') ?? row.match?.name ?? '')
    const before = row.match && stored.get(row.match.id)
    const changed = new Map([...row.fields].filter(([field]) => field !== 'name'))
    if (before && changed.size + custom.size > 0)
      update({ stored: before, wanted: storedValues(changed), custom }, source)
    const id = before ? before.id : insert({ ...travelValues(changed), name }, custom)
    employ(id, name, row, accountOf(row, made))
    tx.breathe()
  }
  return { members: 0, figures: 0, companies: made.size }
}

function accountOf({ company }: PlannedPerson, made: ReadonlyMap<string, AccountId>): AccountId | null {
  if (company?.kind === 'account') return AccountId.parse(company.id)
  return company ? (made.get(fold(company.name)) ?? null) : null
}

/** Notes where a row's person works: a new place, or what is new of the one they have. */
function employer(tx: Tx) {
  const insert = employmentInserter(tx)
  const jobs = jobReader(tx.db)
  const update = tx.db.prepare('UPDATE employment SET title = ?, department = ?, since = ? WHERE id = ?')
  return (id: PersonId, name: string, { match, job }: PlannedPerson, accountId: AccountId | null): void => {
    const present = match === null ? [] : jobs(match.id).filter(({ accountId: at }) => match.jobs.has(at))
    const held = accountId === null ? present[0] : present.find((one) => one.accountId === accountId)
    const { title, department, since } = job
    if (held) {
      const after = [title ?? held.title, department ?? held.department, since ?? held.since] as const
      if (after[0] !== held.title || after[1] !== held.department || after[2] !== held.since)
        update.run(...after, held.id)
    } else if (accountId !== null)
      insert(id, name, { accountId, title: title ?? '', department: department ?? '', since, until: null })
  }
}

/** Values as their columns keep them; they were checked when they were planned. */
const storedValues = (fields: PlannedPerson['fields']) =>
  new Map(
    [...fields].map(
      ([field, value]) => [field, Array.isArray(value) ? JSON.stringify(value) : value] as const,
    ),
  )

/** Values as a new person takes them. */
const travelValues = (fields: ReadonlyMap<keyof PersonFields, PersonValue>): Omit<NewPerson, 'name'> =>
  PersonFields.partial().parse(Object.fromEntries(fields))
