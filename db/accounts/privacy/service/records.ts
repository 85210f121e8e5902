import type { z } from 'zod'
import type { Kernel } from '../../../kernel/kernel.ts'
import { dayOf } from '../../rules/days.ts'
import type { privacy } from '../contract.ts'

type Output<Name extends 'reveals' | 'overdue' | 'erasures'> = z.output<
  NonNullable<(typeof privacy)[Name]['~orpc']['outputSchema']>
>

/** Who looked at which masked fact, newest first. */
export const listReveals = ({ db }: Kernel, limit: number): Output<'reveals'> =>
  db
    .prepare<[number], Output<'reveals'>[number]>(
      `SELECT r.person_id AS personId, p.name AS person, r.field, r.by, r.at
       FROM reveal r JOIN person p ON p.id = r.person_id WHERE r.deleted = 0 ORDER BY r.at DESC LIMIT ?`,
    )
    .all(limit)

/** People whose retention date has passed, earliest first. */
export const listOverdue = ({ db, now }: Kernel): Output<'overdue'> =>
  db
    .prepare<[string], Output<'overdue'>[number]>(
      `SELECT id AS personId, name, basis, retain_until AS retainUntil FROM person
       WHERE deleted = 0 AND retain_until < ? ORDER BY retain_until, name`,
    )
    .all(dayOf(now()))

/** Erasures that were done, newest first. */
export const listErasures = ({ db }: Kernel): Output<'erasures'> =>
  db
    .prepare<[], Output<'erasures'>[number]>(
      'SELECT by, at, basis FROM erasure WHERE deleted = 0 ORDER BY at DESC',
    )
    .all()
