import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const RENDERER = join(import.meta.dirname, '../../../renderer')
const read = (pattern: string): { file: string; text: string }[] =>
  globSync(pattern, { cwd: RENDERER }).map((file) => ({
    file,
    text: readFileSync(join(RENDERER, file), 'utf8'),
  }))

/** Variables that AG Grid sets itself. */
const OF_THE_GRID = /^--ag-/

describe('colours and sizes of the screens', () => {
  it('are all named somewhere: one that is not there shows as black text or no line at all', () => {
    const sheets = read('**/*.css')
    const code = read('**/*.{ts,tsx}')
    const named = new Set([
      ...sheets.flatMap(({ text }) => [...text.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name)),
      ...code.flatMap(({ text }) => [...text.matchAll(/'(--[\w-]+)'/g)].map(([, name]) => name)),
    ])
    const unnamed = [...sheets, ...code].flatMap(({ file, text }) =>
      [...text.matchAll(/var\((--[\w-]+)\)/g)].flatMap(([, name = '']) =>
        named.has(name) || OF_THE_GRID.test(name) ? [] : [`${file}: ${name}`],
      ),
    )
    expect(unnamed).toEqual([])
  })
})
