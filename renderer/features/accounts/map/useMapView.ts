import { useCallback, useEffect, useRef, useState } from 'react'
import { boxAround, type Point, STEP } from '../../../../db/accounts/map/rules/places.ts'

/** How the map lies under the window: px of the window = px of the map × scale + x, y. */
export interface View {
  readonly x: number
  readonly y: number
  readonly scale: number
}

const MARGIN = 28
const SMALLEST = 0.15
const LARGEST = 2.5

/** Zoom and pan of a map. Until a person moves it, it fits the window, also when people come or the window changes. */
export function useMapView(places: ReadonlyMap<string, Point>) {
  const frame = useRef<HTMLElement>(null)
  const [size, setSize] = useState<{ width: number; height: number } | null>(null)
  const [own, setOwn] = useState<View | null>(null)
  const view = own ?? fitting(places, size)
  const latest = useRef(view)
  latest.current = view

  useEffect(() => {
    const element = frame.current
    if (!element) return
    const observer = new ResizeObserver(() =>
      setSize({ width: element.clientWidth, height: element.clientHeight }),
    )
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  const zoomAt = useCallback((factor: number, at?: Point): void => {
    const { x, y, scale } = latest.current
    const next = Math.min(LARGEST, Math.max(SMALLEST, scale * factor))
    const box = frame.current
    const point = at ?? { x: (box?.clientWidth ?? 0) / 2, y: (box?.clientHeight ?? 0) / 2 }
    const share = next / scale
    setOwn({ scale: next, x: point.x - (point.x - x) * share, y: point.y - (point.y - y) * share })
  }, [])

  // React listens to wheels passively, which can't keep the page from scrolling
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const wheel = (event: WheelEvent): void => {
      event.preventDefault()
      const box = element.getBoundingClientRect()
      zoomAt(Math.exp(-event.deltaY / 500), { x: event.clientX - box.left, y: event.clientY - box.top })
    }
    element.addEventListener('wheel', wheel, { passive: false })
    return () => element.removeEventListener('wheel', wheel)
  }, [zoomAt])

  return {
    frame,
    ready: size !== null,
    view,
    zoomAt,
    fit: () => setOwn(null),
    panBy: (dx: number, dy: number) =>
      setOwn({ ...latest.current, x: latest.current.x + dx, y: latest.current.y + dy }),
    /** From now on the map stays where it lies, though what is on it moves. */
    hold: () => setOwn(latest.current),
    /** Brings a place of the map's grid to the middle of the window. */
    centre(place: Point) {
      const { scale } = latest.current
      const box = frame.current
      setOwn({
        scale,
        x: (box?.clientWidth ?? 0) / 2 - place.x * STEP * scale,
        y: (box?.clientHeight ?? 0) / 2 - place.y * STEP * scale,
      })
    },
    /** A point of the window as one of the map, in steps of its grid. */
    toMap(client: Point): Point {
      const box = frame.current?.getBoundingClientRect()
      const { x, y, scale } = latest.current
      return {
        x: (client.x - (box?.left ?? 0) - x) / scale / STEP,
        y: (client.y - (box?.top ?? 0) - y) / scale / STEP,
      }
    },
  }
}

export type MapView = ReturnType<typeof useMapView>

function fitting(
  places: ReadonlyMap<string, Point>,
  size: { readonly width: number; readonly height: number } | null,
): View {
  const box = boxAround(places.values())
  if (!box || !size) return { x: 0, y: 0, scale: 1 }
  const scale = Math.max(
    SMALLEST,
    Math.min(
      1,
      (size.width - 2 * MARGIN) / (box.width * STEP),
      (size.height - 2 * MARGIN) / (box.height * STEP),
    ),
  )
  return {
    scale,
    x: (size.width - box.width * STEP * scale) / 2 - box.left * STEP * scale,
    y: (size.height - box.height * STEP * scale) / 2 - box.top * STEP * scale,
  }
}
