import type { z } from 'zod'
import { CalendarRangeError } from '../../../department/calendar/rules/workingTime.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { CommandId, RequestId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import type { Tx } from '../../../kernel/unit.ts'
import type { requests } from '../contract.ts'
import { advance, type Happening, type Progress } from '../rules/progress.ts'
import { needsReason, type RequestEventKind } from '../rules/states.ts'
import { momentOf } from './moment.ts'
import { firstRequest, requestReader, type StoredClocks } from './stored.ts'

type StepInput = z.output<NonNullable<(typeof requests.step)['~orpc']['inputSchema']>>

/**
 * Notes that something happened to requests, all or none: where they stand, and their clocks do, follows.
 * @throws Refusal REQUEST_NOT_FOUND, STEP_REFUSED, STEP_NEEDS_REASON, STEP_TIME_REFUSED
 */
export function stepRequests(kernel: Kernel, input: StepInput): Outcome<object> {
  const { commandId, event, note, waitingFor } = input
  const ids = new Set(input.requestIds)
  const label = {
    command: `request_${event}`,
    params: { count: ids.size, name: firstRequest(kernel.db, input.requestIds[0]) },
  }
  return kernel.write({ commandId, label }, (tx) => {
    const read = requestReader(tx.db)
    const step = stepWriter(tx, kernel.actorName())
    const now = kernel.now()
    for (const id of ids) {
      const stored = read(id)
      if (needsReason(stored.progress.state, event) && note === '')
        throw new Refusal('STEP_NEEDS_REASON', { event })
      const at = momentOf({ code: stored.code, earliest: earliestOf(stored) }, input.at, now)
      step(stored, { kind: event, at, waitingFor }, note)
      tx.breathe()
    }
    return {}
  })
}

/** Nothing happens before it came, before what happened last, or before it stood where it stands; epoch ms. */
const earliestOf = ({ askedAt, lastAt, progress }: StoredClocks): number =>
  Math.max(Date.parse(askedAt), lastAt, progress.since)

/** Writes what happened and where the request stands after it. The function throws Refusal STEP_REFUSED. */
function stepWriter(tx: Tx, by: string) {
  const insert = eventInserter(tx, by)
  const update = tx.db.prepare('UPDATE request SET progress = ? WHERE id = ?')
  return (stored: StoredClocks, happening: Happening, note: string): void => {
    const { id, code, progress, told } = stored
    const next = advanced(stored, { ...happening, told })
    if (!next) throw new Refusal('STEP_REFUSED', { code, state: progress.state, event: happening.kind })
    insert(id, happening.kind, happening.at, note, happening.waitingFor ?? '')
    update.run(JSON.stringify(next), id)
  }
}

function advanced({ code, terms, progress }: StoredClocks, happening: Happening): Progress | undefined {
  try {
    return advance(terms, progress, happening)
  } catch (error) {
    if (!(error instanceof CalendarRangeError)) throw error
    const at = new Date(happening.at).toISOString()
    throw new Refusal('STEP_TIME_REFUSED', { code, at, earliest: at, latest: at })
  }
}

/** Writes events of requests down. `at` is epoch ms. */
function eventInserter(tx: Tx, by: string) {
  const insert = tx.db.prepare(
    `INSERT INTO request_event (id, request_id, kind, at, recorded_at, by, note, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  return (
    id: RequestId,
    kind: RequestEventKind | 'note',
    at: number,
    note: string,
    waitingFor: string,
  ): void => {
    const detail = waitingFor === '' ? null : JSON.stringify({ waitingFor })
    insert.run(tx.newId(), id, kind, new Date(at).toISOString(), tx.hlc, by, note, detail)
  }
}

/** Adds a remark to a request's history. @throws Refusal REQUEST_NOT_FOUND */
export function remarkRequest(
  kernel: Kernel,
  { commandId, requestId, note }: { commandId: CommandId; requestId: RequestId; note: string },
): Outcome<object> {
  const params = { name: firstRequest(kernel.db, requestId) }
  return kernel.write({ commandId, label: { command: 'remarkRequest', params } }, (tx) => {
    requestReader(tx.db)(requestId)
    eventInserter(tx, kernel.actorName())(requestId, 'note', kernel.now(), note, '')
    return {}
  })
}
