import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseSheet } from '../../../../db/recovery/contract.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { MemberPicker } from '../../../shared/pick/MemberPicker.tsx'
import { Section } from '../../../ui/bits.tsx'
import { CloseOutlined } from '../../../ui/icons.tsx'
import styles from '../case.module.css'

/** Those of ours who work on a case, across functions. */
export function TeamSection({ sheet }: { readonly sheet: CaseSheet }) {
  const { t } = useTranslation()
  const set = useCommand(engine.cases.setMember, { toast: false })
  const [times, setTimes] = useState(0)
  return (
    <Section title={t('cases.section.team')}>
      <ul className={styles.rows}>
        {sheet.members.map(({ memberId, name, role, part }) => (
          <li key={memberId}>
            <span>{name}</span>
            <span className={styles.grow}>{part === '' ? role : part}</span>
            <Button
              type="text"
              icon={<CloseOutlined />}
              aria-label={t('cases.removeMember', { name })}
              title={t('cases.removeMember', { name })}
              onClick={() => void set.run({ caseId: sheet.id, memberId, part, there: false })}
            />
          </li>
        ))}
      </ul>
      {/* begun anew once it has chosen */}
      <MemberPicker
        key={times}
        label={t('cases.member')}
        placeholder={t('cases.member')}
        value={null}
        except={sheet.members.map(({ memberId }) => memberId)}
        onChange={(memberId) => {
          setTimes(times + 1)
          if (memberId !== null) void set.run({ caseId: sheet.id, memberId, part: '', there: true })
        }}
      />
    </Section>
  )
}
