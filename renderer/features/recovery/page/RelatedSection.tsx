import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CaseSheet, Related } from '../../../../db/recovery/contract.ts'
import { api, engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { askVisit } from '../../../shared/ask/newVisitStore.ts'
import { Field } from '../../../shared/ledger/fields.tsx'
import { Section } from '../../../ui/bits.tsx'
import { CloseOutlined, PlusOutlined } from '../../../ui/icons.tsx'
import styles from '../case.module.css'
import { NewLost } from '../lost/NewLost.tsx'

/** What a case may have come from: its field, the list to choose it from, and where it is seen. */
const ORIGINS = [
  { what: 'request', field: 'requestId', list: 'requests', to: (id: string) => `/channel/requests/${id}` },
  {
    what: 'incident',
    field: 'incidentId',
    list: 'incidents',
    to: (id: string) => `/channel/quality?id=${id}`,
  },
  {
    what: 'promise',
    field: 'promiseId',
    list: 'promises',
    to: (_id: string, accountId: string) => `/accounts/${accountId}/promises`,
  },
] as const satisfies readonly {
  readonly what: 'request' | 'incident' | 'promise'
  readonly field: 'requestId' | 'incidentId' | 'promiseId'
  readonly list: keyof Related
  readonly to: (id: string, accountId: string) => string
}[]

/** What a case came from, and the visits that are paid for it. */
export function RelatedSection({ sheet }: { readonly sheet: CaseSheet }) {
  const { t } = useTranslation()
  const { data } = useQuery(api.cases.related.queryOptions({ input: { caseId: sheet.id } }))
  const change = useCommand(engine.cases.change, { toast: false })
  return (
    <Section title={t('cases.related.title')}>
      {ORIGINS.map(({ what, field, list, to }) => {
        const value = sheet[what]
        const choices = data?.[list] ?? []
        if (value === null && choices.length === 0) return null
        const listed = choices.some(({ id }) => id === value?.id)
        const options = value === null || listed ? choices : [{ id: value.id, name: value.title }, ...choices]
        return (
          <Field key={what} label={t(`cases.related.${what}`)}>
            {(id) => (
              <div className={styles.foot}>
                <Select<string | null>
                  id={id}
                  className={styles.grow ?? ''}
                  value={value?.id ?? null}
                  allowClear
                  showSearch={{ optionFilterProp: 'label' }}
                  options={options.map((option) => ({ value: option.id, label: option.name }))}
                  onChange={(next) =>
                    void change.run({
                      edits: [{ id: sheet.id, field, before: value?.id ?? null, after: next ?? null }],
                    })
                  }
                />
                {value !== null && (
                  <Link
                    to={to(value.id, sheet.accountId)}
                    aria-label={t('cases.related.open', { name: value.title })}
                  >
                    ↗
                  </Link>
                )}
              </div>
            )}
          </Field>
        )
      })}
      <LostPart sheet={sheet} />
      <VisitsPart sheet={sheet} choices={data?.visits ?? []} />
    </Section>
  )
}

/** The account as lost, where this case led to it. */
function LostPart({ sheet }: { readonly sheet: CaseSheet }) {
  const { t } = useTranslation()
  const [adding, setAdding] = useState(false)
  const { data } = useQuery(api.winBacks.list.queryOptions({ input: { caseId: sheet.id } }))
  const [lost] = data?.rows ?? []
  return (
    <Field label={t('winBack.title')}>
      {() =>
        lost ? (
          <p>
            <Link to={`/recovery/lost/${lost.id}`}>
              {lost.code} {t(`winBack.state.${lost.state}`)}
            </Link>
          </p>
        ) : (
          <>
            <Button type="link" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
              {t('winBack.new')}
            </Button>
            <NewLost
              open={adding}
              close={() => setAdding(false)}
              today={data?.today ?? ''}
              account={{ id: sheet.accountId, name: sheet.account }}
              caseId={sheet.id}
            />
          </>
        )
      }
    </Field>
  )
}

function VisitsPart({ sheet, choices }: { readonly sheet: CaseSheet; readonly choices: Related['visits'] }) {
  const { t } = useTranslation()
  const set = useCommand(engine.cases.setVisit, { toast: false })
  const linked = new Set<string>(sheet.visits.map(({ visitId }) => visitId))
  const free = choices.filter(({ id }) => !linked.has(id))
  return (
    <Field label={t('cases.related.visits')}>
      {(id) => (
        <>
          <ul className={styles.rows}>
            {sheet.visits.map(({ visitId, name, day }) => (
              <li key={visitId}>
                <Link className={styles.grow ?? ''} to={`/visits/${visitId}`} title={`${day} ${name}`}>
                  {day} {name}
                </Link>
                <Button
                  type="text"
                  icon={<CloseOutlined />}
                  aria-label={t('cases.related.removeVisit', { name })}
                  onClick={() => void set.run({ caseId: sheet.id, visitId, there: false })}
                />
              </li>
            ))}
          </ul>
          {free.length > 0 && (
            <Select<string | null>
              id={id}
              value={null}
              placeholder={t('cases.related.addVisit')}
              showSearch={{ optionFilterProp: 'label' }}
              options={free.map((visit) => ({ value: visit.id, label: visit.name }))}
              onChange={(visitId) => {
                if (visitId !== null) void set.run({ caseId: sheet.id, visitId, there: true })
              }}
            />
          )}
          <Button
            type="link"
            icon={<PlusOutlined />}
            onClick={() =>
              askVisit({
                account: { id: sheet.accountId, name: sheet.account },
                day: null,
                caseId: sheet.id,
              })
            }
          >
            {t('cases.related.planVisit')}
          </Button>
        </>
      )}
    </Field>
  )
}
