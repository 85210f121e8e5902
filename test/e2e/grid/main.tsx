import '../../../renderer/ui/tokens.css'
import '../../../renderer/ui/base.css'
import './page.css'
import { StrictMode, useMemo, useRef, useState } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { ColumnChooser } from '../../../renderer/grid/ColumnChooser.tsx'
import { DataGrid, type DataGridHandle } from '../../../renderer/grid/DataGrid.tsx'
import type { CellEdit, EditKind, EditReport, SelectionSummary } from '../../../renderer/grid/types.ts'
import { grid as en } from '../../../renderer/i18n/en/grid.ts'
import { grid as zh } from '../../../renderer/i18n/zh/grid.ts'
import { type Account, accounts, columns, inWan, lateColumn, write } from './rows.ts'

export interface Probe {
  batches: { kind: EditKind; count: number; report: EditReport; first: unknown; ms: number }[]
  summary: SelectionSummary | null
  appKeys: string[]
  handle: DataGridHandle<Account> | null
  /** Begins anew, as the page does when it is opened with this query, without loading it again. */
  open(query: string): void
}

declare global {
  interface Window {
    probe: Probe
  }
}

const probe: Probe = { batches: [], summary: null, appKeys: [], handle: null, open }
window.probe = probe

// as an app does: undo and redo are left to text fields
window.addEventListener('keydown', (event) => {
  const inField = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
  const key = event.key.toLowerCase()
  if (event.ctrlKey && ['z', 'y', 'k'].includes(key) && !inField) {
    event.preventDefault()
    probe.appKeys.push(key)
  }
})

const layoutStore = {
  load: (key: string) => sessionStorage.getItem(key),
  save: (key: string, json: string) => sessionStorage.setItem(key, json),
}

interface Asked {
  readonly rows: readonly Account[]
  readonly locale: 'en' | 'zh'
  readonly markKeys: 'literal' | 'quick'
}

const Page = ({ rows, locale, markKeys }: Asked) => {
  const handle = useRef<DataGridHandle<Account> | null>(null)
  const [quickFilter, setQuickFilter] = useState('')
  const [ready, setReady] = useState<DataGridHandle<Account> | null>(null)
  const [wan, setWan] = useState(false)
  const [late, setLate] = useState(false)
  const shown = useMemo(() => {
    const all = late ? [...columns, lateColumn] : columns
    return wan ? all.map(inWan) : all
  }, [wan, late])
  const words = locale === 'zh' ? zh : en
  const applied = (edits: readonly CellEdit<Account>[], kind: EditKind, report: EditReport): void => {
    const started = performance.now()
    for (const { row, columnId, after } of edits) write(row, columnId, after)
    handle.current?.refreshCells()
    const [first] = edits
    const shown = first === undefined ? null : [first.rowId, first.columnId, first.before, first.after]
    probe.batches.push({ kind, count: edits.length, report, first: shown, ms: performance.now() - started })
  }
  return (
    <main>
      <header>
        <input
          aria-label="search"
          value={quickFilter}
          onChange={(event) => setQuickFilter(event.target.value)}
        />
        <button type="button" onClick={() => setWan(true)}>
          unit
        </button>
        <button type="button" onClick={() => setLate(true)}>
          late
        </button>
        <ColumnChooser api={ready?.api ?? null} words={words} />
      </header>
      <section>
        <DataGrid
          ref={handle}
          rows={rows}
          columns={shown}
          rowId={(row) => row.id}
          onEdits={applied}
          onSelection={(summary) => {
            probe.summary = summary
          }}
          onReady={(made) => {
            probe.handle = made
            setReady(made)
          }}
          layoutKey="grid-test"
          layoutStore={layoutStore}
          quickFilter={quickFilter}
          locale={locale}
          words={words}
          markKeys={markKeys}
          emptyState={<p>没有客户</p>}
        />
      </section>
    </main>
  )
}

let root: Root | null = null

function open(query: string): void {
  const asked = new URLSearchParams(query)
  document.documentElement.dataset.theme = asked.get('theme') ?? 'light'
  if (root !== null) {
    root.unmount()
    // now, not before: a grid that goes saves how it lies
    sessionStorage.clear()
  }
  Object.assign(probe, { batches: [], summary: null, appKeys: [], handle: null })
  const into = document.getElementById('root')
  if (into === null) return
  root = createRoot(into)
  root.render(
    <StrictMode>
      <Page
        rows={accounts(Number(asked.get('rows') ?? 10_000))}
        locale={asked.get('locale') === 'en' ? 'en' : 'zh'}
        markKeys={asked.get('marks') === 'literal' ? 'literal' : 'quick'}
      />
    </StrictMode>,
  )
}

open(location.search)
