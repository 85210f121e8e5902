import { Input, type InputProps } from 'antd'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { type Item, type MarkedItem, readPoints } from '../../../../db/channel/mystery/rules/scoring.ts'
import { useFieldDraft } from '../../../ui/useFieldDraft.ts'
import own from './mystery.module.css'

/** The points of an item in a form, as they are typed. */
export function MarkBox({
  item,
  value,
  onChange,
}: {
  readonly item: Item
  readonly value: string
  readonly onChange: (text: string) => void
}) {
  const { t } = useTranslation()
  const wrong = readPoints(value, item.points) === undefined
  return (
    <MarkLine item={item} trouble={wrong ? t('mystery.pointsWrong', { points: item.points }) : ''}>
      {{ value, status: wrong ? 'error' : '', onChange: (event) => onChange(event.target.value) }}
    </MarkLine>
  )
}

/** The points of an item of a visit, saved as the field is left. What it can't be given stays there, with why. */
export function SavedMark({
  item,
  save,
}: {
  readonly item: MarkedItem
  /** false where it was refused */
  readonly save: (given: number | null) => Promise<boolean>
}) {
  const { t } = useTranslation()
  const draft = useFieldDraft<string>(String(item.given ?? ''), async (typed) => {
    const given = readPoints(typed, item.points)
    if (given === undefined) return t('mystery.pointsWrong', { points: item.points })
    // what the engine refuses it tells itself
    return (await save(given)) ? null : ''
  })
  return (
    <MarkLine item={item} trouble={draft.trouble ?? ''}>
      {{ ...draft.input, onPressEnter: draft.onPressEnter }}
    </MarkLine>
  )
}

function MarkLine({
  item,
  trouble,
  children,
}: {
  readonly item: Item
  readonly trouble: string
  /** what the field holds, and who hears of it */
  readonly children: InputProps
}) {
  const reason = useId()
  return (
    <li>
      <span title={item.text}>{item.text}</span>
      <Input
        {...children}
        aria-label={item.text}
        aria-describedby={reason}
        inputMode="numeric"
        maxLength={10}
      />
      <span className={own.most}>/ {item.points}</span>
      {trouble !== '' && (
        <p id={reason} className={own.wrong} role="alert">
          {trouble}
        </p>
      )}
    </li>
  )
}
