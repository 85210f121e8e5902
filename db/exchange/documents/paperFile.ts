import type { EngineContext } from '../../context.ts'
import { Refusal } from '../../kernel/errors.ts'
import { PHONE_FILE_WORD } from '../../terms/language.ts'
import type { PaperDocument } from '../rules/document.ts'
import type { PaperFormat } from '../rules/paperFormat.ts'
import { documentHtml } from './documentHtml.ts'
import { wordFile } from './wordFile.ts'

/** A document as a file of that format. @throws Refusal NO_PRINTER where PDF can't be made on this machine */
export async function paperFile(
  { printPdf }: EngineContext,
  paper: PaperDocument,
  format: PaperFormat,
): Promise<File> {
  // two sizes of one paper lie side by side in a folder
  const size = format === 'pdf' && paper.page === 'phone' ? ` ${PHONE_FILE_WORD[paper.language]}` : ''
  const name = `${paper.title.replaceAll(/[\\/:*?"<>|]/g, ' ').trim()}${size}.${format}`
  if (format === 'docx') return wordFile(paper, name)
  if (!printPdf) throw new Refusal('NO_PRINTER')
  const bytes = await printPdf(documentHtml(paper))
  return new File([new Uint8Array(bytes)], name, { type: 'application/pdf' })
}
