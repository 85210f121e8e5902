import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fitOf, searchWords } from '../../../../db/accounts/rules/search.ts'
import type { Recusal } from '../../../../db/evaluation/ballots/contract.ts'
import { api, engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { Section } from '../../../ui/bits.tsx'
import { DeleteOutlined, PlusOutlined } from '../../../ui/icons.tsx'
import styles from './ballots.module.css'
import { type GroupProps, ticketOf } from './groupProps.ts'

/** Who is excused from which account, and why. */
export function RecusalSection({ group, open, askChair }: GroupProps) {
  const { t } = useTranslation()
  const [adding, setAdding] = useState(false)
  const recuse = useCommand(engine.evaluators.recuse)
  const { roundId, recusals, evaluators } = group
  const nameOf = (memberId: string): string =>
    evaluators.find((evaluator) => evaluator.memberId === memberId)?.name ?? ''
  const write = async (
    { memberId, accountIds }: { memberId: string; accountIds: readonly string[] },
    reason: string,
  ): Promise<boolean> => {
    const ticket = await askChair()
    if (ticket === null) return false
    const input = { roundId, ticket: ticketOf(ticket), memberId, accountIds: [...accountIds], reason }
    return (await recuse.run(input)).ok
  }
  const takeBack = ({ memberId, accountId }: Recusal) => write({ memberId, accountIds: [accountId] }, '')
  return (
    <Section
      title={t('ballots.recusal.title')}
      remark={t('ballots.recusal.remark')}
      action={
        open &&
        evaluators.length > 0 && (
          <Button icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            {t('ballots.recusal.add')}
          </Button>
        )
      }
    >
      {adding && <RecusalForm group={group} write={write} close={() => setAdding(false)} />}
      {recusals.length === 0 ? (
        !adding && <p className={styles.hint}>{t('ballots.recusal.none')}</p>
      ) : (
        <ul className={styles.recusals}>
          {recusals.map((recusal) => (
            <li key={`${recusal.memberId} ${recusal.accountId}`}>
              <strong>{nameOf(recusal.memberId)}</strong>
              <span>{recusal.accountName}</span>
              <span className={styles.quiet}>{recusal.reason}</span>
              {open && (
                <Button
                  type="text"
                  size="small"
                  icon={<DeleteOutlined />}
                  aria-label={`${t('ballots.recusal.takeBack')} ${nameOf(recusal.memberId)} ${recusal.accountName}`}
                  onClick={() => void takeBack(recusal)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function RecusalForm({
  group,
  write,
  close,
}: {
  readonly group: GroupProps['group']
  readonly write: (
    whom: { memberId: string; accountIds: readonly string[] },
    reason: string,
  ) => Promise<boolean>
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const id = useId()
  const [memberId, setMemberId] = useState<string | null>(null)
  const [accountIds, setAccountIds] = useState<readonly string[]>([])
  const [reason, setReason] = useState('')
  const complete = memberId !== null && accountIds.length > 0 && reason.trim() !== ''
  const send = async (): Promise<void> => {
    if (memberId !== null && complete && (await write({ memberId, accountIds }, reason))) close()
  }
  return (
    <form
      className={styles.line}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <label htmlFor={`${id} who`}>{t('ballots.enter.who')}</label>
      <Select<string>
        id={`${id} who`}
        autoFocus
        className={styles.select ?? ''}
        value={memberId}
        onChange={setMemberId}
        options={group.evaluators.map(({ memberId: value, name: label }) => ({ value, label }))}
      />
      <label htmlFor={`${id} accounts`}>{t('ballots.recusal.accounts')}</label>
      <AccountsSelect
        id={`${id} accounts`}
        roundId={group.roundId}
        value={accountIds}
        choose={setAccountIds}
      />
      <Input
        className={styles.grow ?? ''}
        value={reason}
        maxLength={500}
        aria-label={t('ballots.recusal.reason')}
        placeholder={t('ballots.recusal.reason')}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button type="primary" htmlType="submit" disabled={!complete}>
        {t('ballots.recusal.go')}
      </Button>
      <Button onClick={close}>{t('ballots.cancel')}</Button>
    </form>
  )
}

/** Accounts of the round by name, code or pinyin. */
function AccountsSelect({
  id,
  roundId,
  value,
  choose,
}: {
  readonly id: string
  readonly roundId: string
  readonly value: readonly string[]
  readonly choose: (accountIds: readonly string[]) => void
}) {
  const { t } = useTranslation()
  const { data } = useQuery(api.rounds.open.queryOptions({ input: { roundId } }))
  const options = useMemo(
    () =>
      (data?.accounts.ids ?? []).map((accountId, row) => ({
        value: String(accountId),
        label: data?.accounts.names[row] ?? '',
        code: data?.accounts.codes[row] ?? '',
        pinyin: data?.accounts.pinyin[row] ?? '',
      })),
    [data],
  )
  return (
    <Select<string[], (typeof options)[number]>
      id={id}
      mode="multiple"
      maxTagCount="responsive"
      className={styles.grow ?? ''}
      value={[...value]}
      options={options}
      loading={data === undefined}
      placeholder={t('ballots.recusal.accountsHint')}
      showSearch={{
        filterOption: (text, option) =>
          option !== undefined &&
          fitOf(searchWords(text), { name: option.label, code: option.code, pinyin: option.pinyin }) !==
            undefined,
      }}
      onChange={choose}
    />
  )
}
