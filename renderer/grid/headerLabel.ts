import MoreOutlined from '@ant-design/icons-svg/es/asn/MoreOutlined'
import type { IHeaderComp, IHeaderParams } from 'ag-grid-community'
import { iconElement } from '../ui/iconElement.ts'
import { spanElement } from '../ui/spanElement.ts'

/** What the header's component is given besides AG Grid's own params. */
export interface HeaderLabelParams {
  readonly subtitle: string | null
  readonly menuLabel: string
  openMenu(columnId: string, at: { x: number; y: number }): void
}

/** Title and second line of a column header, and the button of its menu. */
export class HeaderLabel implements IHeaderComp {
  readonly #element = document.createElement('span')

  init(params: IHeaderParams & HeaderLabelParams): void {
    this.#element.className = 'sheet-header'
    this.refresh(params)
  }

  getGui(): HTMLElement {
    return this.#element
  }

  refresh(params: IHeaderParams & HeaderLabelParams): boolean {
    const parts = [spanElement('sheet-header-title', params.displayName)]
    if (params.subtitle !== null) parts.push(spanElement('sheet-header-subtitle', params.subtitle))
    this.#element.replaceChildren(...parts, menuButton(params))
    return true
  }
}

function menuButton(params: IHeaderParams & HeaderLabelParams): HTMLElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'sheet-menu-button'
  button.tabIndex = -1
  button.ariaLabel = params.menuLabel
  button.append(iconElement(MoreOutlined))
  button.addEventListener('click', (event) => {
    // the header itself sorts on click
    event.stopPropagation()
    const box = button.getBoundingClientRect()
    params.openMenu(params.column.getColId(), { x: box.left, y: box.bottom })
  })
  return button
}
