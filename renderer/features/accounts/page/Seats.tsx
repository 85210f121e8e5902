import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Seat } from '../../../../db/accounts/group/contract.ts'
import { FIELD_LIMITS } from '../../../../db/accounts/rules/fields.ts'
import type { Member } from '../../../../db/department/contract.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { Avatar } from '../../../ui/bits.tsx'
import { DeleteOutlined } from '../../../ui/icons.tsx'
import styles from '../accounts.module.css'
import group from './group.module.css'

/** The working group of an account: colleagues and what each does there. */
export function Seats({
  accountId,
  seats,
  members,
}: {
  readonly accountId: string
  readonly seats: readonly Seat[]
  readonly members: readonly Member[]
}) {
  const { t } = useTranslation()
  const set = useCommand(engine.group.setSeat, { toast: false })
  const remove = useCommand(engine.group.removeSeat)
  const free = members.filter(({ id }) => !seats.some(({ memberId }) => memberId === id))
  return (
    <>
      <ul className={group.seats}>
        {seats.map((seat) => (
          <li key={seat.memberId}>
            <Avatar name={seat.name} />
            <strong>{seat.name}</strong>
            <TaskInput
              seat={seat}
              save={(task) => void set.run({ accountId, memberId: seat.memberId, function: task })}
            />
            <Button
              type="text"
              icon={<DeleteOutlined />}
              aria-label={t('accounts.group.removeSeat', { name: seat.name })}
              onClick={() => void remove.run({ accountId, memberId: seat.memberId })}
            />
          </li>
        ))}
      </ul>
      {seats.length === 0 && <p className={styles.quiet}>{t('accounts.group.noSeats')}</p>}
      <Select<string | null>
        className={group.addSeat ?? ''}
        aria-label={t('accounts.group.addSeat')}
        placeholder={t('accounts.group.addSeat')}
        value={null}
        showSearch={{ optionFilterProp: 'search' }}
        options={free.map(({ id, name, pinyin }) => ({
          value: String(id),
          label: name,
          search: `${name} ${pinyin}`,
        }))}
        onChange={(memberId) => memberId !== null && void set.run({ accountId, memberId, function: '' })}
      />
    </>
  )
}

function TaskInput({ seat, save }: { readonly seat: Seat; readonly save: (task: string) => void }) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState<string | null>(null)
  const commit = (): void => {
    if (draft !== null && draft.trim() !== seat.function) save(draft.trim())
    setDraft(null)
  }
  return (
    <Input
      value={draft ?? seat.function}
      maxLength={FIELD_LIMITS.short}
      aria-label={t('accounts.group.functionOf', { name: seat.name })}
      placeholder={t('accounts.group.function')}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onPressEnter={(event) => !event.nativeEvent.isComposing && commit()}
    />
  )
}
