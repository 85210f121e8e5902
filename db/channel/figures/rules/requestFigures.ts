import { CLOCKS, type ClockName } from '../../requests/rules/clocks.ts'
import { type ClockFigures, type ClockResult, ClockTally } from './clockFigures.ts'

/** How requests went. */
export interface RequestFigures {
  readonly requests: number
  /** of them opened again at least once */
  readonly reopened: number
  /** opened again of all, tenths of a percent; null without any */
  readonly reopenRate: number | null
  readonly clocks: Readonly<Record<ClockName, ClockFigures>>
}

/** A request as the figures see it. */
export interface RequestResult {
  readonly reopened: boolean
  readonly clocks: Readonly<Record<ClockName, ClockResult>>
}

/** Counts how requests went. Counting the parts of a period and merging them is counting the period. */
export class RequestTally {
  private requests = 0
  private reopened = 0
  private readonly clocks = { first: new ClockTally(), update: new ClockTally(), solution: new ClockTally() }

  add({ reopened, clocks }: RequestResult): void {
    this.requests += 1
    if (reopened) this.reopened += 1
    for (const name of CLOCKS) this.clocks[name].add(clocks[name])
  }

  /** Adds what another one counted. */
  merge(other: RequestTally): void {
    this.requests += other.requests
    this.reopened += other.reopened
    for (const name of CLOCKS) this.clocks[name].merge(other.clocks[name])
  }

  figures(): RequestFigures {
    const { requests, reopened, clocks } = this
    return {
      requests,
      reopened,
      reopenRate: requests === 0 ? null : Math.round((reopened * 1_000) / requests),
      clocks: {
        first: clocks.first.figures(),
        update: clocks.update.figures(),
        solution: clocks.solution.figures(),
      },
    }
  }
}
