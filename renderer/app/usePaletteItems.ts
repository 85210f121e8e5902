import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { api } from '../client/engine.ts'
import { useSettings } from '../client/settings.ts'
import { formatScore } from '../ui/format.ts'
import { paletteCommands } from './paletteCommands.ts'
import { hitsOf, type PaletteItem, readingOf } from './paletteItems.ts'

/** What the palette looks at: everything, or one group. */
export type PaletteScope = 'all' | 'accounts' | 'commands'

/** The palette's lines for some words, best group first; accounts are looked up by the engine. */
export function usePaletteItems(words: string, scope: PaletteScope): readonly PaletteItem[] {
  const accounts = useAccountItems(words, scope !== 'commands')
  const evaluation = useEvaluationItems(words, scope === 'all')
  const commands = useCommandItems(words, scope !== 'accounts')
  return useMemo(() => [...accounts, ...evaluation, ...commands], [accounts, evaluation, commands])
}

function useAccountItems(words: string, wanted: boolean): readonly PaletteItem[] {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { data } = useQuery({
    ...api.accounts.search.queryOptions({ input: { text: words.slice(0, 100), limit: 8 } }),
    enabled: wanted,
    placeholderData: keepPreviousData,
  })
  return useMemo(() => {
    if (!wanted || !data) return []
    return data.map(({ id, name, code, tier, score, owner }): PaletteItem => {
      const graded = tier !== null && tier !== 'insufficient'
      const standing = graded ? `${t(`app.tier.${tier}`)} ${formatScore(score)}` : code
      const hits = hitsOf(name, words) ?? []
      return {
        group: 'accounts',
        id,
        label: name,
        hits,
        reading: readingOf(name, words, hits),
        remark: [standing, owner].filter(Boolean).join(' · '),
        tier: graded ? tier : null,
        run: () => void navigate(`/accounts/${id}`),
      }
    })
  }, [data, wanted, words, t, navigate])
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
        found(
          'rounds',
          id,
          name,
          words,
          t(`app.palette.${state}`),
          () => void navigate(`/evaluation/rounds/${id}`),
        ),
      ),
      ...(sheets ?? []).flatMap(({ id, name }) =>
        found('sheets', id, name, words, '', () => void navigate(`/evaluation/sheets/${id}`)),
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
      found('commands', id, label, words, remark, run),
    )
  }, [wanted, words, t, navigate, settings])
}

function found(
  group: PaletteItem['group'],
  id: string,
  label: string,
  words: string,
  remark: string,
  run: () => void,
): PaletteItem[] {
  const hits = hitsOf(label, words)
  return hits === null
    ? []
    : [{ group, id, label, hits, reading: readingOf(label, words, hits), remark, run }]
}
