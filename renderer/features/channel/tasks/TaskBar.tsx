import { Button, Dropdown, Input, Segmented } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TaskRow } from '../../../../db/channel/tasks/rules/taskTable.ts'
import type { MemberId } from '../../../../db/kernel/ids.ts'
import { MemberPicker } from '../../../shared/pick/MemberPicker.tsx'
import { ButtonKey } from '../../../ui/bits.tsx'
import { ClockCircleFilled, SearchOutlined } from '../../../ui/icons.tsx'
import { countsIn, SHOWN, type Shown } from './shown.ts'
import styles from './tasks.module.css'
import type { TaskActs } from './useTaskActs.ts'

const WHOSE = ['mine', 'all'] as const

/** Whose tasks are shown and which, each with how many there are; and what can be done with those selected. */
export function TaskBar({
  rows,
  show,
  whose,
  colleague,
  filter,
  acts,
  onShow,
  onWhose,
  onColleague,
  onFilter,
}: {
  readonly rows: readonly TaskRow[]
  /** null where the view shows all */
  readonly show: Shown | null
  /** null where nobody said who sits here */
  readonly whose: (typeof WHOSE)[number] | null
  /** whose alone of the department's; null for everybody's, undefined where they aren't asked for */
  readonly colleague?: MemberId | null | undefined
  readonly filter: string | null
  readonly acts: TaskActs
  readonly onShow: (show: Shown) => void
  readonly onWhose: (whose: (typeof WHOSE)[number]) => void
  readonly onColleague?: (memberId: MemberId | null) => void
  readonly onFilter: (text: string) => void
}) {
  const { t } = useTranslation()
  const counts = useMemo(() => countsIn(rows), [rows])
  return (
    <div className={styles.bar}>
      {whose !== null && (
        <Segmented
          aria-label={t('tasks.whoseLabel')}
          value={whose}
          onChange={onWhose}
          options={WHOSE.map((value) => ({ value, label: t(`tasks.whose.${value}`) }))}
        />
      )}
      {colleague !== undefined && onColleague !== undefined && (
        <MemberPicker
          value={colleague}
          onChange={onColleague}
          label={t('tasks.colleague')}
          placeholder={t('tasks.colleague')}
          style={{ width: 116 }}
        />
      )}
      {show !== null && (
        <fieldset className={styles.shows} aria-label={t('tasks.showLabel')}>
          {SHOWN.map((one) => (
            <button
              key={one}
              type="button"
              className={styles.show}
              data-look={one === 'late' && counts.late ? 'late' : undefined}
              aria-pressed={one === show}
              onClick={() => onShow(one)}
            >
              {one === 'late' && <ClockCircleFilled />}
              {t(`tasks.show.${one}`)}
              {counts[one] !== null && <strong>{counts[one]}</strong>}
            </button>
          ))}
        </fieldset>
      )}
      {filter !== null && (
        <Input
          className={styles.filter ?? ''}
          aria-label={t('tasks.filter')}
          placeholder={t('tasks.filter')}
          prefix={<SearchOutlined />}
          allowClear
          value={filter}
          onChange={(event) => onFilter(event.target.value)}
        />
      )}
      <div className={styles.actions}>
        <ActButtons acts={acts} />
      </div>
    </div>
  )
}

/** The actions on the tasks that are meant, the commonest as buttons. */
export function ActButtons({ acts }: { readonly acts: TaskActs }) {
  const { t } = useTranslation()
  return (
    <>
      <Button onClick={() => acts.act('done')}>
        {t('tasks.done')}
        <ButtonKey>{t('tasks.space')}</ButtonKey>
      </Button>
      <Button onClick={() => acts.ask('snooze')}>
        {t('tasks.snooze')}
        <ButtonKey>S</ButtonKey>
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'drop', label: t('tasks.drop'), onClick: () => acts.ask('drop') },
            { key: 'wait', label: t('tasks.wait'), onClick: () => acts.ask('wait') },
            { key: 'give', label: t('tasks.giveTo'), onClick: () => acts.ask('give') },
            { key: 'move', label: t('tasks.moveTo'), onClick: () => acts.ask('move') },
            { type: 'divider' },
            { key: 'resume', label: t('tasks.resume'), onClick: () => acts.act('resume') },
            { key: 'wake', label: t('tasks.wake'), onClick: () => acts.act('wake') },
            { key: 'reopen', label: t('tasks.reopen'), onClick: () => acts.act('reopen') },
            { key: 'remove', label: t('tasks.remove'), onClick: () => acts.act('remove') },
          ],
        }}
      >
        <Button>{t('tasks.otherActs')}</Button>
      </Dropdown>
    </>
  )
}
