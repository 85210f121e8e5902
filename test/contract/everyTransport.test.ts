import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDefinedError, ORPCError, safe } from '@orpc/client'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CommandId } from '../../db/kernel/ids.ts'
import { type Client, type Opened, TRANSPORTS } from './transports.ts'

const command = () => ({ commandId: CommandId.parse(uuidv7()) })

/** A customer list of so many rows, as a person would export it. */
function customerList(rows: number): File {
  const lines = Array.from({ length: rows }, (_, row) => `K${row},客户${row} 😀,${row * 100}`)
  return new File([`\uFEFF客户编号,客户名称,年采购额\n${lines.join('\n')}\n`], '客户 名单.csv', {
    type: 'text/csv',
  })
}

/** Takes a list in, as far as the import itself. */
async function upload(client: Client, rows: number) {
  const taken = await client.exchange.upload({ file: customerList(rows) })
  const worksheet = taken.worksheets[0]?.name ?? ''
  return {
    taken,
    plan: {
      uploadId: taken.uploadId,
      worksheet,
      columns: taken.guesses[0] ?? [],
      matchBy: 'code' as const,
      existing: 'update' as const,
      corrections: [],
      leaveOut: [],
    },
  }
}

/** How many are listening to commits: what a reader who left must not be among. */
function countListeners(opened: Opened): () => number {
  const { feed } = opened.engine.context.kernel
  const listen = feed.listen.bind(feed)
  let listening = 0
  feed.listen = (listener) => {
    listening += 1
    const stop = listen(listener)
    return () => {
      listening -= 1
      stop()
    }
  }
  return () => listening
}

describe.each(TRANSPORTS)('the contract over %s', (_name, open) => {
  let opened: Opened
  let client: Client
  let listening: () => number
  beforeAll(async () => {
    opened = await open()
    client = opened.client
    listening = countListeners(opened)
  })
  afterAll(() => opened.close())

  it('answers a query', async () => {
    expect(await client.accounts.list()).toEqual({ figures: [], custom: [], rows: [] })
  })

  it('writes, tells which transaction, and answers a repeated command as before without running it again', async () => {
    const input = { ...command(), accounts: [{ name: '华东百货', code: 'A1' }] }
    const first = await client.accounts.add(input)
    expect(first.txnId).not.toBeNull()
    expect(await client.accounts.add(input)).toEqual(first)
    expect((await client.accounts.list()).rows.map((row) => row.name)).toEqual(['华东百货'])
  })

  it('refuses with a typed error that carries what the message needs', async () => {
    const { error, isDefined } = await safe(
      client.accounts.add({ ...command(), accounts: [{ name: '华南百货', code: 'A1' }] }),
    )
    expect(isDefined).toBe(true)
    if (!isDefined || error.code !== 'CODE_TAKEN')
      throw new Error(`expected CODE_TAKEN, got ${String(error)}`)
    expect([error.status, error.data.code, error.data.name]).toEqual([409, 'A1', '华东百货'])
    expect(isDefinedError(error)).toBe(true)
  })

  it('names the place of what it does not accept', async () => {
    const { error } = await safe(client.accounts.add({ ...command(), accounts: [{ name: '' }] }))
    expect(error).toMatchObject({
      code: 'BAD_REQUEST',
      status: 400,
      data: { issues: [{ path: ['accounts', 0, 'name'] }] },
    })
  })

  it('takes a file in, with its name', async () => {
    const { taken } = await upload(client, 3)
    expect([taken.fileName, taken.encoding, taken.worksheets[0]?.rows]).toEqual([
      '客户 名单.csv',
      'utf-8',
      expect.any(Number),
    ])
    expect(taken.worksheets[0]?.sample[0]).toContain('客户0 😀')
  })

  it('gives a file out, with its name and bytes', async () => {
    const file = await client.exchange.exportAccounts({ language: 'zh' })
    expect(file.name).toMatch(/\.xlsx$/)
    expect(Buffer.from(await file.slice(0, 2).arrayBuffer()).toString()).toBe('PK')
  })

  it('streams progress to the end, and its result', async () => {
    const { plan } = await upload(client, 300)
    const stream = await client.exchange.importList({ ...command(), plan })
    const phases = new Set<string>()
    let step = await stream.next()
    while (!step.done) {
      phases.add(step.value.phase)
      step = await stream.next()
    }
    expect(phases.size).toBeGreaterThan(0)
    expect(step.value).toMatchObject({ inserted: 300, updated: 0 })
    expect((await client.accounts.list()).rows).toHaveLength(301)
  })

  it('writes nothing when a long command is aborted', async () => {
    const before = (await client.accounts.list()).rows.length
    const { plan } = await upload(client, 5_000)
    const abort = new AbortController()
    const run = async () => {
      const stream = await client.exchange.importList({ ...command(), plan }, { signal: abort.signal })
      for await (const progress of stream) if (progress.done >= 0) abort.abort()
    }
    await expect(run()).rejects.toThrow()
    await expect.poll(async () => (await client.accounts.list()).rows.length).toBe(before)
  })

  it('tells watchers of commits, until they leave', async () => {
    const seen: (string | null)[] = []
    for await (const event of await client.history.watch()) {
      seen.push(event.label?.command ?? null)
      if (seen.length === 2) break
      expect(listening()).toBe(1)
      await client.accounts.add({ ...command(), accounts: [{ name: '新客户' }] })
    }
    expect(seen[0]).toBeNull()
    expect(seen[1]).toEqual(expect.any(String))
    await expect.poll(listening).toBe(0)
  })

  it('stops a stream whose reader aborts', async () => {
    const abort = new AbortController()
    const stream = await client.history.watch(undefined, { signal: abort.signal })
    await stream.next()
    expect(listening()).toBe(1)
    const waiting = stream.next()
    abort.abort()
    const end = await waiting.then(
      ({ done }) => (done ? 'ended' : 'went on'),
      () => 'ended',
    )
    expect(end).toBe('ended')
    await expect.poll(listening).toBe(0)
  })

  it('has no procedure that is not in the contract', async () => {
    const call = Reflect.get(client.accounts, 'dropAll')
    if (typeof call !== 'function') return
    await expect(Promise.resolve().then(() => call({}))).rejects.toThrow()
  })

  it('tells of a fault of ours only the id under which it is logged', async () => {
    opened.engine.context.kernel.db.close()
    const { error } = await safe(client.accounts.list())
    if (!(error instanceof ORPCError)) throw new Error(`expected an ORPCError, got ${String(error)}`)
    expect([error.code, error.status]).toEqual(['INTERNAL_SERVER_ERROR', 500])
    expect(JSON.stringify(error.toJSON())).not.toMatch(/database|sqlite|\.ts|at /i)
    const { logId } = error.data
    expect(readFileSync(join(opened.dataFolder, 'logs', 'yushui.log'), 'utf8')).toContain(String(logId))
  })
})
