import type { z } from 'zod'
import { partyCheck } from '../../../accounts/promises/service/add.ts'
import { type CommandId, RequestId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import type { Tx } from '../../../kernel/unit.ts'
import type { NewRequest } from '../contract.ts'
import { undertake } from './promise.ts'

/**
 * Writes a request down; its clocks run from when it was asked.
 * @throws Refusal ACCOUNT_NOT_FOUND, PERSON_NOT_FOUND, MEMBER_NOT_FOUND, ASKED_AT_REFUSED
 */
export function logRequest(
  kernel: Kernel,
  { commandId, request }: { commandId: CommandId; request: z.output<typeof NewRequest> },
): Outcome<{ requestId: RequestId; code: string }> {
  const label = { command: 'logRequest', params: { name: request.title } }
  return kernel.write({ commandId, label }, (tx) => insertRequest(tx, kernel.now(), request))
}

/**
 * Writes a request down inside a command.
 * @param now epoch ms
 * @throws as {@link logRequest}
 */
export function insertRequest(
  tx: Tx,
  now: number,
  request: z.output<typeof NewRequest>,
): { requestId: RequestId; code: string } {
  const { promised, calendarId, progress, ownerId, askedAt } = undertake(tx.db, now, request)
  const check = partyCheck(tx)
  check.parties(ownerId, request.personId)
  check.parties(request.backupId, null)
  check.parties(request.sponsorId, null)
  const requestId = RequestId.parse(tx.newId())
  const code = nextCode(tx)
  tx.db
    .prepare(
      `INSERT INTO request (id, code, account_id, person_id, way, kind, priority, title, detail, asked_at,
         owner_id, backup_id, sponsor_id, calendar_id, promised, progress)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      requestId,
      code,
      request.accountId,
      request.personId,
      request.way,
      request.kind,
      request.priority,
      request.title,
      request.detail,
      new Date(askedAt).toISOString(),
      ownerId,
      request.backupId,
      request.sponsorId,
      calendarId,
      JSON.stringify(promised),
      JSON.stringify(progress),
    )
  return { requestId, code }
}

/** One more than the highest number given so far, deleted ones too: a code that was said aloud never means another request. */
function nextCode(tx: Tx): string {
  const highest =
    tx.db
      .prepare<[], string>(
        `SELECT code FROM request WHERE code GLOB 'R-[0-9]*' ORDER BY length(code) DESC, code DESC LIMIT 1`,
      )
      .pluck()
      .get() ?? 'R-0'
  return `R-${String(Number(highest.slice(2)) + 1).padStart(4, '0')}`
}
