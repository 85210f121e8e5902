import type { IHeaderParams } from 'ag-grid-community'
import { MoreOutlined } from '../ui/icons.tsx'
import type { HeaderLabelParams } from './columnDefs.ts'

/** Title and second line of a column header, and the button of its menu. */
export const HeaderLabel = (params: IHeaderParams & HeaderLabelParams) => (
  <span className="sheet-header">
    <span className="sheet-header-title">{params.displayName}</span>
    {params.subtitle === null ? null : <span className="sheet-header-subtitle">{params.subtitle}</span>}
    <button
      type="button"
      className="sheet-menu-button"
      tabIndex={-1}
      aria-label={params.menuLabel}
      onClick={(event) => {
        // the header itself sorts on click
        event.stopPropagation()
        const box = event.currentTarget.getBoundingClientRect()
        params.openMenu(params.column.getColId(), { x: box.left, y: box.bottom })
      }}
    >
      <MoreOutlined />
    </button>
  </span>
)
