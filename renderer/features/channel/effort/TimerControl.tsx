import { Button, Input, type InputRef, Popover } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimerNow } from '../../../../db/channel/effort/contract.ts'
import { minutesText, readMinutes } from '../../../../db/channel/effort/rules/minutes.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { formatMoment } from '../../../ui/format.ts'
import { ClockCircleOutlined } from '../../../ui/icons.tsx'
import styles from './effort.module.css'
import { type TimerSubject, useTimer } from './useTimer.ts'

/**
 * Starts and stops the laptop's timer. One that runs for something else says for what. After a night, or with the clock
 * set back, it asks how long the work took.
 */
export function TimerControl({ about }: { readonly about: TimerSubject }) {
  const { t } = useTranslation()
  const timer = useTimer()
  const { running } = timer
  if (running === null)
    return (
      <Button icon={<ClockCircleOutlined />} onClick={() => timer.start(about)}>
        {t('effort.timer.start')}
      </Button>
    )
  const unsure = running.reading.kind !== 'sure'
  return (
    <Popover
      open={timer.asks}
      onOpenChange={(open) => !open && timer.askNoMore()}
      trigger="click"
      placement="bottomRight"
      content={timer.asks && <HowLong running={running} timer={timer} />}
    >
      <span className={styles.timer}>
        <span className={styles.timerWhat} title={whatOf(running)}>
          {whatOf(running)}
        </span>
        <Button
          icon={<ClockCircleOutlined />}
          danger={unsure}
          onClick={() => void timer.stop()}
          aria-label={t('effort.timer.stopFor', { name: whatOf(running) })}
        >
          {t('effort.timer.stop', { time: minutesText(running.reading.minutes) })}
        </Button>
      </span>
    </Popover>
  )
}

const whatOf = ({ about, account }: TimerNow): string => about ?? account ?? ''

function HowLong({
  running,
  timer,
}: {
  readonly running: TimerNow
  readonly timer: ReturnType<typeof useTimer>
}) {
  const { t } = useTranslation()
  const { reading, untilClosing, startedAt } = running
  const [text, setText] = useState(untilClosing > 0 ? minutesText(untilClosing) : '')
  const field = useRef<InputRef>(null)
  useEffect(() => field.current?.focus(), [])
  const minutes = readMinutes(text)
  const since = formatMoment(new Date(startedAt), spokenLanguage(), t('ledger.today'))
  const save = (): void => {
    if (minutes !== undefined && minutes > 0) void timer.stop(minutes)
  }
  return (
    <div className={styles.howLong}>
      <p>{t(reading.kind === 'backwards' ? 'effort.timer.backwards' : 'effort.timer.night', { since })}</p>
      <Input
        ref={field}
        aria-label={t('effort.timer.howLong')}
        value={text}
        status={text !== '' && minutes === undefined ? 'error' : ''}
        onChange={(event) => setText(event.target.value)}
        onPressEnter={(event) => !event.nativeEvent.isComposing && save()}
      />
      {untilClosing > 0 && (
        <p className={styles.remark}>{t('effort.timer.untilClosing', { time: minutesText(untilClosing) })}</p>
      )}
      <div className={styles.buttons}>
        <Button onClick={timer.drop}>{t('effort.timer.drop')}</Button>
        <Button type="primary" disabled={!minutes} onClick={save}>
          {t('effort.timer.save')}
        </Button>
      </div>
    </div>
  )
}
