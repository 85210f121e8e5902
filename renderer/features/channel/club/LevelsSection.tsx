import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Level } from '../../../../db/channel/club/contract.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { SavedText } from '../../../shared/ledger/fields.tsx'
import styles from '../../../shared/ledger/ledger.module.css'
import { Section } from '../../../ui/bits.tsx'
import { ArrowUpOutlined, DeleteOutlined } from '../../../ui/icons.tsx'

/** The club's levels, the highest first, each with its benefits, one a line. */
export function LevelsSection({ levels }: { readonly levels: readonly Level[] }) {
  const { t } = useTranslation()
  const add = useCommand(engine.club.addLevel)
  const [name, setName] = useState('')
  return (
    <Section title={t('club.levels')} remark={levels.length || ''}>
      {levels.length === 0 && <p className={styles.remark}>{t('club.noLevels')}</p>}
      {levels.map((level, at) => (
        <LevelForm key={level.id} level={level} above={at === 0 ? undefined : (levels[at - 2] ?? null)} />
      ))}
      <form
        className={styles.buttons}
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim() === '') return
          void add.run({ name: name.trim(), benefits: [] }).then(({ ok }) => ok && setName(''))
        }}
      >
        <Input
          className={styles.grow ?? ''}
          aria-label={t('club.newLevel')}
          placeholder={t('club.newLevel')}
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button htmlType="submit">{t('club.addLevel')}</Button>
      </form>
    </Section>
  )
}

function LevelForm({
  level,
  above,
}: {
  readonly level: Level
  /** the level behind which it comes when it moves up: null for the top, undefined where it is there */
  readonly above: Level | null | undefined
}) {
  const { t } = useTranslation()
  const change = useCommand(engine.club.changeLevel)
  const move = useCommand(engine.club.moveLevel)
  const remove = useCommand(engine.club.removeLevel)
  const before = { name: level.name, benefits: level.benefits }
  const put = async (after: Partial<typeof before>): Promise<boolean> =>
    (await change.run({ levelId: level.id, before, after: { ...before, ...after } })).ok
  return (
    <div className={styles.level}>
      <div className={styles.fields}>
        <SavedText
          label={t('club.levelName', { count: level.members })}
          value={level.name}
          required
          save={(name) => put({ name })}
        />
        <SavedText
          label={t('club.benefits')}
          value={level.benefits.join('\n')}
          lines={2}
          save={(text) => put({ benefits: linesOf(text) })}
        />
      </div>
      <div className={styles.buttons}>
        {above !== undefined && (
          <Button
            size="small"
            icon={<ArrowUpOutlined />}
            aria-label={t('club.moveUp', { name: level.name })}
            title={t('club.moveUp', { name: level.name })}
            onClick={() => void move.run({ levelId: level.id, after: above?.id ?? null })}
          />
        )}
        <Button
          size="small"
          icon={<DeleteOutlined />}
          aria-label={t('club.removeLevel', { name: level.name })}
          title={t('club.removeLevel', { name: level.name })}
          onClick={() => void remove.run({ levelId: level.id })}
        />
      </div>
    </div>
  )
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
