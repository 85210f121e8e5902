import type { SVGProps } from 'react'

/** A part of a drawing that can be pressed and is selected or not: SVG has no button element of its own. */
export function SvgButton({
  label,
  selected,
  ...rest
}: SVGProps<SVGGElement> & { readonly label: string; readonly selected: boolean }) {
  const button = { role: 'button', tabIndex: 0, 'aria-label': label, 'aria-pressed': selected }
  return <g {...button} data-selected={selected} {...rest} />
}

/** A part of a drawing that only repeats what its button's label says: a screen reader passes over it. */
export function SvgDecoration(props: SVGProps<SVGGElement>) {
  const decoration = { 'aria-hidden': true }
  return <g {...decoration} {...props} />
}
