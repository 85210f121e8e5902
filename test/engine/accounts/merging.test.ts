import { describe, expect, it } from 'vitest'
import { compare } from '../../../db/accounts/merging/service/compare.ts'
import { merge, survivorOf } from '../../../db/accounts/merging/service/merge.ts'
import { pairs, tellApart } from '../../../db/accounts/merging/service/pairs.ts'
import { derivedId } from '../../../db/kernel/derivedId.ts'
import { undo } from '../../../db/kernel/history.ts'
import type { Kernel } from '../../../db/kernel/kernel.ts'
import { currentSchema } from '../../../db/kernel/open.ts'
import { verify } from '../../../db/kernel/verify.ts'
import { command, newKernel, refusal } from '../newKernel.ts'
import { insert, insertOne, live, read } from './rows.ts'

const mergeAccounts = (kernel: Kernel, keepId: string, goneId: string, take: string[] = []) =>
  merge(kernel, { commandId: command(), subject: 'account', keepId, goneId, take })

describe('merging accounts', () => {
  it('keeps its own fields, fills the empty ones, takes the chosen ones and unites tags', () => {
    const kernel = newKernel()
    const source = (on: string) => JSON.stringify({ '*': { on, by: null, entry: null } })
    const [keep = '', gone = ''] = insert(
      kernel,
      'account',
      { name: '南浔木业', phone: '1', industry: '', tags: '["老客户"]', sources: source('2024-01-01') },
      {
        name: '南浔木业公司',
        phone: '2',
        industry: '木地板',
        region: '湖州',
        tags: '["老客户","地板"]',
        sources: source('2026-01-01'),
      },
    )
    mergeAccounts(kernel, keep, gone, ['field:phone'])
    const row = read(kernel, 'account', keep)
    expect(row).toMatchObject({ name: '南浔木业', phone: '2', industry: '木地板', region: '湖州' })
    expect(JSON.parse(String(row?.tags))).toEqual(['老客户', '地板'])
    const sources = JSON.parse(String(row?.sources))
    expect([sources.phone.on, sources['*'].on]).toEqual(['2026-01-01', '2024-01-01'])
    expect(read(kernel, 'account', gone)).toMatchObject({ deleted: 1, merged_into: keep })
  })

  it('moves everything that points to the other, and an undo puts all of it back', async () => {
    const kernel = newKernel()
    const [keep = '', gone = ''] = insert(kernel, 'account', { name: '甲' }, { name: '乙' })
    const [lin = '', zhou = ''] = insert(kernel, 'member', { name: '林' }, { name: '周' })
    insert(
      kernel,
      'group_seat',
      { id: derivedId(keep, lin), account_id: keep, member_id: lin, function: '' },
      { id: derivedId(gone, lin), account_id: gone, member_id: lin, function: '物流' },
      { id: derivedId(gone, zhou), account_id: gone, member_id: zhou, function: '品质' },
    )
    const person = insertOne(kernel, 'person', { name: '吴国梁' })
    insert(kernel, 'employment', { person_id: person, account_id: gone })
    insert(kernel, 'log_entry', {
      account_id: gone,
      happened_on: '2026-01-01',
      channel: 'call',
      text: '问候',
      recorded_at: '',
    })
    insert(kernel, 'promise', { account_id: gone, side: 'ours', what: '送样', made_on: '2026-01-01' })
    insert(kernel, 'referral', { from_id: keep, to_id: gone })
    expect(compare(kernel, { subject: 'account', keepId: keep, goneId: gone }).moves).toEqual(
      expect.arrayContaining([
        { table: 'group_seat', rows: 2 },
        { table: 'log_entry', rows: 1 },
        { table: 'promise', rows: 1 },
      ]),
    )
    mergeAccounts(kernel, keep, gone)
    for (const table of ['employment', 'log_entry', 'promise'])
      expect(
        live(kernel, table).map((row) => row.account_id),
        table,
      ).toEqual([keep])
    expect(
      new Map(live(kernel, 'group_seat').map((row) => [row.id, [row.account_id, row.function]])),
    ).toEqual(
      new Map([
        [derivedId(keep, lin), [keep, '物流']],
        [derivedId(keep, zhou), [keep, '品质']],
      ]),
    )
    expect(live(kernel, 'referral')).toEqual([])
    expect(await verify(kernel, currentSchema.sharedTables)).toMatchObject({ ok: true })
    undo(kernel, command())
    expect(read(kernel, 'account', gone)).toMatchObject({ deleted: 0, merged_into: null })
    for (const table of ['employment', 'log_entry', 'promise'])
      expect(
        live(kernel, table).map((row) => row.account_id),
        table,
      ).toEqual([gone])
    expect(live(kernel, 'group_seat')).toHaveLength(3)
  })

  it.each([
    [[], { '2025': 100, '2026': 2_610 }],
    [['wallet:2026'], { '2025': 100, '2026': 921 }],
    [['wallet:2026+', 'wallet:2025+'], { '2025': 150, '2026': 3_531 }],
  ])(
    'where both have purchases, takes %j: the kept one’s stand unless another choice was made',
    (take, ours) => {
      const kernel = newKernel()
      const [keep = '', gone = ''] = insert(kernel, 'account', { name: '甲' }, { name: '乙' })
      const [varnish = '', glue = ''] = insert(
        kernel,
        'product',
        { name: '木器漆', order_key: 'a' },
        { name: '胶', order_key: 'b' },
      )
      const rival = insertOne(kernel, 'competitor', { name: '德诺' })
      const bought = (
        account: string,
        product: string,
        competitor: string | null,
        year: number,
        amount: number,
      ) => ({
        account_id: account,
        product_id: product,
        competitor_id: competitor,
        year,
        amount,
      })
      insert(
        kernel,
        'wallet',
        bought(keep, varnish, null, 2026, 2_610),
        bought(keep, varnish, null, 2025, 100),
        bought(keep, varnish, rival, 2026, 7),
        bought(gone, varnish, null, 2026, 921),
        bought(gone, varnish, null, 2025, 50),
        bought(gone, varnish, rival, 2026, 7),
        bought(gone, glue, null, 2026, 40),
      )
      const rivals = (account: string, strengths: string) => ({
        account_id: account,
        competitor_id: rival,
        strengths,
      })
      insert(kernel, 'rival', rivals(keep, '价低'), rivals(gone, '交货快'))
      const { fields } = compare(kernel, { subject: 'account', keepId: keep, goneId: gone })
      expect(fields.filter(({ cells }) => cells !== undefined)).toMatchObject([
        { key: 'wallet:2026', keep: 2_610, gone: 921, cells: 1 },
        { key: 'wallet:2025', keep: 100, gone: 50, cells: 1 },
      ])
      const before = live(kernel, 'wallet')
      mergeAccounts(kernel, keep, gone, take)
      const cells = live(kernel, 'wallet')
      expect(cells.every((row) => row.account_id === keep)).toBe(true)
      const own = cells.filter((row) => row.product_id === varnish && row.competitor_id === null)
      expect(Object.fromEntries(own.map((row) => [row.year, row.amount]))).toEqual(ours)
      expect(cells).toHaveLength(4)
      expect(live(kernel, 'rival')).toMatchObject([{ account_id: keep, strengths: '价低\n交货快' }])
      undo(kernel, command())
      expect(live(kernel, 'wallet')).toEqual(before)
    },
  )

  it('fills gaps in the marks of an open round, and leaves a published one alone', () => {
    const kernel = newKernel()
    const [keep = '', gone = ''] = insert(kernel, 'account', { name: '甲' }, { name: '乙' })
    const sheet = insertOne(kernel, 'sheet', { name: '表' })
    const round = (state: string) =>
      insertOne(kernel, 'round', { name: state, sheet_id: sheet, state, borders: '{}' })
    const marks = (roundId: string, accountId: string, json: string) =>
      insert(kernel, 'marks', {
        id: derivedId(roundId, accountId),
        round_id: roundId,
        account_id: accountId,
        marks: json,
      })
    const [open, published] = [round('marking'), round('published')]
    marks(open, keep, '{"a":10}')
    marks(open, gone, '{"a":2,"b":6}')
    marks(published, gone, '{"a":4}')
    mergeAccounts(kernel, keep, gone)
    expect(JSON.parse(String(read(kernel, 'marks', derivedId(open, keep))?.marks))).toEqual({ a: 10, b: 6 })
    expect(read(kernel, 'marks', derivedId(open, gone))).toMatchObject({ deleted: 1 })
    expect(read(kernel, 'marks', derivedId(published, gone))).toMatchObject({ deleted: 0, account_id: gone })
  })

  it('lets no company belong to itself', () => {
    const kernel = newKernel()
    const parent = insertOne(kernel, 'account', { name: '集团' })
    const child = insertOne(kernel, 'account', { name: '子公司', parent_id: parent })
    const grandchild = insertOne(kernel, 'account', { name: '孙公司', parent_id: child })
    mergeAccounts(kernel, grandchild, parent)
    expect(read(kernel, 'account', grandchild)?.parent_id).toBeNull()
    expect(read(kernel, 'account', child)?.parent_id).toBe(grandchild)
  })

  it('follows merges of merges to the one that is there, and circles to an end', () => {
    const kernel = newKernel()
    const [a = '', b = '', c = ''] = insert(kernel, 'account', { name: '甲' }, { name: '乙' }, { name: '丙' })
    mergeAccounts(kernel, b, a)
    mergeAccounts(kernel, c, b)
    expect(survivorOf(kernel.db, 'account', a)).toBe(c)
    expect(survivorOf(kernel.db, 'account', c)).toBe(c)
  })

  it('refuses itself, and what is not there', () => {
    const kernel = newKernel()
    const [a = '', b = ''] = insert(kernel, 'account', { name: '甲' }, { name: '乙' })
    expect(() => mergeAccounts(kernel, a, a)).toThrow(expect.objectContaining(refusal('MERGE_WITH_ITSELF')))
    mergeAccounts(kernel, a, b)
    expect(() => mergeAccounts(kernel, a, b)).toThrow(expect.objectContaining(refusal('SUBJECT_NOT_FOUND')))
  })
})

