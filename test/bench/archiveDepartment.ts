import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { rebuildIndex } from '../../db/accounts/search/service/building.ts'
import { INDEX_VERSION, searchIndex } from '../../db/accounts/search/service/upkeep.ts'
import { openKernel } from '../../db/kernel/open.ts'
import { migrations } from '../../db/migrations/steps.ts'

/** How much there is of what. */
export interface ArchiveSize {
  readonly accounts: number
  readonly people: number
  readonly entries: number
}

/** The size that the issue names, or a part of it: to see that the bench works. */
export const archiveSize = (part = 1): ArchiveSize => ({
  accounts: 100_000 / part,
  people: 300_000 / part,
  entries: 1_000_000 / part,
})

/** How long the parts of building took, and what the file weighs; milliseconds and bytes. */
export interface Built {
  readonly dataFolder: string
  /** null where the folder was kept from an earlier run */
  readonly fillMs: number | null
  readonly indexMs: number | null
  readonly bytes: { readonly all: number; readonly index: number }
}

/**
 * A department of a size, always the same: written past the history by bulk SQL, indexed by the engine's own building.
 * Making it takes minutes, so it is kept under the system's folder for temporary files, by schema and size.
 */
export async function archiveDepartment(size: ArchiveSize): Promise<Built> {
  const recipe = createHash('sha256')
    .update(JSON.stringify([migrations, INDEX_VERSION, size, SENTENCES]))
    .digest('hex')
  const kept = join(tmpdir(), `yushui-bench-archive-${recipe.slice(0, 12)}`)
  if (existsSync(kept)) return { dataFolder: kept, fillMs: null, indexMs: null, bytes: await bytesOf(kept) }
  const making = `${kept}.making`
  rmSync(making, { recursive: true, force: true })
  mkdirSync(making, { recursive: true })
  const kernel = openKernel({ dataFolder: making, appVersion: 'bench', derived: searchIndex })
  const start = performance.now()
  kernel.writeLocal((db) => fill(db, size))
  const filled = performance.now()
  rebuildIndex(kernel)
  const indexed = performance.now()
  kernel.db.pragma('wal_checkpoint(TRUNCATE)')
  await kernel.close()
  renameSync(making, kept)
  return { dataFolder: kept, fillMs: filled - start, indexMs: indexed - filled, bytes: await bytesOf(kept) }
}

async function bytesOf(dataFolder: string): Promise<Built['bytes']> {
  const kernel = openKernel({ dataFolder, appVersion: 'bench' })
  const index =
    kernel.db
      .prepare<[], number>(`SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'search\\_%' ESCAPE '\\'`)
      .pluck()
      .get() ?? 0
  await kernel.close()
  return { all: statSync(join(dataFolder, 'yushui.db')).size, index }
}

const PLACES =
  '苏州 佛山 临沂 沈阳 成都 宁波 济南 厦门 合肥 郑州 东莞 嘉兴 常州 无锡 泉州 青岛 武汉 长沙 南昌 太原'.split(
    ' ',
  )
const BRAND = [
  ...'恒岳南浔美颂海润新垲宏泰利昌鲁徽杭楚江鹭湘华为联创博远嘉诚信达瑞丰金盛永兴德隆顺和天元鼎立中科',
]
const TRADES = '家居 木业 建材 五金 板材 门窗 涂装 技术 科技 装饰 幕墙 整木 贸易 实业'.split(' ')
const FORMS = '有限公司 集团 股份有限公司 厂'.split(' ')
const SURNAMES = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程魏苏吕丁沈任姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛单仇解',
]
const GIVEN = [
  ...'伟芳娜敏静秀丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉萍红玲燕晓建国志峰海波文博雅思琪子轩浩然一诺梓涵佳怡宇航俊雪梅',
]
const TITLES = '总经理 采购经理 采购总监 技术部长 厂长 财务经理 仓库主管 品质主管'.split(' ')
const PRODUCTS = 'UV面漆 水性底漆 固化剂 木蜡油 PU清漆 稀释剂 色浆 修补膏'.split(' ')
const SENTENCES = [
  '去车间看了{p}的上机效果，流平比上一批好，但边角有轻微起泡',
  '对方提到竞争对手{b}上周来报价，价格低我们百分之五',
  '采购问{p}能不能月底前到货，答应明天给答复',
  '老板说明年要扩一条线，{p}的用量会翻一倍',
  '财务同意账期从三十天改到四十五天，等合同盖章',
  '样板已经送到展厅，颜色客户满意，光泽要再降一点',
  '投诉{p}发白，带回两块板做检测，三天内给报告',
  '一起吃了午饭，聊到儿子今年高考，平时喜欢钓鱼',
  '仓库反映包装破损{n}桶，已经安排换货',
  '约好下周三带技术部的人过来培训操作工',
]

