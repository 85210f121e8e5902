import type { EngineContext } from '../../../context.ts'
import { paperFile } from '../../../exchange/documents/paperFile.ts'
import type { Block, PaperDocument } from '../../../exchange/rules/document.ts'
import type { PaperFormat } from '../../../exchange/rules/paperFormat.ts'
import type { CommandId, PersonId } from '../../../kernel/ids.ts'
import type { Language } from '../../../terms/language.ts'
import { HELD_WORDS } from '../../../terms/privacy.ts'
import { fillIn } from '../../../terms/ranking.ts'
import type { Held } from '../contract.ts'
import { held } from './held.ts'

interface PaperInput {
  readonly commandId: CommandId
  readonly personId: PersonId
  readonly language: Language
  readonly format: PaperFormat
}

/** Everything that is kept about a person, to hand over. @throws Refusal PERSON_NOT_FOUND, NO_PRINTER */
export async function heldDocument(context: EngineContext, input: PaperInput): Promise<File> {
  const all = held(context.kernel, input)
  const madeAt = new Date(context.kernel.now()).toISOString()
  return paperFile(context, heldPaper(all, madeAt, input.language), input.format)
}

function heldPaper(
  { name, basis, retainUntil, parts }: Held,
  madeAt: string,
  language: Language,
): PaperDocument {
  const words = HELD_WORDS[language]
  const title = fillIn(words.title, { name })
  return {
    title,
    subtitle: fillIn(words.subtitle, { basis: basis || words.noBasis, until: retainUntil ?? words.noDate }),
    head: title,
    madeAt,
    language,
    blocks:
      parts.length === 0
        ? [{ kind: 'text', text: words.nothing }]
        : parts.flatMap(({ part, lines }): Block[] => [
            { kind: 'heading', level: 1, text: words.parts[part] },
            {
              kind: 'table',
              heads: [words.item, words.what, words.on],
              widths: [22, 62, 16],
              rows: lines.map(({ label, value, on }) => [label, value, on ?? '']),
            },
          ]),
  }
}
