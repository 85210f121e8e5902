import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { RelationshipMap } from '../../../../db/accounts/map/contract.ts'
import { thickness } from '../../../../db/accounts/map/rules/drawing.ts'
import { findingText } from '../../../../db/accounts/map/rules/holeText.ts'
import { layOut } from '../../../../db/accounts/map/rules/layout.ts'
import type { Attitude } from '../../../../db/accounts/people/rules/fields.ts'
import { api } from '../../../client/engine.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { Section } from '../../../ui/bits.tsx'
import styles from './map.module.css'
import { depthText, namesOf } from './mapWords.ts'

/** More than these would not be told apart in a corner of the portrait; the full map has everybody. */
const MOST = 7
const ROW_PX = 52

/** Who of ours knows whom of theirs, as a corner of the portrait: thicker is stronger, dashed is wanted. */
export function MapSection({ accountId }: { readonly accountId: string }) {
  const { t } = useTranslation()
  const { data } = useQuery(api.map.get.queryOptions({ input: { accountId } }))
  if (!data) return null
  const none = data.people.length === 0
  return (
    <Section
      title={t('map.title')}
      remark={none ? '' : t('map.hint')}
      action={none ? undefined : <Link to={`/accounts/${accountId}/map`}>{t('map.full')}</Link>}
    >
      {none ? <p className={styles.quiet}>{t('map.empty')}</p> : <CoverageWeb map={data} />}
    </Section>
  )
}

function CoverageWeb({ map }: { readonly map: RelationshipMap }) {
  const { t } = useTranslation()
  // our people stand in the order in which the full map puts them
  const places = layOut({ ...map, places: [], relations: [] })
  const yOf = (id: string): number => places.get(id)?.y ?? 0
  const people = map.people.slice(0, MOST)
  // who has no line here yet, a seat in the working group only, stands on the full map
  const lined = new Set<string>(map.coverage.map(({ memberId }) => memberId))
  const members = map.members
    .filter(({ id, owner }) => owner || lined.has(id))
    .sort((a, b) => yOf(a.id) - yOf(b.id))
    .slice(0, MOST)
  const height = Math.max(people.length, members.length, 2) * ROW_PX
  const at = (id: string, side: readonly { readonly id: string }[]): number | null => {
    const index = side.findIndex((one) => one.id === id)
    return index === -1 ? null : ((index + 0.5) / side.length) * height
  }
  const names = namesOf(map)
  const lines = map.coverage.flatMap(({ memberId, personId, depth, wanted }) => {
    const [from, to] = [at(memberId, members), at(personId, people)]
    if (from === null || to === null) return []
    const name = `${names.get(memberId) ?? ''} → ${names.get(personId) ?? ''}`
    const line = { key: `${memberId}/${personId}`, name, d: `M0 ${from} L100 ${to}` }
    return depth > 0
      ? [{ ...line, width: thickness(depth), wanted: false, word: depthText(depth) }]
      : [{ ...line, width: 1.25, wanted: (wanted ?? 0) > 0, word: t('map.wanted') }]
  })
  const hidden = map.people.length - people.length
  return (
    <>
      <div className={styles.small} style={{ height }}>
        <ul className={styles.side} data-side="ours" aria-label={t('map.ourSide')}>
          {members.map(({ id, name, role }) => (
            <Who key={id} name={name} title={role} />
          ))}
        </ul>
        <div className={styles.dots}>
          <svg
            className={styles.web}
            height={height}
            viewBox={`0 0 100 ${height}`}
            preserveAspectRatio="none"
            role="img"
            aria-label={lines.map(({ name, word }) => `${name} ${word}`).join('; ') || t('map.title')}
          >
            {lines.map(({ key, d, width, wanted }) => (
              <path key={key} d={d} strokeWidth={width} data-wanted={wanted} />
            ))}
          </svg>
          {members.map(({ id }) => (
            <Dot key={id} side="ours" left={0} top={at(id, members) ?? 0} />
          ))}
          {people.map(({ id, attitude }) => (
            <Dot key={id} side="theirs" attitude={attitude} left={100} top={at(id, people) ?? 0} />
          ))}
        </div>
        <ul className={styles.side} data-side="theirs" aria-label={t('map.theirSide')}>
          {people.map(({ id, name, title }) => (
            <Who key={id} name={name} title={title} />
          ))}
        </ul>
      </div>
      <p className={styles.finding}>
        {findingText(map, spokenLanguage())}
        {hidden > 0 && ` ${t('map.more', { count: hidden })}`}
      </p>
    </>
  )
}

function Who({ name, title }: { readonly name: string; readonly title: string }) {
  return (
    <li title={title === '' ? name : `${name} ${title}`}>
      <span>{name}</span>
      <small>{title}</small>
    </li>
  )
}

function Dot(props: {
  readonly side: 'ours' | 'theirs'
  readonly attitude?: Attitude | null
  readonly left: number
  readonly top: number
}) {
  return (
    <span
      className={styles.dot}
      data-side={props.side}
      data-attitude={props.attitude}
      style={{ left: `${props.left}%`, top: props.top }}
    />
  )
}
