import { CASE_FILE_WORDS } from '../../../terms/caseFile.ts'
import { PAPER_WORDS } from '../../../terms/papers.ts'
import { fillIn } from '../../../terms/ranking.ts'
import {
  CASE_CATEGORY_WORDS,
  CASE_KIND_WORDS,
  CASE_SEVERITY_WORDS,
  CASE_STATE_WORDS,
  FORCE_WORDS,
  LOSS_CAUSE_WORDS,
  REMEDY_KIND_WORDS,
} from '../../../terms/recovery.ts'
import { moneyText } from '../../../visits/briefing/rules/texts.ts'
import type { Action } from '../../causes/contract.ts'
import { SEVERITY_NAMES, type Severity } from '../../rules/severity.ts'
import type { PlaceValue } from '../rules/filling.ts'
import type { InsidePlace } from '../rules/places.ts'
import { courseTable, deadlinesTable } from './course.ts'
import { momentText, type Source, text } from './source.ts'

/** What fills the places of the case file 案卷, which stays inside: everything. */
export function insideFacts(source: Source): Record<InsidePlace, PlaceValue> {
  return {
    facts: factRows(source),
    deadlines: deadlinesTable(source),
    whysInside: whysTable(source),
    rootInside: text(rootText(source)),
    remediesInside: remediesTable(source),
    approval: text(approvalText(source)),
    fairness: text(fairnessText(source)),
    apologyInside: text(apologyText(source)),
    actionsInside: actionsTable(source),
    trust: trustRows(source),
    proof: text(proofText(source)),
    orders: ordersTable(source),
    members: membersTable(source),
    related: relatedList(source),
    earlier: earlierList(source),
    files: filesTable(source),
    papers: papersTable(source),
    course: courseTable(source),
  }
}

/** A remark behind what it is about; nothing where there is none. */
const after = ({ language }: Source, note: string): string =>
  note === '' ? '' : `${PAPER_WORDS[language].semicolon}${note}`

/** A list, or that there is nothing in it: that isn't a gap. */
const orNone = ({ language }: Source, items: readonly string[]): PlaceValue =>
  items.length === 0 ? text(PAPER_WORDS[language].none) : { kind: 'list', items }

const severityText = ({ language }: Source, severity: Severity): string =>
  CASE_SEVERITY_WORDS[language][SEVERITY_NAMES[severity]]

function factRows(source: Source): PlaceValue {
  const { sheet, language } = source
  const words = CASE_FILE_WORDS[language]
  const { impact, urgency, severity, key, repeat } = sheet.grading
  const graded = {
    severity: severityText(source, severity),
    impact: severityText(source, impact),
    urgency: severityText(source, urgency),
    more: `${key ? words.key : ''}${repeat ? words.repeat : ''}`,
  }
  const known = (value: string | null): string => value || words.unknown
  const money = (fen: number | null): string => (fen === null ? words.unknown : moneyText(fen, language))
  const { repeatOf } = sheet
  return {
    kind: 'facts',
    rows: [
      [words.account, sheet.account],
      [words.state, CASE_STATE_WORDS[language][sheet.state]],
      [words.kind, CASE_KIND_WORDS[language][sheet.kind]],
      [words.category, CASE_CATEGORY_WORDS[language][sheet.category]],
      [words.severity, fillIn(words.graded, graded)],
      [words.owner, known(sheet.owner)],
      [words.person, known(sheet.person)],
      [words.way, words.ways[sheet.way]],
      [words.came, momentText(sheet.cameAt)],
      [words.happened, known(sheet.happenedOn)],
      [words.product, known(sheet.product)],
      [words.place, known(sheet.place)],
      [words.atRisk, money(sheet.atRisk)],
      [words.loss, money(sheet.loss)],
      [words.investigator, known(sheet.investigator)],
      [words.responsible, known(sheet.responsible)],
      ...(repeatOf ? [[words.repeatOf, `${repeatOf.code} ${repeatOf.title}`] as const] : []),
    ],
  }
}

