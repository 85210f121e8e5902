import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Dropdown, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useOutletContext } from 'react-router'
import type { MapPlace, RelationshipMap } from '../../../../db/accounts/map/contract.ts'
import type { LineKind } from '../../../../db/accounts/map/rules/drawing.ts'
import { layOut } from '../../../../db/accounts/map/rules/layout.ts'
import type { Point } from '../../../../db/accounts/map/rules/places.ts'
import { api } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { ExportOutlined } from '../../../ui/icons.tsx'
import { SidePanel } from '../../../ui/Page.tsx'
import { KeyHints } from '../../../ui/slots.tsx'
import { EmptyState, ErrorNote, LoadingBar } from '../../../ui/states.tsx'
import type { AccountData } from '../page/AccountPage.tsx'
import { canConnect, KindMenu } from './KindMenu.tsx'
import { LineEditor } from './LineEditor.tsx'
import { type Connecting, MapCanvas, type Selection } from './MapCanvas.tsx'
import { HolesSection, LegendSection, LINE_KINDS, LineSample } from './MapPanel.tsx'
import { MapTable } from './MapTable.tsx'
import styles from './map.module.css'
import { NodeEditor } from './NodeEditor.tsx'
import { type MapCommands, useMapCommands } from './useMapCommands.ts'
import { type MapView, useMapView } from './useMapView.ts'

/** The relationship map 关系图 of an account, as a drawing or as a table. */
export function MapTab() {
  const { t } = useTranslation()
  const { account } = useOutletContext<AccountData>()
  const { data, error } = useQuery(api.map.get.queryOptions({ input: { accountId: account.id } }))
  if (error) return <ErrorNote problem={toProblem(error)} />
  if (!data) return <LoadingBar busy />
  if (data.people.length === 0)
    return (
      <EmptyState
        line={t('map.empty')}
        action={
          <Link to={`/accounts/${account.id}`}>
            <Button type="primary" tabIndex={-1}>
              {t('map.emptyButton')}
            </Button>
          </Link>
        }
      />
    )
  return <LoadedMap accountId={account.id} map={data} />
}

function LoadedMap({ accountId, map }: { readonly accountId: string; readonly map: RelationshipMap }) {
  const { t } = useTranslation()
  const places = useMemo(() => layOut(map), [map])
  const view = useMapView(places)
  const commands = useMapCommands(accountId, map)
  const [as, setAs] = useState<'drawing' | 'table'>('drawing')
  const [shown, setShown] = useState<ReadonlySet<LineKind>>(new Set(LINE_KINDS))
  const [selection, setSelection] = useState<Selection>(null)
  const [connecting, setConnecting] = useState<Connecting | null>(null)
  const jump = (id: string): void => {
    setSelection({ sort: 'node', id })
    const place = places.get(id)
    if (place) view.centre(place)
  }
  const removeLine = (key: string): void => {
    setSelection(null)
    void commands.remove([key])
  }
  return (
    <div className={styles.tab}>
      <div className={styles.main}>
        <div className={styles.toolbar}>
          <Segmented<'drawing' | 'table'>
            aria-label={t('map.view')}
            value={as}
            onChange={setAs}
            options={(['drawing', 'table'] as const).map((value) => ({ value, label: t(`map.${value}`) }))}
          />
          <LineFilter shown={shown} onChange={setShown} hidden={as === 'table'} />
          {as === 'drawing' && <ViewButtons view={view} map={map} commands={commands} />}
          <ExportButton commands={commands} />
        </div>
        {as === 'drawing' ? (
          <MapCanvas
            map={map}
            places={places}
            shown={shown}
            view={view}
            selection={selection}
            onSelect={setSelection}
            onPlace={(id, place) => void commands.place(allPlaced(map, places, id, place))}
            onConnect={(line) => canConnect(map, line.fromId, line.toId) && setConnecting(line)}
            onRemoveLine={removeLine}
          />
        ) : (
          <MapTable map={map} commands={commands} />
        )}
      </div>
      {as === 'drawing' && (
        <SidePanel title={t('map.panel')} width={300}>
          {selection?.sort === 'line' && (
            <LineEditor
              map={map}
              lineKey={selection.key}
              commands={commands}
              onRemove={() => removeLine(selection.key)}
            />
          )}
          {selection?.sort === 'node' && (
            <NodeEditor
              key={selection.id}
              map={map}
              nodeId={selection.id}
              commands={commands}
              onDrawn={(key) => setSelection({ sort: 'line', key })}
            />
          )}
          <HolesSection map={map} onJump={jump} />
          <LegendSection />
        </SidePanel>
      )}
      {connecting && (
        <KindMenu
          map={map}
          connecting={connecting}
          commands={commands}
          close={(key) => {
            setConnecting(null)
            if (key !== null) setSelection({ sort: 'line', key })
          }}
        />
      )}
      <KeyHints
        hints={[
          { keys: '←↑↓→', text: t('map.hintMove') },
          { keys: 'Ctrl Z', text: t('map.hintUndo') },
        ]}
      />
    </div>
  )
}

