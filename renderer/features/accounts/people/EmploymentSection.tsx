import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Employment, PersonPage } from '../../../../db/accounts/people/contract.ts'
import { readPartialDay } from '../../../../db/accounts/rules/typedDays.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { Section } from '../../../ui/bits.tsx'
import { FactText } from './FactText.tsx'
import { JobForm } from './JobForm.tsx'
import styles from './person.module.css'
import { spanText } from './personText.ts'

/** Where a person works and worked: all kept, with the moves between them. */
export function EmploymentSection({ person }: { readonly person: PersonPage }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<Employment['id'] | 'new' | null>(null)
  const add = useCommand(engine.people.addEmployment)
  return (
    <Section
      title={t('people.job.title')}
      remark={person.allEmployments.length || ''}
      action={
        <Button type="link" size="small" className={styles.inline ?? ''} onClick={() => setOpen('new')}>
          {t('people.add')}
        </Button>
      }
    >
      {person.allEmployments.length === 0 && open !== 'new' && (
        <p className={styles.quiet}>{t('people.job.none')}</p>
      )}
      {open === 'new' && (
        <JobForm
          dateLabel={t('people.field.since')}
          dateNeeded={false}
          close={() => setOpen(null)}
          save={async ({ accountId, title, on }) => {
            const employment = { accountId, title, since: on }
            const outcome = await add.run({ personId: person.id, employment })
            return outcome.ok
          }}
        />
      )}
      <ol className={styles.jobs}>
        {person.allEmployments.map((job) => (
          <li key={job.id} data-current={job.current}>
            <Job job={job} open={open === job.id} toggle={() => setOpen(open === job.id ? null : job.id)} />
          </li>
        ))}
      </ol>
    </Section>
  )
}

function Job({
  job,
  open,
  toggle,
}: {
  readonly job: Employment
  readonly open: boolean
  readonly toggle: () => void
}) {
  const { t } = useTranslation()
  const span = spanText(job, t)
  return (
    <>
      <div className={styles.job}>
        <span>
          <Link to={`/accounts/${job.accountId}`}>{job.accountName}</Link>
        </span>
        <Button
          type="link"
          size="small"
          className={styles.inline ?? ''}
          aria-expanded={open}
          aria-label={t('people.job.changeAt', { account: job.accountName })}
          onClick={toggle}
        >
          {t(open ? 'people.job.done' : 'people.job.change')}
        </Button>
      </div>
      <p className={styles.quiet}>
        {[job.title, job.department, span, job.current ? '' : t('people.job.left')]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      {open && <JobDetails job={job} />}
    </>
  )
}

/** Title, department and dates of a place of work, saved as they are left; and the move to another firm. */
function JobDetails({ job }: { readonly job: Employment }) {
  const { t } = useTranslation()
  const [moving, setMoving] = useState(false)
  const change = useCommand(engine.people.changeEmployment, { toast: false, tellProblem: false })
  const remove = useCommand(engine.people.removeEmployment)
  const move = useCommand(engine.people.moveJob)
  const field = (name: 'title' | 'department' | 'since' | 'until') => (
    <FactText
      label={t(`people.field.${name}`)}
      value={job[name] ?? ''}
      {...(name === 'since' || name === 'until' ? { placeholder: '2024-03' } : {})}
      save={async (text) => {
        const isDate = name === 'since' || name === 'until'
        const after = isDate ? (text === '' ? null : readPartialDay(text)) : text
        if (after === undefined) return t('people.problem.day', { text })
        const outcome = await change.run({ employmentId: job.id, field: name, before: job[name], after })
        return outcome.ok ? null : outcome.problem
      }}
    />
  )
  return (
    <div className={styles.jobDetails}>
      <div className={styles.narrowForm}>
        {field('title')}
        {field('department')}
        {field('since')}
        {field('until')}
      </div>
      {moving ? (
        <JobForm
          dateLabel={t('people.job.movedOn')}
          dateNeeded
          except={job.accountId}
          close={() => setMoving(false)}
          save={async ({ accountId, title, on }) => {
            if (on === null) return false
            const outcome = await move.run({ employmentId: job.id, toAccountId: accountId, title, on })
            return outcome.ok
          }}
        />
      ) : (
        <div className={styles.actions}>
          {job.current && (
            <Button size="small" onClick={() => setMoving(true)}>
              {t('people.job.move')}
            </Button>
          )}
          <Button size="small" onClick={() => void remove.run({ employmentId: job.id })}>
            {t('people.job.remove')}
          </Button>
        </div>
      )}
    </div>
  )
}
