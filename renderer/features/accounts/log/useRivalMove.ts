import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Entry } from '../../../../db/accounts/log/contract.ts'
import { api, engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'

/** Stands for a field of the account: words that tell what a competitor did become a move of its analysis. */
export const RIVAL_MOVE = 'rivalMove'

/** Notes what a competitor did, as an entry tells it; a competitor who is named for the first time is added. */
export function useRivalMove({ id: entryId, accountId, happenedOn }: Entry) {
  const [name, setName] = useState('')
  const { data } = useQuery({
    ...api.analysis.get.queryOptions({ input: { accountId: accountId ?? '' } }),
    enabled: accountId !== null,
  })
  const addCompetitor = useCommand(engine.analysis.addCompetitor, { toast: false })
  const addMove = useCommand(engine.analysis.addMove)
  const competitors = data?.competitors ?? []
  const idOf = async (wanted: string): Promise<string | null> => {
    const known = competitors.find((one) => one.name === wanted)
    if (known) return known.id
    const added = await addCompetitor.run({ name: wanted })
    return added.ok ? added.output.competitorId : null
  }
  return {
    name,
    setName,
    names: competitors.map((one) => one.name),
    /** Whether it was noted. */
    save: async (text: string): Promise<boolean> => {
      const wanted = name.trim()
      if (wanted === '' || accountId === null) return false
      const competitorId = await idOf(wanted)
      if (competitorId === null) return false
      return (await addMove.run({ accountId, competitorId, happenedOn, text, entryId })).ok
    },
  }
}
