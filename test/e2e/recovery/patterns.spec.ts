import { v7 as uuidv7 } from 'uuid'
import { openEngine } from '../../../db/engine.ts'
import { type AccountId, type CaseId, CommandId } from '../../../db/kernel/ids.ts'
import { NewCase } from '../../../db/recovery/contract.ts'
import { changeCases, removeCases } from '../../../db/recovery/service/change.ts'
import { recordCase } from '../../../db/recovery/service/record.ts'
import { findings, findingsInBothThemes } from '../axe.ts'
import { test as base, expect } from '../clock.ts'

const NOW = '2026-11-24T01:05:00Z'
const DAY = 86_400_000

/** What thirty cases were about: most of deliveries over the year, and a run of products from one plant of late. */
const CASES = [
  ...Array.from({ length: 17 }, (_, at) => ({
    ...({ category: 'delivery', place: `${1 + (at % 3)} 号仓` } as const),
    ...{ daysAgo: 20 + at * 20, loss: 100_000 },
  })),
  ...Array.from({ length: 8 }, (_, at) => ({
    ...({ category: 'service', place: '' } as const),
    ...{ daysAgo: 100 + at * 30, loss: 0 },
  })),
  ...Array.from({ length: 5 }, (_, at) => ({
    ...({ category: 'product', place: '嘉善工厂' } as const),
    ...{ daysAgo: 2 + at * 9, loss: 20_000_000 },
  })),
]

const test = base.extend({
  dataFolder: async ({ dataFolder }, use) => {
    const engine = await openEngine({ dataFolder, appVersion: '0.0.0-test', now: () => Date.parse(NOW) })
    const { kernel } = engine
    const commandId = (): CommandId => CommandId.parse(uuidv7())
    const ids = <Id>(sql: string): Id[] => kernel.db.prepare<[], Id>(sql).pluck().all()
    // the sample's own would be counted too
    removeCases(kernel, { commandId: commandId(), caseIds: ids<CaseId>('SELECT id FROM recovery_case') })
    const accountIds = ids<AccountId>(
      `SELECT id FROM account WHERE cooperation_since < '2025' ORDER BY name LIMIT 3`,
    )
    for (const [at, { category, place, daysAgo, loss }] of CASES.entries()) {
      const cameAt = new Date(Date.parse(NOW) - daysAgo * DAY).toISOString()
      const accountId = accountIds[at % 3]
      if (!accountId) throw new Error('no account')
      const { caseId } = recordCase(kernel, {
        commandId: commandId(),
        case: NewCase.parse({ accountId, title: `第 ${at + 1} 件`, category, cameAt }),
      })
      const edits = [
        { id: caseId, field: 'place', before: '', after: place },
        { id: caseId, field: 'loss', before: null, after: loss },
      ] as const
      changeCases(kernel, { commandId: commandId(), edits: edits.filter(({ after }) => after !== '') })
    }
    await engine.close()
    await use(dataFolder)
  },
})

test.use({ department: 'sample', startsAt: NOW })

test('patterns over thirty cases say what comes again, where most are, what costs most, and lead to the cases', async ({
  app,
}) => {
  await app.keyboard.press('Control+6')
  await app.getByRole('link', { name: '规律', exact: true }).click()

  await test.step('what came again of late is flagged while it is open, with why', async () => {
    await expect(
      app.getByRole('heading', { name: '1 处来得比往常密；最近的是嘉善工厂 · 产品' }),
    ).toBeVisible()
    await expect(app.getByText('90 天 5 件；之前一年 0 件', { exact: false })).toBeVisible()
    expect(await findingsInBothThemes(app)).toEqual([])
  })

  await test.step('of open ones nothing is proven yet, and there is nothing to compare them with', async () => {
    await expect(app.getByText('已见分晓 0 件，恢复 0 件；还没有证明 30 件', { exact: true })).toBeVisible()
    await expect(app.getByText('之前还没有个案，没有可比的', { exact: false })).toBeVisible()
  })

  await test.step('most cases are deliveries; most cost are products', async () => {
    await expect(app.getByRole('heading', { name: '前 2 个类别占 83.3% 的件数，最多的是交货' })).toBeVisible()
    const measure = app.getByRole('radiogroup', { name: '数什么' })
    await measure.getByText('代价').click()
    await expect(app.getByRole('heading', { name: '产品一项就占 98.3% 的代价' })).toBeVisible()
    await measure.getByText('件数').click()
    await app.getByRole('radiogroup', { name: '按什么看' }).first().getByText('地点').click()
    await expect(app.getByRole('row', { name: /^没有写明地点/ })).toContainText('8')
    await app.reload()
    await expect(app.getByRole('row', { name: '嘉善工厂 5 22.7% 100%' })).toBeVisible()
  })

  await test.step('a group leads to its cases, and from there to all', async () => {
    await app.getByRole('link', { name: '嘉善工厂', exact: true }).click()
    await expect(app.getByText('只看：嘉善工厂', { exact: false })).toBeVisible()
    await expect(app.getByRole('link', { name: /^打开 第/ })).toHaveCount(5)
    await app.keyboard.press('Alt+ArrowLeft')
    await app.getByRole('link', { name: '产品 2026-10：2 件' }).press('Enter')
    await expect(app.getByRole('link', { name: /^打开 第/ })).toHaveCount(2)
    await app.getByRole('button', { name: '看全部' }).click()
    await expect(app.getByRole('grid')).toHaveAttribute('aria-rowcount', '31')
    expect(await findings(app)).toEqual([])
  })

  await test.step('it is handed over as a workbook, and reads in English', async () => {
    await app.keyboard.press('Alt+ArrowLeft')
    await app.keyboard.press('Alt+ArrowLeft')
    const download = app.waitForEvent('download')
    await app.getByRole('button', { name: '导出工作簿' }).last().click()
    expect((await download).suggestedFilename()).toMatch(/^规律 类别 × .*\.xlsx$/)
    await app.getByRole('button', { name: '中文' }).click()
    await expect(app.getByRole('heading', { name: 'The top', exact: false }).first()).toBeVisible()
    expect(await findings(app)).toEqual([])
  })

  await test.step('whatever days are typed, the boxes say of which the figures are', async () => {
    const [from, until] = ['From', 'Until'].map((name) => app.getByRole('textbox', { name, exact: true }))
    if (!from || !until) throw new Error('no boxes')
    const chosen = async (one: string, other: string) => {
      await expect(from).toHaveValue(one)
      await expect(until).toHaveValue(other)
      await expect(app.getByText(`${one} to ${other}`, { exact: false }).first()).toBeVisible()
    }
    const cut = app.getByRole('status').filter({ hasText: 'You chose' })
    await until.fill('2025-01-01')
    await until.press('Enter')
    await chosen('2025-01-01', '2025-11-25')
    await until.fill('2999-12-31')
    await until.press('Enter')
    await chosen('2025-01-01', '2026-11-24')
    await expect(cut).toHaveText(/2999-12-31/)
    await from.fill('1/1')
    await from.press('Tab')
    await chosen('2026-01-01', '2026-11-24')
    await expect(cut).toBeHidden()
    await until.fill('1773-01-01')
    await until.press('Tab')
    await chosen('1900-01-01', '2026-01-01')
    await expect(app.getByText('nothing to compare with', { exact: false })).toBeVisible()
  })
})
