import { describe, expect, it } from 'vitest'
import { en, zh } from '../../../renderer/i18n/catalogues.ts'

type Tree = { readonly [key: string]: string | Tree }

/** Every text of a catalogue with its path. */
function texts(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : texts(value, `${path}${key}.`),
  )
}

/** The names that a text wants filled in; a tier may be given in full or, as `short`, in one word. */
const names = (text: string): string[] =>
  [
    ...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => (match[1] ?? '').replace('short', 'tier'))),
  ].sort()

const chinese = texts(zh)
const english = new Map(texts(en))

describe('the two catalogues', () => {
  it('have the same keys', () => {
    expect([...english.keys()].sort()).toEqual(chinese.map(([key]) => key).sort())
  })

  it('ask for the same things to be filled in', () => {
    const differing = chinese
      .filter(([key, text]) => names(text).join() !== names(english.get(key) ?? '').join())
      .map(([key, text]) => `${key}: ${text} | ${english.get(key)}`)
    expect(differing).toEqual([])
  })

  it('leave no text empty but those that are empty in both', () => {
    const empty = chinese.filter(([key, text]) => (text === '') !== (english.get(key) === ''))
    expect(empty).toEqual([])
  })

  it('speak Chinese in Chinese and English in English', () => {
    const bilingual = /language|chinese$/i
    const stray = [...english].filter(([key, text]) => /\p{Script=Han}/u.test(text) && !bilingual.test(key))
    expect(stray).toEqual([])
  })
})
