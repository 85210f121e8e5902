import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { CaseSheet } from '../../../../db/recovery/contract.ts'
import { api } from '../../../client/engine.ts'
import { Section } from '../../../ui/bits.tsx'
import { PlusOutlined } from '../../../ui/icons.tsx'
import styles from '../case.module.css'
import { NewIdea } from '../ideas/NewIdea.tsx'

/** The ideas that came from a case (C9), and a button for another one with its customer as the one who asked. */
export function IdeasSection({ sheet }: { readonly sheet: CaseSheet }) {
  const { t } = useTranslation()
  const { data } = useQuery(api.ideas.list.queryOptions({ input: { caseId: sheet.id } }))
  const [adding, setAdding] = useState(false)
  const { id: caseId, code, title, accountId, account, personId } = sheet
  return (
    <Section
      title={t('ideas.ofCase.title')}
      action={
        <Button icon={<PlusOutlined />} onClick={() => setAdding(true)}>
          {t('ideas.ofCase.propose')}
        </Button>
      }
    >
      {data?.rows.length === 0 && <p className={styles.quiet}>{t('ideas.ofCase.none')}</p>}
      <ul className={styles.rows}>
        {data?.rows.map((idea) => (
          <li key={idea.id}>
            <Link className={styles.grow ?? ''} to={`/recovery/ideas/${idea.id}`} title={idea.title}>
              {idea.code} {idea.title}
            </Link>
            <span className={styles.quiet}>{t(`ideas.state.${idea.state}`)}</span>
          </li>
        ))}
      </ul>
      {data && (
        <NewIdea
          open={adding}
          close={() => setAdding(false)}
          today={data.today}
          products={data.products}
          origin={{ caseId, code, title, accountId, account, personId }}
        />
      )}
    </Section>
  )
}
