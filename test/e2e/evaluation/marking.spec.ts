import { expect, test } from '../fixtures.ts'
import { toast } from '../shell/steps.ts'
import { cellOf, copyBlock, openRound, saved } from './steps.ts'

test.use({ department: 'sample' })

test('a round is marked by key, by block and from Excel, changing all at once, kept over a restart, undone', async ({
  app,
  host,
}) => {
  await test.step('a mark by key changes total, tier and rank at once, is there after a restart with a note at its side, and can be undone', async () => {
    await openRound(app)
    await test.step('a note is written at a cell', async () => {
      await (await cellOf(app, '苏州新垲整木', '下游满意')).click()
      await app.keyboard.press('Shift+F2')
      const note = app.getByRole('textbox', { name: '说明' })
      await expect(note).toBeFocused()
      await app.keyboard.type('三家门店回访，两家很满意')
      await app.keyboard.press('Control+Enter')
      await expect(note).toBeHidden()
    })
    const mark = await cellOf(app, '南浔木业', '忠诚度')
    const total = await cellOf(app, '南浔木业', '总分')
    const tier = await cellOf(app, '南浔木业', '级别')
    await expect(total).toHaveText('81.2')
    await mark.click()
    await app.keyboard.press('5')
    await expect(mark).toHaveText('2')
    await expect(total).toHaveText('78.8')
    await expect(tier).toHaveText('主要')
    await saved(app)
    const pid = host.enginePid()
    if (pid !== null) process.kill(pid, 'SIGKILL')
    await expect.poll(() => host.enginePid()).not.toBe(pid)
    await app.reload()
    await expect(await cellOf(app, '南浔木业', '忠诚度')).toHaveText('2')
    await (await cellOf(app, '苏州新垲整木', '下游满意')).click()
    await expect(app.getByRole('region', { name: '当前格' })).toContainText('三家门店回访，两家很满意')
    await app.keyboard.press('Control+z')
    await expect(toast(app)).toContainText('已撤销')
    await expect(await cellOf(app, '南浔木业', '忠诚度')).toHaveText('4')
    await expect(await cellOf(app, '南浔木业', '总分')).toHaveText('81.2')
  })
  await test.step('the selected mark says what it rests on: the standard in words, or the figure and its band', async () => {
    const facts = app.getByRole('region', { name: '当前格' })
    await (await cellOf(app, '南浔木业', '忠诚度')).click()
    await expect(facts.locator('[aria-current]')).toContainText('较差 4：')
    await expect(facts.getByRole('listitem')).toHaveCount(5)
    await (await cellOf(app, '恒岳家居集团', '年交易额')).click()
    await expect(facts).toContainText(/年交易额 6,842 万元 → .+ → 10/)
    await app.keyboard.press('2')
    await expect(toast(app)).toContainText('这一格由数据得出')
    await expect(await cellOf(app, '恒岳家居集团', '年交易额')).toHaveText('10')
  })
  await test.step('only accounts with unmarked cells are shown while asked for', async () => {
    await app.getByRole('button', { name: '只看未评' }).click()
    await expect(app.locator('.ag-cell[col-id="account"]', { hasText: '东莞利昌五金' })).toBeVisible()
    await expect(app.locator('.ag-cell[col-id="account"]', { hasText: '恒岳家居集团' })).toBeHidden()
    await app.getByRole('button', { name: '只看未评' }).click()
    await expect(app.locator('.ag-cell[col-id="account"]', { hasText: '恒岳家居集团' })).toBeVisible()
  })
  await test.step('a block is pasted, told with its blanks, saved as one command and taken back by one undo', async () => {
    await copyBlock(app, [
      ['10', '10', '8'],
      ['', '6', '4'],
    ])
    const first = await cellOf(app, '长沙湘江集成房屋', '忠诚度')
    const before = await first.textContent()
    await first.click()
    await app.keyboard.press('Control+v')
    await expect(toast(app)).toContainText('已粘贴 2 行 × 3 列，其中 1 格为空')
    await expect(first).toHaveText('10')
    await expect(app.getByRole('contentinfo')).toContainText('计数 5')
    await expect(app.getByRole('contentinfo')).toContainText('求和 38')
    await toast(app).getByRole('button', { name: '撤销' }).click()
    await expect(first).toHaveText(before ?? '')
  })
  await test.step('pasted texts that are no marks are listed with their cells; the rest is written', async () => {
    await copyBlock(app, [['7', '10']])
    const refused = await cellOf(app, '南浔木业', '忠诚度')
    await refused.click()
    await app.keyboard.press('Control+v')
    const notice = app.getByRole('alert').filter({ hasText: '1 格没有写入' })
    await expect(notice).toContainText('南浔木业 · 忠诚度：“7”不是分数')
    await expect(refused).toHaveText('4')
    await expect(await cellOf(app, '南浔木业', '规模管理')).toHaveText('10')
    await notice.getByRole('button', { name: '知道了' }).click()
    await expect(notice).toBeHidden()
  })
  await test.step('rows keep their order under the hands that mark, until sorting is asked for', async () => {
    const first = app.locator('.ag-row[row-index="0"] .ag-cell[col-id="account"]')
    await expect(first).toHaveText('恒岳家居集团')
    await (await cellOf(app, '恒岳家居集团', '忠诚度')).click()
    await app.keyboard.press('5')
    await expect(await cellOf(app, '恒岳家居集团', '总分')).toHaveText('85.8')
    await expect(first).toHaveText('恒岳家居集团')
    await app.getByRole('button', { name: '重新排序' }).click()
    await expect(first).toHaveText('佛山美颂家具')
  })
  await test.step('a key that stands for no mark is refused aloud and changes nothing', async () => {
    const mark = await cellOf(app, '南浔木业', '忠诚度')
    await mark.click()
    await app.keyboard.press('7')
    await expect(toast(app)).toContainText('键 7 不对应分数')
    await expect(mark).toHaveText('4')
    await toast(app).getByRole('button', { name: '打分按键设置' }).click()
    await expect(app.getByText('打分按键').first()).toBeVisible()
  })
})

test('two windows mark the same cell: the second is told, sees the first’s mark, and may still write its own', async ({
  app,
  openWindow,
}) => {
  await openRound(app)
  const other = await openWindow()
  await openRound(other)
  // the other window's mark is on a slow line until this window's has been saved
  const slow = Promise.withResolvers<void>()
  await other.route('**/rpc/rounds/mark', async (route) => {
    await slow.promise
    await route.continue()
  })
  const mine = await cellOf(app, '青岛海润船舶涂装', '忠诚度')
  const theirs = await cellOf(other, '青岛海润船舶涂装', '忠诚度')
  await theirs.click()
  await other.keyboard.press('5')
  await mine.click()
  await app.keyboard.press('3')
  await saved(app)
  slow.resolve()
  const told = other.getByRole('alert').filter({ hasText: '另一个窗口先改了 1 格' })
  await expect(told).toContainText('青岛海润船舶涂装 · 忠诚度：对方 6，你填的 2')
  await expect(theirs).toHaveText('6')
  await told.getByRole('button', { name: '仍写入我的' }).click()
  await expect(theirs).toHaveText('2')
  await expect(mine).toHaveText('2')
})
