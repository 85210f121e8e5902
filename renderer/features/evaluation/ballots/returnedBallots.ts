import type { BallotPreview } from '../../../../db/exchange/ballots/contract.ts'
import type { Problem } from '../../../i18n/problemText.ts'

/** A ballot workbook that somebody put down to be taken in. */
export interface ReturnedFile {
  readonly id: number
  readonly file: File
  readonly standing:
    | { readonly kind: 'reading' }
    | { readonly kind: 'read'; readonly preview: BallotPreview }
    | { readonly kind: 'refused'; readonly problem: Problem }
    | { readonly kind: 'taken'; readonly evaluator: string; readonly marks: number }
}

/** What the person has agreed to for all of them. */
export interface Consents {
  /** put them in the place of ballots that are here */
  readonly replace: boolean
  /** take empty ones as abstentions */
  readonly abstain: boolean
}

/** What would become of a file: taken, nothing new in it, or why it has to wait. */
export type Fate = 'take' | 'same' | 'twice' | 'differs' | 'empty' | 'none'

/** The earlier file of the same evaluator, of whom only one ballot can be taken; undefined where there is none. */
export const earlierOf = (files: readonly ReturnedFile[], one: ReturnedFile): ReturnedFile | undefined => {
  const { standing } = one
  if (standing.kind !== 'read') return undefined
  return files.find(
    (other) =>
      other.id < one.id &&
      other.standing.kind === 'read' &&
      other.standing.preview.memberId === standing.preview.memberId,
  )
}

/** What would become of a file when all are taken now. */
export function fateOf(files: readonly ReturnedFile[], one: ReturnedFile, consents: Consents): Fate {
  if (one.standing.kind !== 'read') return 'none'
  const { preview } = one.standing
  if (earlierOf(files, one)) return 'twice'
  if (preview.fate === 'same') return 'same'
  if (preview.fate === 'differs' && !consents.replace) return 'differs'
  return preview.empty && !consents.abstain ? 'empty' : 'take'
}
