import type Database from 'better-sqlite3'
import type { z } from 'zod'
import { Refusal } from '../../../kernel/errors.ts'
import type { Kernel } from '../../../kernel/kernel.ts'
import type { CustomKind, CustomSubject } from '../../rules/fields.ts'
import { listFigures } from '../../service/figures.ts'
import type { MergeField, merging } from '../contract.ts'
import { walletFields } from './joinAnalysis.ts'
import { countReferences } from './moveReferences.ts'
import { isEmpty, jsonOf, SUBJECT_FIELDS, type SubjectRow, subjectRow } from './subjects.ts'
import { twins } from './twins.ts'

type CompareInput = z.output<NonNullable<(typeof merging.compare)['~orpc']['inputSchema']>>
type Comparison = z.output<NonNullable<(typeof merging.compare)['~orpc']['outputSchema']>>

/** Two side by side before they are merged. @throws Refusal SUBJECT_NOT_FOUND */
export function compare({ db }: Kernel, { subject, keepId, goneId }: CompareInput): Comparison {
  const keep = subjectRow(db, subject, keepId)
  const gone = subjectRow(db, subject, goneId)
  const [keepTwin, goneTwin] = twins(db, subject, [keepId, goneId])
  if (!keepTwin || !goneTwin) throw new Refusal('SUBJECT_NOT_FOUND')
  return {
    keep: keepTwin,
    gone: goneTwin,
    fields: [
      ...builtIn(subject, keep, gone),
      ...(subject === 'account' ? figures(db, keep, gone) : []),
      ...custom(db, subject, keep, gone),
      ...(subject === 'account' ? walletFields(db, keepId, goneId) : []),
    ],
    moves: countReferences(db, subject, goneId),
  }
}

const builtIn = (subject: CustomSubject, keep: SubjectRow, gone: SubjectRow): MergeField[] =>
  SUBJECT_FIELDS[subject].flatMap(({ field, column, kind, sensitive }) =>
    differing({ key: `field:${field}`, label: null, kind, sensitive }, keep[column], gone[column]),
  )

const figures = (db: Database.Database, keep: SubjectRow, gone: SubjectRow): MergeField[] =>
  listFigures(db).flatMap(({ id, name, unit }) =>
    differing(
      { key: `figure:${id}`, label: name, kind: unit, sensitive: false },
      stored(jsonOf(keep, 'figures')[id]),
      stored(jsonOf(gone, 'figures')[id]),
    ),
  )

const custom = (
  db: Database.Database,
  subject: CustomSubject,
  keep: SubjectRow,
  gone: SubjectRow,
): MergeField[] =>
  db
    .prepare<[string], { id: string; name: string; kind: CustomKind }>(
      'SELECT id, name, kind FROM custom_field WHERE subject = ? AND deleted = 0 ORDER BY order_key, id',
    )
    .all(subject)
    .flatMap(({ id, name, kind }) =>
      differing(
        { key: `custom:${id}`, label: name, kind: CUSTOM_KIND[kind], sensitive: false },
        stored(jsonOf(keep, 'custom')[id]),
        stored(jsonOf(gone, 'custom')[id]),
      ),
    )

const CUSTOM_KIND = {
  text: 'text',
  number: 'number',
  date: 'text',
  choice: 'text',
  person: 'member',
} as const satisfies Record<CustomKind, MergeField['kind']>

const stored = (value: unknown): string | number | null =>
  typeof value === 'string' || typeof value === 'number' ? value : null

type Head = Pick<MergeField, 'key' | 'label' | 'kind' | 'sensitive'>

function differing(
  head: Head,
  keep: string | number | null | undefined,
  gone: string | number | null | undefined,
): MergeField[] {
  const keepFilled = !isEmpty(keep)
  const goneFilled = !isEmpty(gone)
  if (!goneFilled || keep === gone) return []
  const shown = (value: string | number | null | undefined) => (head.sensitive ? null : (value ?? null))
  return [{ ...head, keep: shown(keep), gone: shown(gone), keepFilled, goneFilled }]
}
