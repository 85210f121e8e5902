import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { addAccounts } from '../../db/accounts/service/write.ts'
import { addSheet, changeSheet } from '../../db/evaluation/service/editSheet.ts'
import { markCells } from '../../db/evaluation/service/marking.ts'
import { addRound } from '../../db/evaluation/service/rounds.ts'
import {
  type AccountId,
  CommandId,
  type IndicatorId,
  type RoundId,
  type SheetId,
} from '../../db/kernel/ids.ts'
import type { Kernel } from '../../db/kernel/kernel.ts'

/** The size that the issue names. */
export const ACCOUNTS = 10_000
export const INDICATORS = 12

const PLACES = ['苏州', '佛山', '临沂', '沈阳', '成都', '宁波', '济南', '厦门', '合肥', '郑州']
const NAMES = ['恒岳', '南浔', '美颂', '海润', '新垲', '宏泰', '利昌', '鲁南', '徽杭', '楚江', '鹭岛', '湘江']
const TRADES = ['家居', '木业', '建材', '五金', '板材', '门窗', '涂装']

/** The name of the account at a place; no two are the same. */
export const accountName = (at: number): string =>
  `${PLACES[at % 10]}${NAMES[at % 12]}${TRADES[at % 7]}${at + 1}号`

/** A department of 10,000 accounts with an open round of 12 judged indicators, all marked. */
export interface LargeDepartment {
  readonly accountIds: AccountId[]
  readonly sheetId: SheetId
  readonly indicatorIds: IndicatorId[]
  readonly roundId: RoundId
}

/** Every mark of a round as a strip, different for each seed. */
export const fullStrip = (seed: number): string =>
  Array.from(
    { length: ACCOUNTS * INDICATORS },
    (_, cell) => 'X8642'[(cell * 7 + seed * 3 + (cell >> 4)) % 5],
  ).join('')

/** Fills a new data folder through the services that the app uses. */
export function fillLargeDepartment(kernel: Kernel): LargeDepartment {
  const commandId = newCommand
  const { accountIds } = addAccounts(kernel, {
    commandId: commandId(),
    accounts: Array.from({ length: ACCOUNTS }, (_, at) => ({
      code: `K${String(at + 1).padStart(5, '0')}`,
      name: accountName(at),
    })),
  })
  const { sheetId } = addSheet(kernel, {
    commandId: commandId(),
    name: '十二项考评表',
    from: { kind: 'template', template: 'blank', language: 'zh' },
  })
  const { added: indicatorIds } = changeSheet(kernel, {
    commandId: commandId(),
    sheetId,
    cells: [],
    add: Array.from({ length: INDICATORS }, (_, at) => ({
      after: null,
      indicator: { code: `C${at + 1}`, name: `科目${at + 1}`, weight: at < 4 ? 834 : 833 },
    })),
    remove: [],
    move: [],
  })
  const { roundId } = addRound(kernel, { commandId: commandId(), name: '万户评级', sheetId })
  markCells(kernel, {
    commandId: commandId(),
    roundId,
    accountIds,
    indicatorIds,
    expected: '-'.repeat(ACCOUNTS * INDICATORS),
    marks: fullStrip(0),
    gesture: 'import',
  })
  return { accountIds, sheetId, indicatorIds, roundId }
}

/** A new command's id. */
export const newCommand = (): CommandId => CommandId.parse(uuidv7())

/** A folder that is gone when `work` ends. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'yushui-bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