/** With the first drag everybody is kept where they stand: the others shall not jump when a line is drawn later. */
function allPlaced(
  map: RelationshipMap,
  places: ReadonlyMap<string, Point>,
  id: string,
  place: Point,
): readonly MapPlace[] {
  const kept = new Set<string>(map.places.map(({ nodeId }) => nodeId))
  const others = [...places].filter(([nodeId]) => nodeId !== id && !kept.has(nodeId))
  return [{ nodeId: id, ...place }, ...others.map(([nodeId, { x, y }]) => ({ nodeId, x, y }))]
}

function LineFilter({
  shown,
  onChange,
  hidden,
}: {
  readonly shown: ReadonlySet<LineKind>
  readonly onChange: (shown: ReadonlySet<LineKind>) => void
  readonly hidden: boolean
}) {
  const { t } = useTranslation()
  const toggle = (kind: LineKind): void => {
    const next = new Set(shown)
    if (!next.delete(kind)) next.add(kind)
    onChange(next)
  }
  return (
    <fieldset className={styles.filters} aria-label={t('map.show')}>
      {!hidden &&
        LINE_KINDS.map((kind) => (
          <Checkbox key={kind} checked={shown.has(kind)} onChange={() => toggle(kind)}>
            <span className={styles.filterWord}>
              <LineSample kind={kind} />
              {kind === 'wanted' ? t('map.wanted') : t(`map.line.${kind}`)}
            </span>
          </Checkbox>
        ))}
    </fieldset>
  )
}

function ViewButtons({
  view,
  map,
  commands,
}: {
  readonly view: MapView
  readonly map: RelationshipMap
  readonly commands: MapCommands
}) {
  const { t } = useTranslation()
  return (
    <div className={styles.buttons}>
      <Button aria-label={t('map.zoomOut')} title={t('map.zoomOut')} onClick={() => view.zoomAt(1 / 1.25)}>
        −
      </Button>
      <Button aria-label={t('map.zoomIn')} title={t('map.zoomIn')} onClick={() => view.zoomAt(1.25)}>
        +
      </Button>
      <Button onClick={view.fit}>{t('map.fit')}</Button>
      <Button
        title={t('map.arrangeHint')}
        disabled={map.places.length === 0}
        onClick={() => {
          view.fit()
          void commands.reset()
        }}
      >
        {t('map.arrange')}
      </Button>
    </div>
  )
}

function ExportButton({ commands }: { readonly commands: MapCommands }) {
  const { t } = useTranslation()
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'png', label: t('map.exportPng'), onClick: () => void commands.savePicture() },
          { key: 'pdf', label: t('map.exportPdf'), onClick: () => void commands.savePdf() },
          { key: 'csv', label: t('map.exportCsv'), onClick: () => void commands.saveTable() },
        ],
      }}
    >
      <Button icon={<ExportOutlined />}>{t('accounts.export')}</Button>
    </Dropdown>
  )
}
