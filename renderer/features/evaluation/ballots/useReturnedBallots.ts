import { useRef, useState } from 'react'
import { engine } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { writesSettled } from '../../../client/saving.ts'
import { runCommand } from '../../../client/useCommand.ts'
import type { WorkProgress } from '../../../ui/states.tsx'
import { type Consents, fateOf, type ReturnedFile } from './returnedBallots.ts'

/** The ballots that lie ready to be taken into a round. Each is one command: none is ever half taken. */
export function useReturnedBallots(roundId: string) {
  const [files, setFiles] = useState<readonly ReturnedFile[]>([])
  const [consents, setConsents] = useState<Consents>({ replace: false, abstain: false })
  const [progress, setProgress] = useState<WorkProgress | null>(null)
  const newest = useRef(0)
  const settle = (id: number, standing: ReturnedFile['standing']): void =>
    setFiles((all) => all.map((one) => (one.id === id ? { ...one, standing } : one)))

  const read = async ({ id, file }: ReturnedFile): Promise<void> => {
    try {
      settle(id, { kind: 'read', preview: await engine.exchange.readBallot({ roundId, file }) })
    } catch (error) {
      settle(id, { kind: 'refused', problem: toProblem(error) })
    }
  }

  const readAll = async (list: readonly ReturnedFile[]): Promise<void> => {
    await writesSettled()
    // one after the other: each is read whole in the engine's memory
    for (const file of list) await read(file)
  }

  const add = (added: readonly File[]): void => {
    const list = added.map((file): ReturnedFile => {
      newest.current += 1
      return { id: newest.current, file, standing: { kind: 'reading' } }
    })
    setFiles((all) => [...all, ...list])
    void readAll(list)
  }

  const takeAll = async (ticket: string): Promise<void> => {
    const list = files.filter((file) => fateOf(files, file, consents) === 'take')
    const startedAt = performance.now()
    for (const [done, { id, file }] of list.entries()) {
      setProgress({ done, of: list.length, startedAt })
      const input = { roundId, file, ticket, ...consents }
      const outcome = await runCommand(engine.exchange.takeBallot, input, {
        toast: false,
        tellProblem: false,
      })
      settle(
        id,
        outcome.ok
          ? { kind: 'taken', evaluator: outcome.output.evaluator, marks: outcome.output.marks }
          : { kind: 'refused', problem: outcome.problem },
      )
    }
    setProgress(null)
    // what was taken may be another ballot of the same evaluator
    const taken = new Set(list.map(({ id }) => id))
    await readAll(files.filter(({ id, standing }) => standing.kind === 'read' && !taken.has(id)))
  }

  return {
    files,
    consents,
    progress,
    add,
    remove: (id: number): void => setFiles((all) => all.filter((one) => one.id !== id)),
    consent: (change: Partial<Consents>): void => setConsents((all) => ({ ...all, ...change })),
    takeAll,
  }
}
