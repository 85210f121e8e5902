import { beforeEach, describe, expect, test } from 'vitest'
import type { Found } from '../../../db/accounts/search/contract.ts'
import type { Scope } from '../../../db/accounts/search/rules/scopes.ts'
import { searchAll } from '../../../db/accounts/search/service/all.ts'
import { startIndexing } from '../../../db/accounts/search/service/building.ts'
import { undo } from '../../../db/kernel/history.ts'
import type { Kernel, Tx } from '../../../db/kernel/kernel.ts'
import { command, newKernel } from '../newKernel.ts'
import { indexDump } from './indexDump.ts'

type Row = Record<string, string | number | null>

let kernel: Kernel
const ids = new Map<string, string>()

/** Writes rows in one command; a value `@name` is the id of the row of that name. */
function write(work: (put: (table: string, name: string, row: Row) => void, tx: Tx) => void): void {
  kernel.write({ commandId: command(), label: { command: 'test', params: {} } }, (tx) => {
    work((table, name, row) => {
      const id = tx.newId()
      ids.set(name, id)
      const values = Object.values(row).map((value) =>
        typeof value === 'string' && value.startsWith('@') ? (ids.get(value.slice(1)) ?? null) : value,
      )
      const columns = ['id', ...Object.keys(row)]
      tx.db
        .prepare(`INSERT INTO "${table}" (${columns.join()}) VALUES (${columns.map(() => '?').join()})`)
        .run(id, ...values)
    }, tx)
    return {}
  })
}

beforeEach(() => {
  kernel = newKernel()
  ids.clear()
  write((put) => {
    put('member', 'lin', { name: '林晓舟', role: '客户经理' })
    for (const [name, more] of Object.entries(ACCOUNTS)) put('account', name, { name, ...more })
    for (const [name, more] of Object.entries(PEOPLE)) put('person', name, { name, ...more })
    put('employment', 'e1', { person_id: '@单雄', account_id: '@恒岳家居集团', title: '采购总监' })
    put('employment', 'e2', { person_id: '@王敏', account_id: '@恒岳家居集团', title: '总经理' })
    put('employment', 'e3', { person_id: '@王刚', account_id: '@南浔木业', title: '厂长' })
    put('log_entry', 'old', {
      ...{ account_id: '@南浔木业', happened_on: '2026-01-05', channel: 'visit', recorded_at: '' },
      text: '谈到UV面漆发白，对方要检测报告；下次带样板。',
    })
    put('log_entry', 'new', {
      ...{ account_id: '@恒岳家居集团', happened_on: '2026-11-02', channel: 'call', recorded_at: '' },
      ...{ text: '恒岳问UV面漆的交期', next_step: '寄样板到展厅', next_on: '2026-11-30' },
    })
    put('promise', 'p', {
      ...{ account_id: '@恒岳家居集团', side: 'ours', made_on: '2026-11-01', due_on: '2026-11-25' },
      what: '恒岳样板房专色打样送到展厅',
    })
    put('attachment', 'f', {
      ...{ entry_id: '@new', name: '面漆检测报告v2.pdf', sha256: 'x', bytes: 1, media_type: 'x' },
      added_at: '2026-11-02T00:00:00Z',
    })
  })
})

const ACCOUNTS: Record<string, Row> = {
  恒岳家居集团: { short_name: '恒岳', code: 'KH-001', phone: '0512-6688 0001', tags: '["样板客户"]' },
  华为技术: { code: 'KH-002', owner_id: '@lin' },
  南浔木业: { code: 'KH-003', note: '老板爱钓鱼', phone: '(0572) 3011-234', tags: '["样板客户"]' },
  绿城建材: {},
  ABC贸易: {},
  苏州新垲整木: { short_name: '老客户' },
  新华木业: {},
  '（沪）宏泰': {},
}
const PEOPLE: Record<string, Row> = {
  单雄: { phone: '138 0000 1111', private_phone: '13977778888' },
  王敏: { career: '曾在华新当厂长', family: '妻子是老师' },
  王刚: {},
  吕岳: { tags: '["爱茶"]' },
}

const find = (text: string, scope: Scope = 'all', limit = 8): Found[] =>
  searchAll(kernel, { text, scope, limit }).found
const accounts = (text: string): string[] => find(text, 'accounts').map(({ title }) => title.text)
const people = (text: string): string[] => find(text, 'people').map(({ title }) => title.text)
const marked = ({ title }: Found): string => title.hits.map(([from, to]) => title.text.slice(from, to)).join()

