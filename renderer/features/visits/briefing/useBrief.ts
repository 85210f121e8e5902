import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { BriefContent, BriefSheet } from '../../../../db/visits/briefing/contract.ts'
import { viewFor, withRows } from '../../../../db/visits/briefing/rules/audience.ts'
import { sectionBlocks, type ToldSection } from '../../../../db/visits/briefing/rules/blocks.ts'
import type { Audience } from '../../../../db/visits/briefing/rules/words.ts'
import { api, engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'

/** Masked facts that were told, by section and key of their rows. */
type Revealed = ReadonlyMap<string, string>

const NOTHING: Revealed = new Map()

/** A brief on the screen: one version as it is known now or was frozen, told to an audience. */
export function useBrief(visitId: string) {
  const [version, setVersion] = useState<number | null>(null)
  const [audience, setAudience] = useState<Audience>('executive')
  const [revealed, setRevealed] = useState<Revealed>(NOTHING)
  const sheet = useQuery(api.briefing.get.queryOptions({ input: { visitId, version }, retry: false }))
  const changes = useQuery(api.briefing.changes.queryOptions({ input: { visitId }, retry: false }))
  const newest = changes.data?.version ?? null
  const hasChanges = (changes.data?.changes.length ?? 0) > 0 && !changes.data?.kept
  // what is known now is told against the newest frozen brief, so that what changed shows where it stands
  const compared = version === null && newest !== null && hasChanges
  const frozen = useQuery({
    ...api.briefing.get.queryOptions({ input: { visitId, version: newest }, retry: false }),
    enabled: compared,
  })
  const reveal = useCommand(engine.briefing.reveal, { toast: false })
  const language = spokenLanguage()
  const told = useMemo(() => {
    if (!sheet.data) return null
    const before = compared ? (frozen.data?.content ?? null) : null
    return toldSheet(sheet.data, before, { audience, revealed, language })
  }, [sheet.data, frozen.data, compared, audience, revealed, language])
  return {
    visit: useQuery(api.visits.get.queryOptions({ input: { visitId }, retry: false })),
    sheet,
    changes: changes.data,
    told,
    audience,
    setAudience,
    version,
    setVersion: (next: number | null): void => {
      setVersion(next)
      setRevealed(NOTHING)
    },
    isRevealed: revealed.size > 0,
    reveal: async (): Promise<void> => {
      const outcome = await reveal.run({ visitId, version })
      if (outcome.ok) setRevealed(secretsOf(outcome.output))
    },
  }
}

/** What a sheet says to an audience. */
export interface ToldSheet {
  readonly sections: readonly ToldSection[]
  /** private facts left out for this audience */
  readonly hidden: number
  /** whether masked facts are there that could be shown */
  readonly masked: boolean
}

function toldSheet(
  sheet: BriefSheet,
  before: BriefContent | null,
  look: { readonly audience: Audience; readonly revealed: Revealed; readonly language: 'zh' | 'en' },
): ToldSheet {
  const { audience, revealed, language } = look
  const seen = (content: BriefContent): BriefContent =>
    viewFor(shown(content, revealed), audience, sheet.isReader).content
  const content = seen(sheet.content)
  const told = {
    language,
    audience,
    asOf: sheet.asOf,
    content,
    before: before === null ? null : seen(before),
  }
  return {
    sections: sectionBlocks(told, sheet.arrangement.sections),
    hidden: audience === 'customer' || (audience === 'executive' && sheet.isReader) ? 0 : sheet.privateFacts,
    masked: content.sections.people.some((row) => row.kind === 'secret' && row.masked),
  }
}

/** A content with the masked facts that were told. */
const shown = (content: BriefContent, revealed: Revealed): BriefContent =>
  revealed.size === 0
    ? content
    : withRows(content, (row) => {
        const text = row.kind === 'secret' ? revealed.get(row.key) : undefined
        return text === undefined ? row : { ...row, text, masked: false }
      })

const secretsOf = ({ content }: BriefSheet): Revealed =>
  new Map(content.sections.people.flatMap((row) => (row.kind === 'secret' ? [[row.key, row.text]] : [])))
