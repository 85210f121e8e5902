import { Button, Checkbox } from 'antd'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { BriefChange, BriefSheet } from '../../../../db/visits/briefing/contract.ts'
import { changeLine, toldChanges } from '../../../../db/visits/briefing/rules/changeText.ts'
import type { ReadyGap, VisitSheet } from '../../../../db/visits/contract.ts'
import { READY_ENOUGH } from '../../../../db/visits/rules/readiness.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { Ring, Section } from '../../../ui/bits.tsx'
import { formatMoment } from '../../../ui/format.ts'
import { PlusCircleOutlined } from '../../../ui/icons.tsx'
import { gapText, placeOf } from '../page/Gaps.tsx'
import styles from './brief.module.css'
import { lineField } from './places.ts'
import type { Arranging } from './useArranging.ts'

/** What changed since the newest version was frozen, as the engine tells it. */
export type Changes = Awaited<ReturnType<typeof engine.briefing.changes>>

/** A moment in words. @param at epoch ms */
const moment = (at: number, t: TFunction): string =>
  formatMoment(new Date(at), spokenLanguage(), t('app.status.today'))

/** How ready the visit is, and what is missing, each with the way to where it is filled. */
export function ReadySection({ visit }: { readonly visit: VisitSheet }) {
  const { t } = useTranslation()
  const { points, gaps } = visit.readiness
  return (
    <>
      <Section title={t('briefing.ready')}>
        <div className={styles.ready}>
          <Ring percent={points} label={t('briefing.ready')} size={68} />
          <p>
            {t(points >= READY_ENOUGH ? 'briefing.enough' : 'briefing.notEnough', { enough: READY_ENOUGH })}
          </p>
        </div>
      </Section>
      {gaps.length > 0 && (
        <Section title={t('briefing.gapsTitle', { points: 100 - points })}>
          <ul className={styles.gaps}>
            {gaps.map((gap) => (
              <li key={`${gap.code} ${gapText(gap, t)}`}>
                <PlusCircleOutlined />
                <GapLink gap={gap} visit={visit} />
                <span className={styles.gapPoints}>+{gap.points}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

/** A bottom line is written on this page; everything else where its link leads. */
function GapLink({ gap, visit }: { readonly gap: ReadyGap; readonly visit: VisitSheet }) {
  const { t } = useTranslation()
  const text = gapText(gap, t)
  if (gap.code !== 'bottomLine') return <Link to={placeOf(gap, visit)}>{text}</Link>
  return (
    <button
      type="button"
      className={styles.linkButton}
      onClick={() => document.getElementById(lineField(gap.topic))?.focus()}
    >
      {text}
    </button>
  )
}

/** Changes that the panel lists; the paper shows the others. */
const MOST_CHANGES = 8
/** The beginning of a hash tells versions apart; the whole is under the pointer. */
const SHOWN_OF_HASH = 12

/** What changed since the freeze, with the choice between freezing again and keeping the version. */
export function ChangesSection({
  visitId,
  changes,
  hash,
  canFreeze,
  onFreeze,
}: {
  readonly visitId: string
  readonly changes: Changes
  /** SHA-256 of the newest frozen version, hex; '' before the first */
  readonly hash: string
  readonly canFreeze: boolean
  readonly onFreeze: () => void
}) {
  const { t } = useTranslation()
  const keep = useCommand(engine.briefing.keep)
  const { version, frozenAt, by, kept } = changes
  if (version === null || frozenAt === null)
    return (
      <Section title={t('briefing.notFrozen')}>
        <p className={styles.quiet}>{t('briefing.notFrozenHint')}</p>
      </Section>
    )
  const told = toldChanges(changes.changes)
  const count = told.length
  const facts = { at: moment(frozenAt, t), by, version }
  return (
    <Section title={count === 0 ? t('briefing.frozenNone') : t('briefing.frozenTitle', { count })}>
      <p className={styles.quiet}>{t(by === '' ? 'briefing.frozenAt' : 'briefing.frozenBy', facts)}</p>
      <p className={styles.quiet} title={hash}>
        {t('briefing.hash', { hash: hash.slice(0, SHOWN_OF_HASH) })}
      </p>
      <ol className={styles.changes}>
        {told.slice(0, MOST_CHANGES).map((change) => (
          <ChangeItem key={`${change.section} ${change.key}`} change={change} />
        ))}
      </ol>
      {count > MOST_CHANGES && (
        <p className={styles.quiet}>{t('briefing.moreChanges', { count: count - MOST_CHANGES })}</p>
      )}
      {count > 0 && kept && <p className={styles.quiet}>{t('briefing.kept', { version })}</p>}
      {count > 0 && (
        <div className={styles.choices}>
          <Button type="primary" size="small" disabled={!canFreeze} onClick={onFreeze}>
            {t('briefing.accept')}
          </Button>
          {!kept && (
            <Button size="small" loading={keep.pending} onClick={() => void keep.run({ visitId, version })}>
              {t('briefing.keep', { version })}
            </Button>
          )}
        </div>
      )}
    </Section>
  )
}

function ChangeItem({ change }: { readonly change: BriefChange }) {
  const { t } = useTranslation()
  const { what, before, after } = changeLine(change, spokenLanguage())
  return (
    <li>
      <p className={styles.changeHead}>
        <strong>{what}</strong>
        <span>{[change.by, change.at === null ? '' : moment(change.at, t)].filter(Boolean).join(' ')}</span>
      </p>
      <p className={styles.changeText}>
        {before === '' ? <span>{t('briefing.nothing')}</span> : <del>{before}</del>}
        {' → '}
        {after === '' ? <span>{t('briefing.nothing')}</span> : after}
      </p>
    </li>
  )
}

/** Who sees what, and who is named as a reader of private facts. */
export function ReadersSection({
  arrange,
  sheet,
}: {
  readonly arrange: Arranging
  readonly sheet: BriefSheet
}) {
  const { t } = useTranslation()
  const write = (memberId: BriefSheet['ours'][number]['memberId'], named: boolean): void =>
    arrange((before) => {
      const others = before.readers.filter((id) => id !== memberId)
      return { ...before, readers: named ? [...others, memberId] : others }
    })
  return (
    <Section title={t('briefing.who')}>
      <p className={styles.quiet}>{t('briefing.whoText', { count: sheet.privateFacts })}</p>
      <ul className={styles.readers} aria-label={t('briefing.readers')}>
        {sheet.ours.map(({ memberId, name, leads, named }) => (
          <li key={memberId}>
            <Checkbox
              checked={named}
              disabled={leads}
              onChange={(event) => write(memberId, event.target.checked)}
            >
              {name} {leads && <span className={styles.quiet}>{t('briefing.leads')}</span>}
            </Checkbox>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Exports that the panel lists, newest first. */
const MOST_EXPORTS = 12

/** What left the workstation: which version, for whom, made by whom. */
export function ExportsSection({ exports }: Pick<BriefSheet, 'exports'>) {
  const { t } = useTranslation()
  return (
    <Section title={t('briefing.exports')} remark={exports.length === 0 ? undefined : String(exports.length)}>
      {exports.length === 0 && <p className={styles.quiet}>{t('briefing.noExports')}</p>}
      <ul className={styles.exports}>
        {exports.slice(0, MOST_EXPORTS).map(({ id, version, audience, reader, format, by, at }) => (
          <li key={id}>
            <span>
              {t('briefing.exportLine', {
                audience: t(`briefing.audience.${audience}`),
                format: formatText(format, t),
                reader,
              })}
            </span>
            <span className={styles.quiet}>
              {version === null ? t('briefing.exportLive') : t('briefing.exportVersion', { version })}
              {' · '}
              {t('briefing.exportBy', { by, at: moment(at, t) })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** A form of paper in words: `pdf phone changes` is the page of changes for a phone. */
function formatText(format: string, t: TFunction): string {
  const [kind = '', ...more] = format.split(' ')
  const page = more.includes('phone') ? t('briefing.page.phone') : ''
  const what = more.includes('changes') ? t('briefing.what.changes') : ''
  return [kind === 'docx' ? t('briefing.word') : 'PDF', page, what].filter((part) => part !== '').join(' ')
}
