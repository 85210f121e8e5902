import { PLACE_WORDS } from '../../../terms/papers.ts'
import { PLACES, type Place } from './places.ts'

const BY_NAME: ReadonlyMap<string, Place> = new Map(
  PLACES.flatMap((place) =>
    [PLACE_WORDS.zh[place], PLACE_WORDS.en[place]].map((name): [string, Place] => [keyOf(name), place]),
  ),
)

function keyOf(name: string): string {
  return name.trim().replaceAll(/\s+/g, ' ').replaceAll('’', "'").toLowerCase()
}

/** The place of that name in either language; undefined where there is none. */
export const placeNamed = (name: string): Place | undefined => BY_NAME.get(keyOf(name))
