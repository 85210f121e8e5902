import { type BrowserHost, startBrowserHost } from '../../../db/host/http.ts'
import { createHttpLink } from '../../../renderer/client/httpLink.ts'
import { BUILD } from '../../../scripts/pages.ts'
import { clientOver } from '../../contract/transports.ts'
import { faultyFolder } from '../../faultyFolders.ts'
import { test as base } from '../fixtures.ts'

/** A department's laptop, on which one test goes on where the one before it stopped. */
export interface Workplace {
  readonly dataFolder: string
  readonly host: () => BrowserHost
  /** Quits the workstation and starts it again, as on the next morning. */
  readonly restart: () => Promise<BrowserHost>
}

/** Tests of one file share a workplace; each opens its own window on it. */
export const test = base.extend<object, { readonly workplace: Workplace }>({
  workplace: [
    async ({ playwright: _playwright }, use) => {
      const folder = await faultyFolder('none')
      const { dataFolder } = folder
      const start = () => startBrowserHost({ dataFolder, appVersion: '0.0.0-test', build: BUILD })
      let host = await start()
      await use({
        dataFolder,
        host: () => host,
        async restart() {
          await host.close()
          host = await start()
          return host
        },
      })
      await host.close()
      folder.remove()
    },
    { scope: 'worker' },
  ],
  dataFolder: ({ workplace }, use) => use(workplace.dataFolder),
  host: ({ workplace }, use) => use(workplace.host()),
})

const clientOf = ({ origin, token }: BrowserHost) => clientOver(createHttpLink({ origin, token }).link)

/** Where the workstation would begin now. */
export const lastRoute = async (host: BrowserHost): Promise<string | null> =>
  (await clientOf(host).department.settings()).lastRoute

/** The newest command that the engine has written down, by its name in the history. */
export async function lastCommand(host: BrowserHost): Promise<string | undefined> {
  const { entries } = await clientOf(host).history.list({ limit: 1 })
  return entries[0]?.label.command
}
