import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseSync } from 'vite'
import { describe, expect, it } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../../../renderer')
const SCREENS = globSync('**/*.tsx', { cwd: ROOT }).filter((file) => !file.startsWith('i18n'))

/** Attributes whose text a person sees or hears. */
const SPOKEN = new Set([
  'aria-label',
  'title',
  'placeholder',
  'alt',
  'label',
  'okText',
  'cancelText',
  'content',
])

/** Names of keys and signs are the same in every language. */
const UNIVERSAL = /^(?:(?:Ctrl|Alt) (?:\w|Enter)|[A-Z]|Tab|Esc|[^\p{L}]*|[^\p{L}]*F\d+)$/u

type Node = Readonly<Record<string, unknown>>
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value

/** Every node of a syntax tree. */
function* nodes(node: Node): Generator<Node> {
  yield node
  for (const child of Object.values(node).flat()) if (isNode(child)) yield* nodes(child)
}

/** The words that stand in a screen itself: between tags, in spoken attributes, or in Chinese anywhere. */
function bareWords(source: string): string[] {
  const words: string[] = []
  for (const node of nodes(parseSync('screen.tsx', source).program as unknown as Node)) {
    if (node.type === 'JSXText') words.push(String(node.value))
    if (node.type === 'JSXAttribute' && isNode(node.name) && SPOKEN.has(String(node.name.name)))
      if (isNode(node.value) && node.value.type === 'Literal') words.push(String(node.value.value))
    const text = node.type === 'Literal' ? node.value : node.type === 'TemplateElement' ? node.value : ''
    const raw = typeof text === 'string' ? text : JSON.stringify(text ?? '')
    if (/\p{Script=Han}/u.test(raw)) words.push(raw)
  }
  return words.map((word) => word.trim()).filter((word) => !UNIVERSAL.test(word))
}

describe('screens take every visible word from the catalogues', () => {
  it('a word in a screen would be found', () => {
    expect(bareWords('const a = <p title="Save">Hello {t("x")} {`保存`}</p>').sort()).toEqual(
      ['Hello', 'Save', '{"raw":"保存","cooked":"保存"}'].sort(),
    )
    expect(bareWords('const a = <KeyCap>Ctrl K</KeyCap>')).toEqual([])
  })

  it.each(SCREENS)('%s', (file) => {
    expect(bareWords(readFileSync(resolve(ROOT, file), 'utf8'))).toEqual([])
  })
})
