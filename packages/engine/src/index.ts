// The public names, grouped by room.

export { DeadlockError, formatIssue, type Issue, OfficeError, RunawayError, ScenarioError } from "./errors.ts";
export { engineVersion } from "./version.ts";

// kernel: where time passes; processes written by hand

export type { Holds, Refusal } from "./kernel/asking.ts";
export type { CapacityChange } from "./kernel/capacity-changes.ts";
export type { Alternatives, First, Values } from "./kernel/combined-wait.ts";
export { type Entity, Interrupted } from "./kernel/entity.ts";
export type { Hold } from "./kernel/hold.ts";
export type { ResourceUse } from "./kernel/levels.ts";
export type {
  ChoiceOption,
  EndlessPatience,
  Need,
  PatienceOptions,
  QueueOptions,
  UnitsOption,
} from "./kernel/request-options.ts";
export { type Falling, Resource, type ResourceOptions } from "./kernel/resource.ts";
export { seizeAll, seizeAny } from "./kernel/seize-together.ts";
export { Signal } from "./kernel/signal.ts";
export { type RunOptions, Simulation, type SimulationOptions, type StartOptions } from "./kernel/simulation.ts";
export { Store, type StoreOptions, type StoreUse, type TakeOptions } from "./kernel/store.ts";
export { Trace, type TraceEvent, type Tracer, traceLine } from "./kernel/trace.ts";
export type { Process, Suspension, ValueOf, Wait, Waitable } from "./kernel/wait.ts";

// random: chance, every draw a function of its position

export {
  type PoissonArrivals,
  poissonArrivals,
  poissonTimes,
  type RateProfile,
  type ScatteredArrivals,
  type ScatteredOptions,
  scatteredArrivals,
} from "./random/arrivals.ts";
export {
  type BetaOptions,
  beta,
  constant,
  type Distribution,
  type EmpiricalOptions,
  empirical,
  erlang,
  exponential,
  type GammaOptions,
  gamma,
  type JohnsonSuOptions,
  johnsonSu,
  lognormal,
  type MixtureOptions,
  mixture,
  type NormalOptions,
  normal,
  pert,
  type Span,
  type SpanWithMode,
  scaled,
  shifted,
  triangular,
  uniform,
  type WeibullOptions,
  weibull,
  whole,
} from "./random/distributions.ts";
export {
  type Identity,
  type KeyedSampler,
  type Sampler,
  Stream,
  Streams,
  type StreamsOptions,
  sampler,
} from "./random/streams.ts";

// kernel, the compiled road: pathways as data

export { compilePathways, type PathwayRun } from "./kernel/pathway.ts";
export {
  type ActivityRows,
  type AttributeValue,
  activityOutcomes,
  type CapacityChanges,
  type Columns,
  type Draw,
  type Hook,
  type Part,
  type Pathway,
  type PathwayEvent,
  type PathwayModel,
  type ResourceSpec,
  type ResourceStatistics,
  type RowSink,
  type RunOptions as PathwayRunOptions,
  type Source,
  type Step as PathwayStep,
  type VisitRows,
} from "./kernel/pathway-model.ts";

// statistics: from observations to numbers with their uncertainty

export { type Estimate, type EstimateOptions, estimate, holdsZero, pairedDifference } from "./statistics/estimate.ts";
export { quantile, quantiles, type Sample } from "./statistics/quantile.ts";
export { QuantileSketch, type QuantileSketchState, type SketchBins } from "./statistics/sketch.ts";
export { replicationsNeeded, type StoppingOptions, StoppingRule, type StoppingVerdict } from "./statistics/stopping.ts";
export { studentQuantile } from "./statistics/student.ts";
export { type Summary, summarise } from "./statistics/summary.ts";
export { Tally, type TallyState } from "./statistics/tally.ts";
export { TimeAverage, type TimeAverageOptions, type TimeAverageState } from "./statistics/time-average.ts";
export { findWarmUp, type WarmUp, type WarmUpOptions } from "./statistics/warm-up.ts";

