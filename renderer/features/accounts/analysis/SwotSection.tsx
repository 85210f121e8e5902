import { type DragEvent, type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AccountAnalysis, SwotItem } from '../../../../db/accounts/analysis/contract.ts'
import { QUADRANTS, type Quadrant } from '../../../../db/accounts/analysis/rules/kinds.ts'
import { engine } from '../../../client/engine.ts'
import { useCommand } from '../../../client/useCommand.ts'
import { Section } from '../../../ui/bits.tsx'
import styles from './analysis.module.css'
import { AddLine, Finding, Noted, RemoveButton, TextInPlace } from './pieces.tsx'

/** SWOT in four squares (E3): typed where it stands, moved by mouse or with Alt and the arrow keys. */
export function SwotSection({
  accountId,
  swot,
}: {
  readonly accountId: string
  readonly swot: AccountAnalysis['swot']
}) {
  const { t } = useTranslation()
  const move = useCommand(engine.analysis.moveSwot, { toast: false })
  const [dragged, setDragged] = useState<SwotItem['id'] | null>(null)
  const inQuadrant = (quadrant: Quadrant): SwotItem[] => swot.filter((item) => item.quadrant === quadrant)
  const place = (rowId: SwotItem['id'], quadrant: Quadrant, at: number): void => {
    const others = inQuadrant(quadrant).filter(({ id }) => id !== rowId)
    void move.run({ rowId, quadrant, after: others[Math.min(at, others.length) - 1]?.id ?? null })
  }
  const drop = (quadrant: Quadrant, at: number) => (event: DragEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (dragged !== null) place(dragged, quadrant, at)
    setDragged(null)
  }
  const newest = swot.reduce<SwotItem | null>((last, item) => (last && last.id > item.id ? last : item), null)
  return (
    <Section title={t('analysis.swot.title')} remark={swot.length > 0 ? t('analysis.swot.move') : ''}>
      <Finding>
        {newest === null
          ? t('analysis.swot.none')
          : t('analysis.swot.finding', {
              strength: inQuadrant('strength').length,
              weakness: inQuadrant('weakness').length,
              opportunity: inQuadrant('opportunity').length,
              threat: inQuadrant('threat').length,
              text: newest.text,
            })}
      </Finding>
      <div className={styles.swot}>
        {QUADRANTS.map((quadrant) => (
          <section
            key={quadrant}
            aria-label={t(`analysis.swot.${quadrant}`)}
            onDragOver={(event) => dragged !== null && event.preventDefault()}
            onDrop={drop(quadrant, inQuadrant(quadrant).length)}
          >
            <h3>{t(`analysis.swot.${quadrant}`)}</h3>
            <ul>
              {inQuadrant(quadrant).map((item, at) => (
                <li
                  key={item.id}
                  draggable
                  onDragStart={() => setDragged(item.id)}
                  onDragEnd={() => setDragged(null)}
                  onDrop={drop(quadrant, at)}
                  onKeyDown={(event) => {
                    const to = movedTo(event, quadrant, at)
                    if (to) place(item.id, to.quadrant, to.at)
                  }}
                >
                  <SwotLine item={item} />
                </li>
              ))}
            </ul>
            <AddSwot accountId={accountId} quadrant={quadrant} />
          </section>
        ))}
      </div>
    </Section>
  )
}

/** Where Alt and an arrow key move a point: up and down in its square, left and right to the squares beside it. */
function movedTo(
  event: KeyboardEvent,
  quadrant: Quadrant,
  at: number,
): { quadrant: Quadrant; at: number } | null {
  if (!event.altKey || event.ctrlKey) return null
  const index = QUADRANTS.indexOf(quadrant)
  const beside = { ArrowLeft: index - 1, ArrowRight: index + 1 }[event.key]
  const row = { ArrowUp: at - 1, ArrowDown: at + 1 }[event.key]
  const target = beside === undefined ? undefined : QUADRANTS[beside]
  if (beside === undefined && row === undefined) return null
  // Alt and an arrow would leave the page
  event.preventDefault()
  if (row !== undefined) return row < 0 ? null : { quadrant, at: row }
  return target === undefined ? null : { quadrant: target, at: 0 }
}

function SwotLine({ item }: { readonly item: SwotItem }) {
  const { t } = useTranslation()
  const edit = useCommand(engine.analysis.editSwot, { toast: false })
  const remove = useCommand(engine.analysis.remove)
  const { id, text, notedOn, by } = item
  return (
    <>
      <TextInPlace
        value={text}
        label={t('analysis.swot.edit', { text })}
        save={async (next) => {
          return (await edit.run({ rowId: id, before: { text }, after: { text: next } })).ok
        }}
      />
      <Noted by={by} on={notedOn} />
      <RemoveButton name={text} remove={() => void remove.run({ kind: 'swot', rowId: id })} />
    </>
  )
}

function AddSwot({ accountId, quadrant }: { readonly accountId: string; readonly quadrant: Quadrant }) {
  const { t } = useTranslation()
  const add = useCommand(engine.analysis.addSwot, { toast: false })
  return (
    <AddLine
      label={t('analysis.swot.add', { quadrant: t(`analysis.swot.${quadrant}`) })}
      add={async (text) => (await add.run({ accountId, quadrant, text })).ok}
    />
  )
}