describe('an account is found by', () => {
  test.each([
    ['its whole name', '恒岳家居集团', '恒岳家居集团', 'exact', '恒岳家居集团'],
    ['the beginning of it', '恒岳家', '恒岳家居集团', 'start', '恒岳家'],
    ['its short name', '恒岳', '恒岳家居集团', 'exact', '恒岳'],
    ['one character', '恒', '恒岳家居集团', 'start', '恒'],
    ['one character in the middle', '浔', '南浔木业', 'inside', '浔'],
    ['two characters in the middle', '家居', '恒岳家居集团', 'inside', '家居'],
    ['four characters in the middle', '岳家居集', '恒岳家居集团', 'inside', '岳家居集'],
    ['initials', 'hyjj', '恒岳家居集团', 'initials', '恒岳家居'],
    ['full pinyin', 'hengyue', '恒岳家居集团', 'pinyin', '恒岳'],
    ['pinyin that stops in a syllable', 'nanxunm', '南浔木业', 'pinyin', '南浔木'],
    ['initials and characters', 'hw技术', '华为技术', 'mixed', '华为技术'],
    ['pinyin and characters', 'huawei技', '华为技术', 'mixed', '华为技'],
    ['an initial and a syllable', 'hwei', '华为技术', 'mixed', '华为'],
    ['pinyin in the middle', 'jiaju', '恒岳家居集团', 'pinyinInside', '家居'],
    ['initials in the middle', 'jjjt', '恒岳家居集团', 'pinyinInside', '家居集团'],
    ['ü as v', 'lvcheng', '绿城建材', 'pinyin', '绿城'],
    ['ü itself', 'lücheng', '绿城建材', 'pinyin', '绿城'],
    ['letters in any case and width', 'ａBc', 'ABC贸易', 'start', 'ABC'],
    ['letters and pinyin', 'abcmy', 'ABC贸易', 'initials', 'ABC贸易'],
    ['a name that begins with a sign', 'hht', '（沪）宏泰', 'initials', '沪宏泰'],
    ['two words in any order', '木业 南浔', '南浔木业', 'inside', '南浔木业'],
  ])('%s', (_, text, name, how, hits) => {
    const [first] = find(text, 'accounts')
    expect(first).toMatchObject({ title: { text: name }, how })
    expect(first && marked(first).replaceAll(',', '')).toBe(hits)
  })

  test('its code, a short name of another kind, a text of its page: the detail says so', () => {
    expect(find('kh-003', 'accounts')[0]).toMatchObject({
      title: { text: '南浔木业', hits: [] },
      detail: { text: 'KH-003', hits: [[0, 6]] },
    })
    expect(find('老客户', 'accounts')[0]).toMatchObject({ how: 'exact', detail: { text: '老客户' } })
    expect(find('钓鱼', 'accounts')[0]).toMatchObject({
      how: 'text',
      detail: { text: '老板爱钓鱼', hits: [[3, 5]] },
    })
  })

  test.each(['0001', '6688 0001', '6688-0001', '051266880001', '88 0001'])(
    'the tail %s of its telephone',
    (text) => {
      expect(find(text, 'accounts')[0]).toMatchObject({
        how: 'phone',
        title: { text: '恒岳家居集团' },
      })
    },
  )

  test('its telephone, whose tail is marked as it is written', () => {
    const [found] = find('11234', 'accounts')
    expect(found).toMatchObject({ title: { text: '南浔木业' }, detail: { text: '(0572) 3011-234' } })
    expect(found?.group === 'accounts' && found.detail?.hits).toEqual([[9, 15]])
  })
})

test('results are ordered: exact, beginning, pinyin, inside, text; the reading stands beside what was spelled', () => {
  write((put) => {
    put('account', 'a', { name: '新华', note: '' })
    put('account', 'b', { name: '老新华书店' })
    put('account', 'c', { name: '信华' })
    put('account', 'd', { name: '某客户', note: '以前叫新华' })
  })
  expect(accounts('新华')).toEqual(['新华', '新华木业', '老新华书店', '某客户'])
  expect(accounts('xinhua')).toEqual(expect.arrayContaining(['信华', '新华', '新华木业', '老新华书店']))
  expect(find('hy', 'accounts')[0]).toMatchObject({ how: 'initials', reading: 'héng yuè' })
})

test('key accounts come before others that fit as well', () => {
  write((put, tx) => {
    put('account', 'first', { name: '新海甲' })
    put('account', 'second', { name: '新海乙' })
    put('sheet', 's', { name: '表' })
    put('round', 'r', { name: '轮', sheet_id: '@s', state: 'published', borders: '{}' })
    put('publication', 'pub', {
      ...{ round_id: '@r', round_name: '轮', revision: 1, published_at: tx.hlc, published_by: '' },
      ...{ note: '', sheet: '{}' },
    })
    put('result', 'res', {
      ...{ publication_id: '@pub', account_id: '@first', score: 930, standing: 'key', rank: 1, detail: '{}' },
    })
  })
  expect(accounts('新海')).toEqual(['新海甲', '新海乙'])
  expect(find('xinhai', 'accounts')[0]).toMatchObject({ tier: 'key', score: 930 })
})

