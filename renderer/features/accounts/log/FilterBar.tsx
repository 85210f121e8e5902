import { Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { CHANNELS, type Channel } from '../../../../db/accounts/log/rules/channels.ts'
import { MemberPicker } from '../../../shared/pick/MemberPicker.tsx'
import styles from './log.module.css'

/** What a list of entries can be narrowed to. */
export interface LogFilter {
  readonly memberId?: string
  readonly channel?: Channel
  readonly open?: true
}

/** All or only open next steps, by channel and by who of ours. */
export function FilterBar({
  filter: { memberId, channel, open },
  change,
}: {
  readonly filter: LogFilter
  readonly change: (filter: LogFilter) => void
}) {
  const { t } = useTranslation()
  const filterOf = (one: { [Key in keyof LogFilter]: LogFilter[Key] | undefined }): LogFilter => ({
    ...(one.memberId === undefined ? {} : { memberId: one.memberId }),
    ...(one.channel === undefined ? {} : { channel: one.channel }),
    ...(one.open === undefined ? {} : { open: one.open }),
  })
  return (
    <div className={styles.filters}>
      <Segmented<'all' | 'open'>
        aria-label={t('log.scope')}
        value={open ? 'open' : 'all'}
        options={[
          { value: 'all', label: t('log.showAll') },
          { value: 'open', label: t('log.showOpen') },
        ]}
        onChange={(next) => change(filterOf({ memberId, channel, open: next === 'open' ? true : undefined }))}
      />
      <Select<Channel | null>
        className={styles.filter ?? ''}
        aria-label={t('log.form.channel')}
        value={channel ?? null}
        options={[
          { value: null, label: t('log.anyChannel') },
          ...CHANNELS.map((value) => ({ value, label: t(`log.channel.${value}`) })),
        ]}
        onChange={(next) => change(filterOf({ memberId, channel: next ?? undefined, open }))}
      />
      <MemberPicker
        style={{ width: 150 }}
        label={t('log.form.member')}
        placeholder={t('log.everyone')}
        value={memberId ?? null}
        onChange={(next) => change(filterOf({ memberId: next ?? undefined, channel, open }))}
      />
    </div>
  )
}
