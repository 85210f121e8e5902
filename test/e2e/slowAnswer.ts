import type { Page } from '@playwright/test'

/** Calls of a window that don't reach the engine yet. */
export interface HeldCalls {
  /** resolves when there is one */
  readonly held: Promise<void>
  readonly letGo: () => void
}

/** Holds a window's calls of a procedure back, `consensus/cell` say, until they are let go. */
export async function holdCalls(page: Page, procedure: string): Promise<HeldCalls> {
  const held = Promise.withResolvers<void>()
  const gone = Promise.withResolvers<void>()
  await page.route(`**/rpc/${procedure}`, async (route) => {
    held.resolve()
    await gone.promise
    await route.continue()
  })
  return { held: held.promise, letGo: gone.resolve }
}

/** Lets a window's next call of a procedure reach the engine, and holds its answer back until it is let go. */
export async function holdAnswer(page: Page, procedure: string): Promise<HeldCalls> {
  const held = Promise.withResolvers<void>()
  const gone = Promise.withResolvers<void>()
  await page.route(
    `**/rpc/${procedure}`,
    async (route) => {
      const response = await route.fetch()
      held.resolve()
      await gone.promise
      // a window that no longer wants it has ended the call
      await route.fulfill({ response }).catch(() => undefined)
    },
    { times: 1 },
  )
  return { held: held.promise, letGo: gone.resolve }
}
