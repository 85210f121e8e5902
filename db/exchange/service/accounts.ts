import type { Figure } from '../../accounts/contract.ts'
import { storedScale } from '../../accounts/rules/figures.ts'
import { listAccounts } from '../../accounts/service/read.ts'
import type { EngineContext } from '../../context.ts'
import { TIER_WORDS } from '../../terms/grading.ts'
import { ACCOUNT_HEADERS, CYCLE_WORDS, KIND_WORDS, UNIT_WORDS } from '../../terms/headers.ts'
import type { Language } from '../../terms/language.ts'
import { type ColumnPlan, writeWorkbook, xlsxFile } from '../write/workbook.ts'
import { membersOf } from './importPlan.ts'

const TITLE = { zh: '客户台账', en: 'Accounts' } as const

/** All accounts with their figures, as a workbook that importing reads back. */
export async function exportAccounts(
  { kernel }: EngineContext,
  { language }: { readonly language: Language },
): Promise<File> {
  const words = ACCOUNT_HEADERS[language]
  const { figures, rows } = listAccounts(kernel)
  const owners = new Map<string, string>(membersOf(kernel).map(({ id, name }) => [id, name]))
  const text = (header: string, width: number): ColumnPlan => ({ header, width, kind: 'text' })
  const bytes = await writeWorkbook([
    {
      name: TITLE[language],
      title: TITLE[language],
      frozenColumns: 2,
      columns: [
        text(words.code, 12),
        text(words.name, 26),
        text(words.owner, 10),
        text(words.kind, 10),
        text(words.cycle, 10),
        text(words.industry, 12),
        text(words.region, 12),
        text(words.phone, 16),
        ...figures.map((figure) => figureColumn(figure, language)),
        text(words.tier, 16),
        { header: words.score, width: 8, kind: 'score' },
        { header: words.note, width: 30, kind: 'wrappedText' },
      ],
      rows: rows.map((row) => [
        row.code,
        row.name,
        row.ownerId === null ? '' : (owners.get(row.ownerId) ?? ''),
        row.kind === null ? '' : KIND_WORDS[language][row.kind],
        row.cycle === null ? '' : CYCLE_WORDS[language][row.cycle],
        row.industry,
        row.region,
        row.phone,
        ...row.figures.map((value, at) => {
          const figure = figures[at]
          return value === null || !figure ? null : value / storedScale(figure.unit)
        }),
        row.tier === null ? '' : TIER_WORDS[language][row.tier],
        row.score === null ? null : row.score / 10,
        row.note,
      ]),
    },
  ])
  return xlsxFile(bytes, `${TITLE[language]}.xlsx`)
}

function figureColumn({ name, unit }: Figure, language: Language): ColumnPlan {
  const counted = UNIT_WORDS[language][unit]
  return {
    header: counted === '' ? name : `${name}(${counted})`,
    width: 14,
    kind: unit === 'money' ? 'money' : 'decimal',
  }
}