// queueing: what theory expects

export { type PunctualSession, type PunctualSessionMeans, punctualSession } from "./queueing/appointments.ts";
export { type BirthDeath, longRunShares, type Shares } from "./queueing/birth-death.ts";
export { erlangA, type ImpatientQueue, type ImpatientQueueMeans } from "./queueing/erlang-a.ts";
export { blockingProbability, type LossSystem } from "./queueing/erlang-b.ts";
export {
  erlangC,
  type MMc,
  type MMcMeans,
  sojournQuantile,
  sojournTail,
  waitingProbability,
  waitQuantile,
  waitTail,
} from "./queueing/erlang-c.ts";
export { type FiniteQueue, type FiniteQueueMeans, finiteQueue } from "./queueing/finite-queue.ts";
export { delayProbability, presentProbability } from "./queueing/infinite-server.ts";
export { expectedPresent, expectedTime, meansFromWait, type QueueMeans } from "./queueing/little.ts";
export { type MG1, type MG1Means, pollaczekKhinchine } from "./queueing/pollaczek-khinchine.ts";
export {
  nonPreemptivePriority,
  type PriorityClass,
  type PriorityQueue,
  preemptivePriority,
} from "./queueing/priority.ts";

// modelling: linear models as plain data, and what a solver is

export { bruteForce } from "./modelling/brute-force.ts";
export {
  type Expression,
  type LinearTerm,
  type Operand,
  plus,
  sum,
  times,
  type Variable,
} from "./modelling/expression.ts";
export { type ConstraintOptions, LinearModel, type VariableOptions } from "./modelling/linear-model.ts";
export { lpText } from "./modelling/lp-format.ts";
export {
  type ConstraintRows,
  constraintName,
  type LinearModelData,
  type Objective,
  objectiveAt,
  type VariableColumns,
  variableName,
} from "./modelling/model-data.ts";
export type {
  BasisPlace,
  Ranges,
  Relaxation,
  RelaxationLimits,
  RelaxationOutcome,
  RelaxationSolver,
  SparseColumns,
  SparseRows,
} from "./modelling/relaxation.ts";
export {
  type Duals,
  gapBetween,
  type Outcome,
  type Solved,
  type SolveLimits,
  type SolveOptions,
  type SolveProgress,
  type Solver,
  type StopReason,
} from "./modelling/solver.ts";
export { largestViolation } from "./modelling/violation.ts";

// solvers: those who find the answer

export { solverFor } from "./solvers/choose-solver.ts";
export { highs, highsFrom } from "./solvers/highs.ts";
export type { HighsLoading } from "./solvers/highs-runtime.ts";
export { javascriptLpSolver } from "./solvers/javascript-lp-solver.ts";

// template: what theory says of access to appointments

export {
  type BookedOffice,
  type NoShowCurve,
  noShowAt,
  noShowShares,
  overflowProbability,
  type PanelDay,
  type Stability,
  stabilityOf,
  type Verdict,
  verdictOn,
} from "./template/access.ts";
export { BacklogChain, type BacklogOptions } from "./template/backlog-chain.ts";

// roster: who works when, with a proof of how good it is

