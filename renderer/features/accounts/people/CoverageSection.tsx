import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Coverage, PersonPage } from '../../../../db/accounts/people/contract.ts'
import { DEPTHS } from '../../../../db/accounts/people/rules/fields.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { MemberPicker } from '../../../shared/pick/MemberPicker.tsx'
import { Section } from '../../../ui/bits.tsx'
import { DeleteOutlined } from '../../../ui/icons.tsx'
import styles from './person.module.css'

type Line = Pick<Coverage, 'depth' | 'wanted'>

/** Which of our people knows this one, how well now and how well we want. */
export function CoverageSection({ person }: { readonly person: PersonPage }) {
  const { t } = useTranslation()
  const [adding, setAdding] = useState(false)
  const set = useCommand(engine.map.setCoverage, { toast: false })
  const write = (memberId: Coverage['memberId'], before: Line | null, after: Line | null): void =>
    void set.run({ personId: person.id, memberId, before, after }, { toast: after === null })
  const levels = DEPTHS.map((value) => ({ value, label: t(`people.depth.d${value}`) }))
  return (
    <Section
      title={t('people.coverage.title')}
      remark={person.coverage.length || ''}
      action={
        <Button type="link" size="small" className={styles.inline ?? ''} onClick={() => setAdding(true)}>
          {t('people.add')}
        </Button>
      }
    >
      {person.coverage.length === 0 && !adding && <p className={styles.quiet}>{t('people.coverage.none')}</p>}
      {person.coverage.length > 0 && (
        <div className={styles.coverage}>
          <span />
          <span className={styles.quiet}>{t('people.coverage.now')}</span>
          <span className={styles.quiet}>{t('people.coverage.wanted')}</span>
          <span />
          {person.coverage.map(({ memberId, memberName, depth, wanted }) => {
            const before = { depth, wanted }
            const names = { name: memberName }
            return (
              <div key={memberId} className={styles.coverageLine}>
                <span>{memberName}</span>
                <Select<number>
                  size="small"
                  value={depth}
                  options={levels}
                  aria-label={t('people.coverage.nowOf', names)}
                  onChange={(next) => write(memberId, before, { depth: next, wanted })}
                />
                <Select<number | null>
                  size="small"
                  value={wanted}
                  options={levels}
                  allowClear
                  placeholder="–"
                  aria-label={t('people.coverage.wantedOf', names)}
                  onChange={(next) => write(memberId, before, { depth, wanted: next ?? null })}
                />
                <Button
                  type="text"
                  size="small"
                  icon={<DeleteOutlined />}
                  aria-label={t('people.coverage.remove', names)}
                  onClick={() => write(memberId, before, null)}
                />
              </div>
            )
          })}
        </div>
      )}
      {adding && (
        <MemberPicker
          value={null}
          label={t('people.coverage.who')}
          autoFocus
          except={person.coverage.map(({ memberId }) => memberId)}
          onChange={(memberId) => {
            setAdding(false)
            if (memberId !== null) write(memberId, null, { depth: 1, wanted: null })
          }}
        />
      )}
    </Section>
  )
}
