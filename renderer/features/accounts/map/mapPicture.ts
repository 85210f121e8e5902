import type { RelationshipMap } from '../../../../db/accounts/map/contract.ts'
import { mapSvg } from '../../../../db/accounts/map/rules/svg.ts'
import { MAP_WORDS } from '../../../../db/terms/map.ts'
import { pngOf } from '../../../client/svgPicture.ts'
import type { Language } from '../../../ui/format.ts'

/** The map with title, date and legend on white, as PNG. */
export const mapPicture = (map: RelationshipMap, language: Language): Promise<File> =>
  pngOf(mapSvg(map, language), `${map.accountName}-${MAP_WORDS[language].title}-${map.today}.png`)
