import { Button, Input, Segmented } from 'antd'
import type { TFunction } from 'i18next'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownTable } from '../../../../db/accounts/analysis/contract.ts'
import type { Cycle, CycleFigure } from '../../../../db/evaluation/cycle/contract.ts'
import { exportShown } from '../../../client/exportShown.ts'
import { useLayouts } from '../../../client/layouts.ts'
import { useMoneyUnit } from '../../../client/settings.ts'
import { DataGrid } from '../../../grid/DataGrid.tsx'
import type { GridColumn } from '../../../grid/types.ts'
import { useGridWords } from '../../../i18n/useGridWords.ts'
import { formatScore } from '../../../ui/format.ts'
import { ExportOutlined } from '../../../ui/icons.tsx'
import { type Crumb, Page, SidePanel } from '../../../ui/Page.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { Apart } from './Apart.tsx'
import styles from './cycle.module.css'
import { cycleColumns } from './cycleColumns.ts'
import { type CycleLine, cycleLines, isShown, SHOWN, type Shown } from './cycleRows.ts'
import { drawnText, findingText, measureText } from './cycleWords.ts'

const LAYOUT_KEY = 'evaluation.cycle'
const rowIdOf = ({ id }: CycleLine): string => id

/** The accounts over the cycle: the finding, the list, and those whose year and cycle disagree apart. */
export function CycleList({
  frame,
  cycle,
  figure,
  busy,
  remarks,
  window,
}: {
  readonly frame: { readonly title: string; readonly crumbs: readonly Crumb[] }
  readonly cycle: Cycle
  readonly figure: CycleFigure | null
  readonly busy: boolean
  readonly remarks: ReactNode
  /** the strip with the window's length and weights */
  readonly window: ReactNode
}) {
  const { t } = useTranslation()
  const money = useMoneyUnit()
  const layout = useLayouts()
  const gridWords = useGridWords()
  const [shown, setShown] = useState<Shown>('all')
  const [filter, setFilter] = useState('')
  const lines = useMemo(() => cycleLines(cycle), [cycle])
  const rows = useMemo(() => lines.filter((line) => isShown(line, shown)), [lines, shown])
  const columns = useMemo(() => cycleColumns(cycle, figure, money, t), [cycle, figure, money, t])
  const emptyState = useMemo(() => <EmptyState line={t('cycle.empty')} />, [t])
  const finding = findingText(lines, t)
  return (
    <Page
      fixed
      {...frame}
      remarks={remarks}
      busy={busy}
      below={window}
      actions={
        <Button
          icon={<ExportOutlined />}
          onClick={() => void exportShown(tableOf(columns, rows, frame.title, finding), 'csv', t)}
        >
          {t('cycle.export')}
        </Button>
      }
      panel={
        <SidePanel width={300} title={t('cycle.apart.strong')}>
          {(['strong', 'rising'] as const).map((verdict) => (
            <Apart
              key={verdict}
              verdict={verdict}
              lines={lines}
              figure={figure}
              onAll={() => setShown(verdict)}
            />
          ))}
          <p className={styles.rule}>{rulerText(cycle, figure, t)}</p>
          <p className={styles.rule}>{t('cycle.enough')}</p>
          {lines.some(({ season }) => season !== null) && (
            <p className={styles.rule}>{t('cycle.seasonal')}</p>
          )}
        </SidePanel>
      }
    >
      <header className={styles.finding}>
        <h2>{finding}</h2>
        <p>{drawnText(cycle, measureText(figure, money, t), t)}</p>
      </header>
      <div className={styles.listHead}>
        <Segmented<Shown>
          value={shown}
          onChange={setShown}
          options={SHOWN.map((value) => ({
            value,
            label: t(`cycle.show.${value}`, { count: lines.filter((line) => isShown(line, value)).length }),
          }))}
        />
        <Input.Search
          className={styles.filter ?? ''}
          allowClear
          placeholder={t('cycle.filter')}
          aria-label={t('cycle.filter')}
          onChange={(event) => setFilter(event.target.value)}
        />
      </div>
      {layout.ready && (
        <DataGrid<CycleLine>
          rows={rows}
          columns={columns}
          rowId={rowIdOf}
          rowNumbers={false}
          layoutKey={LAYOUT_KEY}
          layoutStore={layout.store}
          quickFilter={filter}
          emptyState={emptyState}
          {...gridWords}
        />
      )}
    </Page>
  )
}

function rulerText({ borders }: Cycle, figure: CycleFigure | null, t: TFunction): string {
  if (figure !== null || borders === null) return t('cycle.ruler.figure')
  return t('cycle.ruler.score', {
    key: formatScore(borders.key),
    main: formatScore(borders.main),
    ordinary: formatScore(borders.ordinary),
  })
}

/** The list as it stands, for a file. */
const tableOf = (
  columns: readonly GridColumn<CycleLine>[],
  rows: readonly CycleLine[],
  title: string,
  finding: string,
): ShownTable => ({
  title,
  finding,
  columns: columns.map(({ title: header, kind }) => ({
    header,
    kind: kind === 'number' ? ('number' as const) : ('text' as const),
    width: kind === 'number' ? 12 : 22,
  })),
  rows: rows.map((row) =>
    columns.map(({ read, scale }) => {
      const value = read(row)
      return typeof value === 'number' ? value / (scale ?? 1) : value
    }),
  ),
})
