import type { AbstractNode, IconDefinition } from '@ant-design/icons-svg/es/types'
import { spanElement } from './spanElement.ts'

/** An icon as decoration, made without React: for cells and headers of grids. Of one colour, that of the text. */
export function iconElement({ icon }: IconDefinition): HTMLElement {
  const element = spanElement(
    'icon',
    drawing(typeof icon === 'function' ? icon('currentColor', 'none') : icon),
  )
  element.ariaHidden = 'true'
  return element
}

function drawing({ tag, attrs, children = [] }: AbstractNode): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag)
  for (const [name, value] of Object.entries(attrs)) element.setAttribute(name, value)
  element.append(...children.map(drawing))
  return element
}
