import { Button, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Answer, CaseSheet } from '../../../../db/recovery/contract.ts'
import { CUSTOMER_ANSWERS } from '../../../../db/recovery/rules/words.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { SavedText } from '../../../shared/ledger/fields.tsx'
import fields from '../../../shared/ledger/ledger.module.css'
import { Section } from '../../../ui/bits.tsx'

const NO_ANSWER: Answer = { answer: null, words: '', personId: null, unasked: '' }

/** What the customer says to what was done; or why they can't be asked. */
export function AnswerSection({ sheet }: { readonly sheet: CaseSheet }) {
  const { t } = useTranslation()
  const write = useCommand(engine.cases.writeAnswer, { toast: false })
  const { answer } = sheet
  const save = async (changes: Partial<Answer> | null): Promise<boolean> => {
    const after = changes && { ...(answer ?? NO_ANSWER), personId: sheet.personId, ...changes }
    const isEmpty = after === null || (after.answer === null && after.words === '' && after.unasked === '')
    return (await write.run({ caseId: sheet.id, before: answer, after: isEmpty ? null : after })).ok
  }
  return (
    <Section
      title={t('cases.section.answer')}
      remark={answer === null ? t('cases.noAnswer') : ''}
      action={
        answer !== null && (
          <Button type="link" onClick={() => void save(null)}>
            {t('cases.clear')}
          </Button>
        )
      }
    >
      <Segmented<NonNullable<Answer['answer']> | ''>
        aria-label={t('cases.section.answer')}
        value={answer?.answer ?? ''}
        options={CUSTOMER_ANSWERS.map((value) => ({ value, label: t(`cases.answer.${value}`) }))}
        onChange={(value) => {
          if (value !== '') void save({ answer: value, unasked: '' })
        }}
      />
      <div className={fields.fields}>
        <SavedText
          label={t('cases.answerWords')}
          value={answer?.words ?? ''}
          lines={1}
          save={(words) => save({ words })}
        />
        {(answer?.answer ?? null) === null && (
          <SavedText
            label={t('cases.answerUnasked')}
            value={answer?.unasked ?? ''}
            save={(unasked) => save({ unasked })}
          />
        )}
      </div>
    </Section>
  )
}