describe('people are found by', () => {
  test('name, and family names as they are read', () => {
    expect(people('shanxiong')).toEqual(['单雄'])
    expect(people('sx')).toEqual(['单雄'])
    expect(people('lv')).toEqual(['吕岳'])
    expect(find('王敏', 'people')[0]).toMatchObject({ company: '恒岳家居集团', jobTitle: '总经理' })
  })

  test('name and company, name and job', () => {
    expect(people('王 恒岳')).toEqual(['王敏'])
    expect(people('nanxun wg')).toEqual(['王刚'])
    expect(people('恒岳 采购')).toEqual(['单雄'])
  })

  test('the tail of their telephone, but never of the private one, nor by what is masked', () => {
    expect(people('1111')).toEqual(['单雄'])
    expect(people('8888')).toEqual([])
    expect(people('老师')).toEqual([])
    expect(people('华新')).toEqual(['王敏'])
  })

  test('what a masked fact was lifted from is not found by its text, and is again once the fact is gone', () => {
    expect(find('发白', 'entries')).toHaveLength(1)
    const set = (family: string): void =>
      write(() => {
        const lifted = JSON.stringify({ family: { on: '2026-01-05', by: null, entry: ids.get('old') } })
        kernel.db
          .prepare('UPDATE person SET family = ?, sources = ? WHERE id = ?')
          .run(family, lifted, ids.get('王刚'))
      })
    set('谈到发白')
    expect(find('发白', 'entries')).toEqual([])
    set('')
    expect(find('发白', 'entries')).toHaveLength(1)
  })
})

test('texts are found by one, two and more characters and by Latin words, newest first, cut around the match', () => {
  const texts = (text: string) => find(text, 'entries').map(({ title }) => title.text)
  expect(texts('漆')).toHaveLength(2)
  expect(texts('面漆')[0]).toBe('恒岳问UV面漆的交期')
  expect(texts('uv')).toHaveLength(2)
  expect(texts('检测报告')).toEqual(['谈到UV面漆发白，对方要检测报告；下次带样板。'])
  expect(texts('面漆 交期')).toEqual(['恒岳问UV面漆的交期'])
  expect(texts('漆面')).toEqual([])
})

test('promises, next steps, files, colleagues and tags have groups of their own', () => {
  expect(find('展厅').map(({ group, title }) => [group, title.text])).toEqual([
    ['promises', '恒岳样板房专色打样送到展厅'],
    ['promises', '寄样板到展厅'],
  ])
  expect(find('jcbg')[0]).toMatchObject({ group: 'files', how: 'pinyinInside' })
  expect(find('lxz')).toMatchObject([{ group: 'members', title: { text: '林晓舟' } }])
  expect(find('ybkh').filter(({ group }) => group === 'tags')).toMatchObject([
    { title: { text: '样板客户' }, accounts: 2, people: 0 },
  ])
})

test('letters find promises about those whose name they spell', () => {
  expect(find('hy', 'promises')[0]).toMatchObject({ how: 'initials', title: { hits: [[0, 2]] } })
})

test('what is deleted, merged or undone is not found, nor is what hangs on it', () => {
  kernel.write({ commandId: command(), label: { command: 'test', params: {} } }, (tx) => {
    tx.db
      .prepare('UPDATE account SET deleted = 1, merged_into = ? WHERE id = ?')
      .run(ids.get('南浔木业'), ids.get('恒岳家居集团'))
    return {}
  })
  expect(find('恒岳').map(({ group }) => group)).toEqual([])
  expect(find('hengyue')).toEqual([])
  expect(people('王敏')).toEqual(['王敏'])
  undo(kernel, command())
  expect(accounts('恒岳')).toEqual(['恒岳家居集团'])
})

test('signs, blanks and nothing find nothing and break nothing', () => {
  for (const text of [
    '',
    ' ',
    '"',
    '*',
    '(',
    "' OR 1",
    'AND',
    'NOT 恒',
    '-',
    '%',
    '_',
    '.hy',
    'x'.repeat(100),
  ])
    expect(() => find(text)).not.toThrow()
  expect(find('')).toEqual([])
  expect(find('%')).toEqual([])
})

test('an index that is missing or of another version is built when the folder is opened', () => {
  const kept = indexDump(kernel)
  kernel.writeLocal((db) => {
    db.exec(`DELETE FROM search_name; DELETE FROM search_state;
      INSERT INTO search_state (id, version, after, seen) VALUES (1, 0, '', '')`)
  })
  expect(accounts('恒岳')).not.toEqual(['恒岳家居集团'])
  startIndexing(kernel).stop()
  expect(indexDump(kernel)).toEqual(kept)
  expect(accounts('恒岳')).toEqual(['恒岳家居集团'])
})
