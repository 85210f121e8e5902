import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { SheetFault } from '../../../../db/evaluation/rules/sheet.ts'
import { problemText } from '../../../i18n/problemText.ts'
import { formatWeight } from '../../../ui/format.ts'
import {
  BranchesOutlined,
  CloseCircleFilled,
  InfoCircleOutlined,
  WarningOutlined,
} from '../../../ui/icons.tsx'
import type { RoundSession, RoundSnapshot } from './roundSession.ts'
import styles from './scoring.module.css'
import type { ScoringModel } from './scoringModel.ts'
import type { Refusals } from './useScoringEdits.ts'

/** How many cells a notice names before it only counts. */
const MOST_NAMED = 4

/** A message that needs a look or a choice, in its place between header and grid. */
export function Notice({
  kind,
  icon,
  actions,
  children,
}: {
  readonly kind: 'plain' | 'late'
  readonly icon: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <div className={styles.notice} data-kind={kind} role={kind === 'late' ? 'alert' : 'status'}>
      {icon}
      <div className={styles.noticeText}>{children}</div>
      {actions && <div className={styles.noticeActions}>{actions}</div>}
    </div>
  )
}

/** Everything about the grid that waits for a person: faults of the sheet, unsaved, contested and refused cells. */
export function ScoringNotices({
  session,
  snapshot,
  refusals,
  dismissRefusals,
}: {
  readonly session: RoundSession
  readonly snapshot: RoundSnapshot
  readonly refusals: Refusals | null
  readonly dismissRefusals: () => void
}) {
  const { model } = snapshot
  if (!model) return null
  return (
    <>
      {model.faults.length > 0 && model.indicators.length > 0 && <FaultyNotice model={model} />}
      <UnsavedNotice session={session} snapshot={snapshot} />
      <ConflictNotice session={session} snapshot={snapshot} model={model} />
      <RefusedNotice session={session} snapshot={snapshot} />
      {refusals && <RefusalsNotice model={model} refusals={refusals} dismiss={dismissRefusals} />}
    </>
  )
}

function FaultyNotice({ model }: { readonly model: ScoringModel }) {
  const { t } = useTranslation()
  const { sheet } = model.round
  const words = (fault: SheetFault): string => {
    if (fault.at === 'sheet')
      return fault.code === 'noIndicators'
        ? t('scoring.faulty.noIndicators')
        : t('scoring.faulty.weights', { sum: formatWeight(fault.sum) })
    return t('scoring.faulty.indicator', {
      name: model.indicators[fault.at]?.name ?? '',
      what: t(`scoring.faulty.what.${fault.field}`),
    })
  }
  return (
    <Notice
      kind="late"
      icon={<WarningOutlined />}
      actions={<Link to={`/evaluation/sheets/${sheet.id}`}>{t('scoring.faulty.open')}</Link>}
    >
      <strong>{t('scoring.faulty.title', { sheet: sheet.name, count: model.faults.length })}</strong>{' '}
      {model.faults.slice(0, MOST_NAMED).map(words).join(' ')}
    </Notice>
  )
}

function UnsavedNotice({
  session,
  snapshot: { unsaved },
}: {
  readonly session: RoundSession
  readonly snapshot: RoundSnapshot
}) {
  const { t } = useTranslation()
  if (!unsaved) return null
  const text = problemText(unsaved.problem, t)
  return (
    <Notice
      kind="late"
      icon={<CloseCircleFilled />}
      actions={<Button onClick={() => session.retry()}>{t('scoring.unsaved.retry')}</Button>}
    >
      <strong>{t('scoring.unsaved.title', { count: unsaved.cells })}</strong> {text.what} {text.why}{' '}
      {text.next} {t('app.errorCode', { code: text.code })}
    </Notice>
  )
}

function RefusedNotice({
  session,
  snapshot: { refused },
}: {
  readonly session: RoundSession
  readonly snapshot: RoundSnapshot
}) {
  const { t } = useTranslation()
  if (!refused) return null
  const text = problemText(refused, t)
  return (
    <Notice
      kind="late"
      icon={<CloseCircleFilled />}
      actions={<Button onClick={() => session.dismissRefused()}>{t('scoring.close')}</Button>}
    >
      <strong>{text.what}</strong> {text.why} {text.next} {t('app.errorCode', { code: text.code })}
    </Notice>
  )
}

function ConflictNotice({
  session,
  snapshot: { conflicts },
  model,
}: {
  readonly session: RoundSession
  readonly snapshot: RoundSnapshot
  readonly model: ScoringModel
}) {
  const { t } = useTranslation()
  if (conflicts.length === 0) return null
  const mark = (char: string): string => (char === 'X' ? '10' : char === '-' ? t('scoring.blank') : char)
  return (
    <Notice
      kind="late"
      icon={<BranchesOutlined />}
      actions={
        <>
          <Button onClick={() => session.keepMine()}>{t('scoring.conflict.mine')}</Button>
          <Button onClick={() => session.keepTheirs()}>{t('scoring.conflict.theirs')}</Button>
        </>
      }
    >
      <strong>{t('scoring.conflict.title', { count: conflicts.length })}</strong>
      <ul>
        {conflicts.slice(0, MOST_NAMED).map(({ accountId, indicatorId, mine, theirs }) => {
          const cell = model.cellOf(accountId, indicatorId)
          return (
            <li key={`${accountId} ${indicatorId}`}>
              {t('scoring.conflict.cell', {
                account: cell ? model.accountName(cell.row) : '',
                indicator: cell ? (model.indicators[cell.column]?.name ?? '') : '',
                theirs: mark(theirs),
                mine: mark(mine),
              })}
            </li>
          )
        })}
      </ul>
      {conflicts.length > MOST_NAMED && (
        <p>{t('scoring.conflict.more', { count: conflicts.length - MOST_NAMED })}</p>
      )}
    </Notice>
  )
}

function RefusalsNotice({
  model,
  refusals: { cells, clippedRows, clippedColumns, readOnly },
  dismiss,
}: {
  readonly model: ScoringModel
  readonly refusals: Refusals
  readonly dismiss: () => void
}) {
  const { t } = useTranslation()
  const nameOf = (rowId: string): string => {
    const row = model.rowOf(rowId)
    return row === null ? '' : model.accountName(row)
  }
  return (
    <Notice
      kind={cells.length > 0 ? 'late' : 'plain'}
      icon={<InfoCircleOutlined />}
      actions={<Button onClick={dismiss}>{t('scoring.close')}</Button>}
    >
      {cells.length > 0 && <strong>{t('scoring.refused.title', { count: cells.length })}</strong>}
      <ul>
        {cells.slice(0, MOST_NAMED).map(({ rowId, columnId, columnTitle, problem }) => (
          <li key={`${rowId} ${columnId}`}>
            {t('scoring.refused.cell', { account: nameOf(rowId), indicator: columnTitle, problem })}
          </li>
        ))}
      </ul>
      {cells.length > MOST_NAMED && <p>{t('scoring.refused.more', { count: cells.length - MOST_NAMED })}</p>}
      {clippedRows + clippedColumns > 0 && (
        <p>
          {t('scoring.refused.clipped', {
            left: [
              ...(clippedRows > 0 ? [t('scoring.refused.rows', { count: clippedRows })] : []),
              ...(clippedColumns > 0 ? [t('scoring.refused.columns', { count: clippedColumns })] : []),
            ].join(t('accounts.page.separator')),
          })}
        </p>
      )}
      {readOnly > 0 && <p>{t('scoring.refused.readOnly', { count: readOnly })}</p>}
    </Notice>
  )
}
