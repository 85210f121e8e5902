import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { CustomField } from '../../../../db/accounts/custom/contract.ts'
import type { PersonRow } from '../../../../db/accounts/people/contract.ts'
import type { Attitude, DecisionRole } from '../../../../db/accounts/people/rules/fields.ts'
import { api, engine } from '../../../client/engine.ts'
import { queryClient } from '../../../client/queryClient.ts'
import { useCommand } from '../../../client/useCommand.ts'
import type { CellEdit } from '../../../grid/types.ts'
import { applyPersonEdits, personEdits } from './personEdits.ts'

/** The longest text that the engine searches for. */
const LONGEST_TEXT = 100

/** What the list of people is narrowed to. */
export interface PeopleFilter {
  readonly attitude?: Attitude
  readonly decisionRole?: DecisionRole
  readonly accountId?: string
}

const chunks = (filter: PeopleFilter & { readonly text?: string }) =>
  api.people.list.infiniteOptions({
    input: (after: PersonRow['id'] | undefined) => ({ ...filter, ...(after === undefined ? {} : { after }) }),
    initialPageParam: undefined,
    getNextPageParam: (last) => (last.more ? last.rows.at(-1)?.id : undefined),
    placeholderData: (before) => before,
  })

/**
 * All people that fit, in chunks, and what can be done to them. What is typed filters the rows that are there; where
 * these aren't all, the engine is asked for whom it fits.
 */
export function usePeople(filter: PeopleFilter, typed: string, customFields: readonly CustomField[]) {
  const all = useInfiniteQuery(chunks(filter))
  const text = typed.trim().slice(0, LONGEST_TEXT)
  const searching = all.hasNextPage && text !== ''
  const options = chunks(searching ? { ...filter, text } : filter)
  const query = useInfiniteQuery(options)
  const edit = useCommand(engine.people.edit)
  const remove = useCommand(engine.people.remove)
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.rows) ?? [], [query.data])
  const { queryKey } = options
  const { run } = edit
  const editCells = useCallback(
    /** answers whether they were taken */
    async (cells: readonly CellEdit<PersonRow>[], toast: boolean): Promise<boolean> => {
      const edits = personEdits(cells, customFields)
      if (edits.fields.length + edits.custom.length === 0) return true
      queryClient.setQueryData(
        queryKey,
        (held) =>
          held && {
            ...held,
            pages: held.pages.map((page) => ({ ...page, rows: applyPersonEdits(page.rows, edits) })),
          },
      )
      const outcome = await run(edits, { toast: toast && cells.length > 1 })
      if (!outcome.ok) await queryClient.invalidateQueries({ queryKey })
      return outcome.ok
    },
    [queryKey, run, customFields],
  )
  return {
    ...query,
    rows,
    /** whether the rows are those that the typed text fits */
    searching,
    count: query.data?.pages[0]?.count ?? 0,
    editCells,
    remove: remove.run,
    busy: remove.pending,
  }
}
