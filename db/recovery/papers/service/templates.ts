import type Database from 'better-sqlite3'
import type { InputOf } from '../../../channel/ledger/service/rows.ts'
import { derivedId } from '../../../kernel/derivedId.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { Kernel, Outcome } from '../../../kernel/kernel.ts'
import type { Language } from '../../../terms/language.ts'
import { PAPER_WORDS } from '../../../terms/papers.ts'
import { BUILT_IN_PAPERS } from '../../../terms/paperTemplates.ts'
import type { PaperTemplate, papers } from '../contract.ts'
import { faultsOf } from '../rules/filling.ts'
import { PAPER_KINDS, PAPER_LANGUAGES, type PaperKind } from '../rules/words.ts'

/** Ids of templates come from paper and language alone, so that two laptops word the same row. */
const TEMPLATES = '01890000-0000-7000-8000-00000000fa9e'

interface Which {
  readonly paper: PaperKind
  readonly language: Language
}

const idOf = ({ paper, language }: Which): string => derivedId(TEMPLATES, paper, language)

/** How a paper is worded: as the department wrote it, else as it is built in. */
export function templateOf(db: Database.Database, which: Which): PaperTemplate {
  const own = db
    .prepare<[string], string>('SELECT content FROM paper_template WHERE id = ? AND deleted = 0')
    .pluck()
    .get(idOf(which))
  const { paper, language } = which
  return { paper, language, content: own ?? BUILT_IN_PAPERS[language][paper], own: own !== undefined }
}

/** Every template, by paper and language. */
export const listTemplates = ({ db }: Kernel): PaperTemplate[] =>
  PAPER_KINDS.flatMap((paper) => PAPER_LANGUAGES.map((language) => templateOf(db, { paper, language })))

/** What a template names that its paper can't have. @throws Refusal PLACES_UNKNOWN, PLACES_INSIDE */
function checkPlaces({ paper }: Which, content: string): void {
  const { unknown, inside } = faultsOf(paper, content)
  if (unknown.length > 0) throw new Refusal('PLACES_UNKNOWN', { names: unknown.join(', ') })
  if (inside.length > 0) throw new Refusal('PLACES_INSIDE', { names: inside.join(', ') })
}

/** Words a paper as the department wants it. @throws Refusal PLACES_UNKNOWN, PLACES_INSIDE, TEMPLATE_CHANGED */
export function saveTemplate(
  kernel: Kernel,
  { commandId, paper, language, before, content }: InputOf<typeof papers.saveTemplate>,
): Outcome<object> {
  checkPlaces({ paper, language }, content)
  return writeTemplate(kernel, { commandId, paper, language }, 'wordPaper', before, (db) =>
    db
      .prepare(
        `INSERT INTO paper_template (id, paper, language, content, deleted) VALUES (?, ?, ?, ?, 0)
         ON CONFLICT (id) DO UPDATE SET content = excluded.content, deleted = 0`,
      )
      .run(idOf({ paper, language }), paper, language, content),
  )
}

/** Words a paper as it is built in again. @throws Refusal TEMPLATE_CHANGED */
export function resetTemplate(
  kernel: Kernel,
  { commandId, paper, language, before }: InputOf<typeof papers.resetTemplate>,
): Outcome<object> {
  return writeTemplate(kernel, { commandId, paper, language }, 'unwordPaper', before, (db) =>
    db.prepare('UPDATE paper_template SET deleted = 1 WHERE id = ?').run(idOf({ paper, language })),
  )
}

function writeTemplate(
  kernel: Kernel,
  { commandId, ...which }: Pick<InputOf<typeof papers.resetTemplate>, 'commandId' | 'paper' | 'language'>,
  command: 'wordPaper' | 'unwordPaper',
  before: string,
  write: (db: Database.Database) => unknown,
): Outcome<object> {
  const params = { name: PAPER_WORDS[which.language].kinds[which.paper] }
  return kernel.write({ commandId, label: { command, params } }, (tx) => {
    if (templateOf(tx.db, which).content !== before) throw new Refusal('TEMPLATE_CHANGED')
    write(tx.db)
    return {}
  })
}
