import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { RelationshipMap } from '../../../../db/accounts/map/contract.ts'
import { RELATIONS } from '../../../../db/accounts/people/rules/fields.ts'
import type { Connecting } from './MapCanvas.tsx'
import styles from './map.module.css'
import { depthText, namesOf } from './mapWords.ts'
import type { Cover, MapCommands } from './useMapCommands.ts'

/** How deep a contact is wanted with somebody whom we don't know yet, until somebody says otherwise. */
const WANTED_AT_FIRST = 2
const DEPTHS_TO_CHOOSE = [1, 2, 3, 4]

/** Asks, where a new line was let go, what it means; nothing is drawn until that is said. */
export function KindMenu({
  map,
  connecting,
  commands,
  close,
}: {
  readonly map: RelationshipMap
  readonly connecting: Connecting
  readonly commands: MapCommands
  /** with the key of the line that was drawn, null where none was */
  readonly close: (key: string | null) => void
}) {
  const { t } = useTranslation()
  const menu = useRef<HTMLDialogElement>(null)
  const { fromId, toId, at } = connecting
  const names = namesOf(map)
  const ends = coverageEnds(map, fromId, toId)
  useEffect(() => menu.current?.querySelector('button')?.focus(), [])
  const cover = async (after: Cover): Promise<void> => {
    if (!ends) return
    const ok = await commands.cover(ends.memberId, ends.personId, after)
    close(ok ? `${ends.memberId}/${ends.personId}` : null)
  }
  const title = t('map.newLine', { from: names.get(fromId) ?? '', to: names.get(toId) ?? '' })
  return (
    <dialog
      open
      ref={menu}
      className={styles.kindMenu}
      style={{ left: Math.min(at.x, window.innerWidth - 200), top: Math.min(at.y, window.innerHeight - 240) }}
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close(null)
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close(null)
      }}
    >
      <p>{title}</p>
      {ends ? (
        <>
          {DEPTHS_TO_CHOOSE.map((depth) => (
            <Button key={depth} type="text" onClick={() => void cover({ depth, wanted: null })}>
              {depthText(depth)}
            </Button>
          ))}
          <Button type="text" onClick={() => void cover({ depth: 0, wanted: WANTED_AT_FIRST })}>
            {t('map.wantToKnow')}
          </Button>
        </>
      ) : (
        RELATIONS.map((kind) => (
          <Button
            key={kind}
            type="text"
            onClick={() => void commands.draw(fromId, toId, kind).then((key) => close(key))}
          >
            {t(`map.line.${kind}`)}
          </Button>
        ))
      )}
      <Button type="text" onClick={() => close(null)}>
        {t('map.cancel')}
      </Button>
    </dialog>
  )
}

/** Which of two is ours and which theirs; null where both are theirs. */
export function coverageEnds(
  map: RelationshipMap,
  one: string,
  other: string,
): { readonly memberId: string; readonly personId: string } | null {
  const isOurs = (id: string): boolean => map.members.some((member) => member.id === id)
  if (isOurs(one)) return { memberId: one, personId: other }
  return isOurs(other) ? { memberId: other, personId: one } : null
}

/** Whether a line between two makes sense: at least one of them is theirs. */
export const canConnect = (map: RelationshipMap, one: string, other: string): boolean =>
  one !== other && [one, other].some((id) => map.people.some((person) => person.id === id))
