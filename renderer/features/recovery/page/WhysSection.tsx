import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Why } from '../../../../db/recovery/causes/contract.ts'
import type { CaseSheet } from '../../../../db/recovery/contract.ts'
import { api, engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { Section } from '../../../ui/bits.tsx'
import { DeleteOutlined, PlusOutlined } from '../../../ui/icons.tsx'
import styles from '../case.module.css'
import { RootPart } from './RootPart.tsx'
import { WhyForm } from './WhyForm.tsx'

/** What is being typed: a question of those that are there, or a new one under another (null: the first). */
type Editing = { readonly why: Why } | { readonly under: Why | null }

/** Why it happened: questions that hang on each other's answers, and the root cause. */
export function WhysSection({ sheet }: { readonly sheet: CaseSheet }) {
  const { t } = useTranslation()
  const { data } = useQuery(api.causes.get.queryOptions({ input: { caseId: sheet.id } }))
  const [editing, setEditing] = useState<Editing | null>(null)
  const close = (): void => setEditing(null)
  const whys = data?.whys ?? []
  const last = whys.at(-1) ?? null
  const form = (why: Why | null, under: Why | null) => (
    <li>
      <WhyForm sheet={sheet} why={why} parentId={under?.id ?? null} close={close} />
    </li>
  )
  return (
    <Section
      title={t('cases.whys.title')}
      remark={t('cases.whys.remark')}
      action={
        <Button icon={<PlusOutlined />} onClick={() => setEditing({ under: last })}>
          {t('cases.whys.add')}
        </Button>
      }
    >
      <ol className={styles.rows}>
        {inOrder(whys).map(({ why, depth, number }) =>
          editing !== null && 'why' in editing && editing.why.id === why.id ? (
            <div key={why.id}>{form(why, null)}</div>
          ) : (
            <WhyRow
              key={why.id}
              why={why}
              depth={depth}
              number={number}
              edit={() => setEditing({ why })}
              deeper={() => setEditing({ under: why })}
            />
          ),
        )}
        {editing !== null && 'under' in editing && form(null, editing.under)}
      </ol>
      {whys.length === 0 && editing === null && <p className={styles.quiet}>{t('cases.whys.none')}</p>}
      <RootPart sheet={sheet} repeated={data?.repeated ?? []} />
    </Section>
  )
}

function WhyRow({
  why: { id, question, answer, ours, evidence },
  depth,
  number,
  edit,
  deeper,
}: {
  readonly why: Why
  readonly depth: number
  readonly number: number
  readonly edit: () => void
  readonly deeper: () => void
}) {
  const { t } = useTranslation()
  const remove = useCommand(engine.causes.removeWhy)
  return (
    <li style={{ paddingInlineStart: Math.min(depth, MOST_DEPTH) * 16 }}>
      <span className={styles.number}>{number}</span>
      <Button type="link" title={question} onClick={edit}>
        {question}
      </Button>
      <span className={styles.grow} title={answer}>
        {answer}
      </span>
      {ours && <span className={styles.ours}>{t('cases.whys.ours')}</span>}
      <span className={styles.quiet}>{evidence}</span>
      <Button type="link" onClick={deeper}>
        {t('cases.whys.deeper')}
      </Button>
      <Button
        type="text"
        icon={<DeleteOutlined />}
        aria-label={`${t('cases.whys.remove')} ${question}`}
        title={t('cases.whys.remove')}
        onClick={() => void remove.run({ whyId: id })}
      />
    </li>
  )
}

/** Steps of indentation that a narrow page has room for. */
const MOST_DEPTH = 6

interface Placed {
  readonly why: Why
  readonly depth: number
  /** its place on the way down, from 1 */
  readonly number: number
}

/** Questions with those that hang on them right behind; what hangs on one that is gone stands at the top. */
function inOrder(whys: readonly Why[]): Placed[] {
  const known = new Set(whys.map(({ id }) => id))
  const under = (parentId: string | null, depth: number): Placed[] =>
    whys
      .filter((why) => (why.parentId !== null && known.has(why.parentId) ? why.parentId : null) === parentId)
      .flatMap((why) => [{ why, depth, number: depth + 1 }, ...under(why.id, depth + 1)])
  return under(null, 0)
}
