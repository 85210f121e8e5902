import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'react-router'
import { api } from '../../../client/engine.ts'
import { type Draft, EMPTY_DRAFT } from './draft.ts'

const UUID = /^\/(accounts|people|log)\/([0-9a-f-]{36})/

/** An empty draft for where the window is: an account's page, or a person's; undefined until it is known. */
export function useEmptyDraft(): Draft | undefined {
  const { pathname } = useLocation()
  const [, room, id = ''] = UUID.exec(pathname) ?? []
  const person = useQuery(
    api.people.named.queryOptions({ input: { personIds: [id] }, enabled: room === 'people' }),
  )
  const entry = useQuery(
    api.log.get.queryOptions({ input: { entryId: id }, enabled: room === 'log', retry: false }),
  )
  if (room === 'accounts') return { ...EMPTY_DRAFT, accountId: id }
  if (room === 'log')
    return entry.isPending ? undefined : { ...EMPTY_DRAFT, accountId: entry.data?.accountId ?? null }
  if (room !== 'people') return EMPTY_DRAFT
  if (person.isPending) return undefined
  const [found] = person.data ?? []
  return found ? { ...EMPTY_DRAFT, accountId: found.accountId, people: [found.id] } : EMPTY_DRAFT
}
