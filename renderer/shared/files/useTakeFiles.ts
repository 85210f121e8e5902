import { useState } from 'react'
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

/** Takes files into the engine's store, one after the other; one that is too large is refused without being read. */
export function useTakeFiles() {
  const [busy, setBusy] = useState<string | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const take = async (files: readonly File[]): Promise<TakenFile[]> => {
    const taken: TakenFile[] = []
    setProblem(null)
    for (const file of files.slice(0, LOG_LIMITS.files)) {
      const name = cleanFileName(file.name)
      setBusy(name)
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
  return { busy, problem, take, forget: () => setProblem(null) }
}

const tooLarge = (name: string, bytes: number): Problem => ({
  code: 'FILE_TOO_LARGE',
  data: { name, bytes, max: LOG_LIMITS.fileBytes },
})
