import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PreviewCell } from '../../../db/exchange/contract.ts'
import { problemText } from '../../../db/terms/problems.ts'
import { spokenLanguage } from '../../i18n/i18n.ts'
import { Section } from '../../ui/bits.tsx'
import { formatNumber } from '../../ui/format.ts'
import { ArrowRightOutlined } from '../../ui/icons.tsx'
import { bringBack, type Choices, correct, leaveOut, worksheetOf } from './draft.ts'
import styles from './exchange.module.css'
import { decide, type Previewed } from './importStore.ts'
import { LookAlikes } from './LookAlikes.tsx'

/** A screenful of problems is enough to go on with. */
const SHOWN = 100
/** Problems of a row's identity: leaving the cell blank would not settle them. */
const IDENTITY: ReadonlySet<string> = new Set([
  'nameMissing',
  'nameAmbiguous',
  'codeAmbiguous',
  'nameTwice',
  'personNameMissing',
  'personTwice',
  'entryTwice',
  'entryInFuture',
])

/** What has to be settled before the import: bad cells with proposals, look-alikes, and what else will happen. */
export function ProblemPanel({
  choices,
  previewed,
  problems,
  onVisit,
}: {
  readonly choices: Choices
  readonly previewed: Previewed | null
  readonly problems: readonly PreviewCell[]
  readonly onVisit: (cell: PreviewCell) => void
}) {
  const { t } = useTranslation()
  if (!previewed) return null
  const proposed = problems.filter(({ proposal }) => proposal !== null)
  const { newMembers, newCompanies } = previewed.preview
  return (
    <>
      <Section
        title={t('importing.panel.problems')}
        remark={formatNumber(problems.length)}
        {...(proposed.length > 0
          ? { action: <TakeAll count={proposed.length} onTake={() => takeProposals(proposed)} /> }
          : {})}
      >
        {problems.length === 0 && <p className={styles.quiet}>{t('importing.panel.clear')}</p>}
        <ul className={styles.problems}>
          {problems.slice(0, SHOWN).map((problem) => (
            <ProblemItem
              key={`${problem.row} ${problem.column} ${problem.problem.code}`}
              problem={problem}
              choices={choices}
              onVisit={onVisit}
            />
          ))}
        </ul>
        {problems.length > SHOWN && (
          <p className={styles.quiet}>{t('importing.panel.more', { count: problems.length - SHOWN })}</p>
        )}
      </Section>
      <LookAlikes choices={choices} lookAlikes={previewed.preview.lookAlikes} />
      {newMembers.length > 0 && (
        <Section title={t('importing.panel.newMembers')} remark={formatNumber(newMembers.length)}>
          <p className={styles.quiet}>
            {t('importing.panel.newMembersLine', { names: newMembers.join(t('importing.panel.separator')) })}
          </p>
        </Section>
      )}
      {newCompanies.length > 0 && (
        <Section title={t('importing.panel.newCompanies')} remark={formatNumber(newCompanies.length)}>
          <p className={styles.quiet}>
            {t('importing.panel.newCompaniesLine', {
              names: newCompanies.slice(0, SHOWN).join(t('importing.panel.separator')),
            })}
          </p>
        </Section>
      )}
      {choices.leaveOut.size > 0 && (
        <Section
          title={t('importing.panel.leftOut')}
          remark={formatNumber(choices.leaveOut.size)}
          action={
            <Button type="link" onClick={() => decide(bringBack)}>
              {t('importing.panel.bringBack')}
            </Button>
          }
        >
          <p className={styles.quiet}>{t('importing.panel.leftOutLine', { count: choices.leaveOut.size })}</p>
        </Section>
      )}
    </>
  )
}

function TakeAll({ count, onTake }: { readonly count: number; readonly onTake: () => void }) {
  const { t } = useTranslation()
  return (
    <Button type="link" onClick={onTake}>
      {t('importing.panel.takeAll', { count })}
    </Button>
  )
}

/** Puts what was proposed into the cells. */
function takeProposals(problems: readonly PreviewCell[]): void {
  decide((now) =>
    correct(
      now,
      problems.flatMap(({ row, column, proposal }) =>
        proposal === null ? [] : [{ row, column, text: proposal }],
      ),
    ),
  )
}

function ProblemItem({
  problem,
  choices,
  onVisit,
}: {
  readonly problem: PreviewCell
  readonly choices: Choices
  readonly onVisit: (cell: PreviewCell) => void
}) {
  const { t } = useTranslation()
  const { row, column, text, proposal } = problem
  const header = worksheetOf(choices)?.headers[column]
  const blank = (): void => decide((now) => correct(now, [{ row, column, text: '' }]))
  const out = (): void => decide((now) => leaveOut(now, [row]))
  const settle = IDENTITY.has(problem.problem.code) || text === '' ? 'leaveOut' : 'leaveBlank'
  return (
    <li className={styles.problem}>
      <button type="button" className={styles.place} onClick={() => onVisit(problem)}>
        {t('importing.panel.rowNumber', { row })}
      </button>
      <div className={styles.what}>
        <strong>{header || t('importing.columns.noHeader', { column: column + 1 })}</strong>
        <span className={styles.wrong}>
          <span className={styles.original}>{text === '' ? t('importing.empty') : text}</span>
          {proposal !== null && (
            <>
              <ArrowRightOutlined />
              <span className="visually-hidden">{t('importing.panel.becomes')}</span>
              <strong>{proposal}</strong>
            </>
          )}
        </span>
        <span className={styles.reason}>{problemText(problem.problem, spokenLanguage())}</span>
      </div>
      <span className={styles.settle}>
        {proposal !== null && (
          <Button onClick={() => takeProposals([problem])}>{t('importing.panel.take')}</Button>
        )}
        {proposal === null && (
          <Button onClick={settle === 'leaveOut' ? out : blank}>{t(`importing.panel.${settle}`)}</Button>
        )}
        {(proposal !== null || settle === 'leaveBlank') && (
          <Button type="link" onClick={out}>
            {t('importing.panel.leaveOut')}
          </Button>
        )}
      </span>
    </li>
  )
}
