import { Button, Input, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { PersonPicker } from '../../../shared/pick/PersonPicker.tsx'
import { CloseOutlined } from '../../../ui/icons.tsx'
import { DayField } from './DayField.tsx'
import type { Draft, DraftPromise, draftDays } from './draft.ts'
import styles from './log.module.css'

/** Promises that a contact brought forth (C2): whose, what, to whom or from whom, due when. */
export function PromiseLines({
  draft: { promises, accountId },
  days,
  today,
  change,
}: {
  readonly draft: Draft
  readonly days: ReturnType<typeof draftDays>['due']
  readonly today: string
  readonly change: (changes: Partial<Draft>) => void
}) {
  const { t } = useTranslation()
  const changeLine = (key: string, changes: Partial<DraftPromise>): void =>
    change({ promises: promises.map((line) => (line.key === key ? { ...line, ...changes } : line)) })
  return promises.map((line, at) => (
    <div key={line.key} className={styles.promise}>
      <Radio.Group
        optionType="button"
        aria-label={t('log.form.promise.side')}
        value={line.side}
        options={[
          { value: 'ours', label: t('log.form.promise.ours') },
          { value: 'theirs', label: t('log.form.promise.theirs') },
        ]}
        onChange={({ target }) => changeLine(line.key, { side: target.value })}
      />
      <Input
        aria-label={t('log.form.promise.what')}
        placeholder={t('log.form.promise.what')}
        autoFocus={line.what === ''}
        maxLength={500}
        value={line.what}
        onChange={(event) => changeLine(line.key, { what: event.target.value })}
      />
      <PersonPicker
        label={t('log.form.promise.who')}
        placeholder={t('log.form.promise.who')}
        value={line.personId}
        {...(accountId === null ? {} : { accountId })}
        onChange={(personId) => changeLine(line.key, { personId })}
      />
      <DayField
        label={t('log.form.promise.due')}
        value={line.due}
        day={days[at]?.day ?? null}
        today={today}
        blank={t('log.form.promise.due')}
        onChange={(due) => changeLine(line.key, { due })}
      />
      <Button
        type="text"
        icon={<CloseOutlined />}
        aria-label={t('log.form.removePromise')}
        onClick={() => change({ promises: promises.filter(({ key }) => key !== line.key) })}
      />
    </div>
  ))
}
