import { askForAccounts, askForRound, askForToday } from '../client/ahead.ts'

/** The screens' code, loaded when first visited: the only place that names their files. */
export const screens = {
  accounts: async () => (await import('../features/accounts/list/AccountsPage.tsx')).AccountsPage,
  importing: async () => (await import('../features/exchange/ImportPage.tsx')).ImportPage,
  account: async () => (await import('../features/accounts/page/AccountPage.tsx')).AccountPage,
  accountPortrait: async () => (await import('../features/accounts/page/PortraitTab.tsx')).PortraitTab,
  accountMap: async () => (await import('../features/accounts/map/MapTab.tsx')).MapTab,
  accountDetails: async () => (await import('../features/accounts/page/DetailsTab.tsx')).DetailsTab,
  accountAnalysis: async () => (await import('../features/accounts/analysis/AnalysisTab.tsx')).AnalysisTab,
  compare: async () => (await import('../features/accounts/analysis/ComparePage.tsx')).ComparePage,
  whiteSpace: async () => (await import('../features/accounts/analysis/WhiteSpacePage.tsx')).WhiteSpacePage,
  accountPromises: async () => (await import('../features/accounts/promises/PromisesTab.tsx')).PromisesTab,
  held: async () => (await import('../features/accounts/privacy/HeldPage.tsx')).HeldPage,
  promises: async () => (await import('../features/accounts/promises/PromisesPage.tsx')).PromisesPage,
  accountStandings: async () => (await import('../features/accounts/page/StandingsTab.tsx')).StandingsTab,
  accountLog: async () => (await import('../features/accounts/log/LogTab.tsx')).LogTab,
  accountChannel: async () => (await import('../features/channel/account/ChannelTab.tsx')).ChannelTab,
  accountFiles: async () => (await import('../features/accounts/log/FilesTab.tsx')).FilesTab,
  log: async () => (await import('../features/accounts/log/LogPage.tsx')).LogPage,
  entry: async () => (await import('../features/accounts/log/EntryPage.tsx')).EntryPage,
  people: async () => (await import('../features/accounts/people/PeoplePage.tsx')).PeoplePage,
  person: async () => (await import('../features/accounts/people/PersonPage.tsx')).PersonPage,
  handovers: async () => (await import('../features/accounts/handover/HandoversPage.tsx')).HandoversPage,
  handover: async () => (await import('../features/accounts/handover/HandoverPage.tsx')).HandoverPage,
  leaving: async () => (await import('../features/accounts/handover/LeavingPage.tsx')).LeavingPage,
  duplicates: async () => (await import('../features/accounts/merging/DuplicatesPage.tsx')).DuplicatesPage,
  merge: async () => (await import('../features/accounts/merging/MergePage.tsx')).MergePage,
  evaluation: async () => (await import('../features/evaluation/rounds/EvaluationHome.tsx')).EvaluationHome,
  sheet: async () => (await import('../features/evaluation/sheets/SheetPage.tsx')).SheetPage,
  round: async () => (await import('../features/evaluation/scoring/ScoringPage.tsx')).ScoringPage,
  group: async () => (await import('../features/evaluation/ballots/GroupPage.tsx')).GroupPage,
  ballot: async () => (await import('../features/evaluation/ballots/BallotPage.tsx')).BallotPage,
  newestResults: async () => (await import('../features/evaluation/results/NewestResults.tsx')).NewestResults,
  outcome: async () => (await import('../features/evaluation/outcome/OutcomePage.tsx')).OutcomePage,
  moves: async () => (await import('../features/evaluation/moves/MovesPage.tsx')).MovesPage,
  cycle: async () => (await import('../features/evaluation/cycle/CyclePage.tsx')).CyclePage,
  approval: async () => (await import('../features/evaluation/approval/ApprovalPage.tsx')).ApprovalPage,
  results: async () => (await import('../features/evaluation/results/ResultsPage.tsx')).ResultsPage,
  consensus: async () => (await import('../features/evaluation/consensus/ConsensusPage.tsx')).ConsensusPage,
  meeting: async () => (await import('../features/evaluation/consensus/meeting/MeetingPage.tsx')).MeetingPage,
  fairness: async () => (await import('../features/evaluation/findings/FairnessPage.tsx')).FairnessPage,
  standing: async () => (await import('../features/evaluation/findings/StandingPage.tsx')).StandingPage,
  policies: async () => (await import('../features/channel/policies/PoliciesPage.tsx')).PoliciesPage,
  today: async () => (await import('../features/today/TodayPage.tsx')).TodayPage,
  requests: async () => (await import('../features/channel/requests/RequestsPage.tsx')).RequestsPage,
  quality: async () => (await import('../features/channel/quality/QualityPage.tsx')).QualityPage,
  tasks: async () => (await import('../features/channel/tasks/TasksPage.tsx')).TasksPage,
  accountTasks: async () => (await import('../features/channel/tasks/AccountTasksTab.tsx')).AccountTasksTab,
  taskTemplates: async () => (await import('../features/channel/tasks/TemplatesPage.tsx')).TemplatesPage,
  careRules: async () => (await import('../features/channel/tasks/RulesPage.tsx')).RulesPage,
  consultations: async () =>
    (await import('../features/channel/consultations/ConsultationsPage.tsx')).ConsultationsPage,
  consultation: async () =>
    (await import('../features/channel/consultations/ConsultationPage.tsx')).ConsultationPage,
  club: async () => (await import('../features/channel/club/ClubPage.tsx')).ClubPage,
  clubEvent: async () => (await import('../features/channel/club/EventPage.tsx')).EventPage,
  incentives: async () => (await import('../features/channel/incentives/IncentivesPage.tsx')).IncentivesPage,
  mystery: async () => (await import('../features/channel/mystery/MysteryPage.tsx')).MysteryPage,
  effort: async () => (await import('../features/channel/effort/EffortPage.tsx')).EffortPage,
  figures: async () => (await import('../features/channel/figures/FiguresPage.tsx')).FiguresPage,
  visitYear: async () => (await import('../features/visits/plan/YearPage.tsx')).YearPage,
  visitCalendar: async () => (await import('../features/visits/calendar/CalendarPage.tsx')).CalendarPage,
  visitBrief: async () => (await import('../features/visits/briefing/BriefPage.tsx')).BriefPage,
  visitList: async () => (await import('../features/visits/list/ListPage.tsx')).ListPage,
  visit: async () => (await import('../features/visits/page/VisitPage.tsx')).VisitPage,
  visitEffect: async () => (await import('../features/visits/effect/EffectPage.tsx')).EffectPage,
  accountVisits: async () => (await import('../features/visits/account/VisitsTab.tsx')).VisitsTab,
  visitDay: async () => (await import('../features/visits/day/DayPage.tsx')).DayPage,
  accountRecovery: async () => (await import('../features/recovery/account/RecoveryTab.tsx')).RecoveryTab,
  cases: async () => (await import('../features/recovery/list/CasesPage.tsx')).CasesPage,
  recoverySettings: async () =>
    (await import('../features/recovery/settings/RecoverySettingsPage.tsx')).RecoverySettingsPage,
  lostAccounts: async () => (await import('../features/recovery/lost/LostPage.tsx')).LostPage,
  lostAccount: async () => (await import('../features/recovery/lost/WinBackPage.tsx')).WinBackPage,
  ideas: async () => (await import('../features/recovery/ideas/IdeasPage.tsx')).IdeasPage,
  idea: async () => (await import('../features/recovery/ideas/IdeaPage.tsx')).IdeaPage,
  surveys: async () => (await import('../features/recovery/surveys/SurveysPage.tsx')).SurveysPage,
  survey: async () => (await import('../features/recovery/surveys/SurveyPage.tsx')).SurveyPage,
  patterns: async () => (await import('../features/recovery/patterns/PatternsPage.tsx')).PatternsPage,
  case: async () => (await import('../features/recovery/page/CasePage.tsx')).CasePage,
  casePapers: async () => (await import('../features/recovery/papers/PapersPage.tsx')).PapersPage,
  paperTemplates: async () => (await import('../features/recovery/papers/TemplatesPage.tsx')).TemplatesPage,
  department: async () => (await import('../features/department/DepartmentPage.tsx')).DepartmentPage,
} as const

