import type { InputOf } from '../../../channel/ledger/service/rows.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import type { Tx } from '../../../kernel/unit.ts'
import type { ideas } from '../contract.ts'
import {
  afterIdea,
  type IdeaEventKind,
  type IdeaProgress,
  ideaStanding,
  needsIdeaReason,
} from '../rules/ideas.ts'
import { askersOf } from './read.ts'
import { ideaName, insertIdeaEvent, readIdea, type StoredIdea, writeIdeaProgress } from './stored.ts'

/** Says what an idea is worth and what it costs. @throws Refusal IDEA_NOT_FOUND, IDEA_STEP_REFUSED */
export function weighIdea(
  kernel: Kernel,
  { commandId, ideaId, value, effort, note }: InputOf<typeof ideas.weigh>,
): Outcome<object> {
  const label = { command: 'weighIdea', params: { name: ideaName(kernel.db, ideaId) } }
  return kernel.write({ commandId, label }, (tx) => {
    take(tx, kernel, readIdea(tx.db, ideaId), 'weigh', note)
    tx.db
      .prepare('UPDATE idea SET weight = ? WHERE id = ?')
      .run(JSON.stringify({ value, effort, note }), ideaId)
    return {}
  })
}

/** Notes that something happened to an idea. @throws Refusal as the contract says */
export function stepIdea(
  kernel: Kernel,
  { commandId, ideaId, event, note }: InputOf<typeof ideas.step>,
): Outcome<object> {
  const label = { command: `idea_${event}`, params: { name: ideaName(kernel.db, ideaId) } }
  return kernel.write({ commandId, label }, (tx) => {
    const idea = readIdea(tx.db, ideaId)
    if (afterIdea(idea.progress.state, event) !== undefined) check(tx, idea, event, note)
    take(tx, kernel, idea, event, note)
    // what doesn't do has to be told anew once it does; the course keeps that it was told before
    if (event === 'rework')
      tx.db.prepare('UPDATE idea_asker SET told = NULL WHERE idea_id = ? AND deleted = 0').run(ideaId)
    return {}
  })
}

/** @throws Refusal IDEA_NEEDS_REASON, IDEA_UNTOLD */
function check(tx: Tx, { id, code }: StoredIdea, event: IdeaEventKind, note: string): void {
  if (needsIdeaReason(event) && note === '') throw new Refusal('IDEA_NEEDS_REASON')
  if (event !== 'tell') return
  const names = askersOf(tx.db, id).flatMap(({ account, told }) => (told === null ? [account] : []))
  if (names.length > 0) throw new Refusal('IDEA_UNTOLD', { code, names })
}

/** Writes what happened and where the idea stands after it. @throws Refusal IDEA_STEP_REFUSED */
function take(
  tx: Tx,
  kernel: Kernel,
  { id, code, progress }: StoredIdea,
  event: IdeaEventKind,
  note: string,
): void {
  const state = afterIdea(progress.state, event)
  if (state === undefined) throw new Refusal('IDEA_STEP_REFUSED', { code, event })
  const at = kernel.now()
  const next: IdeaProgress = state === progress.state ? progress : ideaStanding(state, at)
  insertIdeaEvent(tx, { ideaId: id, kind: event, at, by: kernel.actorName(), note })
  writeIdeaProgress(tx, id, next)
}
