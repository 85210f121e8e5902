import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { PersonCard } from '../../../../db/accounts/people/contract.ts'
import { api } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { Avatar, Section } from '../../../ui/bits.tsx'
import { GiftOutlined, PlusCircleOutlined, WarningOutlined } from '../../../ui/icons.tsx'
import { EmptyState, ErrorNote } from '../../../ui/states.tsx'
import { AttitudeTag } from './AttitudeTag.tsx'
import styles from './cards.module.css'
import { JobMoves } from './JobMoves.tsx'
import { birthdaySoon, birthdayWords } from './personText.ts'
import { QuickAdd } from './QuickAdd.tsx'

/** The people of an account, most influential first: who they are, how they stand, what is missing. */
export function PeopleCards({ accountId }: { readonly accountId: string }) {
  const { t } = useTranslation()
  const { data, error, isPending } = useQuery(api.people.ofAccount.queryOptions({ input: { accountId } }))
  const [adding, setAdding] = useState(false)
  const [former, setFormer] = useState(false)
  const here = data?.cards.filter(({ current }) => current) ?? []
  const gone = data?.cards.filter(({ current }) => !current) ?? []
  const counts = data?.counts ?? { current: 0, former: 0 }
  return (
    <>
      <Section
        title={t('people.key')}
        remark={counts.current > 1 ? t('people.byInfluence', { count: counts.current }) : ''}
        action={
          <Button type="link" size="small" className={styles.link ?? ''} onClick={() => setAdding(!adding)}>
            {t('people.add')}
          </Button>
        }
      >
        {error && <ErrorNote problem={toProblem(error)} />}
        {adding && <QuickAdd accountId={accountId} close={() => setAdding(false)} />}
        {!isPending && !adding && here.length === 0 && (
          <EmptyState
            line={t('people.emptyCards')}
            action={<Button onClick={() => setAdding(true)}>{t('people.addFirst')}</Button>}
          />
        )}
        <ul className={styles.cards}>
          {here.map((card) => (
            <Card key={card.employmentId} card={card} />
          ))}
        </ul>
        <Unlisted shown={here.length} count={counts.current} />
        {gone.length > 0 && (
          <Button type="link" size="small" className={styles.link ?? ''} onClick={() => setFormer(!former)}>
            {t(former ? 'people.hideFormer' : 'people.showFormer', { count: counts.former })}
          </Button>
        )}
        {former && (
          <>
            <ul className={styles.cards}>
              {gone.map((card) => (
                <Card key={card.employmentId} card={card} />
              ))}
            </ul>
            <Unlisted shown={gone.length} count={counts.former} />
          </>
        )}
      </Section>
      {data && data.moves.length > 0 && <JobMoves moves={data.moves} />}
    </>
  )
}

/** Where not all have a card: how many haven't, and where they are found. */
function Unlisted({ shown, count }: { readonly shown: number; readonly count: number }) {
  const { t } = useTranslation()
  if (count <= shown) return null
  return (
    <p className={styles.unlisted}>
      {t('people.unlisted', { shown, count: count - shown })} <Link to="/people">{t('people.title')}</Link>
    </p>
  )
}

/** Fewer percent than this, and a card says what is missing. */
const THIN = 70
const MOST_MISSING = 3

function Card({ card }: { readonly card: PersonCard }) {
  const { t } = useTranslation()
  const missing = card.completeness < THIN ? card.missing.slice(0, MOST_MISSING) : []
  const habits = [card.rhythm, card.interests].filter((text) => text !== '').join(t('people.semicolon'))
  return (
    <li className={styles.card}>
      <Avatar name={card.name} size={32} />
      <div className={styles.body}>
        <div className={styles.top}>
          <span className={styles.who}>
            <Link to={`/people/${card.id}`} className={styles.name ?? ''}>
              {card.name}
            </Link>
            <span className={styles.title}>{card.title}</span>
          </span>
          <AttitudeTag attitude={card.attitude} />
          <span className={styles.percent} title={t('people.completeness')}>
            {card.completeness}%
          </span>
        </div>
        <LifeLine card={card} />
        {habits !== '' && <p className={styles.fact}>{habits}</p>}
        <ViewLine card={card} />
        {card.warnings > 0 && (
          <p className={styles.warning}>
            <WarningOutlined /> {t('people.warnings', { count: card.warnings })}
          </p>
        )}
        {missing.length > 0 && card.current && (
          <p className={styles.missing}>
            <PlusCircleOutlined /> {t('people.missing')}
            {missing.map((field) => t(`people.field.${field}`)).join(t('people.comma'))}
          </p>
        )}
      </div>
    </li>
  )
}

/** Age, native place, birthday; the gift where it is within a week. Who left: from when to when they were here. */
function LifeLine({ card }: { readonly card: PersonCard }) {
  const { t } = useTranslation()
  const { birthdayShown } = card
  const soon = birthdayShown && birthdaySoon(birthdayShown, t)
  const place = card.employments.find(({ id }) => id !== card.employmentId)
  const parts = [
    birthdayShown && birthdayShown.age !== null ? t('people.age', { count: birthdayShown.age }) : '',
    card.nativePlace,
    birthdayShown
      ? t('people.birthdayOn', { day: birthdayWords(birthdayShown.stored, { year: false }) })
      : '',
    !card.current && place ? t('people.nowAt', { account: place.accountName, title: place.title }) : '',
  ].filter((part) => part !== '')
  if (parts.length === 0) return null
  return (
    <p className={styles.life}>
      {parts.join(' · ')}
      {soon !== null && (
        <span className={styles.gift} title={t('people.field.birthday')}>
          <GiftOutlined /> {soon}
        </span>
      )}
    </p>
  )
}

/** What they think of other brands, else what must be done before cooperation, else where they come from. */
function ViewLine({ card }: { readonly card: PersonCard }) {
  const { t } = useTranslation()
  const [field] = (['brandsView', 'preconditions', 'career'] as const).filter((one) => card[one] !== '')
  if (field === undefined) return null
  return (
    <p className={styles.fact}>
      {t('people.labelled', { label: t(`people.field.${field}`), text: card[field] })}
    </p>
  )
}
