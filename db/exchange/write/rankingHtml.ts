import { tierShape } from '../../evaluation/rules/tiers.ts'
import { DECISION_WORDS, decisionText } from '../../terms/consensus.ts'
import { TIER_SIGNS, TIER_WORDS } from '../../terms/grading.ts'
import type { Language } from '../../terms/language.ts'
import { fillIn, RANKING_WORDS } from '../../terms/ranking.ts'
import type { Graded, GradedRow } from '../graded.ts'
import { escapeHtml } from './html.ts'
import { localDate } from './notesPlan.ts'
import { rankingCss } from './rankingCss.ts'

/** A share of key accounts that differs from A8's by more than this many points deserves a question. */
const NOTABLE_POINTS = 5

/**
 * The ranking as one self-contained page for printing: no scripts, nothing from outside, all text escaped.
 * @param today instant of printing
 */
export function rankingHtml(graded: Graded, today: string, language: Language): string {
  const words = RANKING_WORDS[language]
  const state =
    graded.publishedAt === null
      ? words.draft
      : fillIn(words.published, { date: localDate(graded.publishedAt), revision: graded.revision ?? 1 })
  const borders = fillIn(words.borders, {
    key: points(graded.borders.key),
    main: points(graded.borders.main),
    ordinary: points(graded.borders.ordinary),
  })
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(`${graded.title} · ${words.title}`)}</title>
<style>${rankingCss({
    top: `${graded.title} · ${words.title}`,
    bottom: fillIn(words.printed, { date: localDate(today) }),
    page: words.page,
  })}</style>
</head>
<body>
<header>
<h1>${escapeHtml(graded.title)}</h1>
<p class="state">${escapeHtml(state)} · ${escapeHtml(fillIn(words.sheet, { sheet: graded.sheetName }))} · ${escapeHtml(borders)}</p>
<p class="finding">${escapeHtml(finding(graded, language))}</p>
${shapeTable(graded, language)}
</header>
${rankingTable(graded, language)}
<footer><span>${escapeHtml(words.sign)}<i></i></span><span>${escapeHtml(words.date)}<i></i></span></footer>
</body>
</html>
`
}

/** One sentence for who reads nothing else: the shape against A8. */
function finding(graded: Graded, language: Language): string {
  const words = RANKING_WORDS[language]
  const shape = tierShape(graded.rows.map(({ standing }) => standing))
  const [key, main] = shape.shares
  if (!key || !main || shape.graded === 0) return words.noneGraded
  const verdict =
    key.percent > key.expectedPercent + NOTABLE_POINTS
      ? words.findingMore
      : key.percent < key.expectedPercent - NOTABLE_POINTS
        ? words.findingFewer
        : words.findingFine
  const sentence =
    fillIn(words.finding, {
      graded: shape.graded,
      key: key.percent.toFixed(1),
      main: main.percent.toFixed(1),
    }) + verdict
  const rest = shape.insufficient > 0 ? fillIn(words.insufficient, { count: shape.insufficient }) : ''
  return [sentence, rest].filter((part) => part !== '').join(language === 'zh' ? '' : ' ')
}

function shapeTable(graded: Graded, language: Language): string {
  const words = RANKING_WORDS[language]
  const { shares, graded: count } = tierShape(graded.rows.map(({ standing }) => standing))
  if (count === 0) return ''
  const rows = shares.map(
    ({ tier, count: accounts, percent, expectedPercent }) =>
      `<tr><td class="${tier}">${TIER_SIGNS[tier]} ${escapeHtml(TIER_WORDS[language][tier])}</td><td class="number">${accounts}</td><td class="number">${percent.toFixed(1)}%</td><td class="number">${expectedPercent}%</td><td class="bar"><i class="${tier}" style="width:${percent}%"></i></td></tr>`,
  )
  return `<table class="shape"><thead><tr><th>${escapeHtml(words.tier)}</th><th class="number">${escapeHtml(words.count)}</th><th class="number">${escapeHtml(words.share)}</th><th class="number">${escapeHtml(words.expected)}</th><th></th></tr></thead><tbody>${rows.join('')}</tbody></table>`
}

/** A column of the ranking; one that would be empty on every row is left out, so that names have the room. */
interface RankingColumn {
  readonly kind: string
  readonly head: string
  readonly optional: boolean
  text(row: GradedRow): string
}

function rankingColumns(graded: Graded, language: Language): RankingColumn[] {
  const words = RANKING_WORDS[language]
  const columns: RankingColumn[] = [
    { kind: 'number', head: words.rank, optional: false, text: ({ rank }) => String(rank ?? '') },
    { kind: 'code', head: words.code, optional: true, text: ({ code }) => code },
    { kind: 'name', head: words.name, optional: false, text: ({ name }) => name },
    { kind: 'owner', head: words.owner, optional: true, text: ({ owner }) => owner },
    {
      kind: 'number',
      head: words.score,
      optional: false,
      text: ({ score }) => (score === null ? '' : points(score)),
    },
    { kind: 'tier', head: words.tier, optional: false, text: (row) => tierText(row, language) },
    { kind: 'remark', head: words.remark, optional: true, text: (row) => remark(row, language) },
  ]
  return columns.filter(({ optional, text }) => !optional || graded.rows.some((row) => text(row) !== ''))
}

const decidedTier = ({ exception, standing }: GradedRow) => exception?.tier ?? standing

const tierText = (row: GradedRow, language: Language): string =>
  `${TIER_SIGNS[decidedTier(row)]} ${TIER_WORDS[language][decidedTier(row)]}`

function rankingTable(graded: Graded, language: Language): string {
  const columns = rankingColumns(graded, language)
  const head = columns
    .map(({ kind, head: title }) => `<th class="${kind}">${escapeHtml(title)}</th>`)
    .join('')
  return `<table class="ranking"><thead><tr>${head}</tr></thead><tbody>
${graded.rows.map((row) => rankingRow(row, columns)).join('\n')}
</tbody></table>`
}

function rankingRow(row: GradedRow, columns: readonly RankingColumn[]): string {
  const cells = columns.map(({ kind, text }) => {
    const looks = kind === 'tier' ? `tier ${decidedTier(row)}` : kind
    return `<td class="${looks}">${escapeHtml(text(row))}</td>`
  })
  return `<tr>${cells.join('')}</tr>`
}

function remark({ exception, decision, blanks, score, standing }: GradedRow, language: Language): string {
  const words = RANKING_WORDS[language]
  const parts: string[] = []
  if (decision && decision.kind !== 'approved') parts.push(decisionText(decision, language))
  else if (!exception && score === null && standing !== 'insufficient')
    parts.push(DECISION_WORDS[language].carried)
  if (exception) parts.push(fillIn(words.exception, exception))
  if (blanks > 0) parts.push(fillIn(score === null ? words.missing : words.scaled, { blanks }))
  return parts.join(language === 'zh' ? '；' : '; ')
}

const points = (tenths: number): string => (tenths / 10).toFixed(1)
