import { useQuery } from '@tanstack/react-query'
import { ConfigProvider } from 'antd'
import { useTranslation } from 'react-i18next'
import type { VisitSheet } from '../../../../db/visits/contract.ts'
import { api } from '../../../client/engine.ts'
import { Section } from '../../../ui/bits.tsx'
import { AttitudesSection } from './AttitudesSection.tsx'
import styles from './after.module.css'
import { CommitmentsSection } from './CommitmentsSection.tsx'
import { EffectLine } from './EffectLine.tsx'
import { MinutesMenu } from './MinutesMenu.tsx'
import { NoteForm } from './NoteForm.tsx'
import { NoteList } from './NoteList.tsx'
import { OutcomeSection } from './OutcomeSection.tsx'

/** What comes after a visit: outcome, promises, notes, attitudes, effect, and the minutes as a paper. */
export function AfterSections({ visit, today }: { readonly visit: VisitSheet; readonly today: string }) {
  const { t } = useTranslation()
  const { data } = useQuery(api.minutes.get.queryOptions({ input: { visitId: visit.id } }))
  return (
    <div id="minutes">
      <OutcomeSection
        visit={visit}
        today={today}
        action={
          <ConfigProvider componentDisabled={false}>
            <MinutesMenu visit={visit} />
          </ConfigProvider>
        }
        effect={data && <EffectLine effect={data.effect} />}
      />
      {/* promises go on, whatever becomes of the visit */}
      <ConfigProvider componentDisabled={false}>
        <CommitmentsSection visit={visit} today={today} commitments={data?.commitments ?? []} />
      </ConfigProvider>
      <Section title={t('visits.notes')} remark={t('visits.notesHint')}>
        <NoteList visit={visit} notes={data?.notes ?? []} />
        <div className={styles.form}>
          <NoteForm visit={visit} topicId={null} />
        </div>
      </Section>
      <AttitudesSection visit={visit} />
    </div>
  )
}