describe('merging people', () => {
  it('joins what we know, who knows them and where they work; sensitive facts are not shown beforehand', () => {
    const kernel = newKernel()
    const account = insertOne(kernel, 'account', { name: '甲' })
    const lin = insertOne(kernel, 'member', { name: '林' })
    const [keep = '', gone = ''] = insert(
      kernel,
      'person',
      { name: '吴国梁', birthday: null, family: '' },
      { name: '吴国良', birthday: 'x', family: '儿子接班' },
    )
    insert(
      kernel,
      'employment',
      { person_id: keep, account_id: account, title: '董事长' },
      { person_id: gone, account_id: account, title: '' },
    )
    insert(kernel, 'coverage', {
      id: derivedId(gone, lin),
      person_id: gone,
      member_id: lin,
      depth: 3,
      wanted: 4,
    })
    insert(kernel, 'relation', { account_id: account, from_id: gone, to_id: keep, kind: 'reports' })
    const family = compare(kernel, { subject: 'person', keepId: keep, goneId: gone }).fields.find(
      ({ key }) => key === 'field:family',
    )
    expect(family).toMatchObject({
      sensitive: true,
      keep: null,
      gone: null,
      keepFilled: false,
      goneFilled: true,
    })
    merge(kernel, { commandId: command(), subject: 'person', keepId: keep, goneId: gone, take: [] })
    expect(read(kernel, 'person', keep)).toMatchObject({ name: '吴国梁', birthday: 'x', family: '儿子接班' })
    expect(live(kernel, 'employment').map(({ person_id, title }) => [person_id, title])).toEqual([
      [keep, '董事长'],
    ])
    expect(live(kernel, 'coverage')).toMatchObject([{ id: derivedId(keep, lin), depth: 3, wanted: 4 }])
    expect(live(kernel, 'relation')).toEqual([])
  })

  it('leaves the opinion of an account that one of them gave, in the name of the one who is left', () => {
    const kernel = newKernel()
    const [keep = '', gone = ''] = insert(kernel, 'person', { name: '吴国梁' }, { name: '吴国樑' })
    const account = insertOne(kernel, 'account', { name: '甲' })
    const consultation = insertOne(kernel, 'consultation', {
      ...{ title: '涨价', kind: 'price', question: '' },
      ...{ closes_on: '2026-01-01', decides_on: '2026-02-01' },
    })
    const id = derivedId(consultation, account)
    const given = '{"stance":"against"}'
    insert(kernel, 'opinion', {
      id,
      consultation_id: consultation,
      account_id: account,
      person_id: gone,
      given,
    })
    merge(kernel, { commandId: command(), subject: 'person', keepId: keep, goneId: gone, take: [] })
    expect(live(kernel, 'opinion')).toMatchObject([{ id, person_id: keep, given }])
    undo(kernel, command())
    expect(live(kernel, 'opinion')).toMatchObject([{ id, person_id: gone, given }])
  })
})

