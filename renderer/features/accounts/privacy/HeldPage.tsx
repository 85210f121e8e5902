import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { Held } from '../../../../db/accounts/privacy/contract.ts'
import type { PaperFormat } from '../../../../db/exchange/rules/paperFormat.ts'
import { HELD_WORDS } from '../../../../db/terms/privacy.ts'
import { download } from '../../../client/download.ts'
import { api, engine } from '../../../client/engine.ts'
import { newCommandId } from '../../../client/ids.ts'
import { toProblem } from '../../../client/problem.ts'
import { spokenLanguage } from '../../../i18n/i18n.ts'
import type { Problem } from '../../../i18n/problemText.ts'
import { Section } from '../../../ui/bits.tsx'
import { Page } from '../../../ui/Page.tsx'
import { EmptyState, ErrorNote } from '../../../ui/states.tsx'
import { showProblem, showToast } from '../../../ui/toast.ts'
import styles from './privacy.module.css'

/** Everything that is kept about a person, shown only after a word on what looking means; as a page, Word or PDF. */
export function HeldPage() {
  const { t } = useTranslation()
  const { personId = '' } = useParams()
  const { data: person, error } = useQuery(api.people.get.queryOptions({ input: { personId } }))
  const [held, setHeld] = useState<Held | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const name = person?.name ?? ''
  const asked = { personId, language: spokenLanguage() }
  const show = async (): Promise<void> => {
    setBusy(true)
    setProblem(null)
    try {
      setHeld(await engine.privacy.held({ commandId: newCommandId(), ...asked }))
    } catch (failure) {
      setProblem(toProblem(failure))
    }
    setBusy(false)
  }
  const save = async (format: PaperFormat): Promise<void> => {
    setBusy(true)
    try {
      const file = await engine.privacy.document({ commandId: newCommandId(), ...asked, format })
      download(file)
      showToast({ kind: 'done', text: t('privacy.saved', { file: file.name }) })
    } catch (failure) {
      showProblem(toProblem(failure))
    }
    setBusy(false)
  }
  return (
    <Page
      title={t('privacy.heldOf', { name })}
      crumbs={[
        { label: t('accounts.title'), to: '/accounts' },
        { label: name, to: `/people/${personId}` },
        { label: t('privacy.held') },
      ]}
      busy={busy}
      actions={
        held !== null && (
          <>
            <Button onClick={() => void save('docx')}>{t('privacy.word')}</Button>
            <Button onClick={() => void save('pdf')}>{t('privacy.pdf')}</Button>
          </>
        )
      }
    >
      {error && <ErrorNote problem={toProblem(error)} />}
      {problem && <ErrorNote problem={problem} />}
      {held === null && person && (
        <EmptyState
          line={t('privacy.showLine', { name })}
          action={
            <Button type="primary" loading={busy} onClick={() => void show()}>
              {t('privacy.show')}
            </Button>
          }
        />
      )}
      {held !== null && <HeldParts held={held} personId={personId} />}
    </Page>
  )
}

function HeldParts({ held, personId }: { readonly held: Held; readonly personId: string }) {
  const { t } = useTranslation()
  const words = HELD_WORDS[spokenLanguage()]
  return (
    <div className={styles.page}>
      <p className={styles.line}>
        <Link to={`/people/${personId}`}>{held.name}</Link>
        {' · '}
        {t('privacy.heldLine')} {t('privacy.basis', { basis: held.basis || t('privacy.noBasis') })}
        {' · '}
        {t('privacy.until', { until: held.retainUntil ?? t('privacy.noDate') })}
      </p>
      {held.parts.length === 0 && <p>{t('privacy.nothing')}</p>}
      {held.parts.map(({ part, lines }) => (
        <Section key={part} title={words.parts[part]} remark={lines.length}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{words.item}</th>
                <th scope="col">{words.what}</th>
                <th scope="col">{words.on}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map(({ label, value, on, sensitive }) => (
                <tr key={`${on} ${label} ${value}`}>
                  <th scope="row">
                    {label}
                    {sensitive && <span className={styles.sensitive}>{t('privacy.sensitive')}</span>}
                  </th>
                  <td>{value}</td>
                  <td>{on}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
      ))}
    </div>
  )
}
