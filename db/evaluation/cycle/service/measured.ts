import type Database from 'better-sqlite3'
import { publishedRounds } from '../../../accounts/service/standings.ts'
import { instantOf } from '../../../kernel/clock.ts'
import type { PublicationId } from '../../../kernel/ids.ts'
import { fold } from '../../rules/sheet.ts'
import type { Borders } from '../../rules/tiers.ts'
import type { CycleFigure } from '../contract.ts'
import type { MeasuredRound } from '../rules/cycle.ts'
import { type Period, periodOf } from '../rules/period.ts'

/** The newest publication of a round, with its period and the sheet it was made by. */
export interface CycleRound extends Period {
  readonly id: PublicationId
  readonly name: string
  readonly borders: Borders
  /** the figure of each indicator; null for judged ones */
  readonly figures: readonly (CycleFigure | null)[]
}

/** Published rounds, newest first. Of several for the same half-year only the newest counts. */
export function cycleRounds(db: Database.Database): CycleRound[] {
  const sheetOf = db.prepare<[string], string>('SELECT sheet FROM publication WHERE id = ?').pluck()
  const seen = new Set<string>()
  return publishedRounds(db)
    .map(({ publicationId, roundName, firstAt }): CycleRound => {
      const { borders, figures }: Pick<CycleRound, 'borders' | 'figures'> = JSON.parse(
        sheetOf.get(publicationId) ?? '{}',
      )
      return {
        id: publicationId,
        name: roundName,
        borders,
        figures,
        ...periodOf(roundName, instantOf(firstAt)),
      }
    })
    .toSorted((a, b) => b.year - a.year || halfOrder(b) - halfOrder(a))
    .filter(({ year, half }) => {
      const key = `${year} ${half}`
      return !seen.has(key) && seen.add(key)
    })
}

/** A round of a whole year comes after its halves. */
const halfOrder = ({ half }: Period): number => half ?? 3

/** Whether two figures are the same measure. */
const isFigure = (a: CycleFigure | null, b: CycleFigure): boolean =>
  a !== null && a.unit === b.unit && fold(a.name) === fold(b.name)

/** What each account had in a round: its score, or a figure. */
export function measure(
  db: Database.Database,
  round: CycleRound,
  figure: CycleFigure | null,
): MeasuredRound['values'] {
  if (figure === null) return scoresOf(db, round.id)
  const place = round.figures.findIndex((one) => isFigure(one, figure))
  return place < 0 ? new Map() : figuresOf(db, round.id, place)
}

const scoresOf = (db: Database.Database, id: PublicationId): Map<string, number> =>
  new Map(
    db
      .prepare<[string], [string, number]>(
        'SELECT account_id, score FROM result WHERE publication_id = ? AND score IS NOT NULL AND deleted = 0',
      )
      .raw()
      .all(id),
  )

const figuresOf = (db: Database.Database, id: PublicationId, place: number): Map<string, number> =>
  new Map(
    db
      .prepare<[string, string], [string, number]>(
        `SELECT account_id, json_extract(detail, ?) AS value FROM result
         WHERE publication_id = ? AND value IS NOT NULL AND deleted = 0`,
      )
      .raw()
      .all(`$.figures[${place}]`, id),
  )

/** The figures that rounds hold, each once, those of the newest round first. */
export function figuresIn(rounds: readonly CycleRound[]): CycleFigure[] {
  const found: CycleFigure[] = []
  for (const { figures } of rounds)
    for (const figure of figures)
      if (figure !== null && !found.some((one) => isFigure(one, figure)))
        found.push({ name: figure.name, unit: figure.unit })
  return found
}
