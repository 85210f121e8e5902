import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CalendarLine } from '../../../../db/department/calendar/contract.ts'
import type { Member } from '../../../../db/department/contract.ts'
import { api, engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { Avatar, Section } from '../../../ui/bits.tsx'
import { CloseOutlined } from '../../../ui/icons.tsx'
import styles from './calendar.module.css'

/** Who goes by a calendar: the members put on it, or everybody else where it is the department's own. */
export function TeamSection({
  line,
  assigned,
}: {
  readonly line: CalendarLine
  readonly assigned: readonly { readonly memberId: Member['id']; readonly calendarId: CalendarLine['id'] }[]
}) {
  const { t } = useTranslation()
  const { data: members = [] } = useQuery(api.department.members.queryOptions())
  const assign = useCommand(engine.calendar.assign)
  const here = new Set(
    assigned.filter(({ calendarId }) => calendarId === line.id).map(({ memberId }) => memberId),
  )
  const others = assigned.length - here.size
  const listed = members.filter(({ id }) => here.has(id))
  return (
    <Section title={t('calendar.team')} remark={listed.length || ''}>
      {line.ofDepartment && (
        <p className={styles.quiet}>
          {others === 0 ? t('calendar.teamOwnAll') : t('calendar.teamOwn', { count: others })}
        </p>
      )}
      {!line.ofDepartment && listed.length === 0 && <p className={styles.quiet}>{t('calendar.teamNone')}</p>}
      <ul className={styles.team}>
        {listed.map(({ id, name, role }) => (
          <li key={id}>
            <Avatar name={name} />
            <span>{name}</span>
            <span className={styles.quiet}>{role}</span>
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined />}
              aria-label={t('calendar.teamRemove', { name })}
              title={t('calendar.teamRemove', { name })}
              onClick={() => void assign.run({ memberIds: [id], calendarId: null })}
            />
          </li>
        ))}
      </ul>
      {!line.ofDepartment && (
        <Select<string>
          className={styles.teamAdd ?? ''}
          showSearch={{
            filterOption: (typed, option) => option?.words.includes(typed.trim().toLowerCase()) ?? false,
          }}
          value={null}
          placeholder={t('calendar.teamAdd')}
          aria-label={t('calendar.teamAdd')}
          options={members
            .filter(({ id }) => !here.has(id))
            .map(({ id, name, role, pinyin }) => ({
              value: id,
              label: role === '' ? name : `${name} · ${role}`,
              words: `${name} ${pinyin}`.toLowerCase(),
            }))}
          onChange={(chosen) => {
            const member = members.find(({ id }) => id === chosen)
            if (member) void assign.run({ memberIds: [member.id], calendarId: line.id })
          }}
        />
      )}
    </Section>
  )
}
