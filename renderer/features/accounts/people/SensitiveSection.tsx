import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonPage } from '../../../../db/accounts/people/contract.ts'
import { MASKED_FIELDS, type MaskedField } from '../../../../db/accounts/people/rules/fields.ts'
import { readDay } from '../../../../db/accounts/rules/typedDays.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import { Section } from '../../../ui/bits.tsx'
import { formatMoment } from '../../../ui/format.ts'
import { EyeOutlined } from '../../../ui/icons.tsx'
import { FactFrame, FactSource } from './FactFrame.tsx'
import { FactText } from './FactText.tsx'
import styles from './person.module.css'
import { useFacts } from './useFacts.ts'
import { WarningSigns } from './WarningSigns.tsx'

/** Facts that are masked until clicked; every look is recorded, and listed here. */
export function SensitiveSection({ person }: { readonly person: PersonPage }) {
  const { t } = useTranslation()
  const facts = useFacts(person.id)
  return (
    <Section title={t('people.sensitive.title')} remark={t('people.sensitive.line')}>
      <div className={styles.form}>
        {MASKED_FIELDS.map((field) => (
          <MaskedFact key={field} person={person} field={field} facts={facts} />
        ))}
      </div>
      <WarningSigns person={person} />
      <div className={styles.form}>
        <FactText
          label={t('people.field.basis')}
          value={person.basis}
          placeholder={t('people.sensitive.basisHint')}
          save={(after) => facts.save('basis', person.basis, after)}
        />
        <FactText
          label={t('people.field.retainUntil')}
          value={person.retainUntil ?? ''}
          placeholder="2028-12-31"
          save={async (after) => {
            const day = after === '' ? null : readDay(after)
            if (day === undefined) return t('people.problem.day', { text: after })
            return facts.save('retainUntil', person.retainUntil, day)
          }}
        />
      </div>
      <Reveals reveals={person.reveals} />
    </Section>
  )
}

/** One masked fact. What was looked at is masked again once it is saved, so that nothing old stays on the screen. */
function MaskedFact({
  person,
  field,
  facts,
}: {
  readonly person: PersonPage
  readonly field: MaskedField
  readonly facts: ReturnType<typeof useFacts>
}) {
  const { t } = useTranslation()
  const [shown, setShown] = useState<string | null>(null)
  const reveal = useCommand(engine.people.reveal, { toast: false })
  const filled = person.filled.includes(field)
  const label = t(`people.field.${field}`)
  const source = <FactSource sources={person.sources} field={field} confirm={facts.confirm} />
  const look = async (): Promise<void> => {
    const outcome = await reveal.run({ personId: person.id, field })
    if (outcome.ok && outcome.output.value.field !== 'warningSigns') setShown(outcome.output.value.text)
  }
  if (filled && shown === null)
    return (
      <FactFrame id={`masked-${field}`} label={label} source={source}>
        <div className={styles.masked}>
          <span aria-hidden="true">••••••</span>
          <Button
            id={`masked-${field}`}
            size="small"
            icon={<EyeOutlined />}
            aria-label={t('people.sensitive.revealOne', { field: label })}
            onClick={() => void look()}
          >
            {t('people.sensitive.reveal')}
          </Button>
        </div>
      </FactFrame>
    )
  return (
    <FactText
      label={label}
      value={filled ? (shown ?? '') : ''}
      source={source}
      save={async (after) => {
        const problem = await facts.save(field, filled ? shown : '', after)
        if (problem === null) setShown(null)
        return problem
      }}
    />
  )
}

const FIRST_REVEALS = 5

/** Who looked at what, and when. */
function Reveals({ reveals }: { readonly reveals: PersonPage['reveals'] }) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  if (reveals.length === 0) return <p className={styles.quiet}>{t('people.sensitive.noReveals')}</p>
  return (
    <>
      <h3 className={styles.subhead}>{t('people.sensitive.reveals')}</h3>
      <ul className={styles.reveals} aria-label={t('people.sensitive.reveals')}>
        {reveals.slice(0, all ? undefined : FIRST_REVEALS).map(({ field, by, at }) => (
          <li key={`${at}${field}`}>
            <span>{formatMoment(at, spokenLanguage(), t('people.day.today'))}</span>
            <span>{by === '' ? t('people.someone') : by}</span>
            <span>{t(`people.field.${field}`)}</span>
          </li>
        ))}
      </ul>
      {!all && reveals.length > FIRST_REVEALS && (
        <Button type="link" size="small" className={styles.inline ?? ''} onClick={() => setAll(true)}>
          {t('people.sensitive.allReveals', { count: reveals.length })}
        </Button>
      )}
    </>
  )
}
