import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Notice } from '../../../db/channel/notices/contract.ts'
import { api, engine } from '../../client/engine.ts'
import { toProblem } from '../../client/problem.ts'
import { queryClient } from '../../client/queryClient.ts'
import { spokenLanguage } from '../../i18n/i18n.ts'
import { noticeAddress, noticeLine, noticeWhat } from '../../shared/noticeText.ts'
import { Section } from '../../ui/bits.tsx'
import { formatMoment } from '../../ui/format.ts'
import { BellOutlined, ClockCircleFilled } from '../../ui/icons.tsx'
import { showProblem } from '../../ui/toast.ts'
import styles from './today.module.css'

/** Notices shown beside the lists. */
const SHOWN = 6

/** Notices 提醒 that nobody has seen yet: each leads to its record, which counts as seen. */
export function NoticesSection() {
  const { t } = useTranslation()
  const { data } = useQuery(api.notices.list.queryOptions())
  if (!data || data.unseen === 0) return null
  const fresh = data.rows.filter(({ seen }) => !seen)
  return (
    <Section
      title={t('notices.title')}
      remark={t('notices.unseen', { count: data.unseen })}
      action={
        <Button type="link" size="small" className={styles.seeAll ?? ''} onClick={() => void see(null)}>
          {t('notices.seeAll')}
        </Button>
      }
    >
      <ul className={styles.notices}>
        {fresh.slice(0, SHOWN).map((notice) => (
          <NoticeLine key={notice.key} notice={notice} />
        ))}
      </ul>
      {fresh.length > SHOWN && (
        <p className={styles.quiet}>{t('today.more', { count: data.unseen - SHOWN })}</p>
      )}
    </Section>
  )
}

function NoticeLine({ notice }: { readonly notice: Notice }) {
  const { t } = useTranslation()
  const late = notice.level === 'late' || notice.level === 'over'
  return (
    <li data-late={late || undefined}>
      {late ? <ClockCircleFilled /> : <BellOutlined />}
      <Link to={noticeAddress(notice)} onClick={() => void see([notice.key])} title={noticeWhat(notice, t)}>
        {noticeWhat(notice, t)}
      </Link>
      <span className={styles.when}>
        {formatMoment(new Date(notice.raisedAt), spokenLanguage(), t('app.status.today'))}
      </span>
      <span className={styles.noticeLine}>{noticeLine(notice, t)}</span>
    </li>
  )
}

async function see(keys: string[] | null): Promise<void> {
  try {
    await engine.notices.see({ keys })
    await queryClient.invalidateQueries({ queryKey: api.notices.list.key() })
  } catch (error) {
    showProblem(toProblem(error))
  }
}
