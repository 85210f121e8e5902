import { useTranslation } from 'react-i18next'
import type { RelationshipMap } from '../../../../db/accounts/map/contract.ts'
import { type LineKind, thickness } from '../../../../db/accounts/map/rules/drawing.ts'
import { type Hole, holesOf } from '../../../../db/accounts/map/rules/holes.ts'
import { holeText } from '../../../../db/accounts/map/rules/holeText.ts'
import { ATTITUDES, DECISION_ROLES } from '../../../../db/accounts/people/rules/fields.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { Section } from '../../../ui/bits.tsx'
import { RoleGlyph } from './MapNode.tsx'
import styles from './map.module.css'

/** The holes in words, each a way to its person on the map. */
export function HolesSection({
  map,
  onJump,
}: {
  readonly map: RelationshipMap
  readonly onJump: (personId: string) => void
}) {
  const { t } = useTranslation()
  const holes = holesOf(map)
  return (
    <Section title={t('map.holes')} remark={holes.length || ''}>
      {holes.length === 0 ? (
        <p className={styles.quiet}>{t('map.noHoles')}</p>
      ) : (
        <ul className={styles.holes}>
          {holes.map((hole) => (
            <li key={keyOf(hole)}>
              <button
                type="button"
                disabled={!('personId' in hole)}
                title={'personId' in hole ? t('map.jump') : undefined}
                onClick={() => 'personId' in hole && onJump(hole.personId)}
              >
                {holeText(hole, map, spokenLanguage())}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

const keyOf = (hole: Hole): string =>
  [hole.kind, 'personId' in hole ? hole.personId : '', 'memberId' in hole ? hole.memberId : ''].join(' ')

/** What shapes, colours, signs and lines mean. */
export function LegendSection() {
  const { t } = useTranslation()
  return (
    <Section title={t('map.legend')}>
      <p className={styles.quiet}>{t('map.howTo')}</p>
      <p className={styles.legendHead}>{t('map.colours')}</p>
      <ul className={styles.legend}>
        {[...ATTITUDES, null].map((attitude) => (
          <li key={attitude ?? 'none'}>
            <Glyph attitude={attitude} decisionRole="influences" />
            {attitude ? t(`map.attitudeWord.${attitude}`) : t('map.noAttitude')}
          </li>
        ))}
      </ul>
      <p className={styles.legendHead}>{t('map.shapes')}</p>
      <ul className={styles.legend}>
        {DECISION_ROLES.map((role) => (
          <li key={role}>
            <Glyph attitude={null} decisionRole={role} />
            {t(`map.roleWord.${role}`)}
          </li>
        ))}
      </ul>
      <p className={styles.legendHead}>{t('map.lines')}</p>
      <ul className={styles.legend}>
        {LINE_KINDS.map((kind) => (
          <li key={kind}>
            <LineSample kind={kind} />
            {kind === 'wanted' ? t('map.wanted') : t(`map.line.${kind}`)}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Every kind of line, in the order of legend and filter. */
export const LINE_KINDS = ['reports', 'influences', 'conflicts', 'coverage', 'wanted'] as const

function Glyph(props: Parameters<typeof RoleGlyph>[0]) {
  return (
    <svg width={22} height={22} viewBox="-15 -15 30 30" aria-hidden="true">
      <RoleGlyph {...props} />
    </svg>
  )
}

/** A short piece of a line as it is drawn. */
export function LineSample({ kind }: { readonly kind: LineKind }) {
  return (
    <svg width={26} height={14} aria-hidden="true">
      <g className={styles.line} data-kind={kind}>
        <path
          className={styles.stroke}
          d="M1 7 H25"
          strokeWidth={kind === 'coverage' ? thickness(3) : 1.25}
        />
        {kind === 'influences' && <circle className={styles.lineDot} cx={13} cy={7} r={3} />}
        {kind === 'conflicts' && (
          <path className={styles.stroke} strokeWidth={1.75} d="M9 3 l8 8 m0 -8 l-8 8" />
        )}
      </g>
    </svg>
  )
}
