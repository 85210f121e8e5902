import { Button, Segmented, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Member } from '../../../../db/department/contract.ts'
import { SEATS, type Seat } from '../../../../db/evaluation/ballots/rules/group.ts'
import styles from './ballots.module.css'

/** Seats colleagues, several at once. */
export function AddEvaluators({
  members,
  add,
  close,
}: {
  /** those who have no seat yet */
  readonly members: readonly Member[]
  readonly add: (seats: readonly { memberId: Member['id']; seat: Seat }[]) => Promise<void>
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const id = useId()
  const [chosen, setChosen] = useState<readonly Member['id'][]>([])
  const [seat, setSeat] = useState<Seat>('member')
  return (
    <form
      className={styles.line}
      onSubmit={(event) => {
        event.preventDefault()
        void add(chosen.map((memberId) => ({ memberId, seat })))
      }}
    >
      <label htmlFor={id}>{t('ballots.group.who')}</label>
      <Select<Member['id'][], { value: Member['id']; label: string; pinyin: string }>
        id={id}
        mode="multiple"
        autoFocus
        className={styles.grow ?? ''}
        value={[...chosen]}
        onChange={setChosen}
        options={members.map(({ id: value, name, role, pinyin }) => ({
          value,
          label: role === '' ? name : `${name} · ${role}`,
          pinyin,
        }))}
        showSearch={{
          filterOption: (text, option) =>
            option !== undefined &&
            `${option.label} ${option.pinyin}`.toLowerCase().includes(text.trim().toLowerCase()),
        }}
        placeholder={t(members.length === 0 ? 'ballots.group.allSeated' : 'ballots.group.choose')}
      />
      <Segmented<Seat>
        aria-label={t('ballots.column.seat')}
        value={seat}
        onChange={setSeat}
        options={SEATS.map((value) => ({ value, label: t(`ballots.seat.${value}`) }))}
      />
      <Button type="primary" htmlType="submit" disabled={chosen.length === 0}>
        {t('ballots.group.seat')}
      </Button>
      <Button onClick={close}>{t('ballots.cancel')}</Button>
    </form>
  )
}
