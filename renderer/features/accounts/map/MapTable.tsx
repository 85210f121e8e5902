import { Button, Select } from 'antd'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RelationshipMap } from '../../../../db/accounts/map/contract.ts'
import { type TableRow, tableRows } from '../../../../db/accounts/map/rules/table.ts'
import { RELATIONS, type Relation } from '../../../../db/accounts/people/rules/fields.ts'
import { useLayouts } from '../../../client/layouts.ts'
import { DataGrid, type DataGridHandle } from '../../../grid/DataGrid.tsx'
import type { CellEdit } from '../../../grid/types.ts'
import { useGridWords } from '../../../i18n/useGridWords.ts'
import { DeleteOutlined, PlusOutlined } from '../../../ui/icons.tsx'
import { writeAndTell } from '../../../ui/unwritten.ts'
import { canConnect, coverageEnds } from './KindMenu.tsx'
import styles from './map.module.css'
import { mapColumns } from './mapColumns.ts'
import { lineByKey, namesOf } from './mapWords.ts'
import type { MapCommands } from './useMapCommands.ts'

/** The same lines as rows of a grid: kind, depth, wanted depth and note can be typed, rows added and deleted. */
export function MapTable({
  map,
  commands,
}: {
  readonly map: RelationshipMap
  readonly commands: MapCommands
}) {
  const { t } = useTranslation()
  const layout = useLayouts()
  const gridWords = useGridWords()
  const grid = useRef<DataGridHandle<TableRow>>(null)
  const rows = useMemo(() => tableRows(map), [map])
  const columns = useMemo(() => mapColumns(t), [t])
  const nameOf = (rowId: string): string => {
    const row = rows.find(({ key }) => key === rowId)
    return row ? `${row.from} → ${row.to}` : ''
  }
  const remove = async (): Promise<void> => {
    grid.current?.settle()
    await commands.remove(grid.current?.selectedRows().map(({ key }) => key) ?? [])
  }
  return (
    <div className={styles.grid}>
      <RowForm map={map} commands={commands} remove={() => void remove()} />
      {layout.ready && (
        <DataGrid<TableRow>
          ref={grid}
          rows={rows}
          columns={columns}
          rowId={({ key }) => key}
          onEdits={(edits, kind, report) =>
            void writeAndTell(kind, report, nameOf, () => write(map, commands, edits))
          }
          layoutKey="accounts.map"
          layoutStore={layout.store}
          emptyState={<p>{t('map.tableEmpty')}</p>}
          {...gridWords}
        />
      )}
    </div>
  )
}

/** One command for each row that a gesture changed: a row is a line of its own. Answers whether all were taken. */
async function write(
  map: RelationshipMap,
  commands: MapCommands,
  edits: readonly CellEdit<TableRow>[],
): Promise<boolean> {
  let taken = true
  const byRow = new Map<string, Map<string, CellEdit<TableRow>['after']>>()
  for (const { rowId, columnId, after } of edits)
    byRow.set(rowId, (byRow.get(rowId) ?? new Map()).set(columnId, after))
  for (const [key, changes] of byRow) {
    const line = lineByKey(map, key)
    if (line?.sort === 'relation') {
      const kind = RELATIONS.find((one) => one === changes.get('kind'))
      const note = changes.get('note')
      const changed = await commands.change(line.relation, {
        ...(kind === undefined ? {} : { kind }),
        ...(note === undefined ? {} : { note: String(note ?? '').trim() }),
      })
      taken = changed && taken
    } else if (line) {
      const { memberId, personId, depth, wanted } = line.coverage
      const asked = changes.get('wanted')
      const covered = await commands.cover(memberId, personId, {
        depth: changes.has('depth') ? Number(changes.get('depth') ?? 0) : depth,
        wanted: asked === undefined ? wanted : asked === null || asked === '' ? null : Number(asked),
      })
      taken = covered && taken
    }
  }
  return taken
}

function RowForm({
  map,
  commands,
  remove,
}: {
  readonly map: RelationshipMap
  readonly commands: MapCommands
  readonly remove: () => void
}) {
  const { t } = useTranslation()
  const [fromId, setFromId] = useState<string | null>(null)
  const [toId, setToId] = useState<string | null>(null)
  const [kind, setKind] = useState<Relation>('reports')
  const all = [...namesOf(map)].map(([value, label]) => ({ value, label }))
  const ends = fromId !== null && toId !== null ? coverageEnds(map, fromId, toId) : null
  const possible = fromId !== null && toId !== null && canConnect(map, fromId, toId)
  const add = async (): Promise<void> => {
    if (fromId === null || toId === null) return
    const done = ends
      ? await commands.cover(ends.memberId, ends.personId, { depth: 1, wanted: null })
      : (await commands.draw(fromId, toId, kind)) !== null
    if (done) setToId(null)
  }
  return (
    <div className={styles.rowForm}>
      <Select<string>
        className={styles.who ?? ''}
        aria-label={t('map.from')}
        placeholder={t('map.from')}
        value={fromId}
        options={all}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={setFromId}
      />
      <Select<Relation | 'coverage'>
        className={styles.kind ?? ''}
        aria-label={t('map.kind')}
        value={ends ? 'coverage' : kind}
        disabled={ends !== null}
        options={[...RELATIONS, ...(ends ? (['coverage'] as const) : [])].map((value) => ({
          value,
          label: t(`map.line.${value}`),
        }))}
        onChange={(chosen) => chosen !== 'coverage' && setKind(chosen)}
      />
      <Select<string>
        className={styles.who ?? ''}
        aria-label={t('map.to')}
        placeholder={t('map.to')}
        value={toId}
        options={all.filter(({ value }) => fromId === null || canConnect(map, fromId, value))}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={setToId}
      />
      <Button icon={<PlusOutlined />} disabled={!possible} onClick={() => void add()}>
        {t('map.addRow')}
      </Button>
      <Button icon={<DeleteOutlined />} onClick={remove}>
        {t('map.removeRows')}
      </Button>
    </div>
  )
}
