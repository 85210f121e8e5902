import { z } from 'zod'

/**
 * Identities of rows and commands: UUIDv7 text made by the writer, branded so that an account's id
 * can't be passed where a round's is meant. Link rows use a UUIDv5 derived from their parts.
 */
const id = <Name extends string>(_name: Name) => z.uuid().brand<Name>()

export const AccountId = id('AccountId')
export type AccountId = z.infer<typeof AccountId>

export const MemberId = id('MemberId')
export type MemberId = z.infer<typeof MemberId>

export const FigureId = id('FigureId')
export type FigureId = z.infer<typeof FigureId>

export const SheetId = id('SheetId')
export type SheetId = z.infer<typeof SheetId>

export const IndicatorId = id('IndicatorId')
export type IndicatorId = z.infer<typeof IndicatorId>

export const RoundId = id('RoundId')
export type RoundId = z.infer<typeof RoundId>

export const ExceptionId = id('ExceptionId')
export type ExceptionId = z.infer<typeof ExceptionId>

export const PublicationId = id('PublicationId')
export type PublicationId = z.infer<typeof PublicationId>

export const CustomFieldId = id('CustomFieldId')
export type CustomFieldId = z.infer<typeof CustomFieldId>

export const PersonId = id('PersonId')
export type PersonId = z.infer<typeof PersonId>

export const EmploymentId = id('EmploymentId')
export type EmploymentId = z.infer<typeof EmploymentId>

export const EntryId = id('EntryId')
export type EntryId = z.infer<typeof EntryId>

export const AttachmentId = id('AttachmentId')
export type AttachmentId = z.infer<typeof AttachmentId>

export const PromiseId = id('PromiseId')
export type PromiseId = z.infer<typeof PromiseId>

export const ProductId = id('ProductId')
export type ProductId = z.infer<typeof ProductId>

export const CompetitorId = id('CompetitorId')
export type CompetitorId = z.infer<typeof CompetitorId>

export const HandoverId = id('HandoverId')
export type HandoverId = z.infer<typeof HandoverId>

export const CalendarId = id('CalendarId')
export type CalendarId = z.infer<typeof CalendarId>

export const CalendarVersionId = id('CalendarVersionId')
export type CalendarVersionId = z.infer<typeof CalendarVersionId>

export const PolicyId = id('PolicyId')
export type PolicyId = z.infer<typeof PolicyId>

export const PolicyExceptionId = id('PolicyExceptionId')
export type PolicyExceptionId = z.infer<typeof PolicyExceptionId>

export const RequestId = id('RequestId')
export type RequestId = z.infer<typeof RequestId>

export const RequestPartId = id('RequestPartId')
export type RequestPartId = z.infer<typeof RequestPartId>

export const TaskId = id('TaskId')
export type TaskId = z.infer<typeof TaskId>

export const PlaybookId = id('PlaybookId')
export type PlaybookId = z.infer<typeof PlaybookId>

export const ContractId = id('ContractId')
export type ContractId = z.infer<typeof ContractId>

export const EffortId = id('EffortId')
export type EffortId = z.infer<typeof EffortId>

export const ClubLevelId = id('ClubLevelId')
export type ClubLevelId = z.infer<typeof ClubLevelId>

export const MembershipId = id('MembershipId')
export type MembershipId = z.infer<typeof MembershipId>

export const EventId = id('EventId')
export type EventId = z.infer<typeof EventId>

export const InvitationId = id('InvitationId')
export type InvitationId = z.infer<typeof InvitationId>

export const IncentiveRuleId = id('IncentiveRuleId')
export type IncentiveRuleId = z.infer<typeof IncentiveRuleId>

export const IncentiveEntryId = id('IncentiveEntryId')
export type IncentiveEntryId = z.infer<typeof IncentiveEntryId>

export const IncidentId = id('IncidentId')
export type IncidentId = z.infer<typeof IncidentId>

export const MysterySheetId = id('MysterySheetId')
export type MysterySheetId = z.infer<typeof MysterySheetId>

export const MysteryVisitId = id('MysteryVisitId')
export type MysteryVisitId = z.infer<typeof MysteryVisitId>

export const ConsultationId = id('ConsultationId')
export type ConsultationId = z.infer<typeof ConsultationId>

export const OpinionId = id('OpinionId')
export type OpinionId = z.infer<typeof OpinionId>

export const VisitId = id('VisitId')
export type VisitId = z.infer<typeof VisitId>

export const TripId = id('TripId')
export type TripId = z.infer<typeof TripId>

export const TopicId = id('TopicId')
export type TopicId = z.infer<typeof TopicId>

export const GiftId = id('GiftId')
export type GiftId = z.infer<typeof GiftId>

export const CostId = id('CostId')
export type CostId = z.infer<typeof CostId>

export const VisitNoteId = id('VisitNoteId')
export type VisitNoteId = z.infer<typeof VisitNoteId>

export const BriefId = id('BriefId')
export type BriefId = z.infer<typeof BriefId>

export const CaseId = id('CaseId')
export type CaseId = z.infer<typeof CaseId>

export const RootCauseId = id('RootCauseId')
export type RootCauseId = z.infer<typeof RootCauseId>

export const WhyId = id('WhyId')
export type WhyId = z.infer<typeof WhyId>

export const ActionId = id('ActionId')
export type ActionId = z.infer<typeof ActionId>

export const RemedyId = id('RemedyId')
export type RemedyId = z.infer<typeof RemedyId>

export const OfferId = id('OfferId')
export type OfferId = z.infer<typeof OfferId>

export const CaseFileId = id('CaseFileId')
export type CaseFileId = z.infer<typeof CaseFileId>

export const WinBackId = id('WinBackId')
export type WinBackId = z.infer<typeof WinBackId>

export const WinBackStepId = id('WinBackStepId')
export type WinBackStepId = z.infer<typeof WinBackStepId>

export const IdeaId = id('IdeaId')
export type IdeaId = z.infer<typeof IdeaId>

export const SurveyId = id('SurveyId')
export type SurveyId = z.infer<typeof SurveyId>

export const SurveyAnswerId = id('SurveyAnswerId')
export type SurveyAnswerId = z.infer<typeof SurveyAnswerId>

/** A row that nothing else points to: a SWOT item, a move of a rival, a sign of warning. */
export const RowId = id('RowId')
export type RowId = z.infer<typeof RowId>

export const TxnId = id('TxnId')
export type TxnId = z.infer<typeof TxnId>

/** Made by the client for each write: the same command sent twice is applied once and answers the same. */
export const CommandId = id('CommandId')
export type CommandId = z.infer<typeof CommandId>
