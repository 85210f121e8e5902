import { accounts as accountsEn } from './en/accounts.ts'
import { analysis as analysisEn } from './en/analysis.ts'
import { app as appEn } from './en/app.ts'
import { approval as approvalEn, approvalError as approvalErrorEn } from './en/approval.ts'
import { ballotError as ballotErrorEn } from './en/ballotErrors.ts'
import { ballotFileError as ballotFileErrorEn, ballotFiles as ballotFilesEn } from './en/ballotFiles.ts'
import { ballots as ballotsEn } from './en/ballots.ts'
import { briefing as briefingEn, briefingError as briefingErrorEn } from './en/briefing.ts'
import { calendar as calendarEn, calendarError as calendarErrorEn } from './en/calendar.ts'
import { caseCommand as caseCommandEn } from './en/caseCommands.ts'
import { caseError as caseErrorEn } from './en/caseErrors.ts'
import { cases as casesEn } from './en/cases.ts'
import { channel as channelEn } from './en/channel.ts'
import { club as clubEn } from './en/club.ts'
import { command as commandEn } from './en/commands.ts'
import { consensus as consensusEn } from './en/consensus.ts'
import { consultations as consultationsEn } from './en/consultations.ts'
import { cycle as cycleEn } from './en/cycle.ts'
import { department as departmentEn } from './en/department.ts'
import { effort as effortEn, effortError as effortErrorEn } from './en/effort.ts'
import { error as errorEn } from './en/errors.ts'
import { figures as figuresEn } from './en/figures.ts'
import { findings as findingsEn } from './en/findings.ts'
import { grid as gridEn } from './en/grid.ts'
import { handover as handoverEn } from './en/handover.ts'
import { ideaCommand as ideaCommandEn } from './en/ideaCommands.ts'
import { ideaError as ideaErrorEn } from './en/ideaErrors.ts'
import { ideas as ideasEn } from './en/ideas.ts'
import { importing as importingEn } from './en/importing.ts'
import { incentives as incentivesEn } from './en/incentives.ts'
import { ledger as ledgerEn } from './en/ledger.ts'
import { ledgerCommand as ledgerCommandEn } from './en/ledgerCommands.ts'
import { ledgerError as ledgerErrorEn } from './en/ledgerErrors.ts'
import { log as logEn } from './en/log.ts'
import { map as mapEn } from './en/map.ts'
import { merging as mergingEn } from './en/merging.ts'
import { moves as movesEn } from './en/moves.ts'
import { mystery as mysteryEn } from './en/mystery.ts'
import { notices as noticesEn } from './en/notices.ts'
import { paperCommand as paperCommandEn } from './en/paperCommands.ts'
import { paperError as paperErrorEn } from './en/paperErrors.ts'
import { papers as papersEn } from './en/papers.ts'
import { patterns as patternsEn } from './en/patterns.ts'
import { people as peopleEn } from './en/people.ts'
import { policies as policiesEn, policyError as policyErrorEn } from './en/policies.ts'
import { portrait as portraitEn } from './en/portrait.ts'
import { privacy as privacyEn } from './en/privacy.ts'
import { promises as promisesEn } from './en/promises.ts'
import { quality as qualityEn } from './en/quality.ts'
import { requestError as requestErrorEn, requests as requestsEn } from './en/requests.ts'
import { scoring as scoringEn } from './en/scoring.ts'
import { sheets as sheetsEn } from './en/sheets.ts'
import { surveyCommand as surveyCommandEn } from './en/surveyCommands.ts'
import { surveyError as surveyErrorEn } from './en/surveyErrors.ts'
import { surveys as surveysEn } from './en/surveys.ts'
import { taskError as taskErrorEn } from './en/taskErrors.ts'
import { tasks as tasksEn } from './en/tasks.ts'
import { today as todayEn } from './en/today.ts'
import {
  visitCalendar as visitCalendarEn,
  visitCalendarError as visitCalendarErrorEn,
} from './en/visitCalendar.ts'
import { visitCommand as visitCommandEn } from './en/visitCommands.ts'
import { visitError as visitErrorEn } from './en/visitErrors.ts'
import { visitPlan as visitPlanEn } from './en/visitPlan.ts'
import { visits as visitsEn } from './en/visits.ts'
import { winBack as winBackEn } from './en/winBack.ts'
import { accounts } from './zh/accounts.ts'
import { analysis } from './zh/analysis.ts'
import { app } from './zh/app.ts'
import { approval, approvalError } from './zh/approval.ts'
import { ballotError } from './zh/ballotErrors.ts'
import { ballotFileError, ballotFiles } from './zh/ballotFiles.ts'
import { ballots } from './zh/ballots.ts'
import { briefing, briefingError } from './zh/briefing.ts'
import { calendar, calendarError } from './zh/calendar.ts'
import { caseCommand } from './zh/caseCommands.ts'
import { caseError } from './zh/caseErrors.ts'
import { cases } from './zh/cases.ts'
import { channel } from './zh/channel.ts'
import { club } from './zh/club.ts'
import { command } from './zh/commands.ts'
import { consensus } from './zh/consensus.ts'
import { consultations } from './zh/consultations.ts'
import { cycle } from './zh/cycle.ts'
import { department } from './zh/department.ts'
import { effort, effortError } from './zh/effort.ts'
import { error } from './zh/errors.ts'
import { figures } from './zh/figures.ts'
import { findings } from './zh/findings.ts'
import { grid } from './zh/grid.ts'
import { handover } from './zh/handover.ts'
import { ideaCommand } from './zh/ideaCommands.ts'
import { ideaError } from './zh/ideaErrors.ts'
import { ideas } from './zh/ideas.ts'
import { importing } from './zh/importing.ts'
import { incentives } from './zh/incentives.ts'
import { ledger } from './zh/ledger.ts'
import { ledgerCommand } from './zh/ledgerCommands.ts'
import { ledgerError } from './zh/ledgerErrors.ts'
import { log } from './zh/log.ts'
import { map } from './zh/map.ts'
import { merging } from './zh/merging.ts'
import { moves } from './zh/moves.ts'
import { mystery } from './zh/mystery.ts'
import { notices } from './zh/notices.ts'
import { paperCommand } from './zh/paperCommands.ts'
import { paperError } from './zh/paperErrors.ts'
import { papers } from './zh/papers.ts'
import { patterns } from './zh/patterns.ts'
import { people } from './zh/people.ts'
import { policies, policyError } from './zh/policies.ts'
import { portrait } from './zh/portrait.ts'
import { privacy } from './zh/privacy.ts'
import { promises } from './zh/promises.ts'
import { quality } from './zh/quality.ts'
import { requestError, requests } from './zh/requests.ts'
import { scoring } from './zh/scoring.ts'
import { sheets } from './zh/sheets.ts'
import { surveyCommand } from './zh/surveyCommands.ts'
import { surveyError } from './zh/surveyErrors.ts'
import { surveys } from './zh/surveys.ts'
import { taskError } from './zh/taskErrors.ts'
import { tasks } from './zh/tasks.ts'
import { today } from './zh/today.ts'
import { visitCalendar, visitCalendarError } from './zh/visitCalendar.ts'
import { visitCommand } from './zh/visitCommands.ts'
import { visitError } from './zh/visitErrors.ts'
import { visitPlan } from './zh/visitPlan.ts'
import { visits } from './zh/visits.ts'
import { winBack } from './zh/winBack.ts'

