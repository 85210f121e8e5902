import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { zh } from '../../../renderer/i18n/catalogues.ts'
import { commandText, doneText } from '../../../renderer/i18n/commandText.ts'
import { i18n } from '../../../renderer/i18n/i18n.ts'
import { speakForTests } from './speak.ts'

const ROOT = resolve(import.meta.dirname, '../../..')
const COMMANDS = Object.keys(zh.command).filter((name) => !/_|^unknown$/.test(name))
const PARAMS = {
  count: 1,
  day: '2026-12-01',
  name: '南浔木业',
  cells: 2,
  rows: 2,
  columns: 1,
  gesture: 'paste',
  file: '名单.xlsx',
  inserted: 3,
  updated: 4,
  marks: 5,
  round: '下半年',
  account: '甲',
  mark: 4,
  indicator: '乙',
  gone: '南浔竹业',
  other: '南浔竹业',
  from: '丙',
  to: '丁',
  member: '戊',
  person: '己',
  reader: '何敬之',
  what: '专车直送',
  playbook: '新客户上手',
  accounts: 3,
  made: 2,
  closed: 1,
  corrected: 1,
}

/** Every command that a service of the engine writes, found in its sources. */
const WRITTEN = new Set(
  globSync(['db/*/service/**/*.ts', 'db/*/*/service/**/*.ts'], { cwd: ROOT }).flatMap((file) =>
    [...readFileSync(resolve(ROOT, file), 'utf8').matchAll(/\bcommand: '(\w+)'/g)].map(
      (match) => match[1] ?? '',
    ),
  ),
)

it('every command that the engine writes has words', () => {
  expect(WRITTEN.size).toBeGreaterThan(20)
  expect([...WRITTEN].filter((command) => !COMMANDS.includes(command))).toEqual([])
})

describe.each(['zh', 'en'] as const)('commands in %s', (language) => {
  beforeAll(() => speakForTests(language))

  it.each(COMMANDS)('%s has words for one thing and for many', (command) => {
    for (const count of [1, 12]) {
      const text = commandText({ command, params: { ...PARAMS, count } }, i18n.t)
      expect(text).not.toBe(i18n.t('command.unknown', { command }))
      expect(text).not.toContain('{{')
    }
  })

  it.each(['edit', 'paste', 'fill', 'clear', 'cut', 'import'])('marks by %s are told apart', (gesture) => {
    const params = { ...PARAMS, gesture, account: '', indicator: '', round: '' }
    const others = ['edit', 'paste', 'fill', 'clear', 'cut', 'import'].filter((other) => other !== gesture)
    const text = commandText({ command: 'mark', params }, i18n.t)
    for (const other of others)
      expect(commandText({ command: 'mark', params: { ...params, gesture: other } }, i18n.t)).not.toBe(text)
  })
})

describe('what a toast says', () => {
  it('tells a finished deed', async () => {
    await speakForTests('zh')
    const paste = { command: 'mark', params: { gesture: 'paste', cells: 15, rows: 5, columns: 3 } }
    expect(doneText(paste, i18n.t)).toBe('已粘贴 5 行 × 3 列')
    await speakForTests('en')
    expect(doneText(paste, i18n.t)).toBe('Pasted 5 rows × 3 columns')
    const one = { command: 'mark', params: { gesture: 'paste', cells: 1, rows: 1, columns: 1 } }
    expect(doneText(one, i18n.t)).toBe('Pasted 1 row × 1 column')
  })

  it('tells what a removal of the sample left, which the history leaves out', async () => {
    const label = { command: 'removeSample', params: { accounts: 11, members: 1, people: 0 } }
    await speakForTests('zh')
    expect(doneText(label, i18n.t)).toBe('已移除示例部门；11 户客户、1 位成员因为有你自己的记录而留下')
    expect(commandText(label, i18n.t)).toBe('移除示例部门')
    const nothing = { command: 'removeSample', params: { accounts: 0, members: 0, people: 0 } }
    expect(doneText(nothing, i18n.t)).toBe('已移除示例部门')
    await speakForTests('en')
    expect(doneText(label, i18n.t)).toBe(
      'Removed the sample department; 11 accounts, 1 member stayed because your own records refer to them',
    )
  })

  it('names a single mark by account and indicator', async () => {
    await speakForTests('zh')
    const params = {
      gesture: 'edit',
      cells: 1,
      rows: 1,
      columns: 1,
      account: '南浔木业',
      indicator: '忠诚度',
    }
    expect(commandText({ command: 'mark', params }, i18n.t)).toBe('给“南浔木业”的“忠诚度”打分')
  })
})
