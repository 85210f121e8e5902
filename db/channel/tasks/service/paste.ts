import type { z } from 'zod'
import { dayOf } from '../../../accounts/rules/days.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { AccountId, type CommandId, MemberId } from '../../../kernel/ids.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import { TASK_KIND_WORDS } from '../../../terms/tasks.ts'
import { TASK_LIMITS, type tasks } from '../contract.ts'
import { type Names, pasteColumns, readPasted } from '../rules/pasted.ts'
import { TASK_KINDS } from '../rules/words.ts'
import { ownTaskInserter } from './add.ts'

type Preview = z.output<NonNullable<(typeof tasks.pastePreview)['~orpc']['outputSchema']>>

/** Problems beyond these are only counted in the refusal; a person mends the first and looks again. */
const MOST_PROBLEMS = 500

/** What a pasted block would add, and what is wrong with it. */
export function previewPaste(kernel: Kernel, { text }: { readonly text: string }): Preview {
  const { lines, columns, tasks: read, problems } = readBlock(kernel, text)
  const nameIn = (table: 'account' | 'member') => {
    const select = kernel.db.prepare<[string], string>(`SELECT name FROM ${table} WHERE id = ?`).pluck()
    return (id: string | null): string | null => (id === null ? null : (select.get(id) ?? null))
  }
  const account = nameIn('account')
  const owner = nameIn('member')
  return {
    lines,
    columns: columns.filter((column) => column !== null),
    tasks: read.map(({ title, dueOn, kind, accountId, ownerId }) => ({
      ...{ title, dueOn, kind },
      account: account(accountId),
      owner: owner(ownerId),
    })),
    problems: problems.slice(0, MOST_PROBLEMS),
    faults: problems.length,
    tooMany: lines > TASK_LIMITS.paste,
  }
}

/** Adds a pasted block, all or none. @throws Refusal PASTE_EMPTY, PASTE_TOO_LONG, PASTE_REFUSED */
export function pasteTasks(
  kernel: Kernel,
  { commandId, text }: { readonly commandId: CommandId; readonly text: string },
): Outcome<{ added: number }> {
  const { lines, tasks: read, problems } = readBlock(kernel, text)
  const [first] = problems
  if (lines === 0) throw new Refusal('PASTE_EMPTY')
  if (lines > TASK_LIMITS.paste) throw new Refusal('PASTE_TOO_LONG', { lines, max: TASK_LIMITS.paste })
  if (first) {
    const { line, text: cell, problem: reason } = first
    throw new Refusal('PASTE_REFUSED', { problems: problems.length, line, text: cell, reason })
  }
  const label = { command: 'addTasks', params: { count: read.length, name: read[0]?.title ?? '' } }
  return kernel.write({ commandId, label }, (tx) => {
    const insert = ownTaskInserter(tx, dayOf(kernel.now()))
    for (const { accountId, ownerId, ...task } of read)
      insert({
        ...task,
        accountId: accountId === null ? null : AccountId.parse(accountId),
        ownerId: ownerId === null ? null : MemberId.parse(ownerId),
      })
    return { added: read.length }
  })
}

/** Reads a block as spreadsheets put it on the clipboard; empty lines are nobody's task. Beyond the bound it is only counted. */
function readBlock({ db, now }: Kernel, text: string) {
  const block = text
    .replaceAll('\r\n', '\n')
    .split('\n')
    .map((line, at) => ({ line: at + 1, cells: line.split('\t').map(unquoted) }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const { columns, headed } = pasteColumns(block[0]?.cells ?? [])
  const lines = headed ? block.slice(1) : block
  const read = readPasted(lines.slice(0, TASK_LIMITS.paste), columns, namesOf(db), dayOf(now()))
  return { lines: lines.length, columns, ...read }
}

/** Spreadsheets put quotes around a cell that holds quotes. */
const unquoted = (cell: string): string =>
  /^".*"$/.test(cell.trim()) ? cell.trim().slice(1, -1).replaceAll('""', '"') : cell

function namesOf(db: Kernel['db']): Names {
  const idsBy = (sql: string) => {
    const ids = new Map<string, string[]>()
    for (const [name, id] of db.prepare<[], [string, string]>(sql).raw().iterate())
      if (name !== '') ids.set(name, [...new Set([...(ids.get(name) ?? []), id])])
    return (text: string): readonly string[] => ids.get(text) ?? []
  }
  return {
    accounts: idsBy(
      `SELECT name, id FROM account WHERE deleted = 0 UNION ALL SELECT short_name, id FROM account WHERE deleted = 0
       UNION ALL SELECT code, id FROM account WHERE deleted = 0`,
    ),
    members: idsBy('SELECT name, id FROM member WHERE deleted = 0'),
    kinds: Object.fromEntries(
      TASK_KINDS.flatMap((kind) => [
        [TASK_KIND_WORDS.zh[kind], kind],
        [TASK_KIND_WORDS.en[kind].toLowerCase(), kind],
      ]),
    ),
  }
}
