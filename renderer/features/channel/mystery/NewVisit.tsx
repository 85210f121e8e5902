import { useTranslation } from 'react-i18next'
import { typedDay } from '../../../../db/accounts/log/rules/typedDay.ts'
import type { MysterySheet } from '../../../../db/channel/mystery/contract.ts'
import { type Item, readPoints, scoreOf } from '../../../../db/channel/mystery/rules/scoring.ts'
import { MYSTERY_WAYS } from '../../../../db/channel/mystery/rules/words.ts'
import { engine } from '../../../client/engine.ts'
import { useSettings } from '../../../client/settings.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { ChoiceBox, DayBox, Field, TextBox } from '../../../shared/ledger/fields.tsx'
import { NewRow, refusalOf } from '../../../shared/ledger/NewRow.tsx'
import { MemberPicker } from '../../../shared/pick/MemberPicker.tsx'
import { MarkBox } from './MarkField.tsx'
import own from './mystery.module.css'
import { scoreText } from './TrendChart.tsx'

const EMPTY = { sheetId: '', place: '', day: '', way: 'visit', visitorId: '', finding: '', points: '{}' }

/** What is typed for the points of each item, by its key. */
function typedPoints(draft: typeof EMPTY): Record<string, string> {
  const points: Record<string, string | number> = JSON.parse(draft.points)
  // a draft kept by an older program holds figures
  return Object.fromEntries(Object.entries(points).map(([key, typed]) => [key, String(typed)]))
}

/** The points of each item; null while one of them can't be what it was given. */
function readMarks(
  items: readonly Item[],
  typed: Readonly<Record<string, string>>,
): { key: string; given: number | null }[] | null {
  const marks: { key: string; given: number | null }[] = []
  for (const { key, points } of items) {
    const given = readPoints(typed[key] ?? '', points)
    if (given === undefined) return null
    marks.push({ key, given })
  }
  return marks
}

/** The dialog for a visit: where, when, and the points of each item of a sheet. */
export function NewVisit({
  open,
  close,
  sheets,
  today,
}: {
  readonly open: boolean
  readonly close: () => void
  readonly sheets: readonly MysterySheet[]
  readonly today: string
}) {
  const { t } = useTranslation()
  const { me } = useSettings()
  const add = useCommand(engine.mystery.addVisit, { tellProblem: false })
  const sheetOf = (draft: typeof EMPTY) => sheets.find(({ id }) => id === draft.sheetId) ?? sheets[0]
  return (
    <NewRow
      open={open}
      close={close}
      kind="channel.mystery.new"
      title={t('mystery.new')}
      empty={{ ...EMPTY, day: today, visitorId: me ?? '' }}
      save={(draft) => {
        const sheet = sheetOf(draft)
        const day = typedDay(draft.day, today, 'past')
        const way = MYSTERY_WAYS.find((one) => one === draft.way)
        if (!sheet || !day || !way || draft.place.trim() === '') return null
        const points = readMarks(sheet.items, typedPoints(draft))
        if (points === null) return null
        const visitorId = draft.visitorId === '' ? null : draft.visitorId
        const { place, finding } = draft
        return refusalOf(add.run({ sheetId: sheet.id, place, day, way, visitorId, finding, points }))
      }}
    >
      {({ draft, change, tried }) => {
        const sheet = sheetOf(draft)
        if (!sheet) return <p>{t('mystery.noSheets')}</p>
        const given = typedPoints(draft)
        const marks = sheet.items.map((item) => ({
          ...item,
          given: readPoints(given[item.key] ?? '', item.points) ?? null,
        }))
        const { score, unmarked } = scoreOf(marks)
        return (
          <>
            <TextBox
              label={t('mystery.field.place')}
              placeholder={t('mystery.placeHint')}
              value={draft.place}
              required
              tried={tried}
              autoFocus
              onChange={(place) => change({ place })}
            />
            <ChoiceBox<string>
              label={t('mystery.field.sheet')}
              value={sheet.id}
              options={sheets.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(sheetId) => change({ sheetId })}
            />
            <ChoiceBox<string>
              label={t('mystery.field.way')}
              value={draft.way}
              options={MYSTERY_WAYS.map((value) => ({ value, label: t(`mystery.way.${value}`) }))}
              onChange={(way) => change({ way })}
            />
            <DayBox
              label={t('mystery.field.day')}
              value={draft.day}
              today={today}
              direction="past"
              tried={tried}
              onChange={(day) => change({ day })}
            />
            <Field label={t('mystery.field.visitorId')}>
              {(id) => (
                <MemberPicker
                  id={id}
                  value={draft.visitorId === '' ? null : draft.visitorId}
                  onChange={(next) => change({ visitorId: next ?? '' })}
                />
              )}
            </Field>
            <ul className={`${own.marks} ${own.items}`}>
              {marks.map((item) => (
                <MarkBox
                  key={item.key}
                  item={item}
                  value={given[item.key] ?? ''}
                  onChange={(text) => change({ points: JSON.stringify({ ...given, [item.key]: text }) })}
                />
              ))}
            </ul>
            <p className={own.items} role="status">
              {t('mystery.scoreLine', { score: score === null ? t('mystery.noScore') : scoreText(score) })}
              {unmarked > 0 && ` · ${t('mystery.unmarked', { count: unmarked })}`}
            </p>
            <TextBox
              label={t('mystery.field.finding')}
              value={draft.finding}
              lines={2}
              onChange={(finding) => change({ finding })}
            />
          </>
        )
      }}
    </NewRow>
  )
}
