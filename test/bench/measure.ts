/** Times of repeated runs, milliseconds. */
export interface Times {
  readonly median: number
  readonly p95: number
}

/** One line of the bench: what was measured, beside the yardstick of the same run. */
export interface Measured {
  readonly name: string
  readonly ours: Times
  /** what it is compared with, in words */
  readonly yardstick: string
  readonly bare: Times
  /** the most that ours ÷ bare may be; null where the figure is only for information */
  readonly target: number | null
}

/** Median and 95th percentile of a list of milliseconds. */
export function timesOf(milliseconds: readonly number[]): Times {
  const sorted = [...milliseconds].sort((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
  return { median: at(0.5), p95: at(0.95) }
}

/** Runs two things in turn, so that both meet the same machine, and times each; `after` clears up untimed. */
export async function inTurn(
  runs: number,
  ours: (run: number) => unknown,
  bare: (run: number) => unknown,
  after: () => unknown = () => {},
): Promise<{ ours: Times; bare: Times }> {
  const mine: number[] = []
  const theirs: number[] = []
  for (let run = 0; run < runs; run += 1) {
    mine.push(await timed(() => ours(run)))
    theirs.push(await timed(() => bare(run)))
    await after()
  }
  return { ours: timesOf(mine), bare: timesOf(theirs) }
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** The bench's table, one line a measurement, with whether it met its target. */
export function report(lines: readonly Measured[]): string {
  const ms = ({ median, p95 }: Times) => `${median.toFixed(1)} / ${p95.toFixed(1)} ms`
  const rows = lines.map(({ name, ours, yardstick, bare, target }) => {
    const ratio = ours.median / bare.median
    return [
      name,
      ms(ours),
      yardstick,
      ms(bare),
      `${ratio.toFixed(2)}×`,
      target === null ? '' : `≤ ${target}×`,
      target === null ? '' : ratio <= target ? 'met' : 'NOT MET',
    ]
  })
  const head = ['measured', 'median / p95', 'yardstick (same run)', 'median / p95', 'ratio', 'target', '']
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  return [head, ...rows]
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .join('\n')
}
