import { readFileSync } from 'node:fs'
import { Workbook } from '@cj-tech-master/excelts'
import { v7 as uuidv7 } from 'uuid'
import type { BrowserHost } from '../../../db/host/http.ts'
import { CommandId } from '../../../db/kernel/ids.ts'
import { createHttpLink } from '../../../renderer/client/httpLink.ts'
import { clientOver } from '../../contract/transports.ts'
import { expect, type Page, test } from '../fixtures.ts'
import { toast } from '../shell/steps.ts'
import { holdCalls } from '../slowAnswer.ts'
import { cellOf, copyBlock, saved } from './steps.ts'

test.use({ department: 'sample' })

const HERE = ['顾长风', '何敬之', '沈知远']
const AWAY = ['林晓舟', '周启明']
const ROUND = '2026 年终盲评'
const JUDGED = 5

/** A draft with five of the sample's evaluators: three who come to this laptop, two who don't. */
async function draftOfFive(host: BrowserHost): Promise<string> {
  const client = clientOver(createHttpLink({ origin: host.origin, token: host.token }).link)
  const commandId = () => CommandId.parse(uuidv7())
  const [sheet] = await client.sheets.list()
  if (!sheet) throw new Error('the sample has no sheet')
  const { roundId } = await client.rounds.add({
    ...{ commandId: commandId(), name: ROUND, sheetId: sheet.id, method: 'ballots' },
  })
  const { evaluators } = await client.evaluators.get({ roundId })
  for (const { memberId, name } of evaluators)
    if (!HERE.includes(name) && !AWAY.includes(name))
      await client.evaluators.unseat({ commandId: commandId(), roundId, ticket: null, memberId })
  return roundId
}

/** Goes to a page of the round, as a bookmark would. */
const goTo = (app: Page, roundId: string, page: string) =>
  app.evaluate((hash) => {
    location.hash = hash
  }, `#/evaluation/rounds/${roundId}/${page}`)

async function enter(app: Page, isFirst: boolean): Promise<void> {
  const dialog = app
    .getByRole('dialog')
    .filter({ hasText: '评价人' })
    .filter({ has: app.locator('input[type=password]') })
  if (isFirst) {
    await dialog.getByLabel('第一次进入，设一个 PIN').fill('2468')
    await dialog.getByLabel('再输一次 PIN').fill('2468')
  } else await dialog.getByLabel('PIN').fill('2468')
  await dialog.getByRole('button', { name: '进入', exact: true }).click()
  await expect(dialog).toBeHidden()
}

/** An evaluator marks everything good on this laptop, one cell of 恒岳家居集团 otherwise where told, and hands in. */
async function markHere(app: Page, name: string, loyalty: string | null): Promise<void> {
  await app.getByRole('row', { name }).getByRole('button', { name: '填评分表' }).click()
  await enter(app, true)
  await expect(app.getByText(`已填 0 / ${48 * JUDGED}`)).toBeVisible()
  await copyBlock(
    app,
    Array.from({ length: 48 }, () => Array.from({ length: JUDGED }, () => '8')),
  )
  await app.locator('.ag-row[row-index="0"] .ag-cell[col-id^="indicator:"]').nth(4).click()
  await app.keyboard.press('Control+v')
  await expect(app.getByText(`已填 ${48 * JUDGED} / ${48 * JUDGED}`)).toBeVisible()
  if (loyalty !== null) {
    await (await cellOf(app, '恒岳家居集团', '忠诚度')).click()
    await app.keyboard.press(loyalty)
  }
  await saved(app)
  await app.getByRole('button', { name: '提交评分表' }).click()
  await expect(toast(app)).toContainText(`提交${name}的评分表`)
  await app.getByRole('button', { name: '离开' }).click()
  await expect(app.getByRole('row', { name }).getByText('已交')).toBeVisible()
}

