import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { addSheet, changeSheet } from '../../../db/evaluation/service/editSheet.ts'
import { publishRound } from '../../../db/evaluation/service/publishing.ts'
import { addRound, openRound } from '../../../db/evaluation/service/rounds.ts'
import { inProcessClient } from '../../../db/host/inProcess.ts'
import type { CommittedEvent } from '../../../db/kernel/contract.ts'
import { redo, undo } from '../../../db/kernel/history.ts'
import { AccountId, type RoundId } from '../../../db/kernel/ids.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { toProblem } from '../../../renderer/client/problem.ts'
import type { RoundGateway } from '../../../renderer/features/evaluation/scoring/roundGateway.ts'
import { RoundSession } from '../../../renderer/features/evaluation/scoring/roundSession.ts'
import { command, newKernel } from '../../engine/newKernel.ts'

/** A round of three accounts on two judged indicators, 60% + 40%. */
function smallRound(kernel: Kernel): RoundId {
  kernel.write({ commandId: command(), label: { command: 'addAccounts', params: {} } }, (tx) => {
    for (const name of ['恒岳家居', '南浔木业', '佛山美颂'])
      tx.db.prepare('INSERT INTO account (id, name) VALUES (?, ?)').run(AccountId.parse(tx.newId()), name)
    return {}
  })
  const { sheetId } = addSheet(kernel, {
    commandId: command(),
    name: '考评表',
    from: { kind: 'template', template: 'blank', language: 'zh' },
  })
  changeSheet(kernel, {
    commandId: command(),
    sheetId,
    cells: [],
    add: [
      { after: null, indicator: { name: '忠诚度', weight: 6_000 } },
      { after: null, indicator: { name: '信用', weight: 4_000 } },
    ],
    remove: [],
    move: [],
  })
  return addRound(kernel, { commandId: command(), name: '2026 下半年', sheetId }).roundId
}

/** A window on an engine in this process. `deaf`: it has not heard yet of what other windows did. */
async function openWindow(kernel: Kernel, roundId: RoundId, { deaf = false } = {}) {
  const client = inProcessClient({ kernel, printPdf: null, logError: String })
  const outcomeOf = (answer: Promise<unknown>) =>
    answer.then(
      (output) => ({ ok: true, output }) as const,
      (error: unknown) => ({ ok: false, problem: toProblem(error) }) as const,
    )
  let reads = 0
  const told: boolean[] = []
  const gateway: RoundGateway = {
    reads: new Set(['account', 'figure', 'sheet', 'indicator', 'round', 'marks', 'mark_note', 'exception']),
    open: async (id) => {
      reads += 1
      return client.rounds.open({ roundId: id })
    },
    mark: (id, { accountIds, indicatorIds, ...write }, commandId) =>
      outcomeOf(
        client.rounds.mark({
          roundId: id,
          commandId,
          accountIds: [...accountIds],
          indicatorIds: [...indicatorIds],
          ...write,
        }),
      ),
    note: (input, commandId) => outcomeOf(client.rounds.note({ ...input, commandId })),
    tellUnsaved: (has) => told.push(has),
    watch(heard) {
      const listen = (event: CommittedEvent): void => {
        if (!deaf) heard(event)
      }
      return kernel.feed.listen(listen)
    },
  }
  const session = new RoundSession(roundId, gateway)
  onTestFinished(() => session.close())
  const stop = session.subscribe(() => undefined)
  onTestFinished(stop)
  await vi.waitFor(() => expect(session.snapshot().model).not.toBeNull())
  const marks = (): (number | null)[][] =>
    [0, 1, 2].map((row) => [0, 1].map((column) => session.snapshot().model?.mark(row, column) ?? null))
  return { session, marks, told, reads: () => reads }
}

const strip = (kernel: Kernel, roundId: RoundId): string => openRound(kernel, roundId).marks

describe('marks in a window', () => {
  it('show at once and are saved behind, one command a gesture, in order', async () => {
    const kernel = newKernel()
    const roundId = smallRound(kernel)
    const { session, marks, reads } = await openWindow(kernel, roundId)
    void session.mark([{ row: 0, column: 0, mark: 10 }], 'edit')
    void session.mark([{ row: 0, column: 0, mark: 8 }], 'edit')
    const last = session.mark(
      [
        { row: 1, column: 0, mark: 6 },
        { row: 2, column: 1, mark: 4 },
      ],
      'paste',
    )
    expect(marks()).toEqual([
      [8, null],
      [6, null],
      [null, 4],
    ])
    expect(await last).toBe(true)
    await session.settled()
    expect(strip(kernel, roundId)).toBe('8-6--4')
    expect(reads(), 'own marks are not read again').toBe(1)
    undo(kernel, command())
    undo(kernel, command())
    expect(strip(kernel, roundId)).toBe('X-----')
  })

  it('follow an undo and another window, with edits still on their way laid over', async () => {
    const kernel = newKernel()
    const roundId = smallRound(kernel)
    const mine = await openWindow(kernel, roundId)
    const theirs = await openWindow(kernel, roundId)
    await theirs.session.mark([{ row: 0, column: 0, mark: 10 }], 'edit')
    const saving = mine.session.mark([{ row: 1, column: 1, mark: 2 }], 'edit')
    await vi.waitFor(() =>
      expect(mine.marks()).toEqual([
        [10, null],
        [null, 2],
        [null, null],
      ]),
    )
    await saving
    await vi.waitFor(() =>
      expect(theirs.marks()).toEqual([
        [10, null],
        [null, 2],
        [null, null],
      ]),
    )
    undo(kernel, command())
    await vi.waitFor(() => expect(mine.marks()[1]).toEqual([null, null]))
  })
})

