import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import {
  accountDecision,
  competitor,
  deliveredValue,
  product,
  referral,
  rival,
  rivalMove,
  stickiness,
  switchingCost,
  swotItem,
  valueAction,
  wallet,
} from './accounts/analysis/tables.ts'
import { handover, handoverTick } from './accounts/handover/tables.ts'
import { attachment, logEntry, logFormer, logPerson } from './accounts/log/tables.ts'
import {
  coverage,
  employment,
  erasure,
  mapPlace,
  person,
  relation,
  reveal,
  warningSign,
} from './accounts/people/tables.ts'
import { promise } from './accounts/promises/tables.ts'
import { searchName, searchState, searchTail, searchText } from './accounts/search/tables.ts'
import { account, customField, figure, groupSeat, notDuplicate } from './accounts/tables.ts'
import { clubEvent, clubLevel, clubMembership, invitation } from './channel/club/tables.ts'
import { consultation, opinion } from './channel/consultations/tables.ts'
import { effort } from './channel/effort/tables.ts'
import { incentiveEntry, incentiveRule } from './channel/incentives/tables.ts'
import { mysterySheet, mysteryVisit } from './channel/mystery/tables.ts'
import { notice } from './channel/notices/tables.ts'
import { policy, policyException } from './channel/policies/tables.ts'
import { qualityIncident } from './channel/quality/tables.ts'
import { escalation, request, requestEvent, requestPart } from './channel/requests/tables.ts'
import { accountContract, careRule, careTask, playbook } from './channel/tasks/tables.ts'
import { calendarMember, calendarVersion, workCalendar } from './department/calendar/tables.ts'
import { localState, member } from './department/tables.ts'
import { tierDecision } from './evaluation/approval/tables.ts'
import {
  ballot,
  ballotMarks,
  ballotNote,
  ballotPaper,
  evaluator,
  memberPin,
  recusal,
  roundStep,
} from './evaluation/ballots/tables.ts'
import { agreement } from './evaluation/consensus/tables.ts'
import {
  exception,
  indicator,
  markNote,
  marks,
  publication,
  reopening,
  result,
  round,
  sheet,
} from './evaluation/tables.ts'
import { change, commandReceipt, logState, migration, txn } from './kernel/tables.ts'
import { caseAction, caseWhy } from './recovery/causes/tables.ts'
import { idea, ideaAsker, ideaEvent } from './recovery/ideas/tables.ts'
import { orderMonth } from './recovery/orders/tables.ts'
import { casePaper, paperTemplate } from './recovery/papers/tables.ts'
import { approvalLimit, caseRemedy, remedyOffer } from './recovery/remedies/tables.ts'
import { survey, surveyAnswer } from './recovery/surveys/tables.ts'
import { caseEvent, caseFile, caseMember, caseVisit, recoveryCase, rootCause } from './recovery/tables.ts'
import { winBack, winBackStep } from './recovery/winBack/tables.ts'
import {
  busyTime,
  executive,
  trip,
  visit,
  visitAccount,
  visitBrief,
  visitCost,
  visitEvent,
  visitExport,
  visitGift,
  visitMember,
  visitNote,
  visitPerson,
  visitTopic,
} from './visits/tables.ts'

/** Rows that laptops will exchange: every write of them is logged by triggers and can be undone. */
export const sharedTables: readonly SQLiteTable[] = [
  account,
  figure,
  customField,
  groupSeat,
  notDuplicate,
  person,
  employment,
  coverage,
  relation,
  mapPlace,
  warningSign,
  reveal,
  erasure,
  logEntry,
  logPerson,
  logFormer,
  attachment,
  promise,
  product,
  competitor,
  swotItem,
  wallet,
  rival,
  rivalMove,
  stickiness,
  switchingCost,
  deliveredValue,
  valueAction,
  referral,
  accountDecision,
  handover,
  handoverTick,
  member,
  sheet,
  indicator,
  round,
  marks,
  markNote,
  exception,
  publication,
  reopening,
  result,
  evaluator,
  recusal,
  ballot,
  ballotMarks,
  ballotNote,
  ballotPaper,
  roundStep,
  agreement,
  tierDecision,
  workCalendar,
  calendarVersion,
  calendarMember,
  policy,
  policyException,
  request,
  requestEvent,
  requestPart,
  escalation,
  careTask,
  playbook,
  careRule,
  accountContract,
  effort,
  clubLevel,
  clubMembership,
  clubEvent,
  invitation,
  incentiveRule,
  incentiveEntry,
  qualityIncident,
  mysterySheet,
  mysteryVisit,
  consultation,
  opinion,
  executive,
  trip,
  visit,
  visitAccount,
  visitMember,
  visitPerson,
  visitTopic,
  visitGift,
  visitCost,
  visitNote,
  visitEvent,
  visitBrief,
  visitExport,
  busyTime,
  rootCause,
  recoveryCase,
  caseMember,
  caseEvent,
  caseVisit,
  caseFile,
  caseWhy,
  caseAction,
  caseRemedy,
  remedyOffer,
  approvalLimit,
  winBack,
  winBackStep,
  idea,
  ideaAsker,
  ideaEvent,
  survey,
  surveyAnswer,
  paperTemplate,
  casePaper,
  orderMonth,
]

/** Rows of this laptop alone. */
export const localTables: readonly SQLiteTable[] = [
  logState,
  migration,
  commandReceipt,
  localState,
  memberPin,
  notice,
]

/** The history itself. */
export const logTables: readonly SQLiteTable[] = [txn, change]

/** Rows that can be recomputed from the shared ones. */
export const derivedTables: readonly SQLiteTable[] = [searchName, searchTail, searchText, searchState]

/** Full-text indices, as derived as those: what is in them is told in accounts/search. */
export const fullTextIndices: readonly string[] = ['search_name_gram', 'search_text_gram']