/** A small generator that gives the same numbers in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

type Dice = ReturnType<typeof dice>
const oneOf = (of: readonly string[], roll: Dice): string => of[roll(of.length)] ?? ''
const dayBack = (days: number): string =>
  new Date(Date.UTC(2026, 10, 20) - days * 86_400_000).toISOString().slice(0, 10)

/** Ids in the order of making, as UUIDv7 are. */
function idMaker(): () => string {
  let made = 0
  return () => {
    made += 1
    const time = (1_700_000_000_000 + made).toString(16).padStart(12, '0')
    const rest = Math.imul(made, 2_654_435_761) >>> 0
    const tail = rest.toString(16).padStart(8, '0')
    return `${time.slice(0, 8)}-${time.slice(8)}-7${tail.slice(0, 3)}-8${tail.slice(3, 6)}-${tail}${tail.slice(0, 4)}`
  }
}

function inserter(db: Database.Database, table: string, columns: readonly string[]) {
  const statement = db.prepare(
    `INSERT INTO "${table}" (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  )
  return (...values: readonly (string | number | null)[]): void => {
    statement.run(...values)
  }
}

function fill(db: Database.Database, size: ArchiveSize): void {
  // as received changes are written: past the history, which would double the time and is measured elsewhere
  db.prepare(`UPDATE log_state SET mode = 'apply'`).run()
  const roll = dice(20_261_122)
  const newId = idMaker()
  const members = fillMembers(db, newId, roll)
  const accounts = fillAccounts(db, newId, roll, { members, size })
  fillStandings(db, newId, accounts)
  const people = fillPeople(db, newId, roll, { accounts, members, size })
  fillEntries(db, newId, roll, { accounts, people, members, size })
  db.prepare(`UPDATE log_state SET mode = 'closed'`).run()
}

const MEMBERS = 40

function fillMembers(db: Database.Database, newId: () => string, roll: Dice): string[] {
  const insert = inserter(db, 'member', ['id', 'name', 'role'])
  return Array.from({ length: MEMBERS }, () => {
    const id = newId()
    insert(id, personName(roll), '客户经理')
    return id
  })
}

const personName = (roll: Dice): string =>
  oneOf(SURNAMES, roll) + oneOf(GIVEN, roll) + (roll(3) === 0 ? '' : oneOf(GIVEN, roll))

function fillAccounts(
  db: Database.Database,
  newId: () => string,
  roll: Dice,
  { members, size }: Pick<Around, 'members' | 'size'>,
): string[] {
  const insert = inserter(db, 'account', [
    ...[
      'id',
      'code',
      'name',
      'short_name',
      'owner_id',
      'kind',
      'cycle',
      'industry',
      'region',
      'phone',
      'note',
    ],
    'tags',
  ])
  return Array.from({ length: size.accounts }, (_, at) => {
    const id = newId()
    const [place, brand, trade] = [
      oneOf(PLACES, roll),
      oneOf(BRAND, roll) + oneOf(BRAND, roll),
      oneOf(TRADES, roll),
    ]
    insert(
      id,
      `K${String(at + 1).padStart(6, '0')}`,
      place + brand + trade + oneOf(FORMS, roll),
      brand + trade,
      oneOf(members, roll),
      roll(2) === 0 ? 'trading' : 'production',
      'longTerm',
      trade,
      place,
      `05${roll(90) + 10}-${10_000_000 + roll(89_999_999)}`,
      `主要买${oneOf(PRODUCTS, roll)}`,
      roll(10) === 0 ? '["样板客户"]' : '[]',
    )
    return id
  })
}

/** A published round: the first tenth is key, the next fifth main (A8). */
function fillStandings(db: Database.Database, newId: () => string, accounts: readonly string[]): void {
  const [sheet, round, publication] = [newId(), newId(), newId()]
  inserter(db, 'sheet', ['id', 'name'])(sheet, '考评表')
  inserter(db, 'round', ['id', 'name', 'sheet_id', 'state', 'borders'])(
    round,
    '2026 下半年评级',
    sheet,
    'published',
    '{"key":800,"main":600,"ordinary":400}',
  )
  inserter(db, 'publication', [
    ...['id', 'round_id', 'round_name', 'revision', 'published_at', 'published_by', 'note', 'sheet'],
  ])(publication, round, '2026 下半年评级', 1, '001790000000000-000000-bench', '', '', '{}')
  const insert = inserter(db, 'result', [
    ...['id', 'publication_id', 'account_id', 'score', 'standing', 'rank', 'detail'],
  ])
  accounts.forEach((account, at) => {
    const tenth = at % 10
    const standing = tenth === 0 ? 'key' : tenth < 3 ? 'main' : tenth < 6 ? 'ordinary' : 'small'
    insert(newId(), publication, account, 900 - tenth * 60, standing, at + 1, '{}')
  })
}

function fillPeople(
  db: Database.Database,
  newId: () => string,
  roll: Dice,
  { accounts, members, size }: Omit<Around, 'people'>,
): string[] {
  const insert = inserter(db, 'person', ['id', 'name', 'phone', 'native_place', 'interests', 'attitude'])
  const employ = inserter(db, 'employment', ['id', 'person_id', 'account_id', 'title', 'since'])
  const cover = inserter(db, 'coverage', ['id', 'person_id', 'member_id', 'depth'])
  return Array.from({ length: size.people }, (_, at) => {
    const id = newId()
    const phone = `13${roll(10)} ${1000 + roll(9000)} ${1000 + roll(9000)}`
    insert(id, personName(roll), phone, oneOf(PLACES, roll), roll(4) === 0 ? '钓鱼，书法' : '', 'neutral')
    employ(newId(), id, accounts[at % accounts.length] ?? '', oneOf(TITLES, roll), '2021')
    cover(newId(), id, oneOf(members, roll), roll(5))
    return id
  })
}

interface Around {
  readonly accounts: readonly string[]
  readonly people: readonly string[]
  readonly members: readonly string[]
  readonly size: ArchiveSize
}

function fillEntries(
  db: Database.Database,
  newId: () => string,
  roll: Dice,
  { accounts, people, members, size }: Around,
): void {
  const insert = inserter(db, 'log_entry', [
    ...[
      'id',
      'account_id',
      'member_id',
      'happened_on',
      'channel',
      'text',
      'next_step',
      'next_on',
      'recorded_at',
    ],
  ])
  const meet = inserter(db, 'log_person', ['id', 'entry_id', 'person_id'])
  for (let at = 0; at < size.entries; at += 1) {
    const id = newId()
    const back = Math.floor((730 * (size.entries - at)) / size.entries)
    const account = (at * 7) % accounts.length
    const sentence = () =>
      oneOf(SENTENCES, roll)
        .replace('{p}', oneOf(PRODUCTS, roll))
        .replace('{b}', oneOf(BRAND, roll) + oneOf(BRAND, roll))
        .replace('{n}', String(roll(90) + 10))
    const open = roll(50) === 0
    insert(
      id,
      accounts[account] ?? '',
      oneOf(members, roll),
      dayBack(back),
      roll(2) === 0 ? 'visit' : 'call',
      `${sentence()}。${sentence()}。`,
      open ? '寄样板并回访' : '',
      open ? dayBack(back - 20) : null,
      `${dayBack(back)}T08:00:00.000Z`,
    )
    meet(newId(), id, people[account] ?? '')
  }
}
