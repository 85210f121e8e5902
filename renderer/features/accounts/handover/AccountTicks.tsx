import { Checkbox, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { engine } from '../../../client/engine.ts'
import { SearchOutlined } from '../../../ui/icons.tsx'
import { TierTag } from '../../../ui/tier.tsx'
import styles from './handover.module.css'

/** An account of the giver, as it can be chosen. */
export type OwnedAccount = Awaited<ReturnType<typeof engine.handover.ownedBy>>[number]

/** More lines than this nobody reads; the filter finds the rest. */
const MOST_LINES = 200

/** The giver's accounts to tick, with their tiers and what is open there. */
export function AccountTicks({
  owned,
  chosen,
  asked,
  onChange,
  problem,
}: {
  readonly owned: readonly OwnedAccount[]
  readonly chosen: readonly OwnedAccount[]
  /** whether it is known whose accounts they are */
  readonly asked: boolean
  readonly onChange: (ids: ReadonlySet<string>) => void
  readonly problem: string
}) {
  const { t } = useTranslation()
  const [filter, setFilter] = useState('')
  const text = filter.trim().toLowerCase()
  const fitting = owned.filter(
    ({ name, pinyin }) => name.toLowerCase().includes(text) || pinyin.includes(text),
  )
  const shown = fitting.slice(0, MOST_LINES)
  const ids = new Set<string>(chosen.map(({ id }) => id))
  const tick = (accounts: readonly OwnedAccount[], on: boolean): void => {
    const next = new Set(ids)
    for (const { id } of accounts) {
      if (on) next.add(id)
      else next.delete(id)
    }
    onChange(next)
  }
  const ticked = fitting.filter(({ id }) => ids.has(id)).length
  return (
    <fieldset className={styles.ticks}>
      <legend>
        {t('handover.field.accounts')}{' '}
        {owned.length > 0 && t('handover.form.chosen', { chosen: chosen.length, count: owned.length })}
      </legend>
      {owned.length === 0 ? (
        <p className={styles.quiet}>{t(asked ? 'handover.form.none' : 'handover.form.chooseFrom')}</p>
      ) : (
        <>
          <div className={styles.ticksBar}>
            <Checkbox
              checked={fitting.length > 0 && ticked === fitting.length}
              indeterminate={ticked > 0 && ticked < fitting.length}
              onChange={(event) => tick(fitting, event.target.checked)}
            >
              {t('handover.form.all')}
            </Checkbox>
            <Input
              allowClear
              prefix={<SearchOutlined />}
              placeholder={t('handover.form.search')}
              aria-label={t('handover.form.search')}
              value={filter}
              onChange={(event) => setFilter(event.target.value)}
              // finding an account doesn't begin the hand-over
              onKeyDown={(event) => {
                if (event.key === 'Enter') event.preventDefault()
              }}
            />
          </div>
          <ul className={styles.tickList}>
            {shown.map((account) => (
              <li key={account.id}>
                <Checkbox
                  checked={ids.has(account.id)}
                  onChange={(event) => tick([account], event.target.checked)}
                >
                  {account.name}
                </Checkbox>
                <TierTag standing={account.tier} />
                <span className={styles.quiet}>
                  {account.openPromises > 0 &&
                    t('handover.form.openPromises', { count: account.openPromises })}
                </span>
              </li>
            ))}
          </ul>
          {fitting.length === 0 && <p className={styles.quiet}>{t('handover.form.noneFit')}</p>}
          {fitting.length > shown.length && (
            <p className={styles.quiet}>
              {t('handover.form.more', { count: fitting.length - shown.length })}
            </p>
          )}
        </>
      )}
      {problem !== '' && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  )
}