/** Every visible string, Chinese first. A new area is one file in zh/, one in en/, and a line in each tree here. */
export const zh = {
  app,
  analysis,
  accounts,
  department,
  command: {
    ...command,
    ...ledgerCommand,
    ...visitCommand,
    ...caseCommand,
    ...paperCommand,
    ...ideaCommand,
    ...surveyCommand,
  },
  error: {
    ...error,
    ...ballotError,
    ...ballotFileError,
    ...approvalError,
    ...requestError,
    ...effortError,
    ...taskError,
    ...policyError,
    ...calendarError,
    ...ledgerError,
    ...visitError,
    ...visitCalendarError,
    ...briefingError,
    ...caseError,
    ...ideaError,
    ...surveyError,
    ...paperError,
  },
  approval,
  calendar,
  ballots,
  channel,
  consensus,
  findings,
  ballotFiles,
  grid,
  handover,
  importing,
  log,
  notices,
  people,
  policies,
  portrait,
  privacy,
  promises,
  tasks,
  today,
  merging,
  moves,
  cycle,
  map,
  requests,
  effort,
  figures,
  scoring,
  sheets,
  ledger,
  quality,
  mystery,
  incentives,
  club,
  consultations,
  visits,
  cases,
  patterns,
  winBack,
  ideas,
  surveys,
  papers,
  visitPlan,
  visitCalendar,
  briefing,
} as const

/** The same in English: each area is checked against the shape of its Chinese file. */
export const en = {
  app: appEn,
  analysis: analysisEn,
  accounts: accountsEn,
  department: departmentEn,
  command: {
    ...commandEn,
    ...ledgerCommandEn,
    ...visitCommandEn,
    ...caseCommandEn,
    ...paperCommandEn,
    ...ideaCommandEn,
    ...surveyCommandEn,
  },
  error: {
    ...errorEn,
    ...ballotErrorEn,
    ...ballotFileErrorEn,
    ...approvalErrorEn,
    ...requestErrorEn,
    ...effortErrorEn,
    ...taskErrorEn,
    ...policyErrorEn,
    ...calendarErrorEn,
    ...ledgerErrorEn,
    ...visitErrorEn,
    ...visitCalendarErrorEn,
    ...briefingErrorEn,
    ...caseErrorEn,
    ...ideaErrorEn,
    ...surveyErrorEn,
    ...paperErrorEn,
  },
  approval: approvalEn,
  calendar: calendarEn,
  ballots: ballotsEn,
  channel: channelEn,
  consensus: consensusEn,
  findings: findingsEn,
  ballotFiles: ballotFilesEn,
  grid: gridEn,
  handover: handoverEn,
  importing: importingEn,
  log: logEn,
  notices: noticesEn,
  people: peopleEn,
  policies: policiesEn,
  portrait: portraitEn,
  privacy: privacyEn,
  promises: promisesEn,
  tasks: tasksEn,
  today: todayEn,
  merging: mergingEn,
  moves: movesEn,
  cycle: cycleEn,
  map: mapEn,
  requests: requestsEn,
  effort: effortEn,
  figures: figuresEn,
  scoring: scoringEn,
  sheets: sheetsEn,
  quality: qualityEn,
  mystery: mysteryEn,
  incentives: incentivesEn,
  club: clubEn,
  consultations: consultationsEn,
  ledger: ledgerEn,
  visits: visitsEn,
  cases: casesEn,
  patterns: patternsEn,
  winBack: winBackEn,
  ideas: ideasEn,
  surveys: surveysEn,
  papers: papersEn,
  visitPlan: visitPlanEn,
  visitCalendar: visitCalendarEn,
  briefing: briefingEn,
} as const