export { bestAnswer } from "./roster/best-answer.ts";
export type { Conflict, WayOut } from "./roster/conflict.ts";
export {
  type RosterChange,
  type RosterDifference,
  type RuleDifference,
  rosterDifference,
} from "./roster/difference.ts";
export { evaluate as evaluateRoster } from "./roster/evaluate.ts";
export { type Judgement, judge, type Score } from "./roster/judge.ts";
export type {
  Person,
  Roster,
  RosterProblem,
  RuleUse,
  Shift as RosterShift,
  ShiftPart,
  Workplace,
} from "./roster/problem.ts";
export {
  type Absence,
  bestRepairSoFar,
  type Candidate,
  candidatesFor,
  leftBehind,
  type Repair,
  type RepairOptions,
  type RepairRequest,
  repair,
} from "./roster/repair.ts";
export type {
  BlocksTerm,
  Cells,
  CellTerm,
  CoverTerm,
  Limits,
  PersonalTerm,
  Reason,
  RosterModel,
  RunTerm,
  SuccessionTerm,
  SumTerm,
  Term,
  Tour,
} from "./roster/roster-model.ts";
export type { Match } from "./roster/rule.ts";
export { type RosterSize, SharedIncumbent } from "./roster/shared-incumbent.ts";
export { bestSoFar, type RosterOutcome, type SolvedRoster, solveRoster } from "./roster/solve.ts";
export {
  type LargeAnswer,
  type LargeOptions,
  type LargeProgress,
  solveLarge,
} from "./roster/solve-large.ts";
export {
  type RosterSearch,
  type SolveRosterOptions,
  solveModel as solveRosterModel,
  type ToursOutcome,
} from "./roster/solve-model.ts";
export {
  type AnsweringOptions,
  answerRosterTask,
  type RosterAnswers,
  type RosterLimits,
  type RosterNews,
  type RosterQuestion,
  type RosterQuestionOf,
  type RosterTask,
} from "./roster/task.ts";
export { bestWhyNotSoFar, type Instead, type WhyNot, whyNot } from "./roster/why-not.ts";

// template: when patients come, with a proof of how good it is

export type {
  Alternative,
  FrontierPoint,
  SessionAnswer,
  SessionCost,
  SessionFigures,
  SolvedSession,
} from "./template/answer.ts";
export { bestTemplate } from "./template/best-template.ts";
export { type BestBookings, type BookingOptions, type BookingsTried, bestBookings } from "./template/bookings.ts";
export { type CostOptions, costGradient, expectedCost } from "./template/cost.ts";
export { extensiveModel } from "./template/extensive.ts";
export {
  type BestTemplateOptions,
  type SolvedPart,
  type SolveSessionOptions,
  solvedParts,
} from "./template/options.ts";
export {
  type AppointmentTimes,
  type Counting,
  type Evaluation,
  type SessionBreak,
  type SessionPatient,
  type SessionProblem,
  troublesOf,
  usualCounting,
} from "./template/problem.ts";
export { solveSession } from "./template/solve.ts";
export { type WalkIns, withWalkIns } from "./template/walk-ins.ts";

// template, the week: who sees whom when, with a proof of how good the mix is

export {
  type Given,
  judgeWeek,
  type Missed,
  type WeekJudgement,
} from "./template/judge-week.ts";
export {
  type Binding,
  type PlannedSession,
  type SolvedWeek,
  solveWeek,
  type WeekOptions,
  type WeekOutcome,
} from "./template/mix.ts";
export {
  type BookedVisit,
  nextBestSlots,
  type SlotOffer,
  type SlotPrices,
  type WantedVisit,
} from "./template/next-slots.ts";
export type { Mix, SessionShape } from "./template/patterns.ts";
export {
  type PlannedVisit,
  type PricedSession,
  type PricingOptions,
  type PricingTask,
  priceAll,
  pricingTasks,
  type SessionPricing,
} from "./template/pricing.ts";
export { type Requirement, requirementsOf } from "./template/requirements.ts";
export { slotsInReserve } from "./template/reserve.ts";
export { sessionPricing } from "./template/session-pricing.ts";
export { type SlotChange, slotChanges } from "./template/week-changes.ts";
export type { GivenUp, WeekConflict, WeekWayOut } from "./template/week-conflict.ts";
export type {
  MinuteCosts,
  SessionFill,
  TodaysWeek,
  WeekPeriod,
  WeekProblem,
  WeekProvider,
  WeekResource,
  WeekSession,
  WeekSlot,
  WeekVisitType,
  WeekWish,
} from "./template/week-problem.ts";

// planning: from files to problems, and between the office that is simulated and the plans that are solved

