import { Button, Checkbox, Drawer, Input } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import type { Problem } from '../../../i18n/problemText.ts'
import { Section } from '../../../ui/bits.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import { showToast } from '../../../ui/toast.ts'
import styles from './publish.module.css'
import type { RoundSession } from './roundSession.ts'
import type { ScoringModel } from './scoringModel.ts'
import { shapeOf } from './shapeFinding.ts'
import { gradedText } from './shapeWords.ts'
import { TierBars } from './TierBars.tsx'

/** The page's primary button: shows what would be published, and publishes it after an explicit word. */
export function PublishButton({ session }: { readonly session: RoundSession }) {
  const { t } = useTranslation()
  const [model, setModel] = useState<ScoringModel | null>(null)
  const open = async (): Promise<void> => {
    // what is shown has to be what will be published
    await session.settled()
    setModel(session.snapshot().model)
  }
  return (
    <>
      <Button type="primary" onClick={() => void open()}>
        {t('scoring.publish')}
      </Button>
      {model && (
        <Drawer
          open
          size={440}
          onClose={() => setModel(null)}
          title={t('scoring.publishing.title', { round: model.round.name })}
        >
          <Summary model={model} />
          <PublishForm session={session} model={model} close={() => setModel(null)} />
        </Drawer>
      )}
    </>
  )
}

/** How many names are listed before the rest is only counted. */
const MOST_NAMED = 12

function Summary({ model }: { readonly model: ScoringModel }) {
  const { t } = useTranslation()
  const { round, standings } = model
  const rows = round.accounts.ids.map((_, row) => row)
  const withBlanks = rows.filter((row) => model.hasBlank(row)).length
  const insufficient = rows.filter((row) => model.standing(row) === 'insufficient')
  const blanks = model.cells - model.markedCells
  return (
    <>
      <Section
        title={t('scoring.publishing.counts')}
        remark={gradedText(shapeOf(standings).graded, model.lacking, t)}
      >
        <TierBars shares={shapeOf(standings).shares} />
      </Section>
      <Section
        title={
          blanks === 0
            ? t('scoring.publishing.noBlanks')
            : t('scoring.publishing.blanks', { count: blanks, accounts: withBlanks })
        }
      >
        {insufficient.length > 0 && (
          <p className={styles.names}>
            <strong>{t('scoring.publishing.insufficient', { count: insufficient.length })}</strong>{' '}
            {insufficient
              .slice(0, MOST_NAMED)
              .map((row) => model.accountName(row))
              .join(' · ')}{' '}
            {insufficient.length > MOST_NAMED &&
              t('scoring.publishing.insufficientMore', { count: insufficient.length })}
          </p>
        )}
      </Section>
      <Section
        title={
          model.exceptions.length === 0
            ? t('scoring.publishing.noExceptions')
            : t('scoring.publishing.exceptions', { count: model.exceptions.length })
        }
      >
        <ul className={styles.names}>
          {model.exceptions.slice(0, MOST_NAMED).map(({ id, accountId, tier, reason, approver }) => (
            <li key={id}>
              {model.accountName(model.rowOf(accountId) ?? -1)} →{' '}
              {t('scoring.facts.exception', { tier: t(`scoring.tier.${tier}`), approver, reason })}
            </li>
          ))}
        </ul>
        <p className={styles.names}>
          {t('scoring.publishing.sheet', { sheet: round.sheet.name, count: model.indicators.length })}
        </p>
      </Section>
    </>
  )
}

function PublishForm({
  session,
  model,
  close,
}: {
  readonly session: RoundSession
  readonly model: ScoringModel
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const noteId = useId()
  const [note, setNote] = useState('')
  const [understood, setUnderstood] = useState(false)
  const publish = useCommand(engine.rounds.publish, { toast: false, tellProblem: false })
  const { round } = model
  const revision = round.revision + 1
  const { unsaved } = session.snapshot()
  const obstacle = obstacleOf(model)
  const send = async (): Promise<void> => {
    const outcome = await publish.run({ roundId: round.id, note })
    if (!outcome.ok) return
    showToast({ kind: 'done', text: t('scoring.publishing.done', { revision }) })
    void navigate(`/evaluation/rounds/${round.id}/results/${outcome.output.publicationId}`)
  }
  const problem: Problem | null = publish.problem ?? unsaved?.problem ?? null
  return (
    <section className={styles.form}>
      {obstacle ? (
        <p className={styles.obstacle}>{t(`scoring.publishing.${obstacle}`)}</p>
      ) : (
        <>
          <div className={styles.note}>
            <label htmlFor={noteId}>{t('scoring.publishing.note')}</label>
            <Input.TextArea
              id={noteId}
              rows={2}
              maxLength={500}
              value={note}
              placeholder={t('scoring.publishing.noteHint')}
              onChange={(event) => setNote(event.target.value)}
            />
          </div>
          <p className={styles.warning}>{t('scoring.publishing.irreversible', { revision: revision + 1 })}</p>
          <Checkbox checked={understood} onChange={(event) => setUnderstood(event.target.checked)}>
            {t('scoring.publishing.confirm')}
          </Checkbox>
        </>
      )}
      {problem && <ErrorNote problem={problem} />}
      <div className={styles.buttons}>
        <Button onClick={close}>{t('scoring.publishing.cancel')}</Button>
        <Button
          type="primary"
          disabled={!understood || obstacle !== null || unsaved !== null}
          loading={publish.pending}
          onClick={() => void send()}
        >
          {t('scoring.publishing.publish', { revision })}
        </Button>
      </div>
    </section>
  )
}

/** Why a round can't be published yet, as a key of the catalogue. */
function obstacleOf(model: ScoringModel): 'faulty' | 'nothing' | null {
  if (!model.isGraded) return 'faulty'
  return shapeOf(model.standings).graded === 0 ? 'nothing' : null
}
