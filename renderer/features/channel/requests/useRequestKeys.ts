import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequestLine } from '../../../../db/channel/requests/contract.ts'
import { after, type RequestEventKind } from '../../../../db/channel/requests/rules/states.ts'
import type { DataGridHandle } from '../../../grid/DataGrid.tsx'
import { showToast } from '../../../ui/toast.ts'
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

/** Keys of the list of requests; the answered function tells whether a key did something. */
export function useRequestKeys(
  grid: RefObject<DataGridHandle<RequestLine> | null>,
): (key: string) => boolean {
  const { t } = useTranslation()
  const stepping = useStepping()
  return (key) => {
    if (key === 'n') {
      askRequest(null)
      return true
    }
    const rows = grid.current?.selectedRows() ?? []
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
}