/** The workbook that an evaluator gets, filled in as they would: all good. */
async function filledBallot(app: Page, name: string): Promise<{ name: string; buffer: Buffer }> {
  await app.getByRole('button', { name: '发出评分表' }).click()
  const dialog = app.getByRole('dialog')
  for (const away of AWAY) await dialog.getByRole('checkbox', { name: away }).setChecked(away === name)
  const download = app.waitForEvent('download')
  await dialog.getByRole('button', { name: '下载 1 份' }).click()
  const file = await download
  const workbook = new Workbook()
  await workbook.xlsx.load(new Uint8Array(readFileSync(await file.path())))
  const [form] = workbook.worksheets
  if (!form) throw new Error('no form')
  for (let row = 6; row < 6 + 48; row += 1)
    for (let column = 5; column < 5 + JUDGED; column += 1) form.getCell(row, column).value = 8
  const buffer = Buffer.from(await workbook.xlsx.writeBuffer({ validate: false }))
  return { name: file.suggestedFilename(), buffer }
}

test('three evaluators here and two by workbook: blind, revealed, agreed, approved, published, told', async ({
  app,
  host,
}) => {
  const roundId = await draftOfFive(host)
  await goTo(app, roundId, 'group')
  await app.getByRole('button', { name: '开始填报' }).click()
  await expect(app.getByText('盲评中', { exact: false })).toBeVisible()
  for (const name of HERE) await markHere(app, name, name === '沈知远' ? '5' : null)

  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  const files: { name: string; buffer: Buffer }[] = []
  for (const name of AWAY) files.push(await filledBallot(app, name))
  await app.getByRole('button', { name: '收回评分表' }).click()
  await app
    .getByLabel('选择文件', { exact: true })
    .last()
    .setInputFiles(files.map((file) => ({ ...file, mimeType })))
  await app.getByRole('button', { name: '收下 2 份' }).click()
  await enter(app, false)
  await expect(app.getByText('已收 240 格')).toHaveCount(2)
  await app.getByRole('button', { name: '关闭' }).last().click()

  // nobody’s marks are to be seen before the reveal
  await goTo(app, roundId, 'consensus')
  await expect(app.getByText('现在不能这样做', { exact: false })).toBeVisible()
  await goTo(app, roundId, 'group')
  await app.getByRole('button', { name: '锁定' }).click()
  await app.getByRole('button', { name: '揭晓' }).click()
  await expect(await cellOf(app, '恒岳家居集团', '忠诚度')).toContainText('6.80')

  const ballots = await holdCalls(app, 'consensus/cell')
  await app.getByRole('button', { name: '开合议会' }).click()
  await expect(app.getByText('恒岳家居集团')).toBeVisible()
  await app.keyboard.press('3')
  await app.getByLabel('理由，会记入会议纪要').fill('份额稳定，暂按合格')
  // there is nothing to decide on before its ballots are shown
  const record = app.getByRole('button', { name: '记录，下一格' })
  await expect(record).toBeDisabled()
  ballots.letGo()
  await record.click()
  await expect(app.getByRole('heading', { name: '这次合议' })).toBeVisible()
  await goTo(app, roundId, 'consensus')
  await expect(await cellOf(app, '恒岳家居集团', '忠诚度')).toContainText('6')

  await app.getByRole('button', { name: '提交批准' }).click()
  await app.getByRole('button', { name: /按建议全部批准/ }).click()
  await expect(app.getByRole('button', { name: /按建议全部批准/ })).toBeHidden()
  await app.getByRole('button', { name: '发布', exact: true }).click()
  await app.getByRole('checkbox', { name: '我明白发布不能撤销' }).check()
  await app.getByRole('button', { name: '由组长发布第 1 版' }).click()
  await expect(toast(app)).toContainText('已发布第 1 版')

  await expect(app.getByRole('heading', { name: ROUND, level: 1 })).toBeVisible()
  await app.getByRole('button', { name: '结果通知书' }).click()
  const letter = app.waitForEvent('download')
  await app.getByRole('menuitem', { name: '全部负责人' }).hover()
  await app.getByRole('menuitem', { name: 'Word' }).first().click()
  expect((await letter).suggestedFilename()).toContain('.docx')

  await app.getByRole('link', { name: '与上一轮比' }).click()
  await expect(app.getByRole('region', { name: '级别变动图' })).toBeVisible()
  await app.reload()
  await expect(app.getByRole('region', { name: '级别变动图' })).toBeVisible()
})
