import { analysis } from './accounts/analysis/contract.ts'
import { accounts } from './accounts/contract.ts'
import { custom } from './accounts/custom/contract.ts'
import { group } from './accounts/group/contract.ts'
import { handover } from './accounts/handover/contract.ts'
import { log } from './accounts/log/contract.ts'
import { map } from './accounts/map/contract.ts'
import { merging } from './accounts/merging/contract.ts'
import { people } from './accounts/people/contract.ts'
import { portrait } from './accounts/portrait/contract.ts'
import { privacy } from './accounts/privacy/contract.ts'
import { promises } from './accounts/promises/contract.ts'
import { search } from './accounts/search/contract.ts'
import { club } from './channel/club/contract.ts'
import { consultations } from './channel/consultations/contract.ts'
import { effort } from './channel/effort/contract.ts'
import { figures } from './channel/figures/contract.ts'
import { incentives } from './channel/incentives/contract.ts'
import { mystery } from './channel/mystery/contract.ts'
import { notices } from './channel/notices/contract.ts'
import { policies } from './channel/policies/contract.ts'
import { quality } from './channel/quality/contract.ts'
import { requests } from './channel/requests/contract.ts'
import { tasks } from './channel/tasks/contract.ts'
import { today } from './channel/today/contract.ts'
import { calendar } from './department/calendar/contract.ts'
import { department } from './department/contract.ts'
import { approval } from './evaluation/approval/contract.ts'
import { ballots, evaluators, steps } from './evaluation/ballots/contract.ts'
import { consensus } from './evaluation/consensus/contract.ts'
import { rounds, sheets } from './evaluation/contract.ts'
import { cycle } from './evaluation/cycle/contract.ts'
import { findings } from './evaluation/findings/contract.ts'
import { moves } from './evaluation/moves/contract.ts'
import { ballotFiles } from './exchange/ballots/contract.ts'
import { exchange } from './exchange/contract.ts'
import { history, safety } from './kernel/contract.ts'
import { causes } from './recovery/causes/contract.ts'
import { cases } from './recovery/contract.ts'
import { caseFiles } from './recovery/files/contract.ts'
import { ideas } from './recovery/ideas/contract.ts'
import { orders } from './recovery/orders/contract.ts'
import { papers } from './recovery/papers/contract.ts'
import { patterns } from './recovery/patterns/contract.ts'
import { remedies } from './recovery/remedies/contract.ts'
import { surveys } from './recovery/surveys/contract.ts'
import { winBacks } from './recovery/winBack/contract.ts'
import { briefing } from './visits/briefing/contract.ts'
import { visitCalendar } from './visits/calendar/contract.ts'
import { visits } from './visits/contract.ts'
import { visitEffect } from './visits/effect/contract.ts'
import { minutes } from './visits/minutes/contract.ts'
import { visitPlan } from './visits/plan/contract.ts'

/** Everything that can be asked of the engine, in one tree: the same over every transport. */
export const contract = {
  history,
  safety,
  department,
  calendar,
  accounts,
  map,
  log,
  custom,
  group,
  people,
  analysis,
  handover,
  merging,
  sheets,
  rounds,
  evaluators,
  steps,
  ballots,
  consensus,
  moves,
  cycle,
  approval,
  findings,
  requests,
  effort,
  figures,
  exchange: { ...exchange, ...ballotFiles },
  privacy,
  portrait,
  promises,
  tasks,
  policies,
  today,
  notices,
  search,
  quality,
  mystery,
  incentives,
  club,
  consultations,
  visits,
  cases,
  remedies,
  orders,
  caseFiles,
  papers,
  winBacks,
  causes,
  ideas,
  surveys,
  patterns,
  minutes,
  visitEffect,
  visitPlan,
  visitCalendar,
  briefing,
}
