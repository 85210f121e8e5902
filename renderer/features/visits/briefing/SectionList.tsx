import { Button, Checkbox } from 'antd'
import { type DragEvent, type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BriefSheet } from '../../../../db/visits/briefing/contract.ts'
import { moved, toggled } from '../../../../db/visits/briefing/rules/arrangement.ts'
import { SECTIONS, type Section } from '../../../../db/visits/briefing/rules/words.ts'
import type { ReadyGap } from '../../../../db/visits/contract.ts'
import { SectionHead } from '../../../ui/bits.tsx'
import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  CheckCircleFilled,
  ExclamationCircleFilled,
} from '../../../ui/icons.tsx'
import { paperPlace } from './BriefPaper.tsx'
import styles from './brief.module.css'
import { SECTION_OF } from './places.ts'
import type { Arranging } from './useArranging.ts'

/** The sections of a brief: which ones, in which order, what is missing of each and what changed. */
export function SectionList({
  arrange,
  sheet,
  gaps,
  changed,
}: {
  readonly arrange: Arranging
  readonly sheet: BriefSheet
  readonly gaps: readonly ReadyGap[]
  readonly changed: ReadonlySet<Section>
}) {
  const { t } = useTranslation()
  const [dragged, setDragged] = useState<Section | null>(null)
  const { sections } = sheet.arrangement
  const left = SECTIONS.filter((section) => !sections.includes(section))
  const write = (next: (sections: readonly Section[]) => readonly Section[]): void =>
    arrange((before) => ({ ...before, sections: [...next(before.sections)] }))
  const drop = (onto: Section) => (event: DragEvent) => {
    event.preventDefault()
    if (dragged !== null && dragged !== onto)
      write((now) => moved(now, dragged, now.indexOf(onto) - now.indexOf(dragged)))
    setDragged(null)
  }
  const keyMoves = (section: Section) => (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    write((now) => moved(now, section, event.key === 'ArrowUp' ? -1 : 1))
  }
  return (
    <section aria-label={t('briefing.sections')}>
      <SectionHead title={t('briefing.sections')} remark={String(sections.length)} />
      <p className={styles.hint}>{t('briefing.sectionsHint')}</p>
      <ul className={styles.sections}>
        {[...sections, ...left].map((section) => {
          const name = t(`briefing.section.${section}`)
          const isShown = sections.includes(section)
          const at = sections.indexOf(section)
          const points = gaps.reduce(
            (sum, gap) => sum + (SECTION_OF[gap.part] === section ? gap.points : 0),
            0,
          )
          return (
            <li
              key={section}
              className={styles.sectionRow}
              data-shown={isShown}
              data-dragged={dragged === section || undefined}
              draggable={isShown}
              onDragStart={() => setDragged(section)}
              onDragEnd={() => setDragged(null)}
              onDragOver={(event) => event.preventDefault()}
              onDrop={drop(section)}
            >
              <Checkbox
                checked={isShown}
                aria-label={t('briefing.show', { section: name })}
                onChange={() => write((now) => toggled(now, section))}
              />
              <button
                type="button"
                className={styles.sectionName}
                disabled={!isShown}
                onKeyDown={keyMoves(section)}
                onClick={() =>
                  document.getElementById(paperPlace(section))?.scrollIntoView({ block: 'start' })
                }
              >
                {name}
                {changed.has(section) && <span className={styles.tag}>{t('briefing.changed')}</span>}
              </button>
              <span className={styles.points}>
                {isShown &&
                  (points > 0 ? (
                    <>
                      <ExclamationCircleFilled className={styles.lacking} />{' '}
                      {t('briefing.gapCount', { points })}
                    </>
                  ) : (
                    <CheckCircleFilled className={styles.done} />
                  ))}
              </span>
              <span className={styles.moves}>
                {isShown && (
                  <>
                    <Button
                      type="text"
                      size="small"
                      icon={<ArrowUpOutlined />}
                      disabled={at === 0}
                      aria-label={t('briefing.up', { section: name })}
                      onClick={() => write((now) => moved(now, section, -1))}
                    />
                    <Button
                      type="text"
                      size="small"
                      icon={<ArrowDownOutlined />}
                      disabled={at === sections.length - 1}
                      aria-label={t('briefing.down', { section: name })}
                      onClick={() => write((now) => moved(now, section, 1))}
                    />
                  </>
                )}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
