import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Point, VisitSheet } from '../../../../db/visits/contract.ts'
import { VISIT_LIMITS } from '../../../../db/visits/rules/limits.ts'
import type { PointList } from '../../../../db/visits/rules/words.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { useFieldDraft } from '../../../ui/useFieldDraft.ts'
import styles from './visit.module.css'

/** At most three points of a visit, each a line that is saved as it is left; an emptied one goes. */
export function PointsField({ visit, list }: { readonly visit: VisitSheet; readonly list: PointList }) {
  const { t } = useTranslation()
  const write = useCommand(engine.visits.writePoints, { toast: false })
  const points = visit[list]
  const save = async (at: number, text: string): Promise<boolean> => {
    const point: Point = { key: points[at]?.key ?? crypto.randomUUID(), text }
    const after = text === '' ? points.toSpliced(at, 1) : points.toSpliced(at, 1, point)
    return (await write.run({ visitId: visit.id, list, before: points, after })).ok
  }
  const lines = Math.min(points.length + 1, VISIT_LIMITS.points)
  return (
    <fieldset className={styles.list}>
      <legend>{t(`visits.list.${list}`)}</legend>
      {Array.from({ length: lines }, (_, at) => (
        <PointLine
          // a line keeps its place while its words change
          key={points[at]?.key ?? 'new'}
          label={t(`visits.list.${list}`)}
          number={at + 1}
          value={points[at]?.text ?? ''}
          save={(text) => save(at, text)}
        />
      ))}
    </fieldset>
  )
}

function PointLine({
  label,
  number,
  value,
  save,
}: {
  readonly label: string
  readonly number: number
  readonly value: string
  readonly save: (text: string) => Promise<boolean>
}) {
  const draft = useFieldDraft<true>(value, async (text) => ((await save(text)) ? null : true))
  return (
    <Input
      {...draft.input}
      aria-label={`${label} ${number}`}
      prefix={<span className={styles.number}>{number}</span>}
      maxLength={VISIT_LIMITS.line}
      onPressEnter={draft.onPressEnter}
    />
  )
}
