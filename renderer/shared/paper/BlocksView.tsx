import type { ReactNode } from 'react'
import { type Block, spansOf, type Text } from '../../../db/exchange/rules/document.ts'
import { figuresIn } from '../../../db/exchange/rules/typesetting.ts'
import styles from './paper.module.css'

/** Blocks of a paper on the screen, as they are printed. */
export function BlocksView({ blocks }: { readonly blocks: readonly Block[] }) {
  return blocks.map((block, at) => (
    // blocks have no identity but their place
    <BlockView key={`${block.kind}${String(at)}`} block={block} />
  ))
}

function BlockView({ block }: { readonly block: Block }): ReactNode {
  switch (block.kind) {
    case 'heading':
      return (
        <div className={block.level === 1 ? styles.heading : styles.subheading}>
          {block.level === 1 ? <h2>{block.text}</h2> : <h3>{block.text}</h3>}
          {block.badge !== undefined && <span className={styles.badge}>{block.badge}</span>}
        </div>
      )
    case 'text':
      return (
        <p className={block.quiet ? styles.quiet : ''} data-changed={block.changed}>
          <Pieces text={block.text} />
        </p>
      )
    case 'table':
      return <TableView table={block} />
    case 'list':
      return (
        <ul className={styles.items}>
          {block.items.map((item, at) => (
            <li key={String(at)}>
              <Pieces text={item} />
            </li>
          ))}
        </ul>
      )
    case 'facts':
      return (
        <dl className={styles.facts}>
          {block.rows.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )
    case 'checks':
    case 'pageBreak':
    case 'signatures':
      return null
  }
}

function TableView({ table }: { readonly table: Extract<Block, { kind: 'table' }> }) {
  const { heads, widths, rows, changed = [], figures = [] } = table
  const right = (at: number): string => (figures.includes(at) ? (styles.figure ?? '') : '')
  return (
    <table className={styles.table}>
      <colgroup>
        {widths.map((width, at) => (
          <col key={String(at)} style={{ width: `${width}%` }} />
        ))}
      </colgroup>
      {heads.length > 0 && (
        <thead>
          <tr>
            {heads.map((head, at) => (
              <th key={`${head}${String(at)}`} scope="col" className={right(at)}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map((row, at) => (
          <tr key={String(at)} data-changed={changed.includes(at) || undefined}>
            {row.map((cell, column) => (
              <td key={String(column)} className={right(column)}>
                <Pieces text={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A text with its looks; figures stay on one line. */
function Pieces({ text }: { readonly text: Text }) {
  return spansOf(text).map(({ text: piece, look }, at) => {
    const key = String(at)
    if (look === 'was') return <del key={key}>{whole(piece)}</del>
    if (look === 'strong') return <strong key={key}>{whole(piece)}</strong>
    if (look === undefined) return <span key={key}>{whole(piece)}</span>
    return (
      <span key={key} className={look === 'gap' ? styles.gap : styles.quiet}>
        {whole(piece)}
      </span>
    )
  })
}

const whole = (text: string): ReactNode[] =>
  figuresIn(text).map((part, at) =>
    part.figure ? (
      <span key={String(at)} className={styles.whole}>
        {part.text}
      </span>
    ) : (
      part.text
    ),
  )
