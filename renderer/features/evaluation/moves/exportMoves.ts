import type { TFunction } from 'i18next'
import type { ShownTable } from '../../../../db/accounts/analysis/contract.ts'
import { sankeySvg } from '../../../../db/evaluation/moves/rules/sankeySvg.ts'
import { download } from '../../../client/download.ts'
import { exportShown } from '../../../client/exportShown.ts'
import { toProblem } from '../../../client/problem.ts'
import { pngOf } from '../../../client/svgPicture.ts'
import type { GridColumn } from '../../../grid/types.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { showProblem, showToast } from '../../../ui/toast.ts'
import type { MoveRow } from './moveRows.ts'

/** What a file says of the comparison. */
interface MoveWords {
  readonly finding: string
  readonly drawn: string
  readonly from: string
  readonly to: string
}

const fileName = ({ from, to }: MoveWords, t: TFunction): string => `${t('moves.title')} ${from} ${to}`

/** Hands the listed accounts over as CSV. */
export function exportMoves(
  columns: readonly GridColumn<MoveRow>[],
  rows: readonly MoveRow[],
  words: MoveWords,
  t: TFunction,
): Promise<void> {
  const table: ShownTable = {
    title: fileName(words, t),
    finding: words.finding,
    columns: columns.map(({ title: header, kind }) => ({
      header,
      kind: kind === 'number' ? ('number' as const) : ('text' as const),
      width: kind === 'number' ? 10 : 20,
    })),
    rows: rows.map((row) =>
      columns.map(({ read, scale }) => {
        const value = read(row)
        return typeof value === 'number' ? value / (scale ?? 1) : value
      }),
    ),
  }
  return exportShown(table, 'csv', t)
}

/** Hands the picture over as PNG. */
export async function exportPicture(
  counts: readonly (readonly number[])[],
  words: MoveWords,
  t: TFunction,
): Promise<void> {
  try {
    const file = await pngOf(sankeySvg(counts, words, spokenLanguage()), `${fileName(words, t)}.png`)
    download(file)
    showToast({ kind: 'done', text: t('accounts.exported', { file: file.name }) })
  } catch (error) {
    showProblem(toProblem(error))
  }
}
