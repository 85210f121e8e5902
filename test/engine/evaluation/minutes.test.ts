import { expect, it } from 'vitest'
import { agreeOn } from '../../../db/evaluation/consensus/service/agreements.ts'
import { readResults } from '../../../db/evaluation/consensus/service/gradeBallots.ts'
import { minutesPaper } from '../../../db/evaluation/consensus/service/minutes.ts'
import { getSheet } from '../../../db/evaluation/service/sheets.ts'
import { documentHtml } from '../../../db/exchange/documents/documentHtml.ts'
import type { Block } from '../../../db/exchange/rules/document.ts'
import { command } from '../newKernel.ts'
import { ballotRound, enter, fill, step } from './ballotRounds.ts'

it('say what was agreed on, who argued what, and what stayed open', () => {
  const round = ballotRound()
  const { kernel, roundId, sheetId, leader, deputy, member } = round
  step(round, 'marking')
  fill(round, leader, 'X88866')
  fill(round, deputy, '888866')
  fill(round, member, '2888X2')
  step(round, 'locked')
  step(round, 'consensus')
  const before = readResults(kernel.db, roundId)
  const row = before.data.accounts.names.indexOf('甲')
  const accountId = before.data.accounts.ids[row]
  const indicatorId = getSheet(kernel, sheetId).indicators[0]?.id
  if (!accountId || !indicatorId) throw new Error('no cell')
  agreeOn(kernel, {
    ...{ commandId: command(), roundId, accountId, indicatorId, ticket: enter(round, deputy) },
    ...{ mark: 600, reason: '<先看三个月>', arguments: [{ memberId: member, text: '已经在试他牌' }] },
  })
  const paper = minutesPaper('盲评', readResults(kernel.db, roundId), '2026-11-29T00:00:00.000Z', 'zh')
  expect(paper.subtitle).toBe('分歧 3 格，已定 1 格')
  const tables = paper.blocks.filter(
    (block): block is Extract<Block, { kind: 'table' }> => block.kind === 'table',
  )
  expect(tables.map(({ rows }) => rows)).toEqual([
    [['甲', '忠诚度', '平均 6.67，相差 8', '6', '<先看三个月>\n林晓舟：已经在试他牌\n秦素 记录']],
    [
      ['丙', '忠诚度', '平均 7.33，相差 4'],
      ['丙', '潜力', '平均 4.67，相差 4'],
    ],
    // 6 × 60% + 8 × 40%
    [['甲', '68.0', '主要客户', '未定级']],
  ])
  expect(paper.blocks[0]).toMatchObject({ kind: 'facts' })
  expect(documentHtml(paper)).toContain('&lt;先看三个月&gt;')
})
