import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Io } from '../../db/host/cli/io.ts'
import { runCli } from '../../db/host/cli/run.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'yushui-cli-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs one command as a shell would, in a folder of the test's own. */
async function yushui(line: string, options: { stdin?: string; env?: Record<string, string> } = {}) {
  let stdout = ''
  let stderr = ''
  const io: Io = {
    stdout: (text) => {
      stdout += text
    },
    stderr: (text) => {
      stderr += text
    },
    stdin: async () => options.stdin ?? '',
    env: { LANG: 'zh_CN.UTF-8', ...options.env },
    folder,
    appVersion: '1.2.3',
    build: () => Promise.reject(new Error('nothing is built here')),
    ended: () => new Promise(() => {}),
  }
  const code = await runCli(line.split(' ').filter(Boolean), io)
  return { code, stdout, stderr }
}

describe('help and usage', () => {
  it('tells its version', async () => {
    expect(await yushui('--version')).toEqual({ code: 0, stdout: '1.2.3\n', stderr: '' })
  })

  it('helps in the language of the system, else in the one asked for', async () => {
    expect((await yushui('--help')).stdout).toContain('用法')
    expect((await yushui('--help', { env: { LANG: 'en_US.UTF-8' } })).stdout).toContain('Usage')
    expect((await yushui('--help --lang en')).stdout).toContain('Usage')
    expect((await yushui('--help', { env: { LANG: 'C' } })).stdout).toContain('用法')
  })

  it.each([
    ['', '请给出命令'],
    ['toString', '没有“toString”这个命令'],
    ['api --colour', '没有 --colour 这个选项'],
    ['verify extra', '多余的参数：extra'],
    ['score --sheet a.xlsx', '缺少选项 --marks'],
    ['score --sheet', '选项 --sheet 的值有误'],
    ['api --lang fr', '语言只能是 zh 或 en'],
    ['call', '请给出接口名'],
    ['call exchange.exportAccounts --data d', '请用 --out'],
    ['serve --port 70000 --data d', '端口应是'],
  ])('refuses %j with exit code 2, saying why', async (line, why) => {
    const { code, stdout, stderr } = await yushui(line)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(why)
  })
})

describe('api', () => {
  it('ends quietly when its reader has seen enough (`| head`)', async () => {
    const script = resolve(import.meta.dirname, '../../scripts/yushui.ts')
    const child = spawn(process.execPath, [script, 'api'], { stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.once('data', () => child.stdout.destroy())
    const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')])
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 })
  })

  it('describes every procedure with schemas of input and output', async () => {
    const { code, stdout } = await yushui('api')
    const Api = z.object({ procedures: z.record(z.string(), z.record(z.string(), z.unknown())) })
    const { procedures } = Api.parse(JSON.parse(stdout))
    expect(code).toBe(0)
    expect(Object.keys(procedures)).toContain('rounds.mark')
    expect(procedures['rounds.mark']?.input).toMatchObject({
      type: 'object',
      properties: { commandId: { type: 'string', format: 'uuid' } },
    })
    expect(procedures['exchange.score']?.output).toMatchObject({ type: 'string', format: 'binary' })
    expect(procedures['exchange.importList']).toMatchObject({
      event: { properties: { phase: { type: 'string' } } },
      output: { properties: { inserted: { type: 'integer' } } },
      errors: { PROBLEMS_LEFT: { status: 409 } },
    })
  })
})

describe('call', () => {
  it('writes and reads, making the commandId itself', async () => {
    const added = await yushui('call accounts.add --data data', {
      stdin: JSON.stringify({ accounts: [{ name: '华东百货', code: 'A1' }] }),
    })
    expect([added.code, added.stderr]).toEqual([0, ''])
    const { stdout } = await yushui('call accounts.list --data data')
    expect(JSON.parse(stdout).rows).toMatchObject([{ name: '华东百货', code: 'A1' }])
  })

  it('answers a typed error as JSON with exit code 1', async () => {
    const { code, stdout } = await yushui('call accounts.add --data data', {
      stdin: JSON.stringify({ accounts: [{ name: '华南百货', code: 'A1' }] }),
    })
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({
      code: 'CODE_TAKEN',
      status: 409,
      data: { code: 'A1', name: '华东百货' },
    })
  })

  it('answers input that does not fit as JSON too', async () => {
    const { code, stdout } = await yushui('call accounts.get --data data', { stdin: '{"accountId":7}' })
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({
      code: 'BAD_REQUEST',
      data: { issues: [{ path: ['accountId'] }] },
    })
  })

  it('answers what is not JSON, and names of no procedure, as JSON with exit code 1', async () => {
    const bad = await yushui('call accounts.get --data data', { stdin: '{accountId}' })
    expect([bad.code, JSON.parse(bad.stdout)]).toMatchObject([1, { code: 'BAD_REQUEST', status: 400 }])
    const unknown = await yushui('call accounts.steal --data data', { stdin: '{}' })
    expect([unknown.code, JSON.parse(unknown.stdout)]).toMatchObject([1, { code: 'NOT_FOUND', status: 404 }])
  })

  it('takes files in and writes files out', async () => {
    writeFileSync(join(folder, '名单.csv'), '客户编号,客户名称\nB1,华北百货\n')
    const taken = await yushui('call exchange.upload --data data', { stdin: '{"file":{"$file":"名单.csv"}}' })
    expect(JSON.parse(taken.stdout)).toMatchObject({ fileName: '名单.csv' })
    const out = await yushui('call exchange.exportAccounts --data data --out all.xlsx', {
      stdin: '{"language":"zh"}',
    })
    expect([out.code, JSON.parse(out.stdout)]).toEqual([0, { $file: 'all.xlsx' }])
    expect(readFileSync(join(folder, 'all.xlsx')).subarray(0, 2).toString()).toBe('PK')
  })

  it('answers in JSON when the data folder can’t be opened', async () => {
    writeFileSync(join(folder, 'blocked'), '')
    const { code, stdout } = await yushui('call accounts.list --data blocked')
    expect([code, JSON.parse(stdout)]).toMatchObject([1, { code: 'BLOCKED_FOLDER' }])
  })
})

