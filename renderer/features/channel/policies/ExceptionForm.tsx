import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readDue } from '../../../../db/accounts/promises/rules/dueDays.ts'
import type { ExceptionLine } from '../../../../db/channel/policies/contract.ts'
import { POLICY_LIMITS } from '../../../../db/channel/policies/rules/limits.ts'
import { api, engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { AccountPicker, type PickedAccount } from '../../../shared/pick/AccountPicker.tsx'
import { Section } from '../../../ui/bits.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import { DayField } from './DayField.tsx'
import styles from './policies.module.css'
import { lineOf, NEW_LINE, type TermLine, TermLines, termIn } from './TermLines.tsx'

/** What the form holds, as it was typed. */
interface Fields {
  readonly accountId: PickedAccount['id'] | null
  readonly lines: readonly TermLine[]
  readonly fromOn: string
  readonly untilOn: string
  readonly reason: string
  readonly approvedBy: string
}

/** Writes an exception, or changes one: whose, which terms, from when until when, why, and who approved it. */
export function ExceptionForm({
  exception,
  today,
  close,
}: {
  readonly exception?: ExceptionLine
  readonly today: string
  readonly close: () => void
}) {
  const { t } = useTranslation()
  const [fields, setFields] = useState<Fields>(() => fieldsOf(exception, today))
  const put = (changes: Partial<Fields>): void => setFields((before) => ({ ...before, ...changes }))
  const add = useCommand(engine.policies.addException, { tellProblem: false })
  const change = useCommand(engine.policies.changeException, { tellProblem: false })
  const { accountId } = fields
  const usual = useQuery(
    api.policies.ofAccount.queryOptions({
      input: { accountId: accountId ?? '' },
      enabled: accountId !== null,
      retry: false,
    }),
  )
  const fromOn = readDue(fields.fromOn, today)
  // a beginning that stays may lie in the past: what was given since was given
  const past = fromOn !== undefined && fromOn < today && fromOn !== exception?.fromOn
  const input = past ? undefined : inputOf(fields, today)
  const save = async (): Promise<void> => {
    if (!input) return
    const { accountId: account, ...rest } = input
    const outcome = exception
      ? await change.run({ exceptionId: exception.id, ...rest })
      : await add.run({ accountId: account, ...rest })
    if (outcome.ok) close()
  }
  const problem = exception ? change.problem : add.problem
  return (
    <Section title={t(exception ? 'policies.exception.change' : 'policies.exception.addFor')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <div className={styles.line}>
          <label htmlFor="exception-account">{t('policies.exception.account')}</label>
          {exception ? (
            <strong>{exception.account}</strong>
          ) : (
            <AccountPicker
              id="exception-account"
              value={accountId}
              onChange={(id) => put({ accountId: id })}
            />
          )}
        </div>
        <TermLines
          lines={fields.lines}
          usual={usual.data?.terms ?? null}
          onChange={(lines) => put({ lines })}
        />
        <div className={styles.two}>
          <DayField
            id="exception-from"
            label={t('policies.exception.fromOn')}
            value={fields.fromOn}
            today={today}
            past={past}
            onChange={(text) => put({ fromOn: text })}
          />
          <DayField
            id="exception-until"
            label={t('policies.exception.untilOn')}
            value={fields.untilOn}
            today={today}
            onChange={(untilOn) => put({ untilOn })}
          />
        </div>
        <div className={styles.line}>
          <label htmlFor="exception-reason">{t('policies.exception.reason')}</label>
          <Input.TextArea
            id="exception-reason"
            autoSize={{ minRows: 2, maxRows: 5 }}
            placeholder={t('policies.exception.reasonHint')}
            maxLength={POLICY_LIMITS.reason}
            value={fields.reason}
            onChange={(event) => put({ reason: event.target.value })}
          />
        </div>
        <div className={styles.line}>
          <label htmlFor="exception-approver">{t('policies.exception.approvedBy')}</label>
          <Input
            id="exception-approver"
            maxLength={POLICY_LIMITS.approvedBy}
            value={fields.approvedBy}
            onChange={(event) => put({ approvedBy: event.target.value })}
          />
        </div>
        {problem ? (
          <ErrorNote problem={problem} />
        ) : (
          !input && (
            <p className={past ? styles.wrong : styles.remark}>
              {t(past ? 'policies.draft.past' : 'policies.exception.missing', { day: fromOn ?? '' })}
            </p>
          )
        )}
        <div className={styles.foot}>
          <Button onClick={close}>{t('policies.exception.cancel')}</Button>
          <Button type="primary" htmlType="submit" disabled={!input} loading={add.pending || change.pending}>
            {t('policies.exception.save')}
          </Button>
        </div>
      </form>
    </Section>
  )
}

const fieldsOf = (exception: ExceptionLine | undefined, today: string): Fields =>
  exception
    ? { ...exception, lines: exception.terms.map(lineOf) }
    : { accountId: null, lines: [NEW_LINE], fromOn: today, untilOn: '', reason: '', approvedBy: '' }

/** What is sent; undefined while something is missing or can't be read. */
function inputOf({ accountId, lines, fromOn, untilOn, reason, approvedBy }: Fields, today: string) {
  const terms = lines.map(termIn)
  const whole = terms.filter((term) => term !== undefined)
  const [from, until] = [readDue(fromOn, today), readDue(untilOn, today)]
  if (accountId === null || from === undefined || until === undefined) return undefined
  if (whole.length < terms.length || reason.trim() === '' || approvedBy.trim() === '') return undefined
  return { accountId, terms: whole, fromOn: from, untilOn: until, reason, approvedBy }
}
