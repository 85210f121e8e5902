import type { TFunction } from 'i18next'
import type { SampleKept } from '../../db/department/contract.ts'
import type { CommandLabel } from '../../db/kernel/contract.ts'
import { lookUp } from './look.ts'
import { keptText } from './sampleText.ts'

/** What a command did, in words: `粘贴 5 行 × 3 列`, `Deleted 3 accounts`. */
export function commandText(label: CommandLabel, t: TFunction): string {
  const { command, params } = label
  return (
    lookUp(t, `command.${command}${variant(label)}`, params) ??
    lookUp(t, `command.${command}`, params) ??
    t('command.unknown', { command })
  )
}

/** The same as a finished deed, for a toast: `已粘贴 5 行 × 3 列`. */
export function doneText(label: CommandLabel, t: TFunction): string {
  const done = t('app.done', { label: commandText(label, t) })
  const kept = label.command === 'removeSample' ? keptText(keptOf(label), t) : undefined
  return kept === undefined ? done : t('command.removeSample_kept', { label: done, kept })
}

/** What a removal of the sample left: only its toast tells, history and undo call it by its name alone. */
function keptOf({ params }: CommandLabel): SampleKept {
  const count = (kind: keyof SampleKept): number => {
    const value = params[kind]
    return typeof value === 'number' ? value : 0
  }
  return { accounts: count('accounts'), members: count('members'), people: count('people') }
}

function variant({ command, params }: CommandLabel): string {
  if (command === 'mark') {
    if (params.gesture === 'edit') return params.cells === 1 && params.account ? '_edit' : '_editMany'
    return `_${params.gesture}`
  }
  const named = typeof params.name === 'string' && params.name !== ''
  return typeof params.count === 'number' && (params.count !== 1 || !named) ? '_many' : ''
}
