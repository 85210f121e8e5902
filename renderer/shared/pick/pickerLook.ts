/** What all pickers let their screen say of how they look. */
export interface PickerLook {
  /** id of the field, for a label */
  readonly id?: string
  /** names the field where no label does */
  readonly label?: string
  readonly placeholder?: string
  readonly disabled?: boolean
  readonly autoFocus?: boolean
  readonly status?: '' | 'error'
  readonly style?: React.CSSProperties
}
