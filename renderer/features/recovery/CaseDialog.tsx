import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { typedDay } from '../../../db/accounts/log/rules/typedDay.ts'
import type { PickedPerson } from '../../../db/accounts/people/contract.ts'
import { dayOf } from '../../../db/accounts/rules/days.ts'
import { REQUEST_WAYS } from '../../../db/channel/requests/rules/words.ts'
import { CASE_LIMITS } from '../../../db/recovery/rules/limits.ts'
import { SEVERITIES, SEVERITY_NAMES } from '../../../db/recovery/rules/severity.ts'
import {
  CASE_CATEGORIES,
  CASE_KINDS,
  type CaseCategory,
  type CaseKind,
} from '../../../db/recovery/rules/words.ts'
import { api, engine } from '../../client/engine.ts'
import { useCommand } from '../../client/useCommand.ts'
import type { CaseSource, CaseStart } from '../../shared/ask/newCaseStore.ts'
import { ChoiceBox, DayBox, Field, TextBox } from '../../shared/ledger/fields.tsx'
import { NewRow } from '../../shared/ledger/NewRow.tsx'
import { AccountPicker } from '../../shared/pick/AccountPicker.tsx'
import { PersonPicker } from '../../shared/pick/PersonPicker.tsx'
import { Foreseen } from './Foreseen.tsx'
import { typedAmount } from './typedAmount.ts'

const EMPTY = {
  accountId: '',
  accountName: '',
  title: '',
  kind: 'complaint',
  category: 'product',
  way: 'phone',
  person: 'null',
  happenedOn: '',
  words: '',
  remedyAsked: '',
  impact: '3',
  urgency: '3',
  atRisk: '',
}
type Draft = typeof EMPTY

/** What a case from a record is, and is about, as long as nobody says otherwise. */
const FROM = {
  request: { kind: 'complaint', category: 'product' },
  incident: { kind: 'incident', category: 'product' },
  promise: { kind: 'brokenPromise', category: 'service' },
  answer: { kind: 'survey', category: 'service' },
} as const satisfies Record<CaseSource['what'], { readonly kind: CaseKind; readonly category: CaseCategory }>

/** A draft as the dialog opens: what the record that it comes from says already needn't be typed again. */
const firstDraft = ({ account, source }: CaseStart): Draft => ({
  ...EMPTY,
  accountId: account?.id ?? '',
  accountName: account?.name ?? '',
  ...(source && {
    ...FROM[source.what],
    title: source.title.slice(0, CASE_LIMITS.title),
    words: source.words ?? '',
    person: JSON.stringify(source.personId),
  }),
})

/** The record that a case comes from, as the engine takes it; an answer names its case itself. */
function originOf(source: CaseSource | undefined) {
  switch (source?.what) {
    case 'request':
      return { requestId: source.id }
    case 'incident':
      return { incidentId: source.id }
    case 'promise':
      return { promiseId: source.id }
    case 'answer':
    case undefined:
      return {}
  }
}

/** Who complained, as the draft keeps them. */
const personOf = (json: string): PickedPerson['id'] | null => JSON.parse(json)

