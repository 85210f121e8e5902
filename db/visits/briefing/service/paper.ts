import { dayOf } from '../../../accounts/rules/days.ts'
import type { InputOf } from '../../../channel/ledger/service/rows.ts'
import type { EngineContext } from '../../../context.ts'
import { paperFile } from '../../../exchange/documents/paperFile.ts'
import type { Block, PaperDocument } from '../../../exchange/rules/document.ts'
import { Refusal } from '../../../kernel/errors.ts'
import type { BriefId } from '../../../kernel/ids.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import { fillIn } from '../../../terms/ranking.ts'
import type { VisitSheet } from '../../contract.ts'
import { getVisit } from '../../service/sheet.ts'
import { visitName } from '../../service/stored.ts'
import type { BriefContent, BriefSheet, BriefVersion, briefing } from '../contract.ts'
import { viewFor, withRows } from '../rules/audience.ts'
import { sectionBlocks } from '../rules/blocks.ts'
import { changesBetween } from '../rules/changes.ts'
import { changeBlocks, toldChanges } from '../rules/changeText.ts'
import { joined, words } from '../rules/texts.ts'
import { accountNames, briefSubtitle, briefTitle } from '../rules/titles.ts'
import { recordSecrets } from './looks.ts'
import { contentFor } from './sheet.ts'
import { arrangementFor, frozenBrief, versionsOf } from './stored.ts'

type PaperInput = InputOf<typeof briefing.paper>

/** For whom a paper is made, and whether private facts are among what they may see. */
interface Reader {
  readonly name: string
  readonly isNamed: boolean
}

/**
 * A brief or its changes as a file for one reader; that it was made is recorded before it is handed out.
 * @throws Refusal as the contract says
 */
export async function briefPaper(context: EngineContext, input: PaperInput): Promise<File> {
  const { kernel } = context
  if (input.format === 'pdf' && !context.printPdf) throw new Refusal('NO_PRINTER')
  const reader = readerOf(kernel, input)
  const { visit } = getVisit(kernel, { visitId: input.visitId })
  const made =
    input.what === 'brief'
      ? briefDocument(kernel, visit, input, reader)
      : changesDocument(kernel, visit, input, reader)
  recordExport(kernel, input, reader, made)
  return paperFile(context, made.paper, input.format)
}

/** @throws Refusal MEMBER_NOT_FOUND, BRIEF_WITHOUT_READER */
function readerOf({ db }: Kernel, { visitId, readerId, reader }: PaperInput): Reader {
  if (readerId === null) {
    if (reader === '') throw new Refusal('BRIEF_WITHOUT_READER')
    return { name: reader, isNamed: false }
  }
  const name = db
    .prepare<[string], string>('SELECT name FROM member WHERE id = ? AND deleted = 0')
    .pluck()
    .get(readerId)
  if (name === undefined) throw new Refusal('MEMBER_NOT_FOUND')
  return { name, isNamed: arrangementFor(db, visitId).arrangement.readers.includes(readerId) }
}

/** A paper, the content whose masked facts it tells, and the frozen version that it is of. */
interface Made {
  readonly paper: PaperDocument
  readonly shown: BriefContent
  readonly version: BriefVersion | null
}

function briefDocument(kernel: Kernel, visit: VisitSheet, input: PaperInput, reader: Reader): Made {
  const { language, audience, version } = input
  const { db } = kernel
  const found = contentFor(kernel, visit, version)
  const { content, hidden } = viewFor(found.content, audience, reader.isNamed)
  const { arrangement } = arrangementFor(db, visit.id)
  const told = { language, audience, asOf: found.asOf, before: null, content }
  const name = accountNames(found.content, language)
  const say = words(language)
  const frozen = versionsOf(db, visit.id).find((each) => each.version === version) ?? null
  return {
    shown: content,
    version: frozen,
    paper: {
      ...frame(kernel, input, reader, name),
      title: briefTitle(content, audience, language),
      subtitle: briefSubtitle(
        content,
        audience === 'customer' ? '' : versionText(input, frozen, dayOf(kernel.now())),
        language,
      ),
      contents: say.contents,
      blocks: [
        ...remarks(found.seal, hidden, input, reader),
        ...sectionBlocks(told, arrangement.sections).flatMap(({ blocks }) => blocks),
      ],
    },
  }
}

