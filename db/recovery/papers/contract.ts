import { oc } from '@orpc/contract'
import { z } from 'zod'
import { PAPER_FORMATS } from '../../exchange/rules/paperFormat.ts'
import { CommandInput, Written, writeErrors } from '../../kernel/contract.ts'
import { CaseId } from '../../kernel/ids.ts'
import { PAPER_LIMITS } from './rules/limits.ts'
import { PLACES } from './rules/places.ts'
import { PAPER_KINDS, PAPER_LANGUAGES } from './rules/words.ts'

const Paper = z.enum(PAPER_KINDS)
const PaperLanguage = z.enum(PAPER_LANGUAGES)
const which = { paper: Paper, language: PaperLanguage }

/** A paper about a case that left the workstation; `at` is epoch ms. */
export const SentPaper = z.object({
  id: z.uuid(),
  ...which,
  format: z.enum(PAPER_FORMATS),
  by: z.string(),
  at: z.number(),
})
export type SentPaper = z.infer<typeof SentPaper>

/** How a paper is worded — see rules/filling.ts; `own` by the department rather than as it is built in. */
export const PaperTemplate = z.object({ ...which, content: z.string(), own: z.boolean() })
export type PaperTemplate = z.infer<typeof PaperTemplate>

/** What fills a place — see rules/filling.ts. */
const PlaceValue = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }).readonly(),
  z.object({ kind: z.literal('list'), items: z.array(z.string()).readonly() }).readonly(),
  z
    .object({
      kind: z.literal('facts'),
      rows: z.array(z.tuple([z.string(), z.string()]).readonly()).readonly(),
    })
    .readonly(),
  z
    .object({
      kind: z.literal('table'),
      heads: z.array(z.string()).readonly(),
      /** percent of the line */
      widths: z.array(z.number()).readonly(),
      rows: z.array(z.array(z.string()).readonly()).readonly(),
      figures: z.array(z.int()).readonly().exactOptional(),
    })
    .readonly(),
])

/** What a paper is made from: its template, the facts that fill it, and what stands around it. */
export const OpenedPaper = z.object({
  template: PaperTemplate,
  facts: z.partialRecord(z.enum(PLACES), PlaceValue),
  frame: z.object({ subtitle: z.string(), head: z.string(), headRight: z.string() }),
})
export type OpenedPaper = z.infer<typeof OpenedPaper>

const CASE_NOT_FOUND = { CASE_NOT_FOUND: { status: 404 } } as const
/** another window worded it meanwhile */
const TEMPLATE_CHANGED = { TEMPLATE_CHANGED: { status: 409 } } as const
const named = { status: 422, data: z.object({ names: z.string() }) } as const

/** Papers 函件 about a case: acknowledgement, interim news, final answer, 8D report, case file. */
export const papers = {
  /** A case's papers that left, the newest first, and the language in which its customer was written to last. */
  list: oc
    .input(z.object({ caseId: CaseId }))
    .output(z.object({ papers: z.array(SentPaper), language: PaperLanguage.nullable() }))
    .errors(CASE_NOT_FOUND),
  /** What a paper about a case is made from: only what its reader may know. */
  open: oc
    .input(z.object({ caseId: CaseId, ...which }))
    .output(OpenedPaper)
    .errors(CASE_NOT_FOUND),
  /** A paper as a file, noted with its case. Lines may be written anew for this once, by the line of the template. */
  make: oc
    .input(
      CommandInput.extend({
        caseId: CaseId,
        ...which,
        format: z.enum(PAPER_FORMATS),
        rewritten: z
          .record(z.string().max(PAPER_LIMITS.content), z.string().max(PAPER_LIMITS.line))
          .default({}),
        /** somebody saw that facts are missing */
        despiteGaps: z.boolean().default(false),
      }),
    )
    .output(z.file())
    .errors({
      ...writeErrors,
      ...CASE_NOT_FOUND,
      NO_PRINTER: { status: 501 },
      /** facts are missing that its template wants; data is how many */
      PAPER_HAS_GAPS: { status: 409, data: z.object({ count: z.int() }) },
    }),
  /** How every paper is worded, by paper and language. */
  templates: oc.output(z.array(PaperTemplate)),
  /** Words a paper as the department wants it; `before` guards against overwriting another window's edit. */
  saveTemplate: oc
    .input(
      CommandInput.extend({
        ...which,
        before: z.string(),
        content: z.string().trim().min(1).max(PAPER_LIMITS.content),
      }),
    )
    .output(Written)
    .errors({
      ...writeErrors,
      ...TEMPLATE_CHANGED,
      /** names between braces that no place has */
      PLACES_UNKNOWN: named,
      /** places that only the case file may have */
      PLACES_INSIDE: named,
    }),
  /** Words a paper as it is built in again; the same guard. */
  resetTemplate: oc
    .input(CommandInput.extend({ ...which, before: z.string() }))
    .output(Written)
    .errors({ ...writeErrors, ...TEMPLATE_CHANGED }),
}
