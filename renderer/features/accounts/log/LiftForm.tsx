import { useQuery } from '@tanstack/react-query'
import { AutoComplete, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entry } from '../../../../db/accounts/log/contract.ts'
import { sensitiveField } from '../../../../db/accounts/log/rules/likelyFacts.ts'
import { api, engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { ErrorNote } from '../../../ui/states.tsx'
import styles from './entry.module.css'
import { ACCOUNT_TEXTS, LIFT_FIELDS, liftedText, usePersonLift } from './lift.ts'
import { useFieldName } from './useFieldName.ts'
import { RIVAL_MOVE, useRivalMove } from './useRivalMove.ts'

/** Puts words into the portrait of the entry's account or of one of its people. */
export function LiftForm({
  entry,
  words,
  close,
}: {
  readonly entry: Entry
  readonly words: string
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const fieldName = useFieldName()
  const people = useQuery({
    ...api.people.ofAccount.queryOptions({ input: { accountId: entry.accountId ?? '' } }),
    enabled: entry.accountId !== null,
  })
  const subjects = [
    ...entry.people.flatMap(({ to, name, state }) => (state === 'here' ? [{ value: to, label: name }] : [])),
    ...(entry.accountId === null ? [] : [{ value: entry.accountId, label: entry.account ?? '' }]),
    ...(people.data?.cards ?? []).map(({ id, name }) => ({ value: id, label: name })),
  ].filter(({ value }, at, all) => all.findIndex((one) => one.value === value) === at)
  const [chosen, setChosen] = useState<string | null>(null)
  const [chosenField, setField] = useState<string | null>(null)
  const [value, setValue] = useState(words)
  // family and health are masked facts, and of a person only
  const sensitive = sensitiveField(value)
  const first = subjects.find(({ value: id }) => sensitive === null || id !== entry.accountId) ?? subjects[0]
  const subject = chosen ?? first?.value ?? null
  const isAccount = subject !== null && subject === entry.accountId
  const fields: readonly string[] = isAccount ? [RIVAL_MOVE, ...ACCOUNT_TEXTS] : LIFT_FIELDS
  const wanted = chosenField ?? sensitive ?? 'note'
  const field = fields.includes(wanted) ? wanted : 'note'
  const person = useQuery({
    ...api.people.get.queryOptions({ input: { personId: subject ?? '' } }),
    enabled: subject !== null && !isAccount,
  })
  const account = useQuery({
    ...api.accounts.get.queryOptions({ input: { accountId: entry.accountId ?? '' } }),
    enabled: isAccount,
  })
  const move = useRivalMove(entry)
  const lift = usePersonLift(entry.id)
  const edit = useCommand(engine.accounts.edit, { tellProblem: false })
  const save = async (): Promise<void> => {
    const text = value.trim()
    const personField = LIFT_FIELDS.find((one) => one === field)
    const accountField = ACCOUNT_TEXTS.find((one) => one === field)
    if (text === '') return
    if (isAccount && field === RIVAL_MOVE) {
      if (await move.save(text)) close()
      return
    }
    if (isAccount && account.data && accountField) {
      const before = account.data.account[accountField]
      const after = liftedText(accountField, before, text) ?? before
      const cell = { accountId: account.data.account.id, field: accountField, before, after }
      if ((await edit.run({ fields: [cell], figures: [], entryId: entry.id })).ok) close()
    } else if (person.data && personField && (await lift.run(person.data, personField, text)).ok) close()
  }
  return (
    <form
      className={styles.liftForm}
      aria-label={t('log.entry.liftTitle')}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <div className={styles.pair}>
        <Select<string>
          aria-label={t('log.entry.subject')}
          value={subject}
          options={subjects}
          onChange={setChosen}
        />
        <Select<string>
          aria-label={t('log.entry.field')}
          value={field}
          options={fields.map((one) => ({
            value: one,
            label: fieldName(isAccount ? 'account' : 'person', one),
          }))}
          onChange={setField}
        />
      </div>
      <Input
        aria-label={t('log.entry.value')}
        placeholder={t('log.entry.value')}
        value={value}
        onChange={(event) => setValue(event.target.value)}
        onPressEnter={(event) => event.nativeEvent.isComposing && event.preventDefault()}
      />
      {isAccount && field === RIVAL_MOVE && (
        <AutoComplete
          aria-label={t('log.entry.competitor')}
          placeholder={t('log.entry.competitor')}
          value={move.name}
          options={move.names.map((name) => ({ value: name }))}
          onChange={move.setName}
        />
      )}
      {edit.problem && <ErrorNote problem={edit.problem} />}
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" disabled={subject === null || value.trim() === ''}>
          {t('log.entry.lift')}
        </Button>
        <Button onClick={close}>{t('app.cancel')}</Button>
      </div>
    </form>
  )
}
