import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestLine } from '../../../../db/channel/requests/contract.ts'
import { after, type RequestEventKind } from '../../../../db/channel/requests/rules/states.ts'
import type { DataGridHandle } from '../../../grid/DataGrid.tsx'
import { showToast } from '../../../ui/toast.ts'
import { useBareKeys } from '../../../ui/useBareKey.ts'
import { askRequest } from './newRequestStore.ts'
import { useStepping } from './useStepping.ts'

/** Letters that let something happen to the selected requests. */
const KEYS: Readonly<Record<string, RequestEventKind>> = {
  r: 'respond',
  u: 'update',
  w: 'waitCustomer',
  g: 'resume',
  s: 'solve',
}

/**
 * Keys of the page of requests: in its list for what is selected, beside it for the request that is open. The answered
 * function is the list's; it tells whether a key did something.
 */
export function useRequestKeys(
  grid: RefObject<DataGridHandle<RequestLine> | null>,
  opened: RequestLine | undefined,
): (key: string) => boolean {
  const { t } = useTranslation()
  const stepping = useStepping()
  const act = (key: string, rows: readonly RequestLine[]): boolean => {
    if (key === 'n') {
      askRequest(null)
      return true
    }
    const [first] = rows
    if (first === undefined) return false
    if (key === 'a') return grid.current?.focusCell(first.id, 'ownerId') ?? false
    const event = KEYS[key]
    if (event === undefined) return false
    const able = rows.filter(({ state }) => after(state, event) !== undefined)
    if (able.length > 0)
      void stepping.step(
        able.map(({ id }) => id),
        event,
      )
    else
      showToast({
        kind: 'hint',
        text: t('requests.cantMove', {
          from: t(`requests.state.${first.state}`),
          to: t(`requests.event.${event}`),
        }),
      })
    return true
  }
  useBareKeys((key) => act(key, opened ? [opened] : []))
  return (key) => act(key, grid.current?.selectedRows() ?? [])
}
