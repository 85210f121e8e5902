import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { PersonRow } from '../../../../db/accounts/people/contract.ts'
import type { Attitude, DecisionRole } from '../../../../db/accounts/people/rules/fields.ts'
import { api, engine } from '../../../client/engine.ts'
import { queryClient } from '../../../client/queryClient.ts'
import { useCommand } from '../../../client/useCommand.ts'
import type { CellEdit } from '../../../grid/types.ts'
import { applyPersonEdits, personEdits } from './personEdits.ts'

/** What the list of people is narrowed to. */
export interface PeopleFilter {
  readonly attitude?: Attitude
  readonly decisionRole?: DecisionRole
  readonly accountId?: string
}

/** All people that fit, in chunks, and what can be done to them. */
export function usePeople(filter: PeopleFilter) {
  const options = api.people.list.infiniteOptions({
    input: (after: PersonRow['id'] | undefined) => ({ ...filter, ...(after === undefined ? {} : { after }) }),
    initialPageParam: undefined,
    getNextPageParam: (last) => (last.more ? last.rows.at(-1)?.id : undefined),
    placeholderData: (before) => before,
  })
  const query = useInfiniteQuery(options)
  const edit = useCommand(engine.people.edit)
  const remove = useCommand(engine.people.remove)
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.rows) ?? [], [query.data])
  const { queryKey } = options
  const { run } = edit
  const editCells = useCallback(
    /** answers whether they were taken */
    async (cells: readonly CellEdit<PersonRow>[], toast: boolean): Promise<boolean> => {
      const fields = personEdits(cells)
      if (fields.length === 0) return true
      queryClient.setQueryData(
        queryKey,
        (held) =>
          held && {
            ...held,
            pages: held.pages.map((page) => ({ ...page, rows: applyPersonEdits(page.rows, fields) })),
          },
      )
      const outcome = await run({ fields }, { toast: toast && cells.length > 1 })
      if (!outcome.ok) await queryClient.invalidateQueries({ queryKey })
      return outcome.ok
    },
    [queryKey, run],
  )
  return {
    ...query,
    rows,
    count: query.data?.pages[0]?.count ?? 0,
    editCells,
    remove: remove.run,
    busy: remove.pending,
  }
}