/** The dialog for a new case: what can be written down in a minute, with the customer on the phone. */
export function CaseDialog({ start, close }: { readonly start: CaseStart; readonly close: () => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { source } = start
  const record = useCommand(engine.cases.record, { tellProblem: false })
  const recordForAnswer = useCommand(engine.surveys.recordCase, { tellProblem: false })
  const { data } = useQuery(api.calendar.list.queryOptions())
  const today = data ? dayOf(data.now) : null
  if (today === null) return null
  const send = async (draft: Draft, read: NonNullable<ReturnType<typeof readDraft>>) => {
    const added = {
      ...read,
      ...originOf(source),
      accountId: draft.accountId,
      personId: personOf(draft.person),
    }
    const outcome =
      source?.what === 'answer'
        ? await recordForAnswer.run({ answerId: source.id, case: added })
        : await record.run({ case: added })
    if (!outcome.ok) return outcome.problem
    void navigate(`/recovery/${outcome.output.caseId}`)
    return null
  }
  return (
    <NewRow
      open
      close={close}
      kind={source ? `cases.new-${source.id}` : 'cases.new'}
      title={t('cases.new')}
      empty={firstDraft(start)}
      save={(draft) => {
        const read = readDraft(draft, today)
        return read && send(draft, read)
      }}
    >
      {({ draft, change, tried }) => (
        <>
          <Field
            label={t('ledger.account')}
            problem={tried && draft.accountId === '' ? t('promises.accountMissing') : ''}
          >
            {(id) => (
              <AccountPicker
                id={id}
                value={draft.accountId === '' ? null : draft.accountId}
                name={draft.accountName === '' ? undefined : draft.accountName}
                autoFocus={draft.accountId === ''}
                onChange={(accountId, account) =>
                  change({ accountId: accountId ?? '', accountName: account?.name ?? '', person: 'null' })
                }
              />
            )}
          </Field>
          <Field label={t('cases.field.personId')}>
            {(id) => (
              <PersonPicker
                id={id}
                value={personOf(draft.person)}
                accountId={draft.accountId === '' ? undefined : draft.accountId}
                onChange={(personId) => change({ person: JSON.stringify(personId) })}
              />
            )}
          </Field>
          <TextBox
            label={t('cases.field.title')}
            value={draft.title}
            required
            tried={tried}
            autoFocus={draft.accountId !== ''}
            onChange={(title) => change({ title })}
          />
          <TextBox
            label={t('cases.field.words')}
            value={draft.words}
            lines={2}
            placeholder={t('cases.wordsHint')}
            onChange={(words) => change({ words })}
          />
          <TextBox
            label={t('cases.field.remedyAsked')}
            value={draft.remedyAsked}
            onChange={(remedyAsked) => change({ remedyAsked })}
          />
          <Choices draft={draft} change={change} />
          <DayBox
            label={t('cases.field.happenedOn')}
            value={draft.happenedOn}
            today={today}
            direction="past"
            optional
            onChange={(happenedOn) => change({ happenedOn })}
          />
          <TextBox
            label={t('cases.field.atRisk')}
            value={draft.atRisk}
            wide={false}
            placeholder={t('cases.amountHint')}
            problem={
              typedAmount(draft.atRisk) === undefined ? t('cases.notAmount', { text: draft.atRisk }) : ''
            }
            onChange={(atRisk) => change({ atRisk })}
          />
          <Foreseen draft={draft} />
        </>
      )}
    </NewRow>
  )
}

/** What it began as, what it is about, how it came, and how grave it seems. */
function Choices({
  draft,
  change,
}: {
  readonly draft: Draft
  readonly change: (changes: Partial<Draft>) => void
}) {
  const { t } = useTranslation()
  const grades = SEVERITIES.map((value) => ({
    value: String(value),
    label: t(`cases.severity.${SEVERITY_NAMES[value]}`),
  }))
  return (
    <>
      <ChoiceBox<string>
        label={t('cases.column.kind')}
        value={draft.kind}
        options={CASE_KINDS.map((value) => ({ value, label: t(`cases.kind.${value}`) }))}
        onChange={(kind) => change({ kind })}
      />
      <ChoiceBox<string>
        label={t('cases.column.category')}
        value={draft.category}
        options={CASE_CATEGORIES.map((value) => ({ value, label: t(`cases.category.${value}`) }))}
        onChange={(category) => change({ category })}
      />
      <ChoiceBox<string>
        label={t('cases.field.impact')}
        value={draft.impact}
        options={grades}
        onChange={(impact) => change({ impact })}
      />
      <ChoiceBox<string>
        label={t('cases.field.urgency')}
        value={draft.urgency}
        options={grades}
        onChange={(urgency) => change({ urgency })}
      />
      <ChoiceBox<string>
        label={t('cases.field.way')}
        value={draft.way}
        options={REQUEST_WAYS.map((value) => ({ value, label: t(`channel.way.${value}`) }))}
        onChange={(way) => change({ way })}
      />
    </>
  )
}

/** The draft as the engine takes it; null where something is missing or can't be read. @param today YYYY-MM-DD */
function readDraft(draft: Draft, today: string) {
  const happenedOn = draft.happenedOn.trim() === '' ? null : typedDay(draft.happenedOn, today, 'past')
  const atRisk = typedAmount(draft.atRisk)
  const kind = CASE_KINDS.find((one) => one === draft.kind)
  const category = CASE_CATEGORIES.find((one) => one === draft.category)
  const way = REQUEST_WAYS.find((one) => one === draft.way)
  const impact = SEVERITIES.find((one) => String(one) === draft.impact)
  const urgency = SEVERITIES.find((one) => String(one) === draft.urgency)
  const missing = draft.accountId === '' || draft.title.trim() === ''
  const unread = atRisk === undefined || (happenedOn === null && draft.happenedOn.trim() !== '')
  if (missing || unread || !kind || !category || !way || !impact || !urgency) return null
  const { title, words, remedyAsked } = draft
  return { title, words, remedyAsked, kind, category, way, impact, urgency, happenedOn, atRisk }
}
