import { useQueries } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Entry, LiftedFact } from '../../../../db/accounts/log/contract.ts'
import { likelyFacts } from '../../../../db/accounts/log/rules/likelyFacts.ts'
import { plainText } from '../../../../db/accounts/log/rules/mentions.ts'
import { subjectOf } from '../../../../db/accounts/log/rules/subjectOf.ts'
import { api } from '../../../client/engine.ts'
import { Section } from '../../../ui/bits.tsx'
import { PlusOutlined } from '../../../ui/icons.tsx'
import styles from './entry.module.css'
import { LiftForm } from './LiftForm.tsx'
import { saysAlready, usePersonLift } from './lift.ts'
import { useFieldName } from './useFieldName.ts'
import { RIVAL_MOVE } from './useRivalMove.ts'

/** What the portraits have from an entry, what they may lack, and a form for words that are selected in it. */
export function LiftPart({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation()
  const [words, setWords] = useState<string | null>(null)
  useEffect(() => onSelectedWords(setWords), [])
  const proposals = useProposals(entry)
  return (
    <Section
      title={t('log.entry.facts')}
      {...(entry.facts.length > 0
        ? { remark: t('log.entry.factsRemark', { count: entry.facts.length }) }
        : {})}
      action={
        words === null && (
          <Button type="link" size="small" onClick={() => setWords('')}>
            {t('log.entry.lift')}
          </Button>
        )
      }
    >
      {entry.facts.length === 0 && words === null && (
        <p className={styles.quiet}>
          {t(proposals.length > 0 ? 'log.entry.factsNone' : 'log.entry.factsSelect')}
        </p>
      )}
      <ul className={styles.lines}>
        {entry.facts.map((fact) => (
          <FactLine key={`${fact.subjectId}${fact.field}${fact.label}${fact.value}`} fact={fact} />
        ))}
      </ul>
      <Proposals entryId={entry.id} proposals={proposals} />
      {words !== null && <LiftForm key={words} entry={entry} words={words} close={() => setWords(null)} />}
    </Section>
  )
}

/** Tells the words that a person selects in the entry's text, until the returned function is called. */
function onSelectedWords(tell: (words: string) => void): () => void {
  const listen = (): void => {
    const selection = window.getSelection()
    const text = document.getElementById('entry-text')
    const words = selection?.toString().trim() ?? ''
    if (words !== '' && text?.contains(selection?.anchorNode ?? null)) tell(words)
  }
  document.addEventListener('pointerup', listen)
  document.addEventListener('keyup', listen)
  return () => {
    document.removeEventListener('pointerup', listen)
    document.removeEventListener('keyup', listen)
  }
}

function FactLine({
  fact: { subject, subjectId, name, field, label, value },
}: {
  readonly fact: LiftedFact
}) {
  const { t } = useTranslation()
  const fieldName = useFieldName()
  return (
    <li>
      <Link to={`${subject === 'person' ? '/people' : '/accounts'}/${subjectId}`}>
        {t('log.entry.fact', {
          name,
          field:
            field === '*' ? t('log.entry.wholePerson') : factName(fieldName(subject, field), field, label),
        })}
      </Link>
      <span>{field === '*' ? '' : (value ?? t('log.entry.masked'))}</span>
    </li>
  )
}

/** Facts that the text seems to tell and the portrait lacks. */
function useProposals(entry: Entry) {
  const here = entry.people.filter(({ state }) => state === 'here')
  const pages = useQueries({
    queries: here.map(({ to }) => api.people.get.queryOptions({ input: { personId: to } })),
  }).flatMap(({ data }) => (data ? [data] : []))
  const text = plainText(entry.text)
  return likelyFacts(text).flatMap(({ field, value }) => {
    const person = subjectOf(text, text.indexOf(value), pages)
    const known = entry.facts.some((fact) => fact.subjectId === person?.id && fact.field === field)
    if (!person || known || saysAlready(person, field, value)) return []
    return [{ person, field, value }]
  })
}

/** What is proposed; one click writes each. */
function Proposals({
  entryId,
  proposals,
}: {
  readonly entryId: Entry['id']
  readonly proposals: ReturnType<typeof useProposals>
}) {
  const { t } = useTranslation()
  const fieldName = useFieldName()
  const lift = usePersonLift(entryId)
  if (proposals.length === 0) return null
  return (
    <>
      <p className={styles.quiet}>{t('log.entry.likely')}</p>
      <div className={styles.chips}>
        {proposals.map(({ person, field, value }) => (
          <Button
            key={field}
            icon={<PlusOutlined />}
            aria-label={`${t('log.entry.lift')} ${t('log.entry.chip', { name: person.name, field: fieldName('person', field), value })}`}
            onClick={() => void lift.run(person, field, value)}
          >
            {t('log.entry.chip', { name: person.name, field: fieldName('person', field), value })}
          </Button>
        ))}
      </div>
    </>
  )
}

/** A custom field by its own name; a competitor's move with the competitor's. */
const factName = (name: string, field: string, label: string | null): string =>
  field === RIVAL_MOVE ? `${name} ${label}` : (label ?? name)
