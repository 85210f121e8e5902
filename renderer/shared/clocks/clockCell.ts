import CheckOutlined from '@ant-design/icons-svg/es/asn/CheckOutlined'
import ClockCircleFilled from '@ant-design/icons-svg/es/asn/ClockCircleFilled'
import ClockCircleOutlined from '@ant-design/icons-svg/es/asn/ClockCircleOutlined'
import CloseCircleFilled from '@ant-design/icons-svg/es/asn/CloseCircleFilled'
import PauseOutlined from '@ant-design/icons-svg/es/asn/PauseOutlined'
import WarningOutlined from '@ant-design/icons-svg/es/asn/WarningOutlined'
import { iconElement } from '../../ui/iconElement.ts'
import { spanElement } from '../../ui/spanElement.ts'
import styles from './clock.module.css'
import type { ClockLook } from './clockText.ts'

const SIGNS = {
  running: ClockCircleOutlined,
  soon: WarningOutlined,
  late: ClockCircleFilled,
  paused: PauseOutlined,
  pausedLate: PauseOutlined,
  met: CheckOutlined,
  metLate: CheckOutlined,
  missed: CloseCircleFilled,
} as const satisfies Record<Exclude<ClockLook['look'], 'none'>, unknown>

/** Clocks that still count show how much of their time has gone. */
const WITH_BAR: ReadonlySet<ClockLook['look']> = new Set(['running', 'soon', 'paused', 'pausedLate'])

/** A clock as sign, words and bar, made without React: for cells of grids and for panels alike. */
export function clockElement({ look, text, gone }: ClockLook): HTMLElement {
  if (look === 'none') return spanElement(styles.none, text)
  const line = spanElement(styles.line, iconElement(SIGNS[look]), text)
  if (!WITH_BAR.has(look)) return shaped(look, spanElement(styles.clock, line))
  const done = spanElement(styles.done)
  done.style.width = `${Math.round(gone * 100)}%`
  return shaped(look, spanElement(styles.clock, line, spanElement(styles.bar, done)))
}

function shaped(look: ClockLook['look'], element: HTMLElement): HTMLElement {
  element.dataset.look = look
  return element
}
