import type Database from 'better-sqlite3'
import { type AccountId, PersonId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { byPinyin, personPinyin } from '../../pinyin.ts'
import { dayOf } from '../../rules/days.ts'
import { FITS, fitOf, searchWords } from '../../rules/search.ts'
import { readQuery } from '../../search/rules/query.ts'
import { findPeopleNamed } from '../../search/service/foundPeople.ts'
import type { PickedPerson } from '../contract.ts'
import { employmentsOf } from './read.ts'

interface Candidate {
  readonly id: PersonId
  readonly name: string
  readonly phone: string
}

/** People whom all words of a text fit by name, pinyin, initials or the end of a phone number: best first. */
export function pickPeople(
  kernel: Kernel,
  {
    text,
    accountId,
    limit,
  }: { readonly text: string; readonly accountId?: AccountId | undefined; readonly limit: number },
): PickedPerson[] {
  const query = readQuery(text)
  if (accountId === undefined && query.words.length > 0)
    return namedPeople(
      kernel,
      findPeopleNamed(kernel.db, query, limit).map((id) => PersonId.parse(id)),
    )
  const words = searchWords(text)
  const found = candidates(kernel.db, accountId)
    .flatMap((person) => {
      const findable = { ...person, code: phoneTail(person.phone, words), pinyin: personPinyin(person.name) }
      const fit = fitOf(words, findable)
      return fit ? [{ person: findable, place: FITS.indexOf(fit) }] : []
    })
    .sort((a, b) => a.place - b.place || byPinyin(a.person, b.person))
    .slice(0, limit)
  return withPlaces(
    kernel,
    found.map(({ person }) => person),
    accountId,
  )
}

/** These people for pickers that show what is chosen; those who are gone are left out. */
export const namedPeople = (kernel: Kernel, personIds: readonly PersonId[]): PickedPerson[] =>
  withPlaces(
    kernel,
    kernel.db
      .prepare<[string], Candidate>(
        `SELECT p.id, p.name, p.phone FROM json_each(?) ids JOIN person p ON p.id = ids.value AND p.deleted = 0`,
      )
      .all(JSON.stringify(personIds)),
    undefined,
  )

function candidates(db: Database.Database, accountId: AccountId | undefined): Candidate[] {
  if (accountId)
    return db
      .prepare<[AccountId], Candidate>(
        `SELECT p.id, p.name, p.phone FROM person p WHERE p.deleted = 0 AND p.id IN
           (SELECT person_id FROM employment WHERE account_id = ? AND deleted = 0)`,
      )
      .all(accountId)
  return db
    .prepare<[], Candidate>('SELECT id, name, phone FROM person WHERE deleted = 0 ORDER BY id DESC LIMIT 100')
    .all()
}

const FEWEST_DIGITS = 3

/** A phone number as far as it may be found: by its end, from three digits on. */
function phoneTail(phone: string, words: readonly string[]): string {
  const digits = phone.replaceAll(/\D/g, '')
  const tail = words.find(
    (word) => /^\d+$/.test(word) && word.length >= FEWEST_DIGITS && digits.endsWith(word),
  )
  return tail ?? ''
}

/** With where they work: at the given account, else where they are now. */
function withPlaces(
  kernel: Kernel,
  people: readonly Candidate[],
  accountId: AccountId | undefined,
): PickedPerson[] {
  const employments = employmentsOf(
    kernel.db,
    people.map(({ id }) => id),
    dayOf(kernel.now()),
  )
  return people.map(({ id, name }) => {
    const all = employments.get(id) ?? []
    const place = all.find((one) => one.accountId === accountId) ?? all[0]
    return {
      id,
      name,
      pinyin: personPinyin(name),
      title: place?.title ?? '',
      accountId: place?.accountId ?? null,
      accountName: place?.accountName ?? '',
    }
  })
}
