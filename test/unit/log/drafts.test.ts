import { describe, expect, it } from 'vitest'
import { createDrafts } from '../../../renderer/client/drafts.ts'
import type { Windows } from '../../../renderer/client/windowId.ts'

const KIND = 'log.draft'
const parse = (json: string): string | null => JSON.parse(json)

/** A data folder with windows on it; a window that isn't among the open ones is closed. */
function createFolder(kept: Record<string, string> = {}) {
  const open = new Set<string>()
  const folder = { kept: { ...kept }, broken: false }
  const store = {
    read: async () => {
      if (folder.broken) throw new Error('engine lost')
      return { ...folder.kept }
    },
    write: async (key: string, json: string | null) => {
      if (folder.broken) throw new Error('engine lost')
      if (json === null) delete folder.kept[key]
      else folder.kept[key] = json
    },
  }
  const openWindow = (first: string) => {
    let id = first
    open.add(id)
    const ids: Windows = {
      own: async () => id,
      renew: async () => {
        open.delete(id)
        id = `${id}again`
        open.add(id)
        return id
      },
      ifGone: async (other, work) => {
        if (open.has(other)) return null
        open.add(other)
        try {
          return await work()
        } finally {
          open.delete(other)
        }
      },
    }
    return { drafts: createDrafts(ids, store), close: () => open.delete(id) }
  }
  return { folder, openWindow }
}

describe('drafts of several windows', () => {
  it('neither show nor clear each other', async () => {
    const { openWindow } = createFolder()
    const [one, two] = [openWindow('1'), openWindow('2')]
    const first = await one.drafts.open(KIND, parse)
    first.save('"A"')
    const second = await two.drafts.open(KIND, parse)
    expect(second.kept).toBeNull()
    second.save('"B"')
    expect((await two.drafts.open(KIND, parse)).kept).toBe('B')
    second.save(null)
    expect((await one.drafts.open(KIND, parse)).kept).toBe('A')
  })

  it('left behind come up one after the other, the newest first, and one of before there were ids last', async () => {
    const { openWindow, folder } = createFolder({
      [KIND]: '"old"',
      'log.draft.1': '"A"',
      'log.draft.2': '"B"',
    })
    const { drafts } = openWindow('3')
    for (const text of ['B', 'A', 'old']) {
      const { kept, save } = await drafts.open(KIND, parse)
      expect(kept).toBe(text)
      save(null)
    }
    expect((await drafts.open(KIND, parse)).kept).toBeNull()
    expect(folder.kept).toEqual({})
  })

  it('left behind are taken once, and those of another kind not at all', async () => {
    const { openWindow, folder } = createFolder({ 'log.draft.1': '"A"', 'log.correction.1': '"C"' })
    const [two, three] = [openWindow('2'), openWindow('3')]
    const found = await Promise.all([
      two.drafts.open(KIND, parse),
      two.drafts.open(KIND, parse),
      three.drafts.open(KIND, parse),
    ])
    expect(found.map(({ kept }) => kept)).toEqual(['A', 'A', null])
    expect(folder.kept).toEqual({ 'log.draft.2': '"A"', 'log.correction.1': '"C"' })
  })

  it('outlive an engine that is lost', async () => {
    const { openWindow, folder } = createFolder({ 'log.draft.1': '"A"' })
    const one = openWindow('1')
    folder.broken = true
    const blind = await one.drafts.open(KIND, parse)
    expect(blind.kept).toBeNull()
    blind.save('"typed meanwhile"')
    folder.broken = false
    expect((await one.drafts.open(KIND, parse)).kept).toBe('typed meanwhile')
    blind.save(null)
    expect((await one.drafts.open(KIND, parse)).kept).toBe('A')
  })
})
