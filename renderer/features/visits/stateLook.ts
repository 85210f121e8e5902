import type { TFunction } from 'i18next'
import type { VisitLine } from '../../../db/visits/contract.ts'
import { VISIT_STATES } from '../../../db/visits/rules/states.ts'
import type { StateLook } from '../../shared/ledger/columns.ts'
import { SIGNS } from './signs.ts'

/** How the state of a visit is shown. One that was missed comes first. */
export function stateLook({ state, missed }: Pick<VisitLine, 'state' | 'missed'>, t: TFunction): StateLook {
  if (missed) return { text: t('visits.missed'), sign: SIGNS.missed, tone: 'late', rank: -1 }
  const tone =
    state === 'closed' ? 'good' : state === 'notHeld' ? 'bad' : state === 'minutesDue' ? 'late' : 'plain'
  return { text: t(`visits.state.${state}`), sign: SIGNS[state], tone, rank: VISIT_STATES.indexOf(state) }
}
