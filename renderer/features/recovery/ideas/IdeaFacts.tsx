import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { typedDay } from '../../../../db/accounts/log/rules/typedDay.ts'
import type { IdeaSheet } from '../../../../db/recovery/ideas/contract.ts'
import { priorityBand, priorityOf } from '../../../../db/recovery/ideas/rules/priority.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { Field, SavedChoice, SavedDay, SavedText } from '../../../shared/ledger/fields.tsx'
import fields from '../../../shared/ledger/ledger.module.css'
import { MemberPicker } from '../../../shared/pick/MemberPicker.tsx'
import { Section } from '../../../ui/bits.tsx'
import styles from '../case.module.css'

/** What the idea is, where it came from, whose it is and by when; and what it is worth. */
export function IdeaFacts({
  idea,
  today,
  products,
}: {
  readonly idea: IdeaSheet
  readonly today: string
  readonly products: readonly { readonly id: string; readonly name: string }[]
}) {
  const { t } = useTranslation()
  const change = useCommand(engine.ideas.change, { toast: false })
  const save = async (
    field: 'title' | 'detail' | 'productId' | 'ownerId' | 'dueOn',
    after: string | null,
  ): Promise<boolean> =>
    (await change.run({ edits: [{ id: idea.id, field, before: idea[field], after }] })).ok
  return (
    <>
      <Section title={t('ideas.facts')}>
        <div className={fields.fields}>
          <SavedText
            label={t('ideas.field.title')}
            value={idea.title}
            required
            save={(text) => save('title', text)}
          />
          <SavedText
            label={t('ideas.field.detail')}
            value={idea.detail}
            lines={2}
            save={(text) => save('detail', text)}
          />
          <Field wide label={t('ideas.field.case')}>
            {(id) => (
              <span id={id}>
                {idea.caseId === null ? (
                  t('ideas.noCase')
                ) : (
                  <Link to={`/recovery/${idea.caseId}`}>
                    {idea.caseCode} {idea.caseTitle}
                  </Link>
                )}
              </span>
            )}
          </Field>
          <Field label={t('ideas.field.ownerId')}>
            {(id) => (
              <MemberPicker
                id={id}
                value={idea.ownerId}
                onChange={(memberId) => void save('ownerId', memberId)}
              />
            )}
          </Field>
          <SavedDay
            label={t('ideas.field.dueOn')}
            value={idea.dueOn}
            today={today}
            direction="future"
            optional
            save={(day) => save('dueOn', day === null ? null : typedDay(day, today, 'future'))}
          />
          <SavedChoice
            label={t('ideas.field.productId')}
            value={idea.productId}
            options={products.map(({ id, name }) => ({ value: id, label: name }))}
            clearable
            save={(productId) => void save('productId', productId)}
          />
        </div>
      </Section>
      <Section title={t('ideas.weigh.title')}>
        {idea.weight === null ? (
          <p className={styles.quiet}>{t('ideas.weigh.none')}</p>
        ) : (
          <>
            <p className={fields.sentence}>
              {t('ideas.weighed', {
                ...idea.weight,
                band: t(`ideas.priority.${priorityBand(idea.weight)}`),
                priority: priorityOf(idea.weight),
              })}
            </p>
            {idea.weight.note !== '' && <p className={styles.quiet}>{idea.weight.note}</p>}
          </>
        )}
      </Section>
    </>
  )
}
