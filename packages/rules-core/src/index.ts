export { type AuditFinding, auditAccounts } from './accounts/audit.ts'
export { type AccountBook, accountBook, type BookRecord, bookRecord } from './accounts/book.ts'
export { bookCheckNames } from './accounts/checks/index.ts'
export { bookTemplate, type PrintedTable, printBook } from './accounts/print-book.ts'
export { type BookTable, type ReadBook, readBook } from './accounts/read-book.ts'
export { readRegister } from './accounts/read-register.ts'
export type { BookProblem } from './accounts/record-from.ts'
export { fieldsFor, kindNames, type RecordKind, recordKinds } from './accounts/record-kinds.ts'
export { type Checker, type CheckSession, createChecker } from './check/checker.ts'
export { type CompiledPart, compilePack } from './check/compile-pack.ts'
export { type Finding, type Kind, kindOf } from './check/finding.ts'
export { loadPack } from './check/load-pack.ts'
export { type FailedExample, provePack } from './check/prove-pack.ts'
export { type Answer, type DismissCode, isSettled, settle } from './check/settle.ts'
export { countKinds, type Decision, decide, type Verdict } from './check/verdict.ts'
export type { Detector, DraftHit, Hit, TextPlace, TraceLine } from './detectors/detector.ts'
export { builtInDetectors } from './detectors/index.ts'
export { addressKey } from './draft/address-key.ts'
export { DRAFT_LIMITS, type DraftDigest, digestOnly, digestUnits } from './draft/digest.ts'
export type {
  AttachedFile,
  Block,
  BlockRole,
  Cell,
  Draft,
  DraftMeta,
  Fields,
  Inline,
  Link,
  MeaningMark,
  Media,
  Place,
  Span,
  Surface,
  Table,
} from './draft/draft.ts'
export type { MarkupNode } from './draft/markup.ts'
export { linesOf, looseLine, normalLine } from './draft/normal-form.ts'
export { readMarkup, type TextSeen } from './draft/read-markup.ts'
export { readPlain } from './draft/read-plain.ts'
export { type Unit, units } from './draft/units.ts'
export { type AccountDuty, accountDuties, type RegisteredEvent, registeredEvent } from './duties/account-duties.ts'
export { addDays, beijingDay, beijingInstant, daysBetween, isDay, periodAround, startOfDay } from './duties/days.ts'
export { type DutyStatus, dutyStatus, type PlannedSilence, plannedSilence } from './duties/duty.ts'
export type { DutyEvent } from './duties/duty-event.ts'
export { eventKindNames } from './duties/event-words.ts'
export { type Forecast, forecast } from './duties/forecast.ts'
export { printDemand } from './duties/print-demand.ts'
export { type EventRow, eventHeader, type ReadEvents, readEvents } from './duties/read-events.ts'
export { type ReadInstant, readInstant } from './duties/read-instant.ts'
export { type Reminder, toIcs } from './duties/to-ics.ts'
export { type Planned, upcoming } from './duties/upcoming.ts'
export { addWorkingDays, CalendarError, type CalendarFile, calendarFile, parseCalendar, type WorkCalendar } from './duties/work-calendar.ts'
export {
  durationBucket,
  type EntryBody,
  type LedgerEntry,
  type LoggedFinding,
  ledgerEntry,
  reviewBucket,
  sizeBucket,
} from './ledger/entry.ts'
export { mask } from './ledger/mask.ts'
export { type MissingRange, missingByDevice, missingRanges } from './ledger/missing-ranges.ts'
export { dutyCitation, type OwedDuties, type OwedDuty, owedDuties, owedDuty } from './ledger/owed-duties.ts'
export { type LedgerSummary, summarize } from './ledger/summary.ts'
export {
  type BatchAnswer,
  batchAnswer,
  type Certificate,
  certificate,
  type Hello,
  hello,
  type JoinAnswer,
  type JoinRequest,
  joinAnswer,
  joinCheckSymbol,
  joinRequest,
  limits,
  normalJoinCode,
  type Problem,
  type PublicKey,
  parseSignatureInput,
  printJoinCode,
  problem,
  publicKey,
  type SignatureParams,
  signatureBase,
  signatureParams,
  type TrustDocument,
  trustDocument,
} from './ledger/wire.ts'
export { orderChain } from './pack/chain.ts'
export { type Citation, cite } from './pack/cite.ts'
export { type LayeredPack, layer } from './pack/layer.ts'
export { categoryNames, standingNames } from './pack/names.ts'
export { PackError, type PackProblem, problemsOf } from './pack/pack-error.ts'
export { parsePack } from './pack/parse-pack.ts'
export type {
  Act,
  Attestation,
  Audit,
  Category,
  Certainty,
  Clause,
  Confirmation,
  Demand,
  Duty,
  EventKind,
  Every,
  Example,
  Figure,
  Guidance,
  Period,
  PolicyPack,
  ReviewBranch,
  ReviewItem,
  ReviewPolicy,
  ReviewRole,
  ReviewStep,
  Rule,
  Severity,
  SourceDocument,
  SourceOutlet,
  Standing,
} from './pack/schema.ts'
export { policyPack } from './pack/schema.ts'
export { type ListTable, sourceList } from './pack/source-list.ts'
export { advanceReview, openReview } from './review/advance-review.ts'
export { emptyTrail, extendTrail, printHead } from './review/audit-trail.ts'
export { changeRecord, PLAIN_ITEM, type ReviewChange, reviewChange } from './review/change-record.ts'
export {
  type ConfirmationAnswer,
  type ConfirmedThing,
  confirmationsFor,
  missingConfirmations,
  subjectsFor,
} from './review/confirm.ts'
export { isDue } from './review/due-step.ts'
export type { Grant } from './review/grant.ts'
export { isRefusal, missingSteps, type Refusal, type ReviewAction, type ReviewState, type SignedStep } from './review/review.ts'
export {
  confirmationAnswer,
  openRecord,
  type ReviewRecord,
  recordAct,
  reviewAction,
  reviewRecord,
  reviewStateOf,
} from './review/review-record.ts'
export { attestationNames, reviewRoleNames } from './review/role-names.ts'
export { type Unsigned, type UnsignedParts, unsigned } from './review/unsigned.ts'
export { base64url } from './text/base64url.ts'
export { type Folded, fold } from './text/fold.ts'
export { sentenceAround } from './text/sentences.ts'
export { sha256 } from './text/sha256.ts'
export { utf8 } from './text/utf8.ts'
export { ENGINE_VERSION } from './version.ts'
