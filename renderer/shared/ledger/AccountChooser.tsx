import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Candidate } from '../../../db/channel/club/contract.ts'
import { TIERS, type Tier } from '../../../db/evaluation/rules/tiers.ts'
import { api } from '../../client/engine.ts'
import { TierSign, TierTag } from '../../ui/tier.tsx'
import { AccountPicker, type PickedAccount } from '../pick/AccountPicker.tsx'
import { Field } from './fields.tsx'
import styles from './ledger.module.css'

interface ChooserProps {
  readonly title: string
  /** accounts that are in it already: they are not offered */
  readonly except: readonly string[]
  /** what the button says, for a number of accounts */
  readonly verb: (count: number) => string
  /** false where it was refused */
  readonly choose: (accountIds: string[]) => Promise<boolean>
  readonly close: () => void
  /** further fields that belong to the choice */
  readonly children?: React.ReactNode
}

/** Chooses accounts: whole tiers and levels of the club by one click each, single ones by name; any can be left out. */
export function AccountChooser(props: ChooserProps & { readonly open: boolean }) {
  const { open, title, close } = props
  return (
    <Modal open={open} title={title} onCancel={close} footer={null} width={560} destroyOnHidden>
      {open && <Chooser {...props} />}
    </Modal>
  )
}

function Chooser({ except, verb, choose, close, children }: ChooserProps) {
  const { t } = useTranslation()
  const [tiers, setTiers] = useState<readonly Tier[]>([])
  const [levelIds, setLevelIds] = useState<readonly string[]>([])
  const [single, setSingle] = useState<readonly PickedAccount[]>([])
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set())
  const [busy, setBusy] = useState(false)
  const { data: club } = useQuery(api.club.read.queryOptions())
  const { data: found = [] } = useQuery(
    api.club.candidates.queryOptions({
      input: { tiers: [...tiers], levelIds: [...levelIds] },
      enabled: tiers.length + levelIds.length > 0,
      placeholderData: (before) => before,
    }),
  )
  const byGroup = tiers.length + levelIds.length === 0 ? [] : found
  const offered = withSingle(byGroup, single).filter(({ accountId }) => !except.includes(accountId))
  const chosen = offered.filter(({ accountId }) => !leftOut.has(accountId))
  const send = async (): Promise<void> => {
    setBusy(true)
    const done = await choose(chosen.map(({ accountId }) => accountId))
    setBusy(false)
    if (done) close()
  }
  return (
    <>
      <fieldset className={styles.groups} aria-label={t('ledger.choose.tiers')}>
        {TIERS.map((tier) => (
          <Checkbox
            key={tier}
            checked={tiers.includes(tier)}
            onChange={({ target }) => setTiers(toggled(tiers, tier, target.checked))}
          >
            <TierSign tier={tier} /> {t(`app.tier.${tier}`)}
          </Checkbox>
        ))}
      </fieldset>
      {club !== undefined && club.levels.length > 0 && (
        <fieldset className={styles.groups} aria-label={t('ledger.choose.levels')}>
          {club.levels.map(({ id, name }) => (
            <Checkbox
              key={id}
              checked={levelIds.includes(id)}
              onChange={({ target }) => setLevelIds(toggled(levelIds, id, target.checked))}
            >
              {name}
            </Checkbox>
          ))}
        </fieldset>
      )}
      <Field label={t('ledger.choose.single')} wide>
        {(id) => (
          <AccountPicker
            id={id}
            value={null}
            except={[...except, ...offered.map(({ accountId }) => accountId)]}
            onChange={(_id, account) => account && setSingle([...single, account])}
          />
        )}
      </Field>
      <Offered
        rows={offered}
        leftOut={leftOut}
        tick={(accountId, ticked) => setLeftOut(new Set(toggled([...leftOut], accountId, !ticked)))}
      />
      <div className={styles.fields}>{children}</div>
      <div className={styles.foot}>
        <Button onClick={close}>{t('ledger.cancel')}</Button>
        <Button type="primary" disabled={chosen.length === 0} loading={busy} onClick={() => void send()}>
          {verb(chosen.length)}
        </Button>
      </div>
    </>
  )
}

function Offered({
  rows,
  leftOut,
  tick,
}: {
  readonly rows: readonly Candidate[]
  readonly leftOut: ReadonlySet<string>
  readonly tick: (accountId: string, ticked: boolean) => void
}) {
  const { t } = useTranslation()
  if (rows.length === 0) return <p className={styles.remark}>{t('ledger.choose.none')}</p>
  return (
    <ul className={styles.offered} aria-label={t('ledger.choose.offered')}>
      {rows.map(({ accountId, account, tier }) => (
        <li key={accountId}>
          <Checkbox
            checked={!leftOut.has(accountId)}
            onChange={({ target }) => tick(accountId, target.checked)}
          >
            {account}
          </Checkbox>
          <TierTag standing={tier} />
        </li>
      ))}
    </ul>
  )
}

const toggled = <Value,>(values: readonly Value[], value: Value, on: boolean): Value[] => [
  ...values.filter((one) => one !== value),
  ...(on ? [value] : []),
]

/** What the groups hold, and those that were picked one by one behind them. */
const withSingle = (found: readonly Candidate[], single: readonly PickedAccount[]): Candidate[] => [
  ...found,
  ...single
    .filter(({ id }) => !found.some(({ accountId }) => accountId === id))
    .map(({ id, name, tier }) => ({ accountId: id, account: name, tier, levelId: null })),
]
