import { expect, it } from 'vitest'
import type { EngineContext } from '../../../../db/context.ts'
import { openApproval } from '../../../../db/evaluation/approval/service/approval.ts'
import { approveTiers, decideTier } from '../../../../db/evaluation/approval/service/decide.ts'
import { resultLetters } from '../../../../db/evaluation/approval/service/letters.ts'
import { publishApproved } from '../../../../db/evaluation/approval/service/publish.ts'
import type { PublicationId } from '../../../../db/kernel/ids.ts'
import { command, newKernel, refusal } from '../../newKernel.ts'
import { accountOf, newDepartment, publishShared, roundInApproval } from './approvalRound.ts'

/** A published round: 甲 rises to key, 乙 belongs to nobody and stays, 丙 becomes key as an exception. */
function published(): { context: EngineContext; publicationId: PublicationId; printed: string[] } {
  const department = newDepartment(
    newKernel(() => new Date('2026-11-29T10:00:00').getTime()),
    ['甲', '乙', '丙'],
  )
  const { kernel } = department
  kernel.write({ commandId: command(), label: { command: 'editAccounts', params: {} } }, (tx) => {
    tx.db.prepare('UPDATE account SET owner_id = NULL WHERE name = ?').run('乙')
    return {}
  })
  publishShared(department, '2026 上半年', { 甲: '66', 乙: '66', 丙: '66' })
  const { roundId, ticket } = roundInApproval(department, '2026 下半年', { 甲: '88', 乙: '66', 丙: '68' })
  decideTier(kernel, {
    ...{ commandId: command(), roundId, ticket, accountId: accountOf(department, '丙') },
    decision: { kind: 'exception', tier: 'key', reason: '标杆 <工程>。', expires: '2027-11-29' },
  })
  const { accounts, proposals } = openApproval(kernel, roundId)
  const due = accounts.ids.flatMap((accountId, place) => {
    const proposal = proposals[place]
    return proposal?.kind === 'promotion' ? [{ accountId, tier: proposal.tier }] : []
  })
  approveTiers(kernel, { commandId: command(), roundId, ticket, accounts: due })
  const { publicationId } = publishApproved(kernel, { commandId: command(), roundId, ticket, note: '' })
  const printed: string[] = []
  const printPdf = async (html: string): Promise<Uint8Array> => {
    printed.push(html)
    return new Uint8Array([37, 80, 68, 70])
  }
  return { context: { kernel, printPdf, logError: () => '' }, publicationId, printed }
}

it('tell each manager their accounts’ tiers, scores, decisions and entitlements, on pages of their own', async () => {
  const { context, publicationId, printed } = published()
  const file = await resultLetters(context, {
    ...{ publicationId, manager: null, language: 'zh', format: 'pdf' },
  })
  expect(file.name).toBe('2026 下半年 结果通知书.pdf')
  const [page = ''] = printed
  const [mine = '', nobodys = ''] = page.split('class="break"')
  for (const text of [
    '致 林晓舟',
    '您负责的 2 家客户，2 家升级',
    '● 主要客户 → ◆ 重要客户',
    '+20.0',
    '批准，顾长风 2026-11-29 签批。理由：得 80.0 分，高出重要界线 0.0 分。',
    '先分类后分级（例外），顾长风 2026-11-29 签批。有效期至 2027-11-29。理由：标杆 &lt;工程&gt;。',
    '新增：专门团队服务；',
    '首次响应（一般）：2 小时 → 30 分',
    '自 2026-12-29 起不再享有或改为：按价格敏感度报价，跟踪其他供应商。',
    '第 1 版，2026-11-29 发布',
  ])
    expect(mine).toContain(text)
  expect(mine).not.toContain('乙')
  expect(nobodys).toContain('没有负责人，级别都没有变')
  expect(nobodys).toContain('乙')
})

it('go to one manager alone, in either language, as Word too', async () => {
  const { context, publicationId, printed } = published()
  const one = { publicationId, manager: '林晓舟', language: 'en' } as const
  await resultLetters(context, { ...one, format: 'pdf' })
  expect(printed[0]).toContain('Approved, signed by 顾长风 on 2026-11-29. Reason: 80.0 points')
  expect(printed[0]).not.toContain('class="break"')
  const word = await resultLetters(context, { ...one, format: 'docx' })
  expect(word.name).toBe('2026 下半年 – result letter, 林晓舟.docx')
  // a zip, as Word files are
  expect([...new Uint8Array(await word.arrayBuffer()).subarray(0, 2)]).toEqual([80, 75])
})

it('are refused for a stranger, and as PDF where nothing can print', async () => {
  const { context, publicationId } = published()
  const input = { publicationId, language: 'zh', format: 'pdf' } as const
  expect(() => resultLetters(context, { ...input, manager: '陌生人' })).toThrow(
    expect.objectContaining(refusal('MANAGER_NOT_FOUND')),
  )
  await expect(
    resultLetters({ ...context, printPdf: null }, { ...input, manager: null }),
  ).rejects.toMatchObject(refusal('NO_PRINTER'))
})
