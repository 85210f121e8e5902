import { nextCode } from '../../../channel/quality/rules/course.ts'
import type { StoredCorrection, StoredProof } from '../../../channel/quality/service/incidents.ts'
import { SAMPLE_INCIDENTS } from '../../sample/ledgers/quality.ts'
import { found } from '../found.ts'
import type { LedgerWriter } from './writer.ts'

/** The sample's quality incidents, with codes from Q-0001 on. */
export function insertIncidents({ insert, tx, calendar, members, accounts, products }: LedgerWriter): void {
  const codes: string[] = []
  for (const incident of SAMPLE_INCIDENTS) {
    const { account, product, owner, ago, correction, proof, ...words } = incident
    codes.push(nextCode(codes))
    const corrected: StoredCorrection | null = correction && {
      what: correction.what,
      dueOn: calendar.dueDay(correction.dueIn),
      doneOn: correction.doneAgo === null ? null : calendar.workday(-correction.doneAgo),
      by: found(members, correction.by),
    }
    const proven: StoredProof | null = proof && {
      what: proof.what,
      on: calendar.workday(-proof.ago),
      by: found(members, proof.by),
      files: [],
    }
    insert('quality_incident', {
      id: tx.newId(),
      code: codes.at(-1),
      account_id: found(accounts, account),
      product_id: product === null ? null : found(products, product),
      owner_id: found(members, owner),
      happened_on: calendar.workday(-ago),
      correction: corrected && JSON.stringify(corrected),
      proof: proven && JSON.stringify(proven),
      ...words,
    })
  }
}
