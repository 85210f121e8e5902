import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Input, Switch } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NOTICE_LEVELS } from '../../../db/channel/notices/rules/levels.ts'
import { DEFAULT_NOTICES, type NoticeSettings as Settings } from '../../../db/channel/notices/rules/quiet.ts'
import { api, engine } from '../../client/engine.ts'
import { toProblem } from '../../client/problem.ts'
import { queryClient } from '../../client/queryClient.ts'
import { Section } from '../../ui/bits.tsx'
import { showProblem } from '../../ui/toast.ts'
import styles from './department.module.css'

async function change(changes: Partial<Settings>): Promise<void> {
  try {
    queryClient.setQueryData(
      api.notices.settings.queryKey(),
      await engine.notices.changeSettings(writable(changes)),
    )
  } catch (error) {
    showProblem(toProblem(error))
  }
}

/** As the contract takes them: its lists and objects may be written to. */
const writable = ({ levels, quiet, ...rest }: Partial<Settings>) => ({
  ...rest,
  ...(levels === undefined ? {} : { levels: { ...levels } }),
  ...(quiet === undefined ? {} : { quiet: quiet && { ...quiet } }),
})

/** How this laptop gives notices 提醒: of what, when not, and whether by the system. */
export function NoticeSettings() {
  const { t } = useTranslation()
  const { data: settings = DEFAULT_NOTICES } = useQuery(api.notices.settings.queryOptions())
  const { levels, quiet, onlyAtWork } = settings
  return (
    <Section title={t('notices.settings.title')} remark={t('notices.settings.remark')}>
      <div className={styles.settings}>
        <span className={styles.label}>{t('notices.settings.levels')}</span>
        <div className={styles.noticeLevels}>
          {NOTICE_LEVELS.map((level) => (
            <Checkbox
              key={level}
              checked={levels[level]}
              onChange={({ target }) => void change({ levels: { ...levels, [level]: target.checked } })}
            >
              {t(`notices.level.${level}`)}
            </Checkbox>
          ))}
        </div>
        <span className={styles.label}>{t('notices.settings.quiet')}</span>
        <div className={styles.noticeQuiet}>
          <Switch
            size="small"
            aria-label={t('notices.settings.quietOn')}
            checked={quiet !== null}
            onChange={(on) => void change({ quiet: on ? DEFAULT_NOTICES.quiet : null })}
          />
          {quiet && (
            <>
              <Time
                label={t('notices.settings.quietFrom')}
                value={quiet.from}
                choose={(from) => void change({ quiet: { ...quiet, from } })}
              />
              <Time
                label={t('notices.settings.quietTo')}
                value={quiet.to}
                choose={(to) => void change({ quiet: { ...quiet, to } })}
              />
            </>
          )}
        </div>
        <span className={styles.label}>{t('notices.settings.onlyAtWork')}</span>
        <div>
          <Switch
            size="small"
            aria-label={t('notices.settings.onlyAtWork')}
            checked={onlyAtWork}
            onChange={(on) => void change({ onlyAtWork: on })}
          />{' '}
          <span className={styles.label}>{t('notices.settings.onlyAtWorkLine')}</span>
        </div>
        <span className={styles.label}>{t('notices.settings.system')}</span>
        <System />
      </div>
    </Section>
  )
}

function Time({
  label,
  value,
  choose,
}: {
  readonly label: string
  readonly value: string
  readonly choose: (time: string) => void
}) {
  return (
    <Input
      key={value}
      type="time"
      size="small"
      style={{ width: 104 }}
      aria-label={label}
      addonBefore={label}
      defaultValue={value}
      onBlur={({ target }) => {
        if (target.value !== '' && target.value !== value) choose(target.value)
      }}
    />
  )
}

/** System notifications are asked for by this button alone. */
function System() {
  const { t } = useTranslation()
  const there = 'Notification' in window
  const [permission, setPermission] = useState(there ? Notification.permission : null)
  if (permission === null) return <span className={styles.label}>{t('notices.settings.none')}</span>
  if (permission !== 'default')
    return <span className={styles.label}>{t(`notices.settings.${permission}`)}</span>
  return (
    <div>
      <Button onClick={() => void Notification.requestPermission().then(setPermission)}>
        {t('notices.settings.ask')}
      </Button>{' '}
      <span className={styles.label}>{t('notices.settings.unasked')}</span>
    </div>
  )
}
