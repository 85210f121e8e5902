import { useTranslation } from 'react-i18next'
import type { MapPlace, MapRelation, RelationshipMap } from '../../../../db/accounts/map/contract.ts'
import { coverageKey } from '../../../../db/accounts/map/rules/lines.ts'
import { download } from '../../../client/download.ts'
import { api, engine } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { queryClient } from '../../../client/queryClient.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { showProblem, showToast } from '../../../ui/toast.ts'
import { mapPicture } from './mapPicture.ts'

/** How well one of ours knows one of theirs. */
export interface Cover {
  readonly depth: number
  readonly wanted: number | null
}

/** What a line says apart from who it joins. */
export type LineChange = Partial<Omit<MapRelation, 'id'>>

/** What can be done to an account's map: each undone with Ctrl+Z. */
export function useMapCommands(accountId: string, map: RelationshipMap) {
  const { t } = useTranslation()
  const addRelation = useCommand(engine.map.addRelation)
  const changeRelation = useCommand(engine.map.changeRelation, { toast: false })
  const removeRelations = useCommand(engine.map.removeRelations)
  const setCoverage = useCommand(engine.map.setCoverage, { toast: false })
  const place = useCommand(engine.map.place, { toast: false })
  const reset = useCommand(engine.map.resetPlaces)
  const key = api.map.get.queryKey({ input: { accountId } })

  const cover = async (memberId: string, personId: string, after: Cover | null): Promise<boolean> => {
    const found = map.coverage.find((one) => one.memberId === memberId && one.personId === personId)
    const before = found ? { depth: found.depth, wanted: found.wanted } : null
    return (await setCoverage.run({ memberId, personId, before, after }, { toast: after === null })).ok
  }
  const save = async (make: () => Promise<File>): Promise<void> => {
    try {
      const file = await make()
      download(file)
      showToast({ kind: 'done', text: t('map.exported', { file: file.name }) })
    } catch (error) {
      showProblem(toProblem(error))
    }
  }

  return {
    cover,

    /** Draws a line; answers with its key, null where it was refused. */
    async draw(fromId: string, toId: string, kind: MapRelation['kind']): Promise<string | null> {
      const outcome = await addRelation.run({ accountId, fromId, toId, kind })
      return outcome.ok ? outcome.output.relationId : null
    },

    async change(line: MapRelation, change: LineChange): Promise<boolean> {
      const { id: relationId, ...before } = line
      return (await changeRelation.run({ relationId, before, after: { ...before, ...change } })).ok
    },

    /** Removes lines by their keys, of either sort. */
    async remove(keys: readonly string[]): Promise<void> {
      const relationIds = map.relations.flatMap(({ id }) => (keys.includes(id) ? [id] : []))
      if (relationIds.length > 0) await removeRelations.run({ relationIds })
      for (const { memberId, personId } of map.coverage)
        if (keys.includes(coverageKey(memberId, personId))) await cover(memberId, personId, null)
    },

    /** Keeps where people stand, shown at once; put back if refused. */
    async place(places: readonly MapPlace[]): Promise<void> {
      const moved = new Set<string>(places.map(({ nodeId }) => nodeId))
      queryClient.setQueryData(
        key,
        (before) =>
          before && {
            ...before,
            places: [...before.places.filter(({ nodeId }) => !moved.has(nodeId)), ...places],
          },
      )
      const outcome = await place.run({ accountId, places: [...places] })
      if (!outcome.ok) await queryClient.invalidateQueries({ queryKey: key })
    },

    reset: () => reset.run({ accountId }),
    savePicture: () => save(() => mapPicture(map, spokenLanguage())),
    savePdf: () => save(() => engine.map.exportPdf({ accountId, language: spokenLanguage() })),
    saveTable: () => save(() => engine.map.exportTable({ accountId, language: spokenLanguage() })),
  }
}

export type MapCommands = ReturnType<typeof useMapCommands>
