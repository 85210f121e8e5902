import type { SvgDrawing } from '../../db/accounts/rules/paperSvg.ts'

/** Twice the size, so that it stays sharp in a document. */
const SCALE = 2
/** What browsers allow along one side of a picture, px. */
const LONGEST_SIDE = 16_000

/** A drawing as a PNG file of that name. @throws where it is too large for a picture */
export async function pngOf({ svg, width, height }: SvgDrawing, name: string): Promise<File> {
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
    if (!blob) throw new Error('the drawing is too large for a picture')
    return new File([blob], name, { type: 'image/png' })
  } finally {
    URL.revokeObjectURL(url)
  }
}
