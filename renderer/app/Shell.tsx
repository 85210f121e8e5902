import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet, useNavigate } from 'react-router'
import { useSettings } from '../client/settings.ts'
import { useConnection } from '../client/useConnection.ts'
import { QuickEntry } from '../features/accounts/log/QuickEntry.tsx'
import { openQuickEntry } from '../features/accounts/log/quickEntryStore.ts'
import { NewRequest } from '../features/channel/requests/NewRequest.tsx'
import { askRequest } from '../features/channel/requests/newRequestStore.ts'
import { NewCase } from '../features/recovery/NewCase.tsx'
import { NewVisit } from '../features/visits/NewVisit.tsx'
import { type FrameActions, FrameActionsContext, type FrameSlots, FrameSlotsContext } from '../ui/slots.tsx'
import { onAppKeys } from './keys.ts'
import { Notices } from './Notices.tsx'
import { Palette } from './Palette.tsx'
import { paletteStore } from './paletteStore.ts'
import { fetchLikely } from './places.ts'
import { Rail } from './Rail.tsx'
import { watchPlaces } from './recentPlaces.ts'
import { StatusBar } from './StatusBar.tsx'
import styles from './shell.module.css'
import { TitleBar } from './TitleBar.tsx'
import { useZone } from './useZone.ts'

const ACTIONS: FrameActions = { log: openQuickEntry, request: () => askRequest(null) }

/** The window: title bar, rail, one bright page sheet, status bar; the palette over all of it. */
export function Shell() {
  const [crumbs, setCrumbs] = useState<HTMLElement | null>(null)
  const [statusItems, setStatusItems] = useState<HTMLElement | null>(null)
  const [statusKeys, setStatusKeys] = useState<HTMLElement | null>(null)
  const slots: FrameSlots = { crumbs, statusItems, statusKeys }
  const navigate = useNavigate()
  useEffect(
    () =>
      onAppKeys({
        go: (to) => void navigate(to),
        step: (by) => void navigate(by),
        palette: () => paletteStore.set(true),
        ...ACTIONS,
      }),
    [navigate],
  )
  useEffect(() => (crumbs ? watchPlaces(crumbs) : undefined), [crumbs])
  const { me } = useSettings()
  useEffect(() => fetchLikely(me), [me])
  useZone()
  return (
    <div className={styles.shell}>
      <TitleBar crumbsRef={setCrumbs} />
      <Rail />
      <main className={styles.sheet}>
        <ReconnectingBanner />
        <FrameSlotsContext value={slots}>
          <FrameActionsContext value={ACTIONS}>
            <div className={styles.screen}>
              <Outlet />
            </div>
          </FrameActionsContext>
        </FrameSlotsContext>
      </main>
      <StatusBar itemsRef={setStatusItems} keysRef={setStatusKeys} />
      <Palette />
      <QuickEntry />
      <NewRequest />
      <NewVisit />
      <NewCase />
      <Notices />
    </div>
  )
}

function ReconnectingBanner() {
  const { state } = useConnection()
  const { t } = useTranslation()
  if (state !== 'reconnecting') return null
  return (
    <div className={styles.banner} role="status">
      {t('app.status.reconnecting')}
    </div>
  )
}
