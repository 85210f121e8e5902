import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Workbook } from '@cj-tech-master/excelts'

const FIXTURES = resolve(import.meta.dirname, '../../fixtures/exchange')
const cellsOf = (file: string): string[][] =>
  readFileSync(resolve(FIXTURES, file), 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','))

const SPEND = ['Fresh', 'Milk', 'Grocery', 'Frozen', 'Detergents_Paper', 'Delicassen'] as const

/** Yearly spend of the 440 customers, in the order of {@link SPEND}. */
const SPENDS: readonly (readonly number[])[] = cellsOf('wholesale-customers.csv')
  .slice(1)
  .map((row) => row.slice(2).map(Number))

/** Names, codes, weights in percent and five standards of the seven indicators; the last one is judged. */
const INDICATORS = cellsOf('wholesale-sheet.csv')
  .slice(1)
  .map(([code = '', name = '', weight = '', ...standards]) => ({ code, name, weight, standards }))

/** The judged indicator. */
export const JUDGED = INDICATORS[6]?.name ?? ''

/** What is pasted into the sheet editor: codes, names, weights and standards; then the figures that bands read. */
export const SHEET_BLOCKS = {
  indicators: INDICATORS.map(({ code, name, weight, standards }) => [code, name, weight, ...standards]),
  figures: SPEND.map((figure) => [figure]),
}

/** Lower bounds of excellent, good, fair and poor, as the standards say them. */
const BOUNDS = INDICATORS.slice(0, 6).map(({ standards }) =>
  standards.slice(0, 4).map((text) => Number.parseFloat(text.replace('>=', ''))),
)
/** Thousandths, so that a total is a whole number of hundredths of a point. */
const WEIGHTS = INDICATORS.map(({ weight }) => Number(weight) * 10)

/**
 * The total of customer `客户 0001` … in tenths, worked out here by A6 and nothing of the program's own: marks times
 * weights, scaled to the weight that is marked, rounded half up.
 */
export function expectedTenths(name: string, judged: number | null): number {
  const spends = SPENDS[Number(name.replace(/\D/g, '')) - 1] ?? []
  const marks = spends.map((spend, at) => {
    const grade = BOUNDS[at]?.findIndex((bound) => spend >= bound) ?? -1
    return [10, 8, 6, 4][grade] ?? 2
  })
  const all = [...marks, judged]
  const sum = all.reduce<number>((total, mark, at) => total + (mark ?? 0) * (WEIGHTS[at] ?? 0), 0)
  const weight = all.reduce<number>((total, mark, at) => total + (mark === null ? 0 : (WEIGHTS[at] ?? 0)), 0)
  return Math.floor((sum * 100) / weight + 0.5)
}

/** The tier of a total by A7's borders. */
export function expectedTier(tenths: number): string {
  const [, tier = ''] = (
    [
      [800, '重要客户'],
      [600, '主要客户'],
      [400, '普通客户'],
    ] as const
  ).find(([border]) => tenths >= border) ?? [0, '小客户']
  return tier
}

/** One row of the result workbook's first worksheet. */
export interface ResultLine {
  readonly name: string
  readonly judged: number | null
  readonly formula: string
  readonly tenths: number
  readonly tier: string
  readonly exception: boolean
}

/** Reads a result workbook as somebody does who got it by mail. */
export async function readResults(bytes: Buffer): Promise<ResultLine[]> {
  const workbook = new Workbook()
  await workbook.xlsx.load(new Uint8Array(bytes))
  const worksheet = workbook.getWorksheet('评级结果')
  if (!worksheet) throw new Error('no worksheet 评级结果')
  const header = worksheet.getRow(1)
  const column = (title: string): number => {
    for (let at = 1; at <= header.cellCount; at += 1) if (header.getCell(at).text === title) return at
    throw new Error(`no column ${title}`)
  }
  const lines: ResultLine[] = []
  for (let at = 2; at <= worksheet.rowCount; at += 1) {
    const cell = (title: string) => worksheet.getRow(at).getCell(column(title))
    const mark = cell(JUDGED).text
    lines.push({
      name: cell('客户名称').text,
      judged: mark === '' ? null : Number(mark),
      formula: cell('总分').formula ?? '',
      tenths: Math.round(Number(cell('总分').result) * 10),
      tier: cell('级别').text,
      exception: !cell('级别').formula,
    })
  }
  return lines
}
