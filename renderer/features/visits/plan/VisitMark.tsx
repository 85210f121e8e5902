import type { DragEvent, KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlanMark } from '../../../../db/visits/plan/contract.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { leadSign, type MarkLook, markLook, markText } from './markLook.ts'
import styles from './plan.module.css'

/** The sign of a visit: who leads, in a shape that says where it stands and who goes to whom. */
export function MarkSign({
  lead,
  look,
  came,
  clash = false,
}: {
  readonly lead: string | null
  readonly look: MarkLook
  readonly came: boolean
  readonly clash?: boolean
}) {
  return (
    <span className={styles.mark} data-look={look} data-came={came || undefined} aria-hidden="true">
      {leadSign(lead)}
      {look === 'missed' && <span className={styles.bang}>!</span>}
      {clash && <span className={styles.clash}>×</span>}
    </span>
  )
}

/** A visit in its month: opened by a click, moved by dragging it or with Alt and the arrows. */
export function VisitMark({
  mark,
  account,
  movable,
  tabIndex,
  cell,
  onOpen,
  onKeyDown,
}: {
  readonly mark: PlanMark
  readonly account: string
  readonly movable: boolean
  readonly tabIndex: number
  /** `row,month` where the cell's focus goes to this mark */
  readonly cell?: string | undefined
  readonly onOpen: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}) {
  const { t } = useTranslation()
  const text = markText(mark, account, spokenLanguage(), t)
  return (
    <button
      type="button"
      className={styles.markButton}
      draggable={movable}
      tabIndex={tabIndex}
      data-cell={cell}
      data-visit={mark.visitId}
      aria-label={text}
      title={text}
      {...(movable ? { 'aria-keyshortcuts': 'Alt+ArrowRight Alt+ArrowLeft' } : {})}
      onDragStart={(event: DragEvent) => event.dataTransfer.setData('text/plain', mark.visitId)}
      onClick={onOpen}
      onKeyDown={onKeyDown}
    >
      <MarkSign lead={mark.lead} look={markLook(mark)} came={mark.direction === 'come'} clash={mark.clash} />
    </button>
  )
}

const LEGEND = [
  { word: 'held', look: 'held', came: false },
  { word: 'confirmed', look: 'confirmed', came: false },
  { word: 'planned', look: 'planned', came: false },
  { word: 'came', look: 'held', came: true },
  { word: 'missed', look: 'missed', came: false },
] as const

/** What the marks mean. */
export function MarkLegend({ lead }: { readonly lead: string | null }) {
  const { t } = useTranslation()
  return (
    <ul className={styles.legend} aria-label={t('visitPlan.legend.label')}>
      {LEGEND.map(({ word, look, came }) => (
        <li key={word}>
          <MarkSign lead={lead} look={look} came={came} />
          {t(`visitPlan.legend.${word}`)}
        </li>
      ))}
    </ul>
  )
}
