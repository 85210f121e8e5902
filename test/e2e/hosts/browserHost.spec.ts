import { expect, test } from '../fixtures.ts'

test('a window keeps its token over a reload, and comes back when its engine was killed', async ({
  app,
  host,
}) => {
  await test.step('opens with the token, takes it out of the address, and still has it after a reload', async () => {
    await expect(app.locator('#root')).not.toBeEmpty()
    expect(app.url()).not.toContain(host.token)
    const called = app.waitForResponse((response) => response.url().includes('/rpc/'))
    await app.reload()
    expect((await called).status()).toBeLessThan(400)
  })
  await test.step('the window comes back by itself after its engine was killed', async () => {
    await expect(app.locator('#root')).not.toBeEmpty()
    await expect.poll(() => host.supervisor.status().state).toBe('running')
    const asked: string[] = []
    const killed = host.enginePid()
    if (killed === null) throw new Error('no engine')
    process.kill(killed, 'SIGKILL')
    app.on('response', (response) => {
      if (response.ok()) asked.push(new URL(response.url()).pathname)
    })
    await expect.poll(() => host.enginePid() !== killed && host.supervisor.status().state).toBe('running')
    await expect.poll(() => asked, { timeout: 20_000 }).toContain('/rpc/history/watch')
    expect(asked).toContain('/host/engine')
    await expect(app.locator('#root')).not.toBeEmpty()
  })
})

test('a page of another origin gets nothing out of the host', async ({ host, page, context }) => {
  await context.route('https://evil.example/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<h1>evil</h1>' }),
  )
  await page.goto('https://evil.example/')
  const outcome = await page.evaluate(
    async ({ origin, token }) => {
      const ask = (init: RequestInit) =>
        fetch(`${origin}/rpc/accounts/list`, init).then(
          async (response) => `${response.type} ${await response.text()}`,
          () => 'refused',
        )
      return [
        await ask({ method: 'POST', body: '{}', headers: { authorization: `Bearer ${token}` } }),
        await ask({ method: 'POST', body: '{}' }),
        await ask({ method: 'POST', body: '{}', mode: 'no-cors' }),
      ]
    },
    { origin: host.origin, token: host.token },
  )
  // an opaque answer can't be read; some Chromium versions don't even let the request out
  for (const answer of outcome) expect(['refused', 'opaque ']).toContain(answer)
})

test('a page cannot be framed by another one', async ({ host, page, context }) => {
  await context.route('https://evil.example/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<iframe src="${host.origin}/"></iframe>` }),
  )
  await page.goto('https://evil.example/')
  const framed = page.frames().find((frame) => frame !== page.mainFrame())
  expect(await framed?.locator('#root').count()).toBe(0)
})
