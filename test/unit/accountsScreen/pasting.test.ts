import { beforeAll, describe, expect, it } from 'vitest'
import type { Figure } from '../../../db/accounts/contract.ts'
import type { CustomField } from '../../../db/accounts/custom/contract.ts'
import { CustomFieldId, FigureId } from '../../../db/kernel/ids.ts'
import type { ListedAccount } from '../../../renderer/client/accountTable.ts'
import { accountColumns } from '../../../renderer/features/accounts/list/accountColumns.ts'
import { readPasted } from '../../../renderer/features/accounts/list/pastedAccounts.ts'
import { inShownOrder } from '../../../renderer/features/accounts/list/useShownOrder.ts'
import { i18n } from '../../../renderer/i18n/i18n.ts'
import { speakForTests } from '../i18n/speak.ts'
import { blankAccount } from './blankAccount.ts'

const volume: Figure = {
  id: FigureId.parse('01900000-0000-7000-8000-0000000000f1'),
  name: '年交易额',
  unit: 'money',
  order: 'a',
}

const importance: CustomField = {
  id: CustomFieldId.parse('01900000-0000-7000-8000-0000000000c1'),
  subject: 'account',
  name: '重视程度',
  kind: 'choice',
  choices: ['高', '低'],
  order: 'a',
}

const last = blankAccount(1, '末')

const read = (columnIds: readonly string[], texts: readonly (readonly string[])[]) => {
  const columns = accountColumns({
    figures: [volume],
    custom: [importance],
    members: [],
    companies: { nameOf: () => '', named: () => [] },
    money: 'tenThousand',
    t: i18n.t,
  })
  return readPasted({ columnIds, texts }, columns, { figures: [volume], custom: [importance] }, last)
}

beforeAll(() => speakForTests('zh'))

describe('rows pasted below the last account', () => {
  it('become accounts with the fields and figures of the columns that they were pasted to', () => {
    const columnIds = ['code', 'name', 'tier', 'kind', `figure:${volume.id}`, `custom:${importance.id}`]
    expect(
      read(columnIds, [
        ['K-1', ' 甲公司 ', '重要', '经营型', '12.5', '高'],
        ['', '乙公司'],
      ]),
    ).toMatchObject({
      accounts: [
        {
          name: '甲公司',
          cells: [
            { field: 'code', value: 'K-1' },
            { field: 'kind', value: 'trading' },
          ],
          figures: [{ figureId: volume.id, value: 12_500_000 }],
          custom: [{ fieldId: importance.id, value: '高' }],
        },
        { name: '乙公司', figures: [], custom: [{ fieldId: importance.id, value: null }] },
      ],
      nameless: 0,
      unfit: 0,
    })
  })

  it('are left out without a name or with a value that doesn’t fit; blank ones don’t count', () => {
    const texts = [
      ['甲', '经营型'],
      ['', '经营型'],
      ['乙', '火星'],
      ['', ''],
    ]
    expect(read(['name', 'kind'], texts)).toMatchObject({
      accounts: [{ name: '甲' }],
      nameless: 1,
      unfit: 1,
      firstUnfit: { name: '乙', column: '类别' },
    })
    expect(read(['code'], [['K-1'], ['K-2']])).toMatchObject({ accounts: [], nameless: 2 })
  })
})

describe('the order of the list', () => {
  const row = blankAccount
  const names = (rows: readonly ListedAccount[]) => rows.map(({ name }) => name).join('')

  it('stays while names change, takes new accounts at its end, and takes back what was deleted', () => {
    const places = new Map<string, number>()
    expect(names(inShownOrder([row(3, '甲'), row(1, '乙'), row(2, '丙')], places))).toBe('甲乙丙')
    expect(names(inShownOrder([row(1, '乙'), row(2, '丙'), row(3, '周')], places))).toBe('周乙丙')
    const grown = [row(5, '阿'), row(1, '乙'), row(4, '博'), row(3, '周')]
    expect(names(inShownOrder(grown, places))).toBe('周乙博阿')
    expect(names(inShownOrder([...grown, row(2, '丙')], places))).toBe('周乙丙博阿')
  })
})
