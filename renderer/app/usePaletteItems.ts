import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { How } from '../../db/accounts/search/rules/match.ts'
import type { Scope } from '../../db/accounts/search/rules/scopes.ts'
import { api } from '../client/engine.ts'
import { useSettings } from '../client/settings.ts'
import { foundItem } from './foundItems.ts'
import { paletteCommands } from './paletteCommands.ts'
import { namedItem, type PaletteItem } from './paletteItems.ts'
import { recentPlaces } from './recentPlaces.ts'

/** What the palette looks at: everything, one group, or what it can do. */
export type PaletteScope = Scope | 'commands'

/** The palette's lines for some words. */
export interface PaletteLines {
  readonly items: readonly PaletteItem[]
  /** the engine hasn't answered to the newest words yet: the lines are those of earlier ones */
  readonly waiting: boolean
  /** how the best line was found */
  readonly how: How | null
  /** the engine's time; null while it was not asked */
  readonly milliseconds: number | null
  readonly indexing: { readonly done: number; readonly of: number } | null
}

const IN_ALL = 5
const IN_ONE = 40

/** The palette's lines: recent places while nothing is typed, what the engine finds, rounds and sheets, commands. */
export function usePaletteItems(words: string, scope: PaletteScope): PaletteLines {
  const found = useFoundItems(words, scope)
  const evaluation = useEvaluationItems(words, scope === 'all')
  const commands = useCommandItems(words, scope === 'all' || scope === 'commands')
  const recent = useRecentItems(words === '' && scope === 'all')
  const { items: lines } = found
  const items = useMemo(
    () => [...recent, ...lines, ...evaluation, ...commands],
    [recent, lines, evaluation, commands],
  )
  return { ...found, items }
}

function useFoundItems(words: string, scope: PaletteScope): PaletteLines {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const wanted = scope !== 'commands' && words !== ''
  const { data, isPlaceholderData, isPending } = useQuery({
    ...api.search.all.queryOptions({
      input: {
        text: words.slice(0, 100),
        scope: scope === 'commands' ? 'all' : scope,
        limit: scope === 'all' ? IN_ALL : IN_ONE,
      },
    }),
    enabled: wanted,
    placeholderData: keepPreviousData,
  })
  const items = useMemo(
    () => (wanted && data ? data.found.map((one) => foundItem(one, t, (to) => void navigate(to))) : []),
    [data, wanted, t, navigate],
  )
  const answered = wanted && data !== undefined
  return {
    items,
    waiting: wanted && (isPlaceholderData || isPending),
    how: answered ? (data.found[0]?.how ?? null) : null,
    milliseconds: answered ? data.milliseconds : null,
    indexing: answered ? data.indexing : null,
  }
}

function useRecentItems(wanted: boolean): readonly PaletteItem[] {
  const navigate = useNavigate()
  return useMemo(
    () =>
      wanted
        ? recentPlaces().flatMap(({ path, label }) =>
            namedItem({ group: 'recent', id: path, remark: '', run: () => void navigate(path) }, label, ''),
          )
        : [],
    [wanted, navigate],
  )
}

function useEvaluationItems(words: string, wanted: boolean): readonly PaletteItem[] {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const rounds = useQuery({ ...api.rounds.list.queryOptions(), enabled: wanted }).data
  const sheets = useQuery({ ...api.sheets.list.queryOptions(), enabled: wanted }).data
  return useMemo(() => {
    if (!wanted) return []
    return [
      ...(rounds ?? []).flatMap(({ id, name, state }) =>
        namedItem(
          {
            group: 'rounds',
            id,
            remark: t(`ballots.stateNow.${state}`),
            run: () => void navigate(`/evaluation/rounds/${id}`),
          },
          name,
          words,
        ),
      ),
      ...(sheets ?? []).flatMap(({ id, name }) =>
        namedItem(
          { group: 'sheets', id, remark: '', run: () => void navigate(`/evaluation/sheets/${id}`) },
          name,
          words,
        ),
      ),
    ]
  }, [rounds, sheets, wanted, words, t, navigate])
}

function useCommandItems(words: string, wanted: boolean): readonly PaletteItem[] {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const settings = useSettings()
  return useMemo(() => {
    if (!wanted) return []
    return paletteCommands(t, (to) => void navigate(to), settings).flatMap(({ id, label, remark, run }) =>
      namedItem({ group: 'commands', id, remark, run }, label, words),
    )
  }, [wanted, words, t, navigate, settings])
}
