import type { RelationshipMap } from '../../../../db/accounts/map/contract.ts'
import { mapSvg } from '../../../../db/accounts/map/rules/svg.ts'
import { MAP_WORDS } from '../../../../db/terms/map.ts'
import type { Language } from '../../../ui/format.ts'

/** Twice the size, so that it stays sharp in a document. */
const SCALE = 2
/** What browsers allow along one side of a picture, px. */
const LONGEST_SIDE = 16_000

/** The map with title, date and legend on white, as PNG. */
export async function mapPicture(map: RelationshipMap, language: Language): Promise<File> {
  const { svg, width, height } = mapSvg(map, language)
  const scale = Math.min(SCALE, LONGEST_SIDE / Math.max(width, height))
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(width * scale)
    canvas.height = Math.round(height * scale)
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
    if (!blob) throw new Error('the map is too large for a picture')
    const name = `${map.accountName}-${MAP_WORDS[language].title}-${map.today}.png`
    return new File([blob], name, { type: 'image/png' })
  } finally {
    URL.revokeObjectURL(url)
  }
}
