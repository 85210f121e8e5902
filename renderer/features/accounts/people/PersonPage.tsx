import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import type { PersonPage as Person } from '../../../../db/accounts/people/contract.ts'
import { api, engine } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { Avatar, Ring, Section } from '../../../ui/bits.tsx'
import { GiftOutlined } from '../../../ui/icons.tsx'
import { Page } from '../../../ui/Page.tsx'
import { EntriesOfPerson } from '../log/EntriesOfPerson.tsx'
import { MergedAway } from '../merging/MergedAway.tsx'
import { useFieldFocus } from '../portrait/useFieldFocus.ts'
import { PersonMenu } from '../privacy/PersonMenu.tsx'
import { PromisesOfPerson } from '../promises/PromisesOfPerson.tsx'
import { AttitudeTag } from './AttitudeTag.tsx'
import { CoverageSection } from './CoverageSection.tsx'
import { CustomFacts } from './CustomFacts.tsx'
import { EmploymentSection } from './EmploymentSection.tsx'
import { PortraitForm } from './PortraitForm.tsx'
import styles from './person.module.css'
import { birthdaySoon } from './personText.ts'
import { SensitiveSection } from './SensitiveSection.tsx'

/** One person as one page: the portrait at the left, where they work and who of ours knows them at the right. */
export function PersonPage() {
  const { t } = useTranslation()
  const { personId = '' } = useParams()
  const { data, error, isPending } = useQuery(api.people.get.queryOptions({ input: { personId } }))
  const room = { label: t('people.title'), to: '/people' }
  if (error)
    return (
      <Page title={t('people.title')} crumbs={[room]}>
        <MergedAway subject="person" id={personId} problem={toProblem(error)} />
      </Page>
    )
  if (isPending)
    return (
      <Page title="" crumbs={[room]} busy>
        {null}
      </Page>
    )
  return <Portrait key={personId} person={data} />
}

function Portrait({ person }: { readonly person: Person }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const remove = useCommand(engine.people.remove)
  useFieldFocus('people')
  const [place] = person.employments
  const account = place
    ? [{ label: place.accountName, to: `/accounts/${place.accountId}` }]
    : [{ label: t('people.title'), to: '/people' }]
  const soon = person.birthdayShown && birthdaySoon(person.birthdayShown, t)
  const back = place ? `/accounts/${place.accountId}` : '/people'
  const takeAway = async (): Promise<void> => {
    const outcome = await remove.run({ personIds: [person.id] })
    if (outcome.ok) void navigate(back)
  }
  return (
    <Page
      title={
        <span className={styles.title}>
          <Avatar name={person.name} size={28} /> {person.name}
        </span>
      }
      crumbs={[{ label: t('accounts.title'), to: '/accounts' }, ...account, { label: person.name }]}
      remarks={
        <>
          <span>
            {person.employments
              .map((one) => [one.title, one.accountName].filter(Boolean).join(' · '))
              .join('；')}
          </span>
          <AttitudeTag attitude={person.attitude} />
          {soon !== null && (
            <span className={styles.gift}>
              <GiftOutlined /> {t('people.birthdaySoon', { when: soon })}
            </span>
          )}
        </>
      }
      actions={
        <PersonMenu
          personId={person.id}
          name={person.name}
          remove={() => void takeAway()}
          left={() => void navigate(back)}
        />
      }
      fixed
    >
      <div className={styles.columns}>
        <div className={styles.main}>
          <PortraitForm person={person} />
          <CustomFacts person={person} />
          <SensitiveSection person={person} />
        </div>
        <aside className={styles.side}>
          <CompletenessSection person={person} />
          <EmploymentSection person={person} />
          <CoverageSection person={person} />
          <PromisesOfPerson
            personId={person.id}
            account={place ? { id: place.accountId, name: place.accountName } : null}
          />
          <Section title={t('log.title')}>
            <EntriesOfPerson personId={person.id} />
          </Section>
        </aside>
      </div>
    </Page>
  )
}

const MOST_MISSING = 5

function CompletenessSection({ person }: { readonly person: Person }) {
  const { t } = useTranslation()
  const named = (fields: Person['missing']): string =>
    fields
      .slice(0, MOST_MISSING)
      .map((field) => t(`people.field.${field}`))
      .join(t('people.comma'))
  const { missing, stale } = person
  return (
    <Section title={t('people.completeness')}>
      <div className={styles.completeness}>
        <Ring percent={person.completeness} label={t('people.completeness')} />
        <div>
          {missing.length > 0 && <p>{`${t('people.missing')}${named(missing)}`}</p>}
          {stale.length > 0 && <p>{`${t('people.stale')}${named(stale)}`}</p>}
          {missing.length + stale.length === 0 && <p>{t('people.complete')}</p>}
        </div>
      </div>
    </Section>
  )
}
