import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { PackAccount } from '../../../../db/accounts/handover/contract.ts'
import { lookUp } from '../../../i18n/look.ts'
import { AttitudeTag } from '../people/AttitudeTag.tsx'
import styles from './handover.module.css'

type Person = PackAccount['people'][number]

/** The people of an account with how to treat each and who of ours knows them. */
export function PackPeople({ people }: Pick<PackAccount, 'people'>) {
  return (
    <ul className={styles.people}>
      {people.map((person) => (
        <PersonLine key={person.id} person={person} />
      ))}
    </ul>
  )
}

/** What tells how to treat somebody, what to heed first at the top. */
const TREATMENT = ['greeting', 'rhythm', 'preconditions', 'brandsView', 'interests'] as const

function PersonLine({ person }: { readonly person: Person }) {
  const { t } = useTranslation()
  const { id, name, title, phone, attitude, decisionRole, influence, knownBy, lastMet } = person
  const names = knownBy
    .map((one) =>
      t('handover.leaving.nameDepth', {
        name: one.name,
        depth: lookUp(t, `people.depth.d${one.depth}`) ?? '',
      }),
    )
    .join(t('handover.comma'))
  const standing = [
    title,
    decisionRole === null ? '' : t(`people.decisionRole.${decisionRole}`),
    influence === null ? '' : t('handover.pack.influence', { value: influence }),
    phone === '' ? '' : t('handover.pack.phone', { phone }),
    lastMet === null ? t('handover.pack.neverMet') : t('handover.pack.lastMet', { day: lastMet }),
  ].filter((part) => part !== '')
  const treatment = TREATMENT.filter((field) => person[field] !== '')
  return (
    <li>
      <p className={styles.personHead}>
        <Link to={`/people/${id}`} className={styles.personName ?? ''}>
          {name}
        </Link>{' '}
        <AttitudeTag attitude={attitude} /> <span className={styles.quiet}>{standing.join(' · ')}</span>
      </p>
      {treatment.length === 0 ? (
        <p className={styles.quiet}>{t('handover.pack.noTreat')}</p>
      ) : (
        treatment.map((field) => (
          <p key={field}>
            <span className={styles.quiet}>
              {t('people.labelled', { label: t(`people.field.${field}`), text: '' })}
            </span>
            {person[field]}
          </p>
        ))
      )}
      <p className={styles.quiet}>
        {knownBy.length === 0 ? t('handover.pack.knownNobody') : t('handover.pack.known', { names })}
      </p>
    </li>
  )
}
