import { isUnseen } from './cleanText.ts'

/** Names that Windows takes for devices, whatever follows their first dot. */
const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$/i
/** Signs that some system reads as more than a name. */
const FORBIDDEN = /[<>:"|?*]/g
const LONGEST = 120
const LONGEST_ENDING = 12

/**
 * A file's name as it is kept and offered for saving: its last part alone, without control signs and marks that turn
 * the direction of reading (`fdp.exe` shown as `exe.pdf`), and none that Windows takes for a device.
 */
export function cleanFileName(name: string): string {
  const last = name.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const seen = [...last].filter((sign) => sign >= ' ' && !isUnseen(sign.codePointAt(0) ?? 0)).join('')
  const plain = seen
    .replaceAll(FORBIDDEN, '_')
    .replace(/^[\s.]+/, '')
    .replace(/[\s.]+$/, '')
  const short = shortened(plain)
  if (short === '') return 'file'
  return DEVICE.test(short) ? `_${short}` : short
}

function shortened(name: string): string {
  const signs = [...name]
  if (signs.length <= LONGEST) return name
  const dot = name.lastIndexOf('.')
  const ending = dot > 0 && name.length - dot <= LONGEST_ENDING ? name.slice(dot) : ''
  return (
    signs
      .slice(0, LONGEST - ending.length)
      .join('')
      .replace(/[\s.]+$/, '') + ending
  )
}

const PROGRAMS: ReadonlySet<string> = new Set(
  `app appx bat cmd com command cpl dll dmg exe gadget hta html htm iso jar js jse lnk mht mhtml mjs msc msi msix msp
   pif pkg ps1 py rb reg scf scr sh svg url vb vbe vbs wsf wsh xhtml xlam xll docm dotm xlsm xltm pptm`.split(
    /\s+/,
  ),
)

/** Whether a file by this name could run something where it is opened: said beside it, and it is never opened here. */
export const isProgram = (name: string): boolean =>
  PROGRAMS.has(name.slice(name.lastIndexOf('.') + 1).toLowerCase())