export { type AccessAnswer, type AccessOptions, answerAccess } from "./planning/access.ts";
export { type AccessStability, accessStability } from "./planning/access-theory.ts";
export { type AccessLevels, type AccessWhatIf, accessWhatIfs } from "./planning/access-whatifs.ts";
export { type AnsweredSession, answerSession } from "./planning/answer-session.ts";
export type { Goals, GuardRail } from "./planning/goals.ts";
export {
  type Improvement,
  type ImproveOptions,
  improve,
  improveWith,
  type PlanningNews,
  type PlanningStep,
} from "./planning/improve.ts";
export {
  type CoverInterval,
  coverChange,
  type IntervalCover,
  type IntervalCoverOptions,
  intervalCover,
} from "./planning/interval-cover.ts";
export { type Missing, rosterChanges } from "./planning/roster-changes.ts";
export { type CheckedRoster, checkRosterProblem, parseRosterProblem } from "./planning/roster-file.ts";
export { rosterJsonSchema } from "./planning/roster-json-schema.ts";
export {
  type RoleCover,
  type RosterOfScenarioOptions,
  rosterOfScenario,
  rosterText,
  type ScenarioRoster,
} from "./planning/roster-of-scenario.ts";
export { sessionToJson } from "./planning/session-json.ts";
export { type CheckedSession, checkSession, parseSession } from "./planning/template-file.ts";
export { templateJsonSchema } from "./planning/template-json-schema.ts";
export type { SessionQuestion } from "./planning/template-problem.ts";
export { type CheckedWeek, checkWeekProblem, parseWeekProblem } from "./planning/week-file.ts";
export { weekJsonSchema } from "./planning/week-json-schema.ts";

// interchange: plans in the formats of others

export { appointmentsFromFhir, type ReadAppointments } from "./interchange/appointments-from-fhir.ts";
export type { RosterAnswer, RosterRemark, RosterScore, RosterState } from "./interchange/roster-answer.ts";
export { rosterToCsv } from "./interchange/roster-csv.ts";
export { rosterFromCsv } from "./interchange/roster-from-csv.ts";
export { type RosterHtmlOptions, rosterToHtml } from "./interchange/roster-html.ts";
export { type ICalendarOptions, rosterToICalendar } from "./interchange/roster-icalendar.ts";
export {
  type RemarkJson,
  type RosterJson,
  rosterFromJson,
  rosterToJson,
  type StaffRosterJson,
  staffRosterToJson,
  type UnfilledJson,
} from "./interchange/roster-json.ts";
export { type RosterTables, rosterWithTables } from "./interchange/roster-tables.ts";
export { weekToCsv } from "./interchange/week-csv.ts";
export { instantsIn, type LocalTime, localTimesIn } from "./interchange/week-dates.ts";
export {
  type FhirResource,
  type PublishedWeek,
  type WeekFhirOptions,
  type WeekNdjsonOptions,
  weekToFhir,
  weekToFhirBundle,
  weekToNdjson,
} from "./interchange/week-fhir.ts";
export { weekFromCsv } from "./interchange/week-from-csv.ts";
export { type WeekHtmlOptions, weekToHtml } from "./interchange/week-html.ts";
export { type WeekICalendarOptions, weekToICalendar } from "./interchange/week-icalendar.ts";
export { type WeekJson, type WeekSlotJson, weekSlotsOf, weekToJson } from "./interchange/week-json.ts";

// report: results as people read them

export { reportAccess } from "./report/access.ts";
export { reportCover } from "./report/cover.ts";
export { reportImprovement } from "./report/improvement.ts";
export { reportMarkdown } from "./report/markdown.ts";
export { decimalsKnown, formatNumber, type Interval, type NumberOptions } from "./report/numbers.ts";
export { reportRanking } from "./report/ranking.ts";
export {
  differenceSections,
  dollars,
  reportConflict,
  reportJudgement,
  reportRoster,
  weekSections,
} from "./report/roster.ts";
export {
  type Column,
  formatChange,
  type Report,
  type ReportOptions,
  reportComparison,
  reportReplications,
  reportSweep,
  type Section,
  type Table,
} from "./report/table.ts";
export { reportTemplate, reportTemplateCost } from "./report/template.ts";
export {
  countReplications,
  differenceInWords,
  estimateInWords,
  formatDifference,
  formatEstimate,
  formatShare,
  formatValue,
  type WordingOptions,
} from "./report/text.ts";
export { reportWeek, reportWeekConflict } from "./report/week.ts";