describe('backup and verify', () => {
  it('makes a verified backup and finds the data whole', async () => {
    const made = await yushui('backup --data data')
    expect([made.code, made.stderr]).toEqual([0, ''])
    const checked = await yushui('verify --data data --lang en')
    expect([checked.code, checked.stderr]).toEqual([0, ''])
    expect(checked.stdout).toContain('The data is whole')
  })

  it('refuses a path without data instead of calling it healthy, and makes nothing there', async () => {
    for (const command of ['verify', 'backup']) {
      const { code, stderr } = await yushui(`${command} --data typo`)
      expect([code, stderr]).toEqual([2, expect.stringContaining('没有鱼水的数据')])
    }
    expect(readdirSync(folder)).not.toContain('typo')
  })

  it('explains to people why a folder can’t be opened', async () => {
    writeFileSync(join(folder, 'blocked'), '')
    const { code, stdout, stderr } = await yushui('verify --data blocked')
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toContain('无法使用数据文件夹')
  })
})

describe('score', () => {
  const SHEET =
    '科目编号,评价科目,权重%,优秀10,良好8,合格6,较差4,不合格2\n1,信用,40,好,,,,\n2,采购额,60,>=1000,500~1000,,,<500\n'

  it('never writes its result over an input, nor over what is no file', async () => {
    writeFileSync(join(folder, 'own-sheet.csv'), SHEET)
    const marks = '客户编号,客户名称,信用,采购额\nC1,一,10,1000\n'
    writeFileSync(join(folder, 'own-marks.csv'), marks)
    symlinkSync('own-marks.csv', join(folder, 'other-name.csv'))
    for (const out of ['own-marks.csv', 'other-name.csv', '.']) {
      const { code } = await yushui(`score --sheet own-sheet.csv --marks own-marks.csv --out ${out}`)
      expect(code).toBe(2)
    }
    expect(readFileSync(join(folder, 'own-marks.csv'), 'utf8')).toBe(marks)
    expect(lstatSync(join(folder, 'other-name.csv')).isSymbolicLink()).toBe(true)
  })

  it('says where figures lie in none of the bands, instead of leaving blanks without a word', async () => {
    writeFileSync(
      join(folder, 'gap.csv'),
      '科目编号,评价科目,权重%,优秀10,良好8,合格6,较差4,不合格2\n1,信用,40,好,,,,\n2,采购额,60,>=1000,,,,<500\n',
    )
    writeFileSync(
      join(folder, 'gap-marks.csv'),
      '客户编号,客户名称,信用,采购额\nA1,华东百货,10,1200\nA2,华南百货,6,600\n',
    )
    const { code, stderr } = await yushui('score --sheet gap.csv --marks gap-marks.csv --out gap.xlsx')
    expect(code).toBe(0)
    expect(stderr).toContain('1 户的“采购额”')
    expect(stderr).toContain('华南百货')
  })

  it('grades two files without a data folder', async () => {
    writeFileSync(join(folder, 'sheet.csv'), SHEET)
    writeFileSync(
      join(folder, 'marks.csv'),
      '客户编号,客户名称,信用,采购额\nA1,华东百货,10,1200\nA2,华南百货,6,600\n',
    )
    const { code, stderr } = await yushui('score --sheet sheet.csv --marks marks.csv --out result.xlsx')
    expect([code, stderr]).toEqual([0, ''])
    expect(readFileSync(join(folder, 'result.xlsx')).subarray(0, 2).toString()).toBe('PK')
  })

  it('names each bad cell, exits with 2, and writes nothing over what is there', async () => {
    writeFileSync(join(folder, 'sheet.csv'), SHEET)
    writeFileSync(
      join(folder, 'bad.csv'),
      '客户编号,客户名称,信用,采购额\nA1,华东百货,7,abc\nA2,华南百货,6,600\n',
    )
    writeFileSync(join(folder, 'kept.xlsx'), 'as it was')
    const { code, stdout, stderr } = await yushui('score --sheet sheet.csv --marks bad.csv --out kept.xlsx')
    expect([code, stdout]).toEqual([2, ''])
    const lines = stderr.trim().split('\n')
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatch(/^bad\.csv!.*!C2: /)
    expect(lines[1]).toMatch(/^bad\.csv!.*!D2: /)
    expect(readFileSync(join(folder, 'kept.xlsx'), 'utf8')).toBe('as it was')
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
  })

  it('names a file that is missing', async () => {
    const { code, stderr } = await yushui('score --sheet no.xlsx --marks no.xlsx --out r.xlsx')
    expect([code, stderr.includes('no.xlsx')]).toEqual([2, true])
  })

  it('leaves nothing behind when the result can’t be written', async () => {
    const before = readdirSync(folder)
    const { code, stderr } = await yushui('score --sheet sheet.csv --marks marks.csv --out no-folder/r.xlsx')
    expect([code, stderr.includes('no-folder/r.xlsx')]).toEqual([2, true])
    expect(readdirSync(folder)).toEqual(before)
  })
})
