import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { daysBetween } from '../../../../db/accounts/rules/days.ts'
import { readDay } from '../../../../db/accounts/rules/typedDays.ts'
import type { AccountContract } from '../../../../db/channel/tasks/contract.ts'
import { api, engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { AccountPicker } from '../../../shared/pick/AccountPicker.tsx'
import { Section } from '../../../ui/bits.tsx'
import { DeleteOutlined, PlusOutlined } from '../../../ui/icons.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import styles from './templates.module.css'

/** Contracts and when they end: of all accounts, or of one. */
export function ContractsSection({ accountId }: { readonly accountId: string | null }) {
  const { t } = useTranslation()
  const { data } = useQuery(
    api.tasks.contracts.queryOptions({ input: accountId === null ? {} : { accountId } }),
  )
  const [edited, setEdited] = useState<AccountContract | 'new' | null>(null)
  const close = (): void => setEdited(null)
  return (
    <Section
      title={t('tasks.rule.contracts')}
      {...(data ? { remark: data.rows.length } : {})}
      action={
        <Button icon={<PlusOutlined />} onClick={() => setEdited('new')}>
          {t('tasks.contract.new')}
        </Button>
      }
    >
      {edited === 'new' && <ContractForm contract={null} accountId={accountId} close={close} />}
      {data?.rows.length === 0 && edited === null && (
        <p className={styles.note}>{t('tasks.contract.empty')}</p>
      )}
      <ul className={styles.contracts}>
        {data?.rows.map((contract) =>
          edited !== 'new' && edited?.id === contract.id ? (
            <li key={contract.id}>
              <ContractForm contract={contract} accountId={contract.accountId} close={close} />
            </li>
          ) : (
            <ContractLine
              key={contract.id}
              contract={contract}
              today={data.today}
              withAccount={accountId === null}
              edit={() => setEdited(contract)}
            />
          ),
        )}
      </ul>
    </Section>
  )
}

function ContractLine({
  contract,
  today,
  withAccount,
  edit,
}: {
  readonly contract: AccountContract
  readonly today: string
  readonly withAccount: boolean
  readonly edit: () => void
}) {
  const { t } = useTranslation()
  const remove = useCommand(engine.tasks.removeContract)
  const left = daysBetween(today, contract.endsOn)
  return (
    <li className={styles.contract}>
      <button type="button" className={styles.name} onClick={edit}>
        {contract.name}
      </button>
      {withAccount ? <Link to={`/accounts/${contract.accountId}/tasks`}>{contract.account}</Link> : <span />}
      <span>
        {contract.startsOn ?? '…'} – {contract.endsOn}
      </span>
      <span className={left < 0 ? styles.late : styles.quiet}>
        {left < 0 ? t('tasks.contract.ended', { days: -left }) : t('tasks.contract.left', { days: left })}
      </span>
      <Button
        type="text"
        size="small"
        icon={<DeleteOutlined />}
        aria-label={t('tasks.contract.remove', { name: contract.name })}
        onClick={() => void remove.run({ contractId: contract.id })}
      />
    </li>
  )
}

function ContractForm({
  contract,
  accountId: given,
  close,
}: {
  readonly contract: AccountContract | null
  readonly accountId: string | null
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const [accountId, setAccountId] = useState<string | null>(given)
  const [name, setName] = useState(contract?.name ?? '')
  const [starts, setStarts] = useState(contract?.startsOn ?? '')
  const [ends, setEnds] = useState(contract?.endsOn ?? '')
  const add = useCommand(engine.tasks.addContract, { tellProblem: false })
  const change = useCommand(engine.tasks.changeContract, { tellProblem: false })
  const startsOn = starts.trim() === '' ? null : readDay(starts)
  const endsOn = readDay(ends)
  const ready = accountId !== null && name.trim() !== '' && startsOn !== undefined && endsOn !== undefined
  const save = async (): Promise<void> => {
    if (!ready) return
    const fields = { accountId, name, startsOn, endsOn, note: contract?.note ?? '' }
    const outcome = contract
      ? await change.run({ contractId: contract.id, ...fields })
      : await add.run(fields)
    if (outcome.ok) close()
  }
  const problem = add.problem ?? change.problem
  return (
    <form
      className={styles.line}
      aria-label={contract?.name ?? t('tasks.contract.new')}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {given === null && (
        <AccountPicker
          label={t('tasks.contract.account')}
          value={accountId}
          onChange={(next) => setAccountId(next)}
        />
      )}
      <Input
        autoFocus={given !== null}
        aria-label={t('tasks.contract.name')}
        placeholder={t('tasks.contract.name')}
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      {(
        [
          ['startsOn', starts, setStarts, startsOn === undefined],
          ['endsOn', ends, setEnds, ends !== '' && endsOn === undefined],
        ] as const
      ).map(([field, value, set, wrong]) => (
        <Input
          key={field}
          className={styles.dayField ?? ''}
          aria-label={t(`tasks.contract.${field}`)}
          placeholder={t(`tasks.contract.${field}`)}
          value={value}
          status={wrong ? 'error' : ''}
          onChange={(event) => set(event.target.value)}
        />
      ))}
      <Button type="primary" htmlType="submit" disabled={!ready} loading={add.pending || change.pending}>
        {t('tasks.save')}
      </Button>
      <Button onClick={close}>{t('tasks.cancel')}</Button>
      {problem && <ErrorNote problem={problem} />}
    </form>
  )
}
