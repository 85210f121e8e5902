import { accountsRouter } from './router/accounts.ts'
import { analysisRouter } from './router/analysis.ts'
import { approvalRouter } from './router/approval.ts'
import { ballotsRouter, consensusRouter, evaluatorsRouter, stepsRouter } from './router/ballots.ts'
import { briefingRouter } from './router/briefing.ts'
import { calendarRouter } from './router/calendar.ts'
import { caseFilesRouter } from './router/caseFiles.ts'
import { casesRouter } from './router/cases.ts'
import { causesRouter } from './router/causes.ts'
import { clubRouter } from './router/club.ts'
import { consultationsRouter } from './router/consultations.ts'
import { customRouter } from './router/custom.ts'
import { cycleRouter } from './router/cycle.ts'
import { departmentRouter } from './router/department.ts'
import { effortRouter } from './router/effort.ts'
import { roundsRouter, sheetsRouter } from './router/evaluation.ts'
import { exchangeRouter } from './router/exchange.ts'
import { figuresRouter } from './router/figures.ts'
import { findingsRouter } from './router/findings.ts'
import { groupRouter } from './router/group.ts'
import { handoverRouter } from './router/handover.ts'
import { historyRouter } from './router/history.ts'
import { ideasRouter } from './router/ideas.ts'
import { incentivesRouter } from './router/incentives.ts'
import { logRouter } from './router/log.ts'
import { mapRouter } from './router/map.ts'
import { mergingRouter } from './router/merging.ts'
import { minutesRouter } from './router/minutes.ts'
import { movesRouter } from './router/moves.ts'
import { mysteryRouter } from './router/mystery.ts'
import { noticesRouter } from './router/notices.ts'
import { ordersRouter } from './router/orders.ts'
import { papersRouter } from './router/papers.ts'
import { patternsRouter } from './router/patterns.ts'
import { peopleRouter } from './router/people.ts'
import { policiesRouter } from './router/policies.ts'
import { portraitRouter } from './router/portrait.ts'
import { privacyRouter } from './router/privacy.ts'
import { promisesRouter } from './router/promises.ts'
import { qualityRouter } from './router/quality.ts'
import { remediesRouter } from './router/remedies.ts'
import { requestsRouter } from './router/requests.ts'
import { safetyRouter } from './router/safety.ts'
import { searchRouter } from './router/search.ts'
import { surveysRouter } from './router/surveys.ts'
import { tasksRouter } from './router/tasks.ts'
import { todayRouter } from './router/today.ts'
import { visitCalendarRouter } from './router/visitCalendar.ts'
import { visitEffectRouter } from './router/visitEffect.ts'
import { visitPlanRouter } from './router/visitPlan.ts'
import { visitsRouter } from './router/visits.ts'
import { winBacksRouter } from './router/winBacks.ts'

/** Everything that the engine answers: contract to services. */
export const router = {
  history: historyRouter,
  safety: safetyRouter,
  department: departmentRouter,
  calendar: calendarRouter,
  accounts: accountsRouter,
  log: logRouter,
  people: peopleRouter,
  analysis: analysisRouter,
  handover: handoverRouter,
  merging: mergingRouter,
  privacy: privacyRouter,
  portrait: portraitRouter,
  promises: promisesRouter,
  tasks: tasksRouter,
  policies: policiesRouter,
  today: todayRouter,
  notices: noticesRouter,
  map: mapRouter,
  custom: customRouter,
  group: groupRouter,
  sheets: sheetsRouter,
  rounds: roundsRouter,
  evaluators: evaluatorsRouter,
  steps: stepsRouter,
  ballots: ballotsRouter,
  consensus: consensusRouter,
  moves: movesRouter,
  cycle: cycleRouter,
  approval: approvalRouter,
  findings: findingsRouter,
  requests: requestsRouter,
  effort: effortRouter,
  figures: figuresRouter,
  exchange: exchangeRouter,
  search: searchRouter,
  quality: qualityRouter,
  mystery: mysteryRouter,
  incentives: incentivesRouter,
  club: clubRouter,
  consultations: consultationsRouter,
  visits: visitsRouter,
  cases: casesRouter,
  remedies: remediesRouter,
  orders: ordersRouter,
  caseFiles: caseFilesRouter,
  papers: papersRouter,
  winBacks: winBacksRouter,
  causes: causesRouter,
  ideas: ideasRouter,
  surveys: surveysRouter,
  patterns: patternsRouter,
  minutes: minutesRouter,
  visitEffect: visitEffectRouter,
  visitPlan: visitPlanRouter,
  visitCalendar: visitCalendarRouter,
  briefing: briefingRouter,
}
