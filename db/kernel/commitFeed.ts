import type { CommittedEvent } from './contract.ts'
import { eventStream } from './eventStream.ts'

type Listener = (event: CommittedEvent) => void

/** Tells every listener of each commit, after it happened: commit first, tell later. */
export class CommitFeed {
  private readonly listeners = new Set<Listener>()
  private readonly onFault: (error: unknown) => void

  /** @param onFault told of what a listener throws: the commit happened, and the others still hear of it */
  constructor(onFault: (error: unknown) => void) {
    this.onFault = onFault
  }

  /** Calls `listener` for every commit until the returned function is called. */
  listen(listener: Listener): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  tell(event: CommittedEvent): void {
    for (const listener of this.listeners) {
      try {
        listener(event)
      } catch (error) {
        this.onFault(error)
      }
    }
  }

  /** `first`, then commits as they come, until `signal` aborts. Events that come while the reader is busy wait in line. */
  events(first: CommittedEvent, signal: AbortSignal | undefined): AsyncGenerator<CommittedEvent, void> {
    return eventStream((listener) => this.listen(listener), [first], signal)
  }
}
