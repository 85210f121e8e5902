/** Where the window was when it was last closed, and where it can be now that a screen may be gone. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface WindowState {
  /** null: where the system puts it */
  readonly box: Box | null
  readonly maximized: boolean
}

export const FIRST_WINDOW: WindowState = { box: null, maximized: false }

/** The narrowest window in which the scoring grid still works with its panel as a drawer. */
export const SMALLEST_WINDOW = { width: 960, height: 600 } as const

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value)

/** Reads a remembered state; anything odd counts as never remembered. */
export function parseWindowState(text: string): WindowState {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return FIRST_WINDOW
  }
  if (typeof value !== 'object' || value === null || !('box' in value) || !('maximized' in value))
    return FIRST_WINDOW
  const { box, maximized } = value
  const whole =
    typeof box === 'object' &&
    box !== null &&
    'x' in box &&
    'y' in box &&
    'width' in box &&
    'height' in box &&
    isCount(box.x) &&
    isCount(box.y) &&
    isCount(box.width) &&
    isCount(box.height)
  return {
    box: whole
      ? { x: Number(box.x), y: Number(box.y), width: Number(box.width), height: Number(box.height) }
      : null,
    maximized: maximized === true,
  }
}

/** Enough of the title bar to take hold of the window with the mouse. */
const GRIP = 80

/** The remembered box if its title bar can be reached on one of the screens, else null (the system places it). */
export function reachableBox(box: Box | null, screens: readonly Box[]): Box | null {
  if (box === null || box.width < SMALLEST_WINDOW.width || box.height < SMALLEST_WINDOW.height) return null
  const reachable = screens.some(
    (screen) =>
      box.x + box.width - GRIP >= screen.x &&
      box.x + GRIP <= screen.x + screen.width &&
      box.y >= screen.y &&
      box.y + GRIP <= screen.y + screen.height,
  )
  return reachable ? box : null
}