describe('two windows at the same cell', () => {
  /** Theirs wrote 10 into the first cell; mine, not having heard of it, writes a block over it. */
  async function contested() {
    const kernel = newKernel()
    const roundId = smallRound(kernel)
    const mine = await openWindow(kernel, roundId, { deaf: true })
    const theirs = await openWindow(kernel, roundId)
    await theirs.session.mark([{ row: 0, column: 0, mark: 10 }], 'edit')
    const saved = await mine.session.mark(
      [
        { row: 0, column: 0, mark: 4 },
        { row: 1, column: 0, mark: 8 },
      ],
      'paste',
    )
    await mine.session.settled()
    return { kernel, roundId, mine, saved }
  }

  it('neither overwrites the other unseen: theirs stays, the rest of mine is written, and both are told apart', async () => {
    const { kernel, roundId, mine } = await contested()
    expect(strip(kernel, roundId)).toBe('X-8---')
    expect(mine.marks()).toEqual([
      [10, null],
      [8, null],
      [null, null],
    ])
    expect(mine.session.snapshot().conflicts).toMatchObject([{ mine: '4', theirs: 'X' }])
  })

  it('lets mine be written after all', async () => {
    const { kernel, roundId, mine } = await contested()
    mine.session.keepMine()
    await mine.session.settled()
    expect(strip(kernel, roundId)).toBe('4-8---')
    expect(mine.session.snapshot().conflicts).toEqual([])
  })

  it('takes later edits of the contested cell into the same question', async () => {
    const kernel = newKernel()
    const roundId = smallRound(kernel)
    const mine = await openWindow(kernel, roundId, { deaf: true })
    const theirs = await openWindow(kernel, roundId)
    await theirs.session.mark([{ row: 0, column: 0, mark: 10 }], 'edit')
    void mine.session.mark([{ row: 0, column: 0, mark: 4 }], 'edit')
    void mine.session.mark([{ row: 0, column: 0, mark: 2 }], 'edit')
    await mine.session.settled()
    expect(strip(kernel, roundId)).toBe('X-----')
    expect(mine.session.snapshot().conflicts).toMatchObject([{ mine: '2', theirs: 'X' }])
  })
})

describe('what can not be saved', () => {
  it('stays in the grid as unsaved, with everything typed after it, until trying again succeeds', async () => {
    const kernel = newKernel()
    const roundId = smallRound(kernel)
    const { session, marks, told } = await openWindow(kernel, roundId)
    kernel.db.pragma('query_only = ON')
    void session.mark([{ row: 0, column: 0, mark: 10 }], 'edit')
    await session.settled()
    expect(told.at(-1), 'the window is not called saved').toBe(true)
    expect(session.snapshot().unsaved).toMatchObject({ cells: 1, problem: { code: 'NOT_SAVED' } })
    void session.mark([{ row: 1, column: 0, mark: 8 }], 'edit')
    await session.settled()
    expect(marks()).toEqual([
      [10, null],
      [8, null],
      [null, null],
    ])
    kernel.db.pragma('query_only = OFF')
    session.retry()
    await session.settled()
    expect(session.snapshot().unsaved).toBeNull()
    expect(told.at(-1)).toBe(false)
    expect(strip(kernel, roundId)).toBe('X-8---')
  })

  it('is taken back with the reason when the round was published meanwhile', async () => {
    const kernel = newKernel()
    const roundId = smallRound(kernel)
    const mine = await openWindow(kernel, roundId, { deaf: true })
    await mine.session.mark(
      [
        { row: 0, column: 0, mark: 10 },
        { row: 0, column: 1, mark: 10 },
      ],
      'edit',
    )
    publishRound(kernel, { commandId: command(), roundId, note: '' })
    expect(await mine.session.mark([{ row: 1, column: 0, mark: 8 }], 'edit')).toBe(false)
    await mine.session.settled()
    expect(mine.session.snapshot().refused).toMatchObject({ code: 'ROUND_LOCKED' })
    expect(mine.session.snapshot().model?.round.state).toBe('published')
    expect(mine.marks()[1]).toEqual([null, null])
  })
})

describe('a closing window', () => {
  it('sends everything that waits at once', async () => {
    const kernel = newKernel()
    const roundId = smallRound(kernel)
    const { session } = await openWindow(kernel, roundId)
    for (const column of [0, 1])
      for (const row of [0, 1, 2]) void session.mark([{ row, column, mark: 6 }], 'edit')
    session.flush()
    await vi.waitFor(() => expect(strip(kernel, roundId)).toBe('666666'))
  })
})

describe('a round that disappears', () => {
  it('is told as gone when its making is undone, and comes back with a redo', async () => {
    const kernel = newKernel()
    const roundId = smallRound(kernel)
    const { session } = await openWindow(kernel, roundId)
    undo(kernel, command())
    await vi.waitFor(() => expect(session.snapshot()).toMatchObject({ gone: { lost: 0 }, model: null }))
    redo(kernel, command())
    await vi.waitFor(() => expect(session.snapshot()).toMatchObject({ gone: null, model: { cells: 6 } }))
  })

  it('says how many marks it took along, and does not call them saved or send them again', async () => {
    const kernel = newKernel()
    const roundId = smallRound(kernel)
    const { session } = await openWindow(kernel, roundId, { deaf: true })
    undo(kernel, command())
    const first = session.mark([{ row: 0, column: 0, mark: 10 }], 'edit')
    const second = session.mark([{ row: 1, column: 0, mark: 8 }], 'edit')
    expect(await Promise.all([first, second])).toEqual([false, false])
    await session.settled()
    expect(session.snapshot()).toMatchObject({ gone: { lost: 2 }, model: null, unsaved: null })
  })
})
