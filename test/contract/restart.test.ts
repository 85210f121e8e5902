import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ORPCError, safe } from '@orpc/client'
import { v7 as uuidv7 } from 'uuid'
import { expect, it, onTestFinished, vi } from 'vitest'
import { startBrowserHost } from '../../db/host/http.ts'
import { inProcessClient } from '../../db/host/inProcess.ts'
import { type HostedEngine, openForHost } from '../../db/host/openForHost.ts'
import { databaseIn } from '../../db/kernel/files.ts'
import { CommandId } from '../../db/kernel/ids.ts'
import { createHttpLink } from '../../renderer/client/httpLink.ts'
import { createPortLink } from '../../renderer/client/portLink.ts'
import { BUILD } from '../../scripts/pages.ts'
import { damage, type Fault, faultyFolder } from '../faultyFolders.ts'
import { testHost } from './browserHost.ts'
import { clientOver, portsTo } from './transports.ts'

/** An engine starts in a second; on a machine busy with other tests it may take ten times that. */
const PATIENCE = { timeout: 30_000 }
vi.setConfig({ testTimeout: 120_000 })

const command = () => ({ commandId: CommandId.parse(uuidv7()) })

async function hostWithClient(fault: Fault = 'none') {
  const running = await testHost(fault)
  onTestFinished(() => running.close())
  const { link, connection } = createHttpLink({ origin: running.host.origin, token: running.host.token })
  return { ...running, client: clientOver(link), connection }
}

function killEngine(pid: number | null) {
  if (pid === null) throw new Error('no engine')
  process.kill(pid, 'SIGKILL')
}

it('HTTP: a killed engine comes back; watchers hear of it, and nothing that was acknowledged is lost', async () => {
  const { host, client, connection } = await hostWithClient()
  const write = { ...command(), accounts: [{ name: '华东百货' }] }
  const written = await client.accounts.add(write)
  const watching = (async () => {
    for await (const _event of await client.history.watch());
  })()
  const first = host.enginePid()
  await expect.poll(() => host.supervisor.status().state, PATIENCE).toBe('running')

  killEngine(first)
  await expect(watching).rejects.toThrow()
  await expect.poll(() => connection.snapshot(), PATIENCE).toMatchObject({ state: 'connected', run: 1 })

  expect(host.enginePid()).not.toBe(first)
  expect((await client.accounts.list()).rows.map((row) => row.name)).toEqual(['华东百货'])
  expect(await client.accounts.add(write)).toEqual(written)
})

it('HTTP: calls made while the engine restarts wait for it', async () => {
  const { host, client } = await hostWithClient()
  await client.accounts.list()
  killEngine(host.enginePid())
  await expect.poll(() => host.supervisor.status().state, PATIENCE).toBe('restarting')
  expect(await client.accounts.list()).toEqual({ figures: [], custom: [], rows: [] })
})

it('HTTP: after three restarts the page is told, and can try again', async () => {
  const { host, client, connection } = await hostWithClient()
  for (let crash = 0; crash < 4; crash += 1) {
    await expect.poll(() => host.supervisor.status().state, PATIENCE).toBe('running')
    const dying = host.enginePid()
    killEngine(dying)
    await expect.poll(() => host.supervisor.status().state, PATIENCE).not.toBe('running')
  }
  expect(host.supervisor.status()).toMatchObject({ state: 'stopped', failure: { code: 'CRASHED' } })
  const { error } = await safe(client.accounts.list())
  expect(error).toMatchObject({ code: 'ENGINE_STOPPED', data: { code: 'CRASHED' } })
  await expect
    .poll(() => connection.snapshot())
    .toMatchObject({ state: 'lost', failure: { code: 'CRASHED' } })
  connection.retry()
  await expect.poll(() => connection.snapshot().state, PATIENCE).toBe('connected')
  expect(await client.accounts.list()).toEqual({ figures: [], custom: [], rows: [] })
})

it('HTTP: a page without the token is told so', async () => {
  const { host } = await hostWithClient()
  const { link, connection } = createHttpLink({ origin: host.origin, token: null })
  await expect(clientOver(link).accounts.list()).rejects.toThrow()
  await expect
    .poll(() => connection.snapshot())
    .toMatchObject({ state: 'lost', failure: { code: 'NO_TOKEN' } })
})

it('HTTP: a page whose host ended is told so', async () => {
  const running = await testHost()
  const { link, connection } = createHttpLink({
    origin: running.host.origin,
    token: running.host.token,
    wait: () => Promise.resolve(),
  })
  await clientOver(link).accounts.list()
  await running.close()
  await expect(clientOver(link).accounts.list()).rejects.toThrow()
  await expect
    .poll(() => connection.snapshot())
    .toMatchObject({ state: 'lost', failure: { code: 'HOST_GONE' } })
})