function whysTable({ causes: { whys }, language }: Source): PlaceValue {
  const words = PAPER_WORDS[language]
  const { ours } = CASE_FILE_WORDS[language]
  return {
    kind: 'table',
    heads: [words.why, words.because, words.evidence, ours],
    widths: [32, 36, 20, 12],
    rows: whys.map((why) => [why.question, why.answer, why.evidence, why.ours ? '✓' : '']),
  }
}

const rootText = ({ root, language }: Source): string =>
  root === null
    ? ''
    : fillIn(CASE_FILE_WORDS[language].rootClass, {
        cause: LOSS_CAUSE_WORDS[language][root.lossCause],
        force: FORCE_WORDS[language][root.force],
      })

function remediesTable(source: Source): PlaceValue {
  const { remedies, sheet, language } = source
  const words = CASE_FILE_WORDS[language]
  const all = remedies.remedies
  const total = ['', words.total, '', '', '', moneyText(sheet.paid, language)]
  return {
    kind: 'table',
    heads: [words.remedy, words.what, words.who, words.due, words.end, words.amount],
    widths: [13, 31, 11, 13, 18, 14],
    figures: [5],
    rows: all.length === 0 ? [] : [...all.map(row), total],
  }
  function row({ kind, what, owner, dueOn, amount, end }: (typeof all)[number]): string[] {
    const ended = end && { on: end.on, note: after(source, end.note) }
    const result = ended ? fillIn(end.dropped ? words.dropped : words.delivered, ended) : words.open
    const cells = [REMEDY_KIND_WORDS[language][kind], what, owner ?? '', dueOn ?? '', result]
    return [...cells, moneyText(amount, language)]
  }
}

function approvalText(source: Source): string {
  const { approval } = source.remedies
  if (approval === null) return ''
  const { by, on, amount } = approval
  return fillIn(CASE_FILE_WORDS[source.language].approved, {
    ...{ on, by: after(source, by) },
    amount: moneyText(amount, source.language),
  })
}

const percent = (fraction: number): string => `${(fraction * 100).toFixed(0)}%`

function fairnessText({ sheet, language }: Source): string {
  const { fairness, paid, loss } = sheet
  if (fairness === null || loss === null) return ''
  const words = CASE_FILE_WORDS[language]
  const count = fairness.alike.length
  const paidText = fillIn(words.fairness, {
    paid: moneyText(paid, language),
    loss: moneyText(loss, language),
    ratio: percent(fairness.ratio),
  })
  const { median, verdict } = fairness
  const compared =
    median === null || verdict === null
      ? fillIn(words.fairnessFew, { count })
      : fillIn(words.fairnessMedian, { count, median: percent(median), verdict: words.verdicts[verdict] })
  return `${paidText} ${compared}`
}

function apologyText(source: Source): string {
  const { apology, apologyBy, apologyTo } = source.sheet
  if (apology === null) return ''
  const words = CASE_FILE_WORDS[source.language]
  return fillIn(words.apology, {
    by: apologyBy ?? '',
    to: apologyTo ?? words.customer,
    on: apology.on,
    way: words.ways[apology.how],
    words: apology.words === '' ? '' : `${PAPER_WORDS[source.language].colon}${apology.words}`,
  })
}

function actionsTable(source: Source): PlaceValue {
  const { actions } = source.causes
  const words = CASE_FILE_WORDS[source.language]
  return {
    kind: 'table',
    heads: [words.what, words.who, words.due, words.end],
    widths: [36, 12, 14, 38],
    rows: actions.map((action) => [
      action.what,
      action.owner ?? '',
      action.dueOn ?? '',
      actionResult(source, action),
    ]),
  }
}

/** Whether an action was carried out, and what was found since, a line each. */
function actionResult(source: Source, { done, checks }: Action): string {
  const words = CASE_FILE_WORDS[source.language]
  const { works, fails } = PAPER_WORDS[source.language]
  if (done === null) return words.open
  const looks = checks.map(({ days, dueOn, found }) =>
    found === null
      ? fillIn(words.toCheck, { days, on: dueOn })
      : fillIn(words.found, {
          ...{ days, on: found.on, by: after(source, found.by) },
          works: found.works ? works : fails,
          note: after(source, found.note),
        }),
  )
  const told = fillIn(words.done, {
    ...{ on: done.on, by: after(source, done.by), note: after(source, done.note) },
  })
  return [told, ...looks].join('\n')
}

