import { useRef, useState } from 'react'
import { cleanFileName } from '../../../db/accounts/log/rules/fileNames.ts'
import { LOG_LIMITS } from '../../../db/accounts/log/rules/limits.ts'
import { engine } from '../../client/engine.ts'
import { toProblem } from '../../client/problem.ts'
import type { Problem } from '../../i18n/problemText.ts'

/** A file that the store has taken in already, so that a draft survives with its files. */
export interface TakenFile {
  readonly sha256: string
  readonly name: string
  readonly bytes: number
}

/** The file that is being taken in, and how many there are. */
export interface Taking {
  readonly name: string
  /** from 1 on */
  readonly at: number
  readonly of: number
}

/**
 * Takes files into the engine's store, one after the other, until it is told to stop; one that is too large is refused
 * without being read. More than may be taken at once are refused whole: nothing is left out without a word.
 */
export function useTakeFiles(most: number = LOG_LIMITS.files) {
  const [busy, setBusy] = useState<Taking | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const stopped = useRef(false)
  const take = async (files: readonly File[]): Promise<TakenFile[]> => {
    const taken: TakenFile[] = []
    stopped.current = false
    setProblem(files.length > most ? tooMany(files.length, most) : null)
    if (files.length > most) return taken
    for (const [at, file] of files.entries()) {
      if (stopped.current) break
      const name = cleanFileName(file.name)
      setBusy({ name, at: at + 1, of: files.length })
      try {
        if (file.size > LOG_LIMITS.fileBytes) setProblem(tooLarge(name, file.size))
        else taken.push(await engine.log.upload({ file }))
      } catch (error) {
        setProblem(toProblem(error))
      }
    }
    setBusy(null)
    return taken
  }
  const stop = (): void => {
    stopped.current = true
  }
  return { busy, problem, take, stop, forget: () => setProblem(null) }
}

const tooLarge = (name: string, bytes: number): Problem => ({
  code: 'FILE_TOO_LARGE',
  data: { name, bytes, max: LOG_LIMITS.fileBytes },
})

const tooMany = (count: number, most: number): Problem => ({ code: 'FILES_TOO_MANY', data: { count, most } })
