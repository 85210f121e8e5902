import { Button, Input, type InputRef, Popover } from 'antd'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CellBallot } from '../../../../../db/evaluation/consensus/contract.ts'
import { MARKS, type Mark } from '../../../../../db/evaluation/rules/marks.ts'
import { formatNumber } from '../../../../ui/format.ts'
import { gradeOf } from '../../scoring/cellFacts.ts'
import { ownMarks } from '../cellFigures.ts'
import type { ConsensusModel } from '../consensusModel.ts'
import styles from './rows.module.css'
import type { CellDraft } from './useMeeting.ts'

interface RowsProps {
  readonly ballots: readonly CellBallot[]
  readonly chosen: Mark
  readonly draft: CellDraft
  readonly change: (change: Partial<CellDraft>) => void
}

/** The five marks with their standards, who gave each, and what they argued. */
export function MarkRows({
  model,
  column,
  ...rest
}: RowsProps & { readonly model: ConsensusModel; readonly column: number }) {
  const standards = model.data.sheet.indicators[column]?.standards
  return (
    <>
      <ol className={styles.rows}>
        {MARKS.map((mark) => (
          <MarkRow key={mark} mark={mark} standard={standards?.[gradeOf(mark)].trim() ?? ''} {...rest} />
        ))}
      </ol>
      <RowsFoot ballots={rest.ballots} />
    </>
  )
}

function MarkRow({
  mark,
  standard,
  ballots,
  chosen,
  draft,
  change,
}: RowsProps & { readonly mark: Mark; readonly standard: string }) {
  const { t } = useTranslation()
  const givers = ballots.filter((ballot) => ballot.mark === mark && ballot.out === null)
  const said = givers.flatMap(({ memberId, name, note }) => {
    const text = draft.said[memberId] ?? ''
    const shown = text.trim() === '' ? note : text
    return shown === '' ? [] : [{ memberId, line: t('consensus.said', { name, text: shown }) }]
  })
  return (
    <li className={styles.row} data-chosen={mark === chosen ? '' : undefined}>
      <strong className={styles.mark}>{mark}</strong>
      <span className={styles.grade}>{t(`scoring.grade.${gradeOf(mark)}`)}</span>
      <div className={styles.words}>
        <p className={styles.standard}>{standard}</p>
        {said.length > 0 && (
          <p className={styles.said} title={said.map(({ line }) => line).join('\n')}>
            {said.map(({ memberId, line }) => (
              <span key={memberId}>{line}</span>
            ))}
          </p>
        )}
      </div>
      <div className={styles.faces} data-many={givers.length > MOST_NAMED ? '' : undefined}>
        {givers.length === 0 && <span className={styles.nobody}>{t('consensus.meeting.nobody')}</span>}
        {givers.map((ballot) => (
          <Face
            key={ballot.memberId}
            ballot={ballot}
            text={draft.said[ballot.memberId] ?? ''}
            keep={(text) => change({ said: { ...draft.said, [ballot.memberId]: text } })}
          />
        ))}
      </div>
    </li>
  )
}

/** Up to so many are shown with their names; more as faces alone, each name on the face. */
const MOST_NAMED = 5

/** An evaluator as a face; pressing it takes down what they argue. */
function Face({
  ballot,
  text,
  keep,
}: {
  readonly ballot: CellBallot
  readonly text: string
  readonly keep: (text: string) => void
}) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const field = useRef<Focusable | null>(null)
  const { name, own, note } = ballot
  const [first = ''] = name
  const close = (): void => {
    setOpen(false)
    button.current?.focus()
  }
  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      // laid out out of sight first, where nothing can take the focus
      afterOpenChange={(shown) => shown && field.current?.focus({ cursor: 'end' })}
      content={<ArgueForm ballot={ballot} text={text} keep={keep} close={close} field={field} />}
    >
      <button
        ref={button}
        type="button"
        className={styles.face}
        data-own={own ? '' : undefined}
        data-said={text.trim() !== '' || note !== '' ? '' : undefined}
        title={name}
        aria-label={t('consensus.meeting.argue', { name })}
      >
        <span aria-hidden="true">{first}</span>
        <span className={styles.name} aria-hidden="true">
          {name}
        </span>
      </button>
    </Popover>
  )
}

type Focusable = Pick<InputRef, 'focus'>

function ArgueForm({
  ballot: { name, mark, note },
  text,
  keep,
  close,
  field,
}: {
  readonly ballot: CellBallot
  readonly text: string
  /** told at every key, so that nothing typed is lost when the meeting goes on */
  readonly keep: (text: string) => void
  readonly close: () => void
  /** takes the focus once it is shown */
  readonly field: { current: Focusable | null }
}) {
  const { t } = useTranslation()
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key !== 'Escape' && (event.key !== 'Enter' || event.shiftKey)) return
    // Escape closes this, not the meeting
    event.preventDefault()
    event.stopPropagation()
    close()
  }
  return (
    <div className={styles.argue}>
      <strong>{t('consensus.meeting.argue', { name })}</strong>
      <Input.TextArea
        ref={(shown) => {
          field.current = shown
        }}
        className={styles.argueText ?? ''}
        autoSize={{ minRows: 2, maxRows: 5 }}
        maxLength={500}
        value={text}
        placeholder={t('consensus.meeting.argueHint', { name, mark: mark ?? '' })}
        aria-label={t('consensus.meeting.argue', { name })}
        onChange={(event) => keep(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {note !== '' && text !== note && (
        <Button className={styles.argueNote ?? ''} onClick={() => keep(note)}>
          {t('consensus.meeting.useNote', { note })}
        </Button>
      )}
    </div>
  )
}

/** What the rows can't show: marks on own accounts against the others', abstentions, marks that don't count. */
function RowsFoot({ ballots }: { readonly ballots: readonly CellBallot[] }) {
  const { t } = useTranslation()
  const abstained = ballots.filter(({ mark, out }) => mark === null && out === null)
  const out = ballots.filter((ballot) => ballot.out !== null)
  const join = t('accounts.page.separator')
  return (
    <div className={styles.foot}>
      {ownMarks(ballots).map(({ name, mark, others, othersMean }) => {
        const by = mark - othersMean / 100
        const words = {
          ...{ name, mark, others, mean: formatNumber(othersMean / 100, 1) },
          by: formatNumber(Math.abs(by), 1),
          direction: t(by > 0 ? 'consensus.meeting.higher' : 'consensus.meeting.lower'),
        }
        return (
          <p key={name} className={styles.ownLine}>
            <span className={styles.ring} aria-hidden="true" />
            {t(Math.abs(by) < 0.05 ? 'consensus.meeting.ownSame' : 'consensus.meeting.own', words)}
          </p>
        )
      })}
      {abstained.length > 0 && (
        <p>{t('consensus.meeting.abstained', { names: abstained.map(({ name }) => name).join(join) })}</p>
      )}
      {out.length > 0 && (
        <p>
          {t('consensus.meeting.out', {
            names: out
              .map(({ name, out: why }) =>
                t('consensus.meeting.outOne', { name, why: why === null ? '' : t(`consensus.out.${why}`) }),
              )
              .join(join),
          })}
        </p>
      )}
    </div>
  )
}
