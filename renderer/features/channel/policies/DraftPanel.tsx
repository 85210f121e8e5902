import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readDue } from '../../../../db/accounts/promises/rules/dueDays.ts'
import { POLICY_LIMITS } from '../../../../db/channel/policies/rules/limits.ts'
import { api, engine } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { useCommand } from '../../../client/useCommand.ts'
import type { Problem } from '../../../i18n/problemText.ts'
import { Section } from '../../../ui/bits.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import { DayField } from './DayField.tsx'
import type { Drafting } from './draft.ts'
import { Concerned, Effects } from './Effects.tsx'
import styles from './policies.module.css'

/** A draft beside its matrix: from when, why, who gains and loses what, and the button that publishes it. */
export function DraftPanel({
  drafting,
  today,
  hasUnread,
  change,
  drop,
}: {
  readonly drafting: Drafting
  readonly today: string
  /** whether a cell of the matrix can't be read */
  readonly hasUnread: boolean
  readonly change: (changes: Partial<Drafting>) => void
  readonly drop: () => void
}) {
  const { t } = useTranslation()
  const [problem, setProblem] = useState<Problem | null>(null)
  // what was refused is no longer what stands in the draft
  const [refused, setRefused] = useState(drafting)
  if (refused !== drafting) {
    setRefused(drafting)
    setProblem(null)
  }
  const publish = useCommand(engine.policies.publish, { tellProblem: false })
  const drafts = [...drafting.drafts]
  const fromOn = drafting.fromOn.trim() === '' ? today : readDue(drafting.fromOn, today)
  const past = fromOn !== undefined && fromOn < today
  const { data, error } = useQuery(
    api.policies.preview.queryOptions({
      input: { fromOn: fromOn ?? today, drafts },
      enabled: fromOn !== undefined,
      placeholderData: keepPreviousData,
      retry: false,
    }),
  )
  const send = async (replace: boolean): Promise<void> => {
    if (fromOn === undefined || past) return
    const outcome = await publish.run({ fromOn, drafts, note: drafting.note, replace })
    setProblem(outcome.ok ? null : outcome.problem)
    if (outcome.ok) drop()
  }
  return (
    <>
      <Section
        title={t('policies.draft.title')}
        remark={t('policies.draft.remark', { count: drafts.length })}
      >
        <div className={styles.form}>
          <DayField
            id="policies-from"
            label={t('policies.draft.fromOn')}
            value={drafting.fromOn}
            today={today}
            past={past}
            onChange={(text) => change({ fromOn: text })}
          />
          <div className={styles.line}>
            <label htmlFor="policies-note">{t('policies.draft.note')}</label>
            <Input
              id="policies-note"
              value={drafting.note}
              placeholder={t('policies.draft.noteHint')}
              maxLength={POLICY_LIMITS.note}
              onChange={(event) => change({ note: event.target.value })}
            />
          </div>
          <p className={styles.remark}>{t('policies.draft.promise')}</p>
          {hasUnread && <p className={styles.wrong}>{t('policies.draft.settle')}</p>}
          {past && <p className={styles.wrong}>{t('policies.draft.past', { day: fromOn })}</p>}
          {problem && !past && (
            <ErrorNote
              problem={problem}
              action={
                problem.code === 'VERSION_THERE' && (
                  <Button onClick={() => void send(true)}>{t('policies.draft.replace')}</Button>
                )
              }
            />
          )}
          <div className={styles.foot}>
            <Button type="text" onClick={drop}>
              {t('policies.draft.drop')}
            </Button>
            <Button
              type="primary"
              loading={publish.pending}
              disabled={hasUnread || fromOn === undefined || past || error !== null}
              onClick={() => void send(false)}
            >
              {t('policies.draft.publish')}
            </Button>
          </div>
        </div>
        {error ? <PreviewProblem problem={toProblem(error)} /> : data && <Effects preview={data} />}
      </Section>
      {!error && data && <Concerned preview={data} />}
    </>
  )
}

/** Back to what it was is nothing to publish, and no fault. */
function PreviewProblem({ problem }: { readonly problem: Problem }) {
  const { t } = useTranslation()
  return problem.code === 'POLICY_UNCHANGED' ? (
    <p className={styles.remark}>{t('policies.draft.unchanged')}</p>
  ) : (
    <ErrorNote problem={problem} />
  )
}
