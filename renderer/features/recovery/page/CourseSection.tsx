import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseSheet } from '../../../../db/recovery/contract.ts'
import { CASE_LIMITS } from '../../../../db/recovery/rules/limits.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { shortMoment } from '../../../shared/clocks/clockText.ts'
import { NoteField } from '../../../shared/ledger/NoteField.tsx'
import { Section } from '../../../ui/bits.tsx'
import styles from '../case.module.css'
import { courseOf } from './courseOf.ts'

/** Lines that are shown before all are asked for: more would hold the page up. */
const FIRST_LINES = 60

/** What happened to a case, the newest first, and a line for what is to be added. */
export function CourseSection({ sheet, now }: { readonly sheet: CaseSheet; readonly now: number }) {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const course = courseOf(sheet, now, t)
  const shown = all ? course : course.slice(0, FIRST_LINES)
  return (
    <Section title={t('cases.course')} remark={t('cases.courseCount', { count: course.length })}>
      <CaseNote sheet={sheet} />
      <ol className={styles.course}>
        {shown.map(({ key, at, title, lines, look }) => (
          <li key={key} data-look={look}>
            <span className={styles.quiet}>
              {shortMoment(at, now)} {title}
            </span>
            {lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </li>
        ))}
      </ol>
      {shown.length < course.length && (
        <Button size="small" onClick={() => setAll(true)}>
          {t('cases.courseAll', { count: course.length })}
        </Button>
      )}
    </Section>
  )
}

/** A line for a remark of ours or the customer's words. */
function CaseNote({ sheet }: { readonly sheet: CaseSheet }) {
  const { t } = useTranslation()
  const note = useCommand(engine.cases.note, { toast: false })
  const [theirs, setTheirs] = useState(false)
  return (
    <NoteField
      draftKey={`caseNote.${sheet.id}`}
      label={t('cases.addNote')}
      hint={t('cases.noteHint')}
      button={t('cases.noteIt')}
      focusKey="e"
      most={CASE_LIMITS.note}
      busy={note.pending}
      send={async (text) => {
        const personId = theirs ? sheet.personId : null
        return (await note.run({ caseId: sheet.id, text, theirs, personId })).ok
      }}
    >
      <Checkbox checked={theirs} onChange={({ target }) => setTheirs(target.checked)}>
        {t('cases.theirs')}
      </Checkbox>
    </NoteField>
  )
}
