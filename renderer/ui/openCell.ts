import RightOutlined from '@ant-design/icons-svg/es/asn/RightOutlined'
import { iconElement } from './iconElement.ts'
import styles from './openCell.module.css'
import { spanElement } from './spanElement.ts'

/** What a grid's cell shows that leads to a record of its own. */
export interface OpenCell {
  readonly text: string
  /** a place of the app, as /accounts/… */
  readonly to: string
  /** says to where, for screen readers */
  readonly label: string
  /** said on hovering */
  readonly title?: string
  /** stands before the text: the sign of a tier */
  readonly before?: readonly Node[]
}

/** A cell's text with an arrow to the record behind it: a click into the cell itself selects it. */
export function openCell({ text, to, label, title = '', before = [] }: OpenCell): HTMLElement {
  const link = document.createElement('a')
  link.className = styles.open ?? ''
  link.href = `#${to}`
  link.tabIndex = -1
  link.title = title
  link.ariaLabel = label
  link.append(iconElement(RightOutlined))
  return spanElement(styles.cell, ...before, spanElement(styles.text, text), link)
}
