import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonPage } from '../../../../db/accounts/people/contract.ts'
import { ATTITUDES, DECISION_ROLES, GENDERS } from '../../../../db/accounts/people/rules/fields.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { Section } from '../../../ui/bits.tsx'
import { formatDay } from '../../../ui/format.ts'
import { ATTITUDE_SIGNS } from './AttitudeTag.tsx'
import { FactChoice, FactTags } from './FactChoice.tsx'
import { FactSource } from './FactFrame.tsx'
import { FactText } from './FactText.tsx'
import styles from './person.module.css'
import { birthdayWords } from './personText.ts'
import { type FactField, useFacts } from './useFacts.ts'

type TextField = Extract<
  FactField,
  | 'name'
  | 'phone'
  | 'email'
  | 'wechat'
  | 'nativePlace'
  | 'career'
  | 'interests'
  | 'rhythm'
  | 'brandsView'
  | 'preconditions'
  | 'greeting'
  | 'note'
>

/** The portrait of a person (A2): each fact is saved as it is left, and says how old it is and where it comes from. */
export function PortraitForm({ person }: { readonly person: PersonPage }) {
  const { t } = useTranslation()
  const facts = useFacts(person.id)
  const source = (field: string): ReactNode => (
    <FactSource sources={person.sources} field={field} confirm={facts.confirm} />
  )
  const text = (field: TextField, lines?: number): ReactNode => (
    <FactText
      label={t(`people.field.${field}`)}
      value={person[field]}
      source={source(field)}
      save={(after) => facts.save(field, person[field], after)}
      {...(lines === undefined ? {} : { lines })}
    />
  )
  return (
    <>
      <Section title={t('people.page.towardsUs')} remark={t('people.page.saved')}>
        <div className={styles.form}>
          <FactChoice
            label={t('people.field.attitude')}
            value={person.attitude}
            options={ATTITUDES.map((value) => ({
              value,
              label: `${ATTITUDE_SIGNS[value]} ${t(`people.attitude.${value}`)}`,
            }))}
            source={source('attitude')}
            save={(after) => facts.save('attitude', person.attitude, after)}
          />
          <FactChoice
            label={t('people.field.decisionRole')}
            value={person.decisionRole}
            options={DECISION_ROLES.map((value) => ({ value, label: t(`people.decisionRole.${value}`) }))}
            source={source('decisionRole')}
            save={(after) => facts.save('decisionRole', person.decisionRole, after)}
          />
          <FactChoice
            label={t('people.field.influence')}
            value={person.influence}
            options={[1, 2, 3, 4, 5].map((value) => ({ value, label: String(value) }))}
            source={source('influence')}
            save={(after) => facts.save('influence', person.influence, after)}
          />
          {text('brandsView', 1)}
          {text('preconditions', 1)}
          {text('greeting', 1)}
        </div>
      </Section>
      <Section title={t('people.page.contact')}>
        <div className={styles.form}>
          {text('name')}
          {text('phone')}
          {text('wechat')}
          {text('email')}
        </div>
      </Section>
      <Section title={t('people.page.life')}>
        <div className={styles.form}>
          <BirthdayFact person={person} source={source('birthday')} save={facts.save} />
          {text('nativePlace')}
          <FactChoice
            label={t('people.field.gender')}
            value={person.gender}
            options={GENDERS.map((value) => ({ value, label: t(`people.gender.${value}`) }))}
            source={source('gender')}
            save={(after) => facts.save('gender', person.gender, after)}
          />
          <TradeFact person={person} source={source('tradeSince')} save={facts.save} />
          {text('rhythm', 1)}
          {text('interests', 1)}
          {text('career', 1)}
          {text('note', 1)}
          <FactTags
            label={t('people.field.tags')}
            value={person.tags}
            source={source('tags')}
            save={(after) => facts.save('tags', person.tags, after)}
          />
        </div>
      </Section>
    </>
  )
}

interface FactProps {
  readonly person: PersonPage
  readonly source: ReactNode
  readonly save: ReturnType<typeof useFacts>['save']
}

/** The birthday as people write it, and when it is next. */
function BirthdayFact({ person, source, save }: FactProps) {
  const { t } = useTranslation()
  const { birthday, birthdayShown } = person
  return (
    <FactText
      label={t('people.field.birthday')}
      value={birthdayWords(birthday)}
      placeholder={t('people.birthdayHint')}
      source={source}
      remark={
        birthdayShown &&
        t('people.birthdayNext', { day: formatDay(`${birthdayShown.next}T12:00:00`, spokenLanguage()) }) +
          (birthdayShown.age === null ? '' : ` · ${t('people.age', { count: birthdayShown.age })}`)
      }
      save={(after) => save('birthday', birthday, after === '' ? null : after)}
    />
  )
}

function TradeFact({ person, source, save }: FactProps) {
  const { t } = useTranslation()
  const { tradeSince } = person
  return (
    <FactText
      label={t('people.field.tradeSince')}
      value={tradeSince === null ? '' : String(tradeSince)}
      source={source}
      remark={tradeSince !== null && t('people.tradeYears', { count: new Date().getFullYear() - tradeSince })}
      save={async (after) => {
        if (after !== '' && !/^(19|20|21)\d\d$/.test(after)) return t('people.problem.year', { text: after })
        return save('tradeSince', tradeSince, after === '' ? null : Number(after))
      }}
    />
  )
}
