import type { Channel } from '../../../accounts/log/rules/channels.ts'
import type { AccountField } from '../../../accounts/rules/accountFields.ts'

/** A contact that the story tells by hand; its texts hold the calendar's slots. */
export interface StoryEntry {
  /** what promises and facts call it */
  readonly key: string
  readonly account: string
  /** days before today */
  readonly ago: number
  /** on that very day, weekend or not, because the story counts the days since */
  readonly exact?: true
  readonly member: string
  readonly people: readonly string[]
  readonly channel: Channel
  readonly text: string
  /** fields of the account that it told us */
  readonly learned?: readonly AccountField[]
  readonly next?: {
    readonly step: string
    /** days from today */
    readonly in: number
    readonly by: string
    /** days before today on which it was done; missing while it is open */
    readonly doneAgo?: number
  }
}
