import { useQuery } from '@tanstack/react-query'
import { Button, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import type { MergeField } from '../../../../db/accounts/merging/contract.ts'
import type { CustomSubject } from '../../../../db/accounts/rules/fields.ts'
import { api, engine } from '../../../client/engine.ts'
import { toProblem } from '../../../client/problem.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { lookUp } from '../../../i18n/look.ts'
import { SwapOutlined } from '../../../ui/icons.tsx'
import { Page } from '../../../ui/Page.tsx'
import { ErrorNote } from '../../../ui/states.tsx'
import { useFieldText, useFieldTitle } from './fieldText.ts'
import styles from './merging.module.css'

/** Whose value stays; both: amounts that are added up. */
type Side = 'keep' | 'gone' | 'both'
type Comparison = Awaited<ReturnType<typeof engine.merging.compare>>

/** Two accounts or people side by side: for each field the value that stays; then merged, undoable. */
export function MergePage() {
  const { t } = useTranslation()
  const params = useParams()
  const navigate = useNavigate()
  const subject: CustomSubject = params.subject === 'person' ? 'person' : 'account'
  const { keepId = '', goneId = '' } = params
  const { data, error, isPending } = useQuery(
    api.merging.compare.queryOptions({ input: { subject, keepId, goneId }, retry: false }),
  )
  const list = `/duplicates${subject === 'person' ? '?of=person' : ''}`
  const crumbs = [
    { label: t('accounts.title'), to: '/accounts' },
    { label: t('merging.title'), to: list },
  ]
  if (error || isPending)
    return (
      <Page title={t('merging.title')} crumbs={crumbs} busy={isPending}>
        {error && (
          <ErrorNote
            problem={toProblem(error)}
            action={<Button onClick={() => void navigate(list)}>{t('merging.compare.back')}</Button>}
          />
        )}
      </Page>
    )
  const title = t('merging.compare.title', { keep: data.keep.name, gone: data.gone.name })
  return (
    <Page
      title={title}
      crumbs={[...crumbs, { label: title }]}
      actions={
        <Button
          icon={<SwapOutlined />}
          onClick={() => void navigate(`/merge/${subject}/${goneId}/${keepId}`, { replace: true })}
        >
          {t('merging.compare.swap')}
        </Button>
      }
    >
      <Choices key={`${keepId} ${goneId}`} subject={subject} data={data} list={list} />
    </Page>
  )
}

function Choices({
  subject,
  data,
  list,
}: {
  readonly subject: CustomSubject
  readonly data: Comparison
  readonly list: string
}) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const merge = useCommand(engine.merging.merge)
  const { keep, gone, fields, moves } = data
  // what is empty on the left is taken from the right; where both hold something, the left one stands
  const [taken, setTaken] = useState(
    () => new Set(fields.filter(({ keepFilled }) => !keepFilled).map(({ key }) => key)),
  )
  const choose = (key: string, side: Side): void => {
    const next = new Set(taken)
    next.delete(key)
    next.delete(`${key}+`)
    if (side !== 'keep') next.add(side === 'gone' ? key : `${key}+`)
    setTaken(next)
  }
  const confirm = async (): Promise<void> => {
    const outcome = await merge.run({ subject, keepId: keep.id, goneId: gone.id, take: [...taken] })
    if (outcome.ok) await navigate(subject === 'account' ? `/accounts/${keep.id}` : `/people/${keep.id}`)
    else if (outcome.problem.code === 'SUBJECT_NOT_FOUND') await navigate(list)
  }
  const movesText = moves
    .map(
      ({ table, rows }) =>
        lookUp(t, `merging.table.${table}`, { count: rows }) ?? t('merging.table.other', { count: rows }),
    )
    .join(t('accounts.page.separator'))
  return (
    <div className={styles.page}>
      <p className={styles.line}>{t('merging.compare.line')}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('merging.compare.field')}</th>
            <th scope="col">
              {t('merging.compare.keep', { name: keep.name })} <span>{keep.remark}</span>
            </th>
            <th scope="col">
              {t('merging.compare.gone', { name: gone.name })} <span>{gone.remark}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <FieldLine
              key={field.key}
              subject={subject}
              field={field}
              names={[keep.name, gone.name]}
              chosen={taken.has(`${field.key}+`) ? 'both' : taken.has(field.key) ? 'gone' : 'keep'}
              choose={(side) => choose(field.key, side)}
            />
          ))}
        </tbody>
      </table>
      {fields.length === 0 && <p className={styles.line}>{t('merging.compare.same')}</p>}
      <p>
        {moves.length === 0
          ? t('merging.compare.nothingMoves')
          : t('merging.compare.moves', { moves: movesText })}
      </p>
      <p className={styles.line}>{t('merging.compare.after')}</p>
      <div className={styles.foot}>
        <Button type="primary" loading={merge.pending} onClick={() => void confirm()}>
          {t('merging.compare.confirm')}
        </Button>
        <Button onClick={() => void navigate(list)}>{t('merging.compare.back')}</Button>
      </div>
    </div>
  )
}

function FieldLine({
  subject,
  field,
  names,
  chosen,
  choose,
}: {
  readonly subject: CustomSubject
  readonly field: MergeField
  readonly names: readonly [keep: string, gone: string]
  readonly chosen: Side
  readonly choose: (side: Side) => void
}) {
  const { t } = useTranslation()
  const textOf = useFieldText(subject)
  const title = useFieldTitle(subject)(field)
  const side = (which: 'keep' | 'gone') => {
    const filled = which === 'gone' ? field.goneFilled : field.keepFilled
    const text = field.sensitive ? t('merging.compare.sensitive') : textOf(field, field[which])
    return (
      <td data-chosen={chosen === which}>
        <Radio
          checked={chosen === which}
          disabled={!filled}
          aria-label={t('merging.compare.take', { field: title, name: names[which === 'gone' ? 1 : 0] })}
          onChange={() => choose(which)}
        >
          <span className={filled ? styles.value : styles.emptyValue}>
            {filled ? text : t('merging.compare.empty')}
          </span>
        </Radio>
        {which === 'gone' && field.cells !== undefined && (
          <Radio checked={chosen === 'both'} onChange={() => choose('both')}>
            {t('merging.compare.both', { sum: textOf(field, Number(field.keep) + Number(field.gone)) })}
          </Radio>
        )}
      </td>
    )
  }
  return (
    <tr>
      <th scope="row">{title}</th>
      {side('keep')}
      {side('gone')}
    </tr>
  )
}
