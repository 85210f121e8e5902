import type { Kernel } from '../../../db/kernel/kernel.ts'

/** All that the search index says, without its own numbers: what is found by which name, tail, gram. */
export function indexDump(kernel: Kernel): string[] {
  const { db } = kernel
  db.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.name_terms USING fts5vocab(main, search_name_gram, instance);
    CREATE VIRTUAL TABLE IF NOT EXISTS temp.text_terms USING fts5vocab(main, search_text_gram, instance)`)
  const lines = (sql: string) => db.prepare<[], string>(sql).pluck().all()
  return [
    ...lines(
      `SELECT row_id || ' ' || kind || ' ' || folded || ' ' || pinyin || ' ' || initials FROM search_name`,
    ),
    ...lines(`SELECT row_id || ' ' || kind || ' ' || reversed FROM search_tail`),
    ...lines(`SELECT row_id || ' ' || part FROM search_text`),
    ...lines(`SELECT coalesce(n.row_id || n.kind || n.folded, 'nothing') || ' ' || v.term
      FROM temp.name_terms v LEFT JOIN search_name n ON n.id = v.doc`),
    ...lines(`SELECT coalesce(t.row_id || t.part, 'nothing') || ' ' || v.term
      FROM temp.text_terms v LEFT JOIN search_text t ON t.id = v.doc`),
  ].sort()
}