it.each([
  ['newerFile', 'NEWER_FILE'],
  ['blockedFolder', 'BLOCKED_FOLDER'],
] as const)(
  'HTTP: on a folder with %s the page learns %s, and the engine is not restarted for it',
  async (fault, code) => {
    const { client, connection, host } = await hostWithClient(fault)
    const { error } = await safe(client.accounts.list())
    expect(error).toMatchObject({ code: 'ENGINE_STOPPED', data: { code } })
    await expect.poll(() => connection.snapshot().failure?.code, PATIENCE).toBe(code)
    expect(host.supervisor.status().state).toBe('stopped')
  },
)

it('HTTP: a damaged file is put right from the newest backup when a person asks for it, and only then', async () => {
  const first = await faultyFolder('none')
  onTestFinished(first.remove)
  const opened = await openForHost({ dataFolder: first.dataFolder, appVersion: '0', printPdf: null })
  if (!opened.ok) throw new Error(opened.failure.code)
  const before = inProcessClient(opened.engine.context)
  await before.accounts.add({ ...command(), accounts: [{ name: '华东百货' }] })
  await before.safety.backup()
  await opened.engine.close()
  damage(databaseIn(first.dataFolder))

  const host = await startBrowserHost({
    dataFolder: first.dataFolder,
    appVersion: '0',
    build: { pages: first.dataFolder, engine: BUILD.engine },
  })
  onTestFinished(() => host.close())
  const { link, connection } = createHttpLink({ origin: host.origin, token: host.token })
  const client = clientOver(link)
  await safe(client.accounts.list())
  await expect.poll(() => connection.snapshot().failure?.code, PATIENCE).toBe('DAMAGED')
  connection.retry()
  await expect.poll(() => host.supervisor.status().state, PATIENCE).toBe('stopped')
  connection.recover()
  await expect.poll(() => connection.snapshot().state, PATIENCE).toBe('connected')
  expect((await client.accounts.list()).rows.map((row) => row.name)).toEqual(['华东百货'])
  expect(readdirSync(join(first.dataFolder, 'set-aside'))).toHaveLength(1)
})

it('HTTP: a data folder keeps its address from start to start, and takes another while that is taken', async () => {
  const { dataFolder, remove } = await faultyFolder('none')
  onTestFinished(remove)
  const start = async () => {
    const build = { pages: dataFolder, engine: BUILD.engine }
    const host = await startBrowserHost({ dataFolder, appVersion: '0.0.0-test', build })
    onTestFinished(() => host.close())
    return host
  }
  const first = await start()
  const meanwhile = await start()
  expect(meanwhile.origin).not.toBe(first.origin)
  await first.close()
  const again = await start()
  expect(again.origin).toBe(first.origin)
  expect(again.token).not.toBe(first.token)
})

it('HTTP: a second workstation on the same folder is refused by name', async () => {
  const { dataFolder, client } = await hostWithClient()
  await client.accounts.list()
  const second = await openForHost({ dataFolder, appVersion: '0.0.0-test', printPdf: null })
  expect(second).toMatchObject({ ok: false, failure: { code: 'LOCKED_BY_OTHER' } })
})

it('MessagePort: pending calls fail at once, later ones use the new port, and pages know to refetch', async () => {
  const folder = await faultyFolder('none')
  const open = async (): Promise<HostedEngine> => {
    const opened = await openForHost({
      dataFolder: folder.dataFolder,
      appVersion: '0.0.0-test',
      printPdf: null,
    })
    if (!opened.ok) throw new Error(opened.failure.code)
    return opened.engine
  }
  let engine = await open()
  onTestFinished(async () => {
    await engine.close()
    folder.remove()
  })
  const ports = portsTo(() => engine)
  const { link, connection } = createPortLink(ports.source)
  const client = clientOver(link)
  const early = client.accounts.list()
  ports.running()
  expect(await early).toEqual({ figures: [], custom: [], rows: [] })

  const stream = await client.history.watch()
  await stream.next()
  const pending = stream.next()
  ports.tell({ state: 'restarting' })
  const outcome = await pending.then(
    ({ done }) => (done === true ? 'ended' : 'went on'),
    () => 'failed',
  )
  expect(outcome).not.toBe('went on')
  expect(connection.snapshot().state).toBe('reconnecting')

  await engine.close()
  engine = await open()
  const waiting = client.accounts.list()
  ports.running()
  expect(await waiting).toEqual({ figures: [], custom: [], rows: [] })
  expect(connection.snapshot()).toEqual({ state: 'connected', run: 1, failure: null })

  ports.tell({ state: 'stopped', failure: { code: 'CRASHED', data: { crashes: 4 } } })
  const { error } = await safe(client.accounts.list())
  expect(error).toBeInstanceOf(ORPCError)
  expect(error).toMatchObject({ code: 'ENGINE_STOPPED', data: { code: 'CRASHED' } })
  expect(connection.snapshot()).toMatchObject({ state: 'lost', failure: { code: 'CRASHED' } })
})
