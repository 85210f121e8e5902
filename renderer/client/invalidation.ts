import { api } from './engine.ts'

type KeyPrefix = readonly unknown[]

const accounts = [
  api.accounts.key(),
  api.group.key(),
  api.department.status.key(),
  api.merging.key(),
  api.promises.key(),
  api.log.key(),
  api.people.key(),
  api.analysis.key(),
]
const calendars = [api.calendar.list.key(), api.visitPlan.key(), api.visitCalendar.key()]
const members = [
  api.cycle.key(),
  api.department.members.key(),
  ...calendars,
  api.accounts.key(),
  api.rounds.open.key(),
  api.evaluators.key(),
  api.promises.key(),
  api.log.key(),
  api.people.get.key(),
  api.people.ofAccount.key(),
  api.analysis.key(),
  api.group.key(),
  api.tasks.key(),
]
const sheets = [api.sheets.key(), api.rounds.key(), api.evaluators.key(), api.consensus.key()]
const rounds = [api.rounds.key(), api.sheets.list.key(), api.department.status.key()]
const handover = [api.handover.key()]
const promises = [api.promises.key(), api.log.key(), ...handover]
const tasks = [api.tasks.key()]
const map = [api.map.key(), ...handover]
const log = [api.log.key()]
const people = [api.people.key()]
/** What the analyses of accounts are read from. */
const analyses = [api.analysis.key()]
const compared = [api.analysis.compare.key(), api.analysis.whiteSpace.key()]
/** What rounds with ballots are read from. */
const ballots = [
  api.evaluators.key(),
  api.ballots.key(),
  api.consensus.key(),
  api.approval.key(),
  api.findings.key(),
  api.rounds.list.key(),
]
const policies = [api.policies.key()]
/** What the figures of the channel are read from. */
const figures = [api.figures.key()]
/** What the effort ledger names. */
const effort = [api.effort.key()]
/** What requests and their clocks are read from. */
const requests = [api.requests.key(), ...figures, ...effort]
/** The ledgers of the VIP channel that name accounts, their people and ours. */
const ledgers = [
  api.quality.key(),
  api.consultations.key(),
  api.club.key(),
  api.incentives.key(),
  api.mystery.key(),
]
/** What executive visits are read from. */
const visits = [
  api.visits.key(),
  api.minutes.key(),
  api.visitEffect.key(),
  api.visitPlan.key(),
  api.visitCalendar.key(),
]
/** What cases of service recovery are read from. */
const cases = [
  api.cases.key(),
  api.remedies.key(),
  api.causes.key(),
  api.orders.key(),
  api.patterns.key(),
  api.papers.key(),
]
/** What ideas from complaints are read from. */
const ideas = [api.ideas.key()]
/** What surveys of satisfaction are read from. */
const surveys = [api.surveys.key()]
/** What the page Today and the rail's counts are read from. */
const today = [api.today.key(), api.notices.list.key()]
const published = [
  ...surveys,
  api.policies.key(),
  ...figures,
  ...effort,
  ...rounds,
  ...ballots,
  api.cycle.key(),
  api.moves.key(),
  api.accounts.key(),
  ...tasks,
  ...map,
  ...compared,
  ...ledgers,
]

