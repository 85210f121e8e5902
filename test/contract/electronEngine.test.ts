import { EventEmitter, once } from 'node:events'
import { expect, it, vi } from 'vitest'
import type { FromEngine } from '../../electron/rules/messages.ts'
import { createPortLink } from '../../renderer/client/portLink.ts'
import { faultyFolder } from '../faultyFolders.ts'
import { clientOver } from './transports.ts'

/** A utilityProcess's end of the line to the main process, which Node doesn't have. */
class ParentPort extends EventEmitter {
  postMessage(message: FromEngine) {
    this.emit('said', message)
  }
}

it('Electron’s engine entry opens the folder, serves each port it is handed, and ends when told', async () => {
  const folder = await faultyFolder('none')
  const parentPort = new ParentPort()
  Object.defineProperty(process, 'parentPort', { value: parentPort, configurable: true })
  const ended = Promise.withResolvers<number>()
  // the process here is the test's own: its end is noticed instead
  vi.spyOn(process, 'exit').mockImplementation((code) => {
    ended.resolve(Number(code))
    throw new Error('the engine ended')
  })
  process.once('unhandledRejection', () => {})
  await import('../../electron/engine/index.ts')
  const tellEngine = (data: object, ports: MessagePort[] = []) => parentPort.emit('message', { data, ports })

  const said = once(parentPort, 'said')
  tellEngine({ kind: 'open', dataFolder: folder.dataFolder, appVersion: '0.0.0-test', recover: false })
  expect(await said).toEqual([{ kind: 'ready' }])

  const client = (() => {
    const { link } = createPortLink({
      connect: () => {},
      onStatus: () => {},
      retry: () => {},
      recover: () => {},
      onPort(listener) {
        const { port1, port2 } = new MessageChannel()
        tellEngine({ kind: 'port' }, [port1])
        listener(1, port2)
      },
    })
    return clientOver(link)
  })()
  expect(await client.accounts.list()).toEqual({ figures: [], custom: [], rows: [] })

  tellEngine({ kind: 'close' })
  expect(await ended.promise).toBe(0)
  Reflect.deleteProperty(process, 'parentPort')
  folder.remove()
})
