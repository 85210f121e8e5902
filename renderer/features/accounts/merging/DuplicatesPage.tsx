import { useQuery } from '@tanstack/react-query'
import { Button, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import type { CustomSubject } from '../../../../db/accounts/rules/fields.ts'
import { api, engine } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { Page } from '../../../ui/Page.tsx'
import { EmptyState, ErrorNote } from '../../../ui/states.tsx'
import { RoomTabs } from '../RoomTabs.tsx'
import styles from './merging.module.css'

const SUBJECTS = ['account', 'person'] as const satisfies readonly CustomSubject[]
type Pair = Awaited<ReturnType<typeof engine.merging.pairs>>['pairs'][number]

/** Accounts or people that may be the same, likeliest first: merge them, or say that they are not. */
export function DuplicatesPage() {
  const { t } = useTranslation()
  const [search, setSearch] = useSearchParams()
  const subject = search.get('of') === 'person' ? 'person' : 'account'
  const { data, error, isPending } = useQuery(api.merging.pairs.queryOptions({ input: { subject } }))
  const pairs = data?.pairs ?? []
  const words = { subject: t(`merging.subjects.${subject}`) }
  return (
    <Page
      title={t('accounts.title')}
      crumbs={[{ label: t('accounts.title'), to: '/accounts' }, { label: t('merging.title') }]}
      remarks={<RoomTabs />}
      busy={isPending}
      actions={
        <Segmented
          aria-label={t('merging.title')}
          options={SUBJECTS.map((value) => ({ value, label: t(`merging.subject.${value}`) }))}
          value={subject}
          onChange={(value) => setSearch(value === 'person' ? { of: 'person' } : {}, { replace: true })}
        />
      }
    >
      {error && <ErrorNote problem={toProblem(error)} />}
      {data && pairs.length === 0 && <EmptyState line={t('merging.none', words)} />}
      {pairs.length > 0 && (
        <div className={styles.page}>
          <p className={styles.line}>{t('merging.finding', { ...words, count: pairs.length })}</p>
          <ul className={styles.pairs}>
            {pairs.map((pair) => (
              <PairLine key={`${pair.first.id} ${pair.second.id}`} subject={subject} pair={pair} />
            ))}
          </ul>
          {data?.more && <p className={styles.line}>{t('merging.more', { count: pairs.length })}</p>}
        </div>
      )}
    </Page>
  )
}

function PairLine({ subject, pair }: { readonly subject: CustomSubject; readonly pair: Pair }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const tellApart = useCommand(engine.merging.tellApart)
  const { first, second, likenesses } = pair
  const names = { first: first.name, second: second.name }
  return (
    <li className={styles.pair}>
      {[first, second].map(({ id, name, remark }) => (
        <div key={id} className={styles.twin}>
          <strong>{name}</strong>
          <span title={remark}>{remark}</span>
        </div>
      ))}
      <div className={styles.reasons}>
        {likenesses.map((likeness) => (
          <span key={likeness} className={styles.reason}>
            {t(`merging.likeness.${likeness}`)}
          </span>
        ))}
      </div>
      <Button
        aria-label={t('merging.mergeOf', names)}
        onClick={() => void navigate(`/merge/${subject}/${first.id}/${second.id}`)}
      >
        {t('merging.merge')}
      </Button>
      <Button
        type="text"
        aria-label={t('merging.apartOf', names)}
        loading={tellApart.pending}
        onClick={() => void tellApart.run({ subject, firstId: first.id, secondId: second.id })}
      >
        {t('merging.apart')}
      </Button>
    </li>
  )
}