/** For each shared table, what reads it and has to be read again when it changes. */
const READERS: Readonly<Record<string, readonly KeyPrefix[]>> = {
  account: [
    ...today,
    ...policies,
    ...accounts,
    ...map,
    ...ballots,
    ...tasks,
    api.moves.key(),
    api.cycle.key(),
    api.department.members.key(),
    api.rounds.open.key(),
    api.rounds.list.key(),
    ...requests,
    ...ledgers,
    ...cases,
    ...ideas,
    ...surveys,
    ...visits,
  ],
  person: [
    ...today,
    ...requests,
    ...people,
    api.privacy.key(),
    ...log,
    ...map,
    ...promises,
    api.merging.key(),
    ...tasks,
    ...ledgers,
    ...cases,
    ...ideas,
    ...surveys,
    ...visits,
  ],
  employment: [...visits, ...today, ...people, ...log, ...map, ...promises, api.merging.key()],
  coverage: [...people, ...visits, ...map, api.merging.key()],
  warning_sign: [...people],
  reveal: [api.people.get.key(), api.privacy.key()],
  erasure: [api.privacy.key()],
  relation: [...map, api.merging.key()],
  map_place: [...map],
  group_seat: [...today, api.group.key(), ...map, ...tasks],
  log_entry: [api.visitPlan.key(), ...today, ...log, ...map, ...promises, api.merging.key(), ...figures],
  log_person: [api.visitPlan.key(), ...log, ...map],
  custom_field: [api.custom.key(), api.accounts.key()],
  figure: [...today, ...accounts, api.sheets.key(), api.rounds.open.key(), ...effort],
  handover: [...handover],
  handover_tick: [...handover],
  not_duplicate: [api.merging.key()],
  care_task: [...today, ...tasks, ...handover, ...effort],
  playbook: [...tasks],
  care_rule: [...tasks],
  account_contract: [...tasks],
  promise: [...cases, ...today, ...promises, ...compared, ...figures, ...visits],
  member: [...today, ...members, ...map, ...requests, ...ledgers, ...tasks, ...cases, ...visits, ...ideas],
  club_event: [...tasks, api.club.key()],
  log_former: [...log],
  attachment: [...log, api.quality.key()],
  product: [...ideas, ...cases, ...analyses, api.quality.key()],
  quality_incident: [...cases, ...today, api.quality.key(), ...visits],
  consultation: [...today, api.consultations.key()],
  opinion: [...today, api.consultations.key()],
  club_level: [api.club.key()],
  club_membership: [api.club.key()],
  invitation: [api.club.key()],
  incentive_rule: [api.incentives.key()],
  incentive_entry: [api.incentives.key()],
  mystery_sheet: [api.mystery.key()],
  mystery_visit: [api.mystery.key()],
  competitor: [...analyses, ...today],
  swot_item: [...analyses],
  wallet: [...analyses],
  rival: [...analyses],
  rival_move: [...today, ...analyses, ...log],
  stickiness: [...analyses],
  switching_cost: [...analyses],
  delivered_value: [...analyses],
  value_action: [...analyses],
  referral: [...analyses, api.club.key()],
  account_decision: [...analyses, ...handover],
  executive: [...visits],
  trip: [...visits],
  visit: [...cases, ...visits, ...today],
  visit_account: [...visits, ...today],
  visit_member: [...visits, ...today],
  visit_person: [...visits],
  visit_topic: [...visits],
  visit_gift: [...visits],
  visit_cost: [...visits],
  visit_note: [...visits],
  visit_event: [...visits],
  visit_brief: [...visits],
  visit_export: [...visits],
  busy_time: [...visits],
  root_cause: [...cases],
  recovery_case: [...cases, ...ideas, ...surveys, ...today],
  case_member: [...cases],
  case_event: [...cases],
  case_visit: [...cases],
  case_file: [api.caseFiles.key(), api.papers.key()],
  case_paper: [api.papers.key()],
  paper_template: [api.papers.key()],
  case_why: [...cases],
  case_action: [...cases, ...today],
  case_remedy: [...cases, ...today],
  order_month: [...cases],
  win_back: [api.winBacks.key(), ...today],
  win_back_step: [api.winBacks.key(), ...today],
  approval_limit: [...cases],
  idea: [...ideas, ...today],
  idea_asker: [...ideas],
  idea_event: [...ideas],
  survey: [...surveys],
  survey_answer: [...surveys],
  remedy_offer: [api.remedies.key()],
  work_calendar: [...calendars],
  calendar_version: [...calendars],
  calendar_member: [...calendars],
  sheet: [...sheets, ...today],
  indicator: [...sheets, ...today],
  round: [...published, ...today],
  marks: [...today, api.rounds.open.key(), api.rounds.list.key()],
  mark_note: [api.rounds.open.key()],
  exception: [api.rounds.open.key()],
  evaluator: [...ballots, ...today],
  recusal: [...ballots, ...today],
  ballot: [...ballots, ...today],
  ballot_marks: [...ballots, ...today],
  ballot_note: [...ballots],
  ballot_paper: [...ballots],
  round_step: [...ballots, ...today],
  agreement: [...ballots],
  tier_decision: [...ballots],
  request: [...cases, ...today, ...requests, ...tasks],
  request_event: [...requests],
  request_part: [...requests, ...today],
  effort: [...effort, ...figures],
  escalation: [...requests],
  policy: [api.visitPlan.key(), ...today, ...policies, ...requests, ...tasks, api.approval.open.key()],
  policy_exception: [api.visitPlan.key(), ...today, ...policies, ...requests, ...tasks],
  publication: [api.visitPlan.key(), ...published, ...today],
  reopening: [...published, ...today],
  result: [...published, ...today],
}

/** Read anew after every commit, whatever it touched: an open palette looks at everything, and so does a brief. */
const ALWAYS: readonly KeyPrefix[] = [
  api.search.key(),
  api.history.list.key(),
  api.department.status.key(),
  api.portrait.key(),
  // a brief is composed of all that is known
  api.briefing.key(),
]

/** The keys of all queries that a commit makes stale; null for everything (a table that isn't known here). */
export function staleAfter(tables: readonly string[]): readonly KeyPrefix[] | null {
  const keys: KeyPrefix[] = [...ALWAYS]
  for (const table of tables) {
    const readers = READERS[table]
    if (readers === undefined) return null
    keys.push(...readers)
  }
  return keys
}
