import { useEffect, useRef } from 'react'
import { clockElement } from './clockCell.ts'
import type { ClockLook } from './clockText.ts'

/** A clock in a panel, drawn as in the grid. */
export function ClockFace({ look }: { readonly look: ClockLook }) {
  const place = useRef<HTMLSpanElement>(null)
  useEffect(() => place.current?.replaceChildren(clockElement(look)), [look])
  return <span ref={place} />
}
