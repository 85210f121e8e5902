import { cpus } from 'node:os'

/** Times of repeated runs, milliseconds; `cpu` and `cpuP95` are the processor's share, which other programs' load hardly lengthens. */
export interface Times {
  readonly median: number
  readonly p95: number
  readonly cpu?: number
  readonly cpuP95?: number
}

/** The most that a measurement may be, against its yardstick or in itself. */
export type Target = { readonly ratio: number } | { readonly most: number; readonly p95?: boolean }

/** One line of the bench: what was measured, beside the yardstick of the same run. */
export interface Measured {
  readonly name: string
  readonly ours: Times
  /** what it is compared with, in words */
  readonly yardstick: string
  readonly bare: Times
  /** null where the figure is only for information */
  readonly target: Target | null
  /** milliseconds unless told */
  readonly unit?: 'ms' | 'frames' | 'MB'
}

/** Median and 95th percentile of a list of milliseconds. */
export function timesOf(milliseconds: readonly number[], cpu?: readonly number[]): Times {
  const sorted = [...milliseconds].sort((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
  return { median: at(0.5), p95: at(0.95), ...(cpu === undefined ? {} : cpuOf(cpu)) }
}

function cpuOf(cpu: readonly number[]): Pick<Times, 'cpu' | 'cpuP95'> {
  const { median, p95 } = timesOf(cpu)
  return { cpu: median, cpuP95: p95 }
}

/** Runs two things in turn, so that both meet the same machine, and times each; `after` clears up untimed. */
export async function inTurn(
  runs: number,
  ours: (run: number) => unknown,
  bare: (run: number) => unknown,
  after: () => unknown = () => {},
): Promise<{ ours: Times; bare: Times }> {
  const mine = new Stopwatch()
  const theirs = new Stopwatch()
  for (let run = 0; run < runs; run += 1) {
    await mine.time(() => ours(run))
    await theirs.time(() => bare(run))
    await after()
  }
  return { ours: mine.times, bare: theirs.times }
}

/** Collects the times of work in this process. */
export class Stopwatch {
  readonly #wall: number[] = []
  readonly #cpu: number[] = []

  async time<T>(work: () => T | Promise<T>): Promise<T> {
    const used = process.cpuUsage()
    const start = performance.now()
    const result = await work()
    this.#wall.push(performance.now() - start)
    const { user, system } = process.cpuUsage(used)
    this.#cpu.push((user + system) / 1_000)
    return result
  }

  get times(): Times {
    return timesOf(this.#wall, this.#cpu)
  }
}

/** What of the machine the figures depend on, in a line. */
export const machine = (...more: readonly string[]): string =>
  [
    `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}`,
    `Node ${process.version}`,
    ...more,
  ].join(' · ')

/** The bench's table, one line a measurement, with whether it met its target. */
export function report(lines: readonly Measured[]): string {
  const rows = lines.map(({ name, ours, yardstick, bare, target, unit = 'ms' }) => {
    const show = ({ median, p95, cpu, cpuP95 = 0 }: Times) =>
      `${median.toFixed(1)} / ${p95.toFixed(1)} ${unit}${cpu === undefined ? '' : ` (cpu ${cpu.toFixed(0)} / ${cpuP95.toFixed(0)})`}`
    return [
      name,
      show(ours),
      yardstick,
      show(bare),
      bare.median === 0 ? '' : `${(ours.median / bare.median).toFixed(2)}×`,
      ...verdict(target, ours, bare, unit),
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

function verdict(target: Target | null, ours: Times, bare: Times, unit: string): [string, string] {
  if (target === null) return ['', '']
  const most = 'most' in target ? target.most : target.ratio * bare.median
  const isP95 = 'most' in target && target.p95 === true
  const words = 'most' in target ? `≤ ${target.most} ${unit}${isP95 ? ' p95' : ''}` : `≤ ${target.ratio}×`
  return [words, (isP95 ? ours.p95 : ours.median) <= most ? 'met' : 'NOT MET']
}
