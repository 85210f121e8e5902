import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RelationshipMap } from '../../../../db/accounts/map/contract.ts'
import { coverageKey } from '../../../../db/accounts/map/rules/lines.ts'
import { RELATIONS, type Relation } from '../../../../db/accounts/people/rules/fields.ts'
import { Section } from '../../../ui/bits.tsx'
import { canConnect, coverageEnds } from './KindMenu.tsx'
import styles from './map.module.css'
import { depthOptions, lastMetText, namesOf, personFacts } from './mapWords.ts'
import type { MapCommands } from './useMapCommands.ts'

/** The selected person: what the map knows of them, and the way to draw a line from them without a pointer. */
export function NodeEditor({
  map,
  nodeId,
  commands,
  onDrawn,
}: {
  readonly map: RelationshipMap
  readonly nodeId: string
  readonly commands: MapCommands
  readonly onDrawn: (key: string) => void
}) {
  const { t } = useTranslation()
  const person = map.people.find(({ id }) => id === nodeId)
  const member = map.members.find(({ id }) => id === nodeId)
  const name = person?.name ?? member?.name
  if (name === undefined) return null
  return (
    <Section title={name} remark={person ? person.title : member?.role}>
      {person && (
        <dl className={styles.facts}>
          <dt>{t('map.attitude')}</dt>
          <dd>{personFacts(person, t)}</dd>
          <dt>{t('map.lastMet')}</dt>
          <dd>{lastMetText(person.lastMet, map.today, t)}</dd>
        </dl>
      )}
      <LineForm map={map} fromId={nodeId} commands={commands} onDrawn={onDrawn} />
    </Section>
  )
}

function LineForm({
  map,
  fromId,
  commands,
  onDrawn,
}: {
  readonly map: RelationshipMap
  readonly fromId: string
  readonly commands: MapCommands
  readonly onDrawn: (key: string) => void
}) {
  const { t } = useTranslation()
  const [toId, setToId] = useState<string | null>(null)
  const [kind, setKind] = useState<Relation>('reports')
  const [depth, setDepth] = useState(1)
  const ends = toId === null ? null : coverageEnds(map, fromId, toId)
  const draw = async (): Promise<void> => {
    if (toId === null) return
    const key = ends
      ? (await commands.cover(ends.memberId, ends.personId, { depth, wanted: null }))
        ? coverageKey(ends.memberId, ends.personId)
        : null
      : await commands.draw(fromId, toId, kind)
    if (key !== null) onDrawn(key)
  }
  const others = [...namesOf(map)].filter(([id]) => canConnect(map, fromId, id))
  return (
    <div className={styles.fields}>
      <span className={styles.quiet}>{t('map.drawTo')}</span>
      <Select<string>
        aria-label={t('map.drawTo')}
        placeholder={t('map.chooseWho')}
        value={toId}
        showSearch={{ optionFilterProp: 'label' }}
        options={others.map(([value, label]) => ({ value, label }))}
        onChange={setToId}
      />
      {ends ? (
        <Select<number>
          aria-label={t('map.kind')}
          value={depth}
          options={depthOptions().slice(1)}
          onChange={setDepth}
        />
      ) : (
        <Select<Relation>
          aria-label={t('map.kind')}
          value={kind}
          options={RELATIONS.map((value) => ({ value, label: t(`map.line.${value}`) }))}
          onChange={setKind}
        />
      )}
      <div className={styles.buttons}>
        <Button disabled={toId === null} onClick={() => void draw()}>
          {t('map.draw')}
        </Button>
      </div>
    </div>
  )
}