/** What a reader has to know of the paper itself. */
function remarks(
  seal: BriefSheet['seal'],
  hidden: number,
  { language, audience }: PaperInput,
  reader: Reader,
): Block[] {
  if (audience === 'customer') return []
  const say = words(language)
  const hides = audience === 'companions' ? say.hidden : say.hiddenReader
  return [
    ...(seal === 'erased' || seal === 'altered' ? [{ kind: 'text', text: say[seal] } as const] : []),
    ...(hidden === 0
      ? []
      : [
          { kind: 'text', quiet: true, text: fillIn(hides, { count: hidden, reader: reader.name }) } as const,
        ]),
  ]
}

/** Which version a paper is of. */
function versionText({ language }: PaperInput, frozen: BriefVersion | null, today: string): string {
  const say = words(language)
  return frozen === null
    ? fillIn(say.live, { now: today })
    : fillIn(say.version, { version: frozen.version, frozen: dayOf(frozen.frozenAt) })
}

function changesDocument(kernel: Kernel, visit: VisitSheet, input: PaperInput, reader: Reader): Made {
  const { language, audience } = input
  const say = words(language)
  const frozen = frozenBrief(kernel.db, visit.id, input.version)
  if (!frozen) throw new Refusal('BRIEF_NOT_FOUND', { version: input.version ?? 1 })
  const live = contentFor(kernel, visit, null).content
  const before = viewFor(frozen.content, audience, reader.isNamed)
  const now = viewFor(live, audience, reader.isNamed)
  const changes = toldChanges(changesBetween(before.content, now.content))
  const told = new Set(changesBetween(before.content, now.content).map(({ key }) => key))
  const { version, frozenAt, by } = frozen.version
  const facts = {
    version,
    by: by === '' ? '–' : by,
    frozen: momentText(frozenAt),
    now: momentText(kernel.now()),
    count: changes.length,
  }
  const name = accountNames(live, language)
  return {
    shown: withRows(now.content, (row) => (told.has(row.key) ? row : null)),
    version: frozen.version,
    paper: {
      ...frame(kernel, input, reader, name),
      title: fillIn(say.changesTitle, { name }),
      subtitle: fillIn(say.changesSubtitle, facts),
      blocks: [
        ...remarks(frozen.seal, now.hidden, input, reader),
        ...(changes.length === 0
          ? [{ kind: 'text', text: fillIn(say.noChanges, facts) } as const]
          : changeBlocks(changes, language)),
      ],
    },
  }
}

/** What stands around every page: whose it is, and that it is for one reader at one moment. */
function frame(
  kernel: Kernel,
  { language, audience, page, format }: PaperInput,
  reader: Reader,
  name: string,
) {
  const say = words(language)
  return {
    head: name,
    headRight: fillIn(audience === 'customer' ? say.forCustomer : say.internal, { reader: reader.name }),
    watermark: fillIn(say.mark, { reader: reader.name, time: momentText(kernel.now()) }),
    madeAt: new Date(kernel.now()).toISOString(),
    language,
    page: format === 'docx' ? 'a4' : page,
    wholeFigures: true,
  } as const
}

/** YYYY-MM-DD HH:MM where this program runs. */
function momentText(at: number): string {
  const date = new Date(at)
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${dayOf(at)} ${two(date.getHours())}:${two(date.getMinutes())}`
}

/** That a paper left the workstation, for whom and of which version; and each masked fact in it as looked at. */
function recordExport(kernel: Kernel, input: PaperInput, reader: Reader, { shown, version }: Made): void {
  const { commandId, visitId, audience, what, format, page } = input
  const label = {
    command: 'exportBrief',
    params: { name: visitName(kernel.db, visitId), reader: reader.name },
  }
  const form = joined([format, format === 'pdf' && page, what === 'changes' && what], ' ')
  const briefId: BriefId | null = version?.id ?? null
  kernel.write({ commandId, label, final: [] }, (tx) => {
    tx.db
      .prepare(
        `INSERT INTO visit_export (id, visit_id, brief_id, audience, reader, format, by, at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(tx.newId(), visitId, briefId, audience, reader.name, form, kernel.actorName(), tx.now)
    recordSecrets(tx, kernel, shown)
    return {}
  })
}
