import { csvText } from '../../../accounts/analysis/rules/csv.ts'
import { dayOf } from '../../../accounts/rules/days.ts'
import { TIERS } from '../../../evaluation/rules/tiers.ts'
import { readFile } from '../../../exchange/read/file.ts'
import { writeWorkbook, xlsxFile } from '../../../exchange/write/workbook.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { TIER_WORDS } from '../../../terms/grading.ts'
import type { Language } from '../../../terms/language.ts'
import { TERM_GROUP_WORDS, termText } from '../../../terms/policies.ts'
import { POLICY_FILE_WORDS } from '../../../terms/policyFile.ts'
import { fillIn } from '../../../terms/ranking.ts'
import type { PolicyDraft } from '../contract.ts'
import { fileValue, GRACE_KEY, readMatrix } from '../rules/matrix.ts'
import { TERMS } from '../rules/termList.ts'
import { type PoliciesOn, policiesOn } from './termsOf.ts'

interface ExportInput {
  readonly day?: string | undefined
  readonly format: 'xlsx' | 'csv'
  readonly language: Language
}

/** The policies of a day as a matrix that {@link readPolicies} reads back. */
export async function exportPolicies(kernel: Kernel, { day, format, language }: ExportInput): Promise<File> {
  const words = POLICY_FILE_WORDS[language]
  const on = day ?? dayOf(kernel.now())
  const title = fillIn(words.title, { day: on })
  const heads = [
    ...[words.key, words.group, words.term, words.unit],
    ...TIERS.map((tier) => TIER_WORDS[language][tier]),
  ]
  const rows = matrixRows(policiesOn(kernel.db, on), language)
  if (format === 'csv')
    return new File([csvText([heads, ...rows])], `${title}.csv`, { type: 'text/csv;charset=utf-8' })
  const widths = [26, 14, 26, 12, 22, 22, 22, 22]
  const bytes = await writeWorkbook([
    {
      name: words.sheet,
      title,
      frozenColumns: 4,
      columns: heads.map((header, at) => ({ header, width: widths[at] ?? 20, kind: 'text' })),
      rows,
    },
  ])
  return xlsxFile(bytes, `${title}.xlsx`)
}

function matrixRows(policies: PoliciesOn, language: Language): (string | number)[][] {
  const words = POLICY_FILE_WORDS[language]
  const graceUnit = { key: GRACE_KEY, unit: words.units.days, term: words.graceDays }
  return [
    ...TERMS.map((term) => [
      ...[
        term.key,
        TERM_GROUP_WORDS[language][term.group],
        termText(term.key, language),
        words.units[term.kind],
      ],
      ...TIERS.map((tier) => fileValue(term, term.read(policies[tier].terms), language)),
    ]),
    [
      ...[graceUnit.key, words.graceDays, graceUnit.term, graceUnit.unit],
      ...TIERS.map((tier) => policies[tier].graceDays),
    ],
  ]
}

/**
 * Reads a matrix as drafts of all four tiers; what has gaps or overlaps is refused with every line that doesn't hold.
 * @throws Refusal FILE_UNREADABLE, POLICY_FILE_FAULTY
 */
export async function readPolicies({ file }: { readonly file: File }): Promise<{ drafts: PolicyDraft[] }> {
  const { tables, fileName } = await readFile(file)
  const read = tables.map(readMatrix)
  // the worksheet that comes nearest to being a matrix
  const [best] = read.toSorted((a, b) => Number(isNone(a)) - Number(isNone(b)))
  if (!best || best.faults.length > 0)
    throw new Refusal('POLICY_FILE_FAULTY', {
      file: fileName,
      faults: best?.faults.slice(0, MOST_FAULTS) ?? [],
    })
  return { drafts: best.columns.map((column) => ({ ...column })) }
}

const isNone = ({ faults }: ReturnType<typeof readMatrix>): boolean =>
  faults.some(({ code }) => code === 'noMatrix')

/** So many are told: who mends them reads the file again. */
const MOST_FAULTS = 200