/** Where the workstation begins: where the address says, else where the person left off. */
export function firstPlace(hash: string, lastRoute: string | null): string {
  const address = hash.replace(/^#?\/?/, '')
  if (address !== '') return `/${address}`
  return lastRoute?.startsWith('/') ? lastRoute : '/today'
}

const ROUND = /^\/evaluation\/rounds\/([^/]+)$/

/** Asks for the code and the data of the place that the workstation begins with, where they take long. */
export function fetchPlace(place: string, me: string | null): void {
  const roundId = ROUND.exec(place)?.[1]
  if (roundId !== undefined) {
    askForRound(roundId)
    void screens.round()
  } else if (place === '/today') {
    askForToday(me)
    void screens.today()
  } else if (place === '/accounts') {
    askForAccounts()
    void screens.accounts()
  }
}

/** Where people go most from wherever they begin, after Today. */
const LIKELY = [
  screens.accounts,
  screens.account,
  screens.accountPortrait,
  screens.person,
  screens.accountLog,
]

/**
 * Reads the code of the screens that are likely next, and the lists of Today, one in each idle moment, until the answered
 * function is called: Today and the first page of an account are then there as fast as the second time.
 * @param me whose Today it is; null for the department's
 */
export function fetchLikely(me: string | null): () => void {
  const today = (): Promise<unknown> => {
    askForToday(me)
    return screens.today()
  }
  const waiting: (() => Promise<unknown>)[] = [today, ...LIKELY]
  const fetchOne = (): void => {
    const next = waiting.shift()
    // a screen whose code can't be read says so when it is gone to
    next?.().then(wait, wait)
  }
  const wait = (): void => {
    idle = requestIdleCallback(fetchOne)
  }
  let idle = requestIdleCallback(fetchOne)
  return () => {
    waiting.length = 0
    cancelIdleCallback(idle)
  }
}
