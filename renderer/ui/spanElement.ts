/** A span of a class around texts and elements: what cells of grids draw themselves with. */
export function spanElement(
  className: string | undefined,
  ...children: readonly (Node | string)[]
): HTMLElement {
  const element = document.createElement('span')
  element.className = className ?? ''
  element.append(...children)
  return element
}
