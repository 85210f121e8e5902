import { fillIn } from '../../terms/ranking.ts'
import {
  type Block,
  DOCUMENT_WORDS,
  type PaperDocument,
  plainOf,
  spansOf,
  type Text,
} from '../rules/document.ts'
import { figuresIn, fitted, PAGES_WITHOUT_CONTENTS, pagesOf } from '../rules/typesetting.ts'
import { escapeHtml } from '../write/html.ts'
import { localDate } from '../write/notesPlan.ts'
import { pageCss } from '../write/pageCss.ts'
import { PHONE_STYLE, STYLE } from './documentStyle.ts'
import { watermarkCss } from './watermark.ts'

/** Half-widths that the running head has room for beside what stands at its right. */
const HEAD_ROOM = { a4: 104, phone: 42 } as const
const BESIDE = { a4: 26, phone: 16 } as const

/** A document as one self-contained page for printing: no scripts, nothing from outside, all text escaped. */
export function documentHtml(paper: PaperDocument): string {
  const words = DOCUMENT_WORDS[paper.language]
  const { page = 'a4', headRight, watermark } = paper
  const css = pageCss({
    top: fitted(paper.head, HEAD_ROOM[page] - (headRight === undefined ? 0 : BESIDE[page])),
    topRight: headRight === undefined ? undefined : fitted(headRight, BESIDE[page]),
    bottom: fillIn(words.made, { date: localDate(paper.madeAt) }),
    page: words.page,
    size: page,
  })
  const write = writer(paper)
  return `<!doctype html>
<html lang="${paper.language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escapeHtml(paper.title)}</title>
<style>${css}${STYLE}${page === 'phone' ? PHONE_STYLE : ''}${watermark === undefined ? '' : watermarkCss(watermark, page)}</style>
</head>
<body${paper.wholeFigures ? ' class="tight"' : ''}>
${watermark === undefined ? '' : '<div class="mark"></div>'}
<h1>${escapeHtml(paper.title)}</h1>
<p class="quiet">${escapeHtml(paper.subtitle)}</p>
${contentsHtml(paper)}${paper.blocks.map(write).join('\n')}
</body>
</html>
`
}

/** Anchor of the heading at a place among the blocks. */
const anchor = (at: number): string => `b${at}`

/** Headings with links to them; nothing where the paper is short. */
function contentsHtml({ blocks, contents, page = 'a4' }: PaperDocument): string {
  if (contents === undefined || pagesOf(blocks, page) <= PAGES_WITHOUT_CONTENTS) return ''
  const items = blocks.flatMap((block, at) =>
    block.kind === 'heading'
      ? [
          `<li class="l${block.level}"><a href="#${anchor(at)}"><span>${escapeHtml(block.text)}</span></a></li>`,
        ]
      : [],
  )
  return `<nav><b>${escapeHtml(contents)}</b><ol>${items.join('')}</ol></nav>`
}

/** Writes blocks, with their figures whole where the paper wants that. */
function writer({ wholeFigures }: PaperDocument): (block: Block, at: number) => string {
  const plain = (text: string): string => escapeHtml(text).replaceAll('\n', '<br>')
  const whole = (text: string): string =>
    figuresIn(text)
      .map((part) =>
        part.figure && part.text.length <= LONGEST_FIGURE
          ? `<span class="n">${plain(part.text)}</span>`
          : plain(part.text),
      )
      .join('')
  const lines = wholeFigures ? whole : plain
  const inline = (text: Text): string =>
    typeof text === 'string'
      ? lines(text)
      : spansOf(text)
          .map((span) =>
            span.look === undefined
              ? lines(span.text)
              : `<span class="${span.look}">${lines(span.text)}</span>`,
          )
          .join('')
  return (block, at) => {
    switch (block.kind) {
      case 'heading':
        return `<h${block.level + 1} id="${anchor(at)}">${escapeHtml(block.text)}${
          block.badge === undefined ? '' : `<em>${escapeHtml(block.badge)}</em>`
        }</h${block.level + 1}>`
      case 'text':
        return `<p${classes(block.quiet && 'quiet', block.changed && 'changed')}>${inline(block.text)}</p>`
      case 'list':
        return `<ul>${block.items.map((item) => `<li>${inline(item)}</li>`).join('')}</ul>`
      case 'facts':
        return `<dl>${block.rows.map(([label, value]) => `<div><dt>${escapeHtml(label)}</dt><dd>${lines(value)}</dd></div>`).join('')}</dl>`
      case 'table':
        return tableHtml(block, inline)
      case 'checks':
        return `<ul class="checks">${block.rows
          .map(
            ({ text, done }) =>
              `<li><b>${done === '' ? '☐' : '☑'}</b><span>${lines(text)}</span><i>${escapeHtml(done)}</i></li>`,
          )
          .join('')}</ul>`
      case 'pageBreak':
        return '<div class="break"></div>'
      case 'signatures':
        return `<footer>${block.lines
          .map(({ label, signed }) => `<span>${escapeHtml(label)}<i>${escapeHtml(signed)}</i></span>`)
          .join('')}</footer>`
    }
  }
}

/** A longer row of digits may be torn: it would not fit into a narrow column. */
const LONGEST_FIGURE = 16

const classes = (...names: readonly (string | false | undefined)[]): string => {
  const given = names.filter(Boolean)
  return given.length === 0 ? '' : ` class="${given.join(' ')}"`
}

function tableHtml(
  { heads, widths, rows, changed = [], figures = [] }: Extract<Block, { kind: 'table' }>,
  inline: (text: Text) => string,
): string {
  const right = (at: number): 'figure' | false => figures.includes(at) && 'figure'
  const head =
    heads.length === 0
      ? ''
      : `<thead><tr>${heads.map((each, at) => `<th${classes(right(at))}>${escapeHtml(each)}</th>`).join('')}</tr></thead>`
  const body = rows
    .map(
      (row, at) =>
        `<tr${classes(changed.includes(at) && 'changed')}>${row
          .map(
            (cell, column) =>
              `<td${classes(right(column), plainOf(cell).includes('\n') && 'long')}${heads[column] ? ` data-head="${escapeHtml(heads[column])}"` : ''}>${inline(cell)}</td>`,
          )
          .join('')}</tr>`,
    )
    .join('')
  return `<table${classes(heads.length === 0 && 'bare', rows.length === 1 && 'single')}><colgroup>${widths
    .map((width) => `<col style="width:${width}%">`)
    .join('')}</colgroup>${head}<tbody>${body}</tbody></table>`
}
