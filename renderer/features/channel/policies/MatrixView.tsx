import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readDue } from '../../../../db/accounts/promises/rules/dueDays.ts'
import type { OpenedDraft } from '../../../client/drafts.ts'
import { api } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { useDraft } from '../../../client/useDraft.ts'
import { Page, SidePanel } from '../../../ui/Page.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import { ChannelTabs } from '../ChannelTabs.tsx'
import { EscalationSection } from '../requests/EscalationSection.tsx'
import { DraftPanel } from './DraftPanel.tsx'
import { changedOnly, type Drafting, NO_DRAFT, withTerm } from './draft.ts'
import { FileActions, FileFaults, type RefusedFile } from './FileActions.tsx'
import { Matrix, type MatrixEditing } from './Matrix.tsx'
import { PoliciesView } from './PoliciesView.tsx'
import styles from './policies.module.css'
import { VersionsPanel } from './VersionsPanel.tsx'

/** The matrix of terms and tiers: what is in force, a draft over it, and beside it what the draft would do. */
export function MatrixView({ opened }: { readonly opened: OpenedDraft<Drafting> }) {
  const { t } = useTranslation()
  const { draft, change, update, clear } = useDraft<Drafting>(opened.kept ?? NO_DRAFT, (next) =>
    opened.save(next === null || next.drafts.length === 0 ? null : JSON.stringify(next)),
  )
  const [unread, setUnread] = useState<ReadonlySet<string>>(new Set())
  const [refused, setRefused] = useState<RefusedFile | null>(null)
  // a draft made anew draws its cells anew: none keeps what was typed into it
  const [round, setRound] = useState(0)
  const today = useQuery(api.policies.inForce.queryOptions({ input: {} }))
  const day = today.data ? dayOfDraft(draft.fromOn, today.data.today) : undefined
  const { data, error } = useQuery(
    api.policies.inForce.queryOptions({
      input: day === undefined ? {} : { day },
      enabled: day !== undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const policies = data?.policies
  const editing = useMemo(
    (): MatrixEditing => ({
      set(tier, key, value) {
        if (policies) update(({ drafts }) => ({ drafts: withTerm(drafts, policies, { tier, key, value }) }))
      },
      unread: (cell, is) =>
        setUnread((before) => {
          const next = new Set(before)
          if (is) next.add(cell)
          else next.delete(cell)
          return next
        }),
    }),
    [policies, update],
  )
  const drop = (): void => {
    clear(NO_DRAFT)
    setUnread(new Set())
    setRound((before) => before + 1)
  }
  return (
    <Page
      title={t('channel.title')}
      crumbs={[{ label: t('channel.title'), to: '/channel' }, { label: t('policies.title') }]}
      remarks={<ChannelTabs />}
      busy={today.isPending}
      fixed
      panel={
        <SidePanel width={340} title={t('policies.versions')}>
          {data && draft.drafts.length > 0 && (
            <DraftPanel
              drafting={draft}
              today={data.today}
              hasUnread={unread.size > 0}
              change={change}
              drop={drop}
            />
          )}
          <VersionsPanel />
          <EscalationSection />
        </SidePanel>
      }
    >
      {(today.error ?? error) ? (
        <ErrorNote problem={toProblem(today.error ?? error)} />
      ) : (
        data && (
          <div className={styles.page}>
            <div className={styles.bar}>
              <PoliciesView view="matrix" />
              <span className={styles.quiet}>{t('policies.onDay', { day: data.day })}</span>
              <div className={styles.barEnd}>
                <FileActions
                  day={data.day}
                  take={(drafts) => {
                    change({ drafts: changedOnly(drafts, data.policies) })
                    setUnread(new Set())
                    setRound((before) => before + 1)
                  }}
                  refuse={setRefused}
                />
              </div>
            </div>
            {refused && <FileFaults refused={refused} close={() => setRefused(null)} />}
            <div className={styles.scroll}>
              <Matrix key={round} policies={data.policies} drafts={draft.drafts} editing={editing} />
            </div>
          </div>
        )
      )}
    </Page>
  )
}

/** The day whose policies a draft is written over: its own, but none that is past. */
function dayOfDraft(typed: string, today: string): string {
  const day = readDue(typed, today)
  return day === undefined || day < today ? today : day
}