// scenario: what a file says about an office

export {
  applyChanges,
  type Change,
  type Difference,
  difference,
  setStaff,
  useTemplate,
  variantChanges,
} from "./scenario/changes.ts";
export { scenarioJsonSchema } from "./scenario/json-schema.ts";
export { type OfferedLoad, offeredLoad } from "./scenario/load.ts";
export { nearestName } from "./scenario/nearest-name.ts";
export { type CheckedScenario, checkScenario, parseScenario } from "./scenario/parse.ts";
export { formatPath, type Path } from "./scenario/path.ts";
export type {
  ActivityStep,
  Appointments,
  ArrivalSource,
  AttributeLaw,
  BranchWay,
  Break,
  Calendar,
  Condition,
  DistributionDocument,
  Equipment,
  FollowUp,
  HoursByDay,
  Need as NeedDocument,
  NumberDistributionDocument,
  Priority,
  Room,
  Scenario,
  ShareRule,
  Shift,
  ShiftLevel,
  StaffMember,
  StaffRole,
  Step,
  Steps,
  TakeStep,
  Task as TaskDocument,
  TemplateRow,
  TimeLaw,
  Variant,
  VisitType,
  VisitTypeChoice,
} from "./scenario/schema.ts";
export { distribution, minutes, money, ratePerMinute, share } from "./scenario/units.ts";
export { parseVariant, variantText } from "./scenario/variant-file.ts";
export { warningsOf } from "./scenario/warnings.ts";
export { parseWhatIf } from "./scenario/what-if.ts";
export { clockText, clockTime, dateAfter, daysBetween, isDate, weekdayOf } from "./time-of-day.ts";

// clinic: an office that runs, and what is measured in it

export { type CompileOptions, compileScenario } from "./clinic/compile.ts";
export { defaultMeasures, measureDefinition, measureNamed, unitInWords } from "./clinic/measures.ts";
export type { Measure } from "./clinic/measures-family.ts";
export { type MeasuredOffice, measureReplication, observe } from "./clinic/measures-replication.ts";
export type {
  BookingCounts,
  Office,
  OfficeAttribute,
  OfficeSource,
  OpenDays,
  PathwayKind,
  Unit,
} from "./clinic/office.ts";
export type { ActivityRecord, RecordRow, Records, VisitRecord } from "./clinic/records.ts";
export { type ReplicationOptions, runReplication, traceOffice } from "./clinic/run.ts";
export { recordReplication, type SimulateOptions, simulate } from "./clinic/simulate.ts";
export type { Days, Span as DaySpan } from "./scenario/days.ts";

// experiment: many replications, and what they say

export { type CompareOptions, compare, compareWith, comparing, type Variants } from "./experiment/compare.ts";
export { type Advance, advance, type ConductOptions, type Experiment } from "./experiment/conduct.ts";
export type { Executor, Progress, Seed, Task } from "./experiment/executor.ts";
export { type RankedVariant, type Ranking, type RankOptions, rank, rankWith } from "./experiment/rank.ts";
export { type ReplicateOptions, replicate, replicateWith, replicating } from "./experiment/replicate.ts";
export type {
  Comparison,
  DifferenceEstimate,
  MeasureEstimate,
  MeasureEstimates,
  Replications,
  ResultHeader,
  Sweep,
  SweepPoint,
  VariantMeasure,
  VariantResult,
} from "./experiment/results.ts";
export type { ExperimentOptions, Precision, PrecisionReached } from "./experiment/sample.ts";
export { type Setting, sweep, sweeping, sweepWith } from "./experiment/sweep.ts";
export { runTask } from "./experiment/task.ts";
