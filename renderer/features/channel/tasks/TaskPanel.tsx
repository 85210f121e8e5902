import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Task } from '../../../../db/channel/tasks/contract.ts'
import { REPEAT_UNITS } from '../../../../db/channel/tasks/rules/states.ts'
import { type TaskRow, taskRow } from '../../../../db/channel/tasks/rules/taskTable.ts'
import { api, engine } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { taskTitle, whyText } from '../../../i18n/taskText.ts'
import { Section } from '../../../ui/bits.tsx'
import { formatDay, formatTime } from '../../../ui/format.ts'
import { ErrorNote } from '../../../ui/states.tsx'
import { TierTag } from '../../../ui/tier.tsx'
import { NoteField } from './NoteField.tsx'
import { stateText } from './taskColumns.ts'
import { nearDayText } from './taskDay.ts'
import styles from './tasks.module.css'
import type { TaskActs } from './useTaskActs.ts'

/** One task beside the list: why it exists, what it belongs to, how often it was put off, how it ended. */
export function TaskPanel({ taskId, acts }: { readonly taskId: string; readonly acts: TaskActs }) {
  const { t } = useTranslation()
  const { data, error } = useQuery(api.tasks.get.queryOptions({ input: { taskId }, retry: false }))
  if (error) return <ErrorNote problem={toProblem(error)} />
  if (!data) return null
  const row = taskRow(data.row, data.today)
  return (
    <article aria-label={taskTitle(row, t)}>
      <Head row={row} task={data} acts={acts} />
      <Section title={t('tasks.panel.why')}>
        <p className={styles.whyLine}>{whyText(row.why, { ...row, today: data.today }, t)}</p>
      </Section>
      {row.settlement !== null && <Outcome row={row} settledBy={data.settledBy} />}
      <Facts row={row} note={data.note} today={data.today} />
      {data.steps.length > 0 && (
        <Section title={t('tasks.panel.steps')} {...(row.playbook ? { remark: row.playbook.name } : {})}>
          <ol className={styles.lines}>
            {data.steps
              .map((step) => taskRow(step, data.today))
              .map((step) => (
                <li key={step.id} data-ended={step.settlement !== null || undefined}>
                  <Link
                    to={`/channel/tasks/${step.id}`}
                    aria-current={step.id === row.id ? 'step' : undefined}
                  >
                    {taskTitle(step, t)}
                  </Link>
                  <span className={styles.quiet}>{nearDayText(step.dueOn, data.today, t)}</span>
                </li>
              ))}
          </ol>
        </Section>
      )}
      {data.snoozes.length > 0 && (
        <Section title={t('tasks.panel.snoozes')} remark={data.snoozes.length}>
          <ul className={styles.lines}>
            {data.snoozes.map(({ at, by, until, reason }) => (
              <li key={at}>
                <span>{t('tasks.panel.snoozeLine', { by: by || t('tasks.nobody'), until, reason })}</span>
                <span className={styles.quiet}>{moment(at)}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </article>
  )
}

/** When something was done, as lists say it. */
const moment = (at: string): string => `${formatDay(at, spokenLanguage())} ${formatTime(at)}`

function Head({ row, task, acts }: { readonly row: TaskRow; readonly task: Task; readonly acts: TaskActs }) {
  const { t } = useTranslation()
  return (
    <header className={styles.head}>
      <p className={styles.headLine}>
        <span className={styles.state} data-state={row.state}>
          {stateText(row, task.today, t)}
        </span>
        <span className={styles.quiet}>{t(`channel.taskKind.${row.kind}`)}</span>
      </p>
      <h2 className={styles.headTitle}>{taskTitle(row, t)}</h2>
      <p className={styles.headLine}>
        {row.accountId !== null && <Link to={`/accounts/${row.accountId}`}>{row.account}</Link>}
        {row.tier !== null && <TierTag standing={row.tier} />}
        {row.personId !== null && <Link to={`/people/${row.personId}`}>{row.person}</Link>}
      </p>
      <div className={styles.panelActs}>
        {row.settlement === null ? (
          <>
            <Button onClick={() => acts.act('done', [row])}>{t('tasks.done')}</Button>
            <Button onClick={() => acts.ask('snooze', [row])}>{t('tasks.snooze')}</Button>
            {row.waiting === null ? (
              <Button onClick={() => acts.ask('wait', [row])}>{t('tasks.wait')}</Button>
            ) : (
              <Button onClick={() => acts.act('resume', [row])}>{t('tasks.resume')}</Button>
            )}
          </>
        ) : (
          <Button onClick={() => acts.act('reopen', [row])}>{t('tasks.reopen')}</Button>
        )}
      </div>
    </header>
  )
}

function Outcome({ row, settledBy }: { readonly row: TaskRow; readonly settledBy: string | null }) {
  const { t } = useTranslation()
  const { settlement } = row
  if (settlement === null) return null
  const { contact, note, gone, at } = settlement
  return (
    <Section title={t('tasks.panel.ended')}>
      <p className={styles.whyLine}>
        {t(`tasks.state.${settlement.state}`)}{' '}
        {t('tasks.panel.doneBy', {
          name: settledBy ?? t('tasks.nobody'),
          at: moment(at),
        })}
      </p>
      {contact && (
        <p className={styles.whyLine}>
          {t('tasks.panel.byContact', { day: contact.on })}{' '}
          <Link to={`/log/${contact.entryId}`}>{t('tasks.panel.openEntry')}</Link>
        </p>
      )}
      {gone && <p className={styles.whyLine}>{t('tasks.panel.gone')}</p>}
      {note !== '' && <p className={styles.whyLine}>{note}</p>}
    </Section>
  )
}

const COUNTS = [1, 2, 3, 6] as const

function Facts({
  row,
  note,
  today,
}: {
  readonly row: TaskRow
  readonly note: string
  readonly today: string
}) {
  const { t } = useTranslation()
  const repeat = useCommand(engine.tasks.repeat)
  const every = REPEAT_UNITS.flatMap((unit) =>
    COUNTS.map((count) => ({
      value: `${unit} ${count}`,
      label: count === 1 ? t(`tasks.repeat.every.${unit}`) : t(`tasks.repeat.everyN.${unit}`, { count }),
    })),
  )
  const choose = (value: string): void => {
    const [unit = '', count = '1'] = value.split(' ')
    const known = REPEAT_UNITS.find((one) => one === unit)
    void repeat.run({ taskId: row.id, repeats: known ? { every: known, count: Number(count) } : null })
  }
  return (
    <Section title={t('tasks.panel.facts')}>
      <dl className={styles.facts}>
        <dt>{t('tasks.field.dueOn')}</dt>
        <dd>
          {row.dueOn} {row.dueTime}
          {row.state === 'snoozed' && row.snooze && (
            <div className={styles.quiet}>{t('tasks.until', { day: row.snooze.until })}</div>
          )}
        </dd>
        <dt>{t('tasks.field.ownerId')}</dt>
        <dd>
          {row.owner ?? t('tasks.nobody')}
          {row.formerOwner !== null && (
            <div className={styles.quiet}>{t('tasks.former', { name: row.formerOwner })}</div>
          )}
        </dd>
        {row.waiting !== null && (
          <>
            <dt>{t('tasks.show.waiting')}</dt>
            <dd>
              {row.waiting.on} · {nearDayText(row.waiting.since, today, t)}
            </dd>
          </>
        )}
        <dt>{t('tasks.field.madeOn')}</dt>
        <dd>{row.madeOn}</dd>
        <dt>{t('tasks.panel.repeats')}</dt>
        <dd>
          <Select
            aria-label={t('tasks.panel.repeats')}
            size="small"
            popupMatchSelectWidth={false}
            disabled={row.settlement !== null}
            value={row.repeats ? `${row.repeats.every} ${row.repeats.count}` : ''}
            onChange={choose}
            options={[{ value: '', label: t('tasks.repeat.never') }, ...every]}
          />
        </dd>
      </dl>
      <NoteField key={row.id} taskId={row.id} note={note} />
    </Section>
  )
}
