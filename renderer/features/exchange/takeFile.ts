import { engine } from '../../client/engine.ts'
import { toProblem } from '../../client/problem.ts'
import { choicesFor, onNewUpload } from './draft.ts'
import { changeImport, importStore } from './importStore.ts'

let newest = 0

/** Has the engine take in a file; what was decided about the same file before is kept. */
export async function takeFile(file: File): Promise<void> {
  newest += 1
  const turn = newest
  changeImport({ reading: file.name, problem: null })
  try {
    const upload = await engine.exchange.upload({ file })
    if (turn !== newest) return
    const { choices, gone } = importStore.get()
    const kept = gone && choices ? onNewUpload(choices, upload) : null
    changeImport({
      reading: null,
      gone: false,
      imported: null,
      previewed: null,
      past: [],
      future: [],
      ...(kept ? { choices: kept, step: 'preview' } : { choices: choicesFor(upload, 0), step: 'columns' }),
    })
  } catch (error) {
    if (turn === newest) changeImport({ reading: null, problem: toProblem(error) })
  }
}
