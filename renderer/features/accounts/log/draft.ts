import type { Channel } from '../../../../db/accounts/log/rules/channels.ts'
import { typedDay } from '../../../../db/accounts/log/rules/typedDay.ts'
import { storedText, type TypedText } from '../../../../db/accounts/log/rules/typedMentions.ts'
import type { PickedPerson } from '../../../../db/accounts/people/contract.ts'
import { addDays } from '../../../../db/accounts/rules/days.ts'
import type { Member } from '../../../../db/department/contract.ts'
import type { TakenFile } from '../../../shared/files/useTakeFiles.ts'

/** A promise as it is typed. */
export interface DraftPromise {
  readonly key: string
  readonly what: string
  readonly side: 'ours' | 'theirs'
  readonly personId: PickedPerson['id'] | null
  readonly due: string
}

/** An entry as it is typed; days are texts until they are saved. */
export interface Draft {
  readonly accountId: string | null
  /** undefined: the laptop's user */
  readonly memberId?: Member['id'] | null
  readonly people: PickedPerson['id'][]
  readonly channel: Channel
  readonly when: string
  readonly typed: TypedText
  readonly step: string
  readonly stepWhen: string
  readonly stepBy?: Member['id'] | null
  readonly promises: readonly DraftPromise[]
  readonly files: readonly TakenFile[]
}

export const EMPTY_DRAFT: Draft = {
  accountId: null,
  people: [],
  channel: 'visit',
  when: '',
  typed: { text: '', mentions: [] },
  step: '',
  stepWhen: '',
  promises: [],
  files: [],
}

/** Whether anything was typed or added that would be missed. */
export const isWorthKeeping = ({ typed, step, promises, files }: Draft): boolean =>
  typed.text.trim() !== '' ||
  step.trim() !== '' ||
  files.length > 0 ||
  promises.some(({ what }) => what !== '')

/** Under which kind the drafts of the quick entry are kept. */
export const LOG_DRAFT = 'log.draft'

/** A draft as it was kept; null where it is none, or nothing in it would be missed. */
export function keptDraft(json: string): Draft | null {
  try {
    const draft: Draft = { ...EMPTY_DRAFT, ...JSON.parse(json) }
    return isWorthKeeping(draft) ? draft : null
  } catch {
    return null
  }
}

/** A next step without a day is due in a week. */
const STEP_DAYS = 7

/** The days that a draft means; null for a text that is none. @param today YYYY-MM-DD */
export function draftDays(draft: Draft, today: string) {
  const future = (text: string, blank: string | null) =>
    text.trim() === '' ? { ok: true, day: blank } : dayed(typedDay(text, today, 'future'))
  return {
    // a day to come is understood too, so that the form can say why it is refused
    when:
      draft.when.trim() === ''
        ? today
        : (typedDay(draft.when, today, 'past') ?? typedDay(draft.when, today, 'future')),
    step: future(draft.stepWhen, addDays(today, STEP_DAYS)),
    due: draft.promises.map(({ due }) => future(due, null)),
  }
}

const dayed = (day: string | null) => ({ ok: day !== null, day })

/** What `log.add` is sent for a draft; null where one of its days is none. */
export function entryOf(draft: Draft, today: string, me: Member['id'] | null) {
  const days = draftDays(draft, today)
  if (days.when === null || !days.step.ok || days.due.some(({ ok }) => !ok)) return null
  const memberId = draft.memberId === undefined ? me : draft.memberId
  const { accountId, people, channel } = draft
  const next =
    draft.step.trim() === '' || days.step.day === null
      ? null
      : {
          step: draft.step,
          on: days.step.day,
          by: draft.stepBy === undefined ? memberId : draft.stepBy,
        }
  return {
    accountId,
    memberId,
    people,
    channel,
    // a blank too is the day that the form shows, even where the engine's own today has become another
    happenedOn: days.when,
    text: storedText(draft.typed),
    next,
    files: draft.files.map(({ sha256, name }) => ({ sha256, name })),
    promises: draft.promises
      .map(({ what, side, personId }, at) => ({
        what,
        side,
        personId,
        memberId,
        dueOn: days.due[at]?.day ?? null,
      }))
      .filter(({ what }) => what.trim() !== ''),
  }
}
