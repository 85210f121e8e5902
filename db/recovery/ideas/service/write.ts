import type Database from 'better-sqlite3'
import { insertRow, mustExist } from '../../../accounts/analysis/service/rows.ts'
import { dayOf } from '../../../accounts/rules/days.ts'
import { checkReach } from '../../../channel/ledger/service/days.ts'
import {
  changeRows,
  checkNamed,
  type InputOf,
  type Ledger,
  removeRows,
} from '../../../channel/ledger/service/rows.ts'
import { DUE } from '../../../channel/rules/reach.ts'
import { IdeaId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import { caseReader } from '../../service/stored.ts'
import { IdeaFields, type ideas } from '../contract.ts'
import { ideaStanding } from '../rules/ideas.ts'
import { writeAsker } from './askers.ts'
import { ideaName, insertIdeaEvent, readIdea } from './stored.ts'

/** Ideas as the ledgers' commands change them. */
const IDEAS: Ledger = {
  table: 'idea',
  fields: IdeaFields,
  columns: {
    title: 'title',
    detail: 'detail',
    productId: 'product_id',
    ownerId: 'owner_id',
    dueOn: 'due_on',
  },
  name: 'title',
  commands: { change: 'changeIdeas', remove: 'removeIdeas' },
}

/** Proposes an idea, with the customer who asked for it. @throws Refusal as the contract says */
export function proposeIdea(
  kernel: Kernel,
  { commandId, idea }: InputOf<typeof ideas.propose>,
): Outcome<{ ideaId: IdeaId; code: string }> {
  const { title, detail, caseId, productId, ownerId, dueOn, asker } = idea
  return kernel.write({ commandId, label: { command: 'proposeIdea', params: { name: title } } }, (tx) => {
    if (caseId !== null) caseReader(tx.db)(caseId)
    checkParts(tx.db, { owner_id: ownerId, product_id: productId })
    checkReach(dueOn, DUE, dayOf(kernel.now()), 'DUE_OUT_OF_RANGE')
    const code = nextCode(tx.db)
    const progress = JSON.stringify(ideaStanding('proposed', kernel.now()))
    const ideaId = IdeaId.parse(
      insertRow(tx, 'idea', {
        ...{ code, title, detail, case_id: caseId, product_id: productId },
        ...{ owner_id: ownerId, due_on: dueOn, progress },
      }),
    )
    if (asker !== null) writeAsker(tx, kernel, { ideaId, ...asker })
    return { ideaId, code }
  })
}

interface Row {
  readonly owner_id: string | null
  readonly product_id: string | null
}

/** @throws Refusal MEMBER_NOT_FOUND, ROW_NOT_FOUND where an owner or product is named who isn't there */
function checkParts(db: Database.Database, { owner_id, product_id }: Row): void {
  checkNamed(db, { member: owner_id })
  if (product_id !== null) mustExist(db, 'product', product_id, 'ROW_NOT_FOUND')
}

/** Changes fields of ideas, all or none. @throws Refusal as the contract says */
export function changeIdeas(kernel: Kernel, input: InputOf<typeof ideas.change>): Outcome<object> {
  const today = dayOf(kernel.now())
  for (const { field, before, after } of input.edits)
    if (field === 'dueOn' && typeof after === 'string' && after !== before)
      checkReach(after, DUE, today, 'DUE_OUT_OF_RANGE')
  return changeRows<Row>(kernel, IDEAS, input, (tx, row) => checkParts(tx.db, row))
}

/** Adds a remark to an idea's course. @throws Refusal IDEA_NOT_FOUND */
export function noteIdea(
  kernel: Kernel,
  { commandId, ideaId, text }: InputOf<typeof ideas.note>,
): Outcome<object> {
  const label = { command: 'noteIdea', params: { name: ideaName(kernel.db, ideaId) } }
  return kernel.write({ commandId, label }, (tx) => {
    readIdea(tx.db, ideaId)
    insertIdeaEvent(tx, { ideaId, kind: 'note', at: kernel.now(), by: kernel.actorName(), note: text })
    return {}
  })
}

/** Deletes ideas. @throws Refusal ROW_NOT_FOUND */
export const removeIdeas = (
  kernel: Kernel,
  { commandId, ideaIds }: InputOf<typeof ideas.remove>,
): Outcome<object> => removeRows(kernel, IDEAS, { commandId, ids: ideaIds })

/** One more than the highest number given so far, deleted ones too: a code that was said aloud never means another idea. */
function nextCode(db: Database.Database): string {
  const highest =
    db
      .prepare<[], string>(
        `SELECT code FROM idea WHERE code GLOB 'I-[0-9]*' ORDER BY length(code) DESC, code DESC LIMIT 1`,
      )
      .pluck()
      .get() ?? 'I-0'
  return `I-${String(Number(highest.slice(2)) + 1).padStart(4, '0')}`
}
