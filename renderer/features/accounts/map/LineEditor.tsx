import { Button, Input, Select } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { MapCoverage, MapRelation, RelationshipMap } from '../../../../db/accounts/map/contract.ts'
import { RELATIONS, type Relation } from '../../../../db/accounts/people/rules/fields.ts'
import { Section } from '../../../ui/bits.tsx'
import styles from './map.module.css'
import { depthOptions, lineByKey, namesOf } from './mapWords.ts'
import type { MapCommands } from './useMapCommands.ts'

/** The selected line: its meaning can be changed, each change is saved at once; or it is removed. */
export function LineEditor({
  map,
  lineKey,
  commands,
  onRemove,
}: {
  readonly map: RelationshipMap
  readonly lineKey: string
  readonly commands: MapCommands
  readonly onRemove: () => void
}) {
  const { t } = useTranslation()
  const line = lineByKey(map, lineKey)
  const names = namesOf(map)
  if (!line) return null
  const [from, to] =
    line.sort === 'relation'
      ? [line.relation.fromId, line.relation.toId]
      : [line.coverage.memberId, line.coverage.personId]
  return (
    <Section title={t('map.selectedLine')} remark={`${names.get(from) ?? ''} → ${names.get(to) ?? ''}`}>
      <div className={styles.fields}>
        {line.sort === 'relation' ? (
          <RelationFields key={line.relation.id} relation={line.relation} commands={commands} />
        ) : (
          <CoverageFields coverage={line.coverage} commands={commands} />
        )}
        <div className={styles.buttons}>
          {line.sort === 'relation' && line.relation.kind !== 'conflicts' && (
            <Button
              onClick={() =>
                void commands.change(line.relation, {
                  fromId: line.relation.toId,
                  toId: line.relation.fromId,
                })
              }
            >
              {t('map.swap')}
            </Button>
          )}
          <Button onClick={onRemove}>{t('map.removeLine')}</Button>
        </div>
      </div>
    </Section>
  )
}

function RelationFields({
  relation,
  commands,
}: {
  readonly relation: MapRelation
  readonly commands: MapCommands
}) {
  const { t } = useTranslation()
  const noteId = useId()
  const save = (text: string): void => {
    if (text.trim() !== relation.note) void commands.change(relation, { note: text.trim() })
  }
  return (
    <>
      <div>
        <Select<Relation>
          aria-label={t('map.kind')}
          style={{ width: '100%' }}
          value={relation.kind}
          options={RELATIONS.map((value) => ({ value, label: t(`map.line.${value}`) }))}
          onChange={(kind) => void commands.change(relation, { kind })}
        />
      </div>
      <div>
        <label htmlFor={noteId}>{t('map.note')}</label>
        <Input
          id={noteId}
          key={relation.note}
          defaultValue={relation.note}
          maxLength={500}
          onBlur={(event) => save(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.currentTarget.blur()
          }}
        />
      </div>
    </>
  )
}

function CoverageFields({
  coverage,
  commands,
}: {
  readonly coverage: MapCoverage
  readonly commands: MapCommands
}) {
  const { t } = useTranslation()
  const { memberId, personId, depth, wanted } = coverage
  return (
    <>
      <span className={styles.quiet}>{t('map.now')}</span>
      <Select<number>
        aria-label={t('map.now')}
        value={depth}
        options={depthOptions()}
        onChange={(now) => void commands.cover(memberId, personId, { depth: now, wanted })}
      />
      <span className={styles.quiet}>{t('map.goal')}</span>
      <Select<number>
        aria-label={t('map.goal')}
        value={wanted ?? -1}
        options={[{ value: -1, label: t('map.notSaid') }, ...depthOptions().slice(1)]}
        onChange={(goal) =>
          void commands.cover(memberId, personId, { depth, wanted: goal === -1 ? null : goal })
        }
      />
    </>
  )
}