describe('pairs', () => {
  const found = (kernel: Kernel, subject: 'account' | 'person') =>
    pairs(kernel, { subject, limit: 10 }).pairs.map(({ first, second, likenesses }) => [
      [first.name, second.name].sort().join(' '),
      likenesses,
    ])

  it('finds accounts of one name but for the legal form, of one sound, of one number; told apart they rest', () => {
    const kernel = newKernel()
    const [a = '', b = ''] = insert(
      kernel,
      'account',
      { name: '南浔木业' },
      { name: '南浔木业有限公司' },
      { name: '恒岳家居' },
      { name: '衡岳家居' },
      { name: '甲', phone: '0571-8888 0001' },
      { name: '乙', phone: '057188880001' },
      { name: '无关商行' },
    )
    expect(found(kernel, 'account')).toEqual([
      ['南浔木业 南浔木业有限公司', ['name', 'pinyin']],
      ['乙 甲', ['phone']],
      ['恒岳家居 衡岳家居', ['pinyin']],
    ])
    tellApart(kernel, { commandId: command(), subject: 'account', firstId: b, secondId: a })
    expect(found(kernel, 'account').map(([names]) => names)).not.toContain('南浔木业 南浔木业有限公司')
    undo(kernel, command())
    expect(found(kernel, 'account')).toHaveLength(3)
  })

  it('thinks two people of one name the same only at one account', () => {
    const kernel = newKernel()
    const [here = '', there = ''] = insert(kernel, 'account', { name: '甲' }, { name: '乙' })
    const [a = '', b = '', c = ''] = insert(
      kernel,
      'person',
      { name: '张伟' },
      { name: '张伟' },
      { name: '张玮' },
    )
    insert(
      kernel,
      'employment',
      { person_id: a, account_id: here },
      { person_id: b, account_id: there },
      { person_id: c, account_id: here },
    )
    expect(found(kernel, 'person')).toEqual([['张伟 张玮', ['pinyin']]])
  })
})