function trustRows({ sheet, language }: Source): PlaceValue {
  const words = CASE_FILE_WORDS[language]
  const { justice, answer } = sheet
  const scores: readonly (readonly [string, number | null | undefined])[] = [
    [words.contentBefore, sheet.contentBefore],
    [words.contentThen, sheet.contentThen],
    [words.contentAfter, sheet.contentAfter],
    [words.outcome, justice?.outcome],
    [words.process, justice?.process],
    [words.manners, justice?.manners],
  ]
  const known = scores.flatMap(([label, score]): [string, string][] =>
    typeof score === 'number' ? [[label, fillIn(words.score, { score })]] : [],
  )
  const unasked: [string, string][] = answer?.unasked
    ? [[words.customer, fillIn(words.unasked, { why: answer.unasked })]]
    : []
  return { kind: 'facts', rows: [...known, ...unasked] }
}

/** Whether trust is back, and which baseline of orders that goes by. */
function proofText({ sheet, language }: Source): string {
  const words = CASE_FILE_WORDS[language]
  const { baseline } = sheet.orders
  const told =
    baseline === null
      ? words.noBaseline
      : fillIn(words.baseline, {
          amount: moneyText(baseline.monthly, language),
          from: words.baselines[baseline.from],
        })
  return `${words.proofs[sheet.proof.kind]} ${told}`
}

/** The months whose orders prove it. */
function ordersTable({ sheet, orders: known, language }: Source): PlaceValue {
  const words = CASE_FILE_WORDS[language]
  const { baseline, months } = sheet.orders
  return {
    kind: 'table',
    heads: [words.month, words.orders, words.ofBaseline],
    widths: [50, 28, 22],
    figures: [1, 2],
    rows: months.map((month) => {
      const amount = known.get(month)
      const share = amount === undefined || !baseline?.monthly ? '' : percent(amount / baseline.monthly)
      return [month, amount === undefined ? words.unknown : moneyText(amount, language), share]
    }),
  }
}

function membersTable({ sheet: { members }, language }: Source): PlaceValue {
  const words = CASE_FILE_WORDS[language]
  const rows = members.map(({ name, role, part }) => [name, role, part])
  return { kind: 'table', heads: [words.name, words.role, words.part], widths: [26, 34, 40], rows }
}

function relatedList(source: Source): PlaceValue {
  const { request, incident, promise, visits } = source.sheet
  const { origins } = CASE_FILE_WORDS[source.language]
  const { colon } = PAPER_WORDS[source.language]
  return orNone(source, [
    ...(request ? [`${origins.request}${colon}${request.title}`] : []),
    ...(incident ? [`${origins.incident}${colon}${incident.title}`] : []),
    ...(promise ? [`${origins.promise}${colon}${promise.title}`] : []),
    ...visits.map(({ name, day }) => `${origins.visit}${colon}${day} ${name}`),
  ])
}

const earlierList = (source: Source): PlaceValue =>
  orNone(
    source,
    source.sheet.earlier.map(
      ({ code, title, cameAt, category }) =>
        `${momentText(cameAt).slice(0, 10)} ${code} ${title}${after(source, CASE_CATEGORY_WORDS[source.language][category])}`,
    ),
  )

function filesTable(source: Source): PlaceValue {
  const { files, language } = source
  const words = CASE_FILE_WORDS[language]
  if (files.length === 0) return text(PAPER_WORDS[language].none)
  return {
    kind: 'table',
    heads: [words.file, words.who, words.when],
    widths: [56, 20, 24],
    rows: files.map(({ name, addedBy, addedAt }) => [name, addedBy ?? '', momentText(Date.parse(addedAt))]),
  }
}

function papersTable({ papers, language }: Source): PlaceValue {
  const words = CASE_FILE_WORDS[language]
  if (papers.length === 0) return text(PAPER_WORDS[language].none)
  const { kinds } = PAPER_WORDS[language]
  const rows = papers.map((sent) => [kinds[sent.paper], sent.format, sent.by, momentText(sent.at)])
  return {
    kind: 'table',
    heads: [words.paper, words.format, words.who, words.when],
    widths: [36, 20, 20, 24],
    rows,
  }
}
