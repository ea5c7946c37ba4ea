import type { ColumnType, Generated } from "kysely";

/** When something happened; the database fills in the present where nothing is given. */
type Moment = ColumnType<Date, Date | undefined, Date>;

/** JSON is written as text, so that every driver writes the same, and read as data. */
type Json<Data> = ColumnType<Data, string, string>;

/** Whose a row is: inserted by the database itself, from the tenant of the transaction. */
type Owner = ColumnType<string, string | undefined, never>;

/** An office, or whoever else must not see what others have. */
interface TenantTable {
  id: string;
  name: string;
  created_at: Moment;
}

/** Keys to the service; of each only a hash is known. */
interface ApiKeyTable {
  id: string;
  tenant_id: Owner;
  number: Generated<number>;
  name: string;
  hash: string;
  scopes: string[];
  created_at: Moment;
  expires_at: Date | null;
  revoked_at: Date | null;
  last_used_at: Date | null;
}

interface ScenarioTable {
  id: string;
  tenant_id: Owner;
  number: Generated<number>;
  name: string;
  newest: number;
  created_at: Moment;
}

interface ScenarioVersionTable {
  scenario_id: string;
  tenant_id: Owner;
  version: number;
  name: string;
  content: string;
  document: Json<Readonly<Record<string, unknown>>>;
  created_at: Moment;
}

/** The states of a job. */
export const jobStates = ["queued", "running", "succeeded", "failed", "cancelled"] as const;

/** Where a job is. */
export type JobState = (typeof jobStates)[number];

/** Why a job failed. */
export interface Failure {
  /** A word for programs, explained in docs/errors.md. */
  readonly code: string;
  /** What happened, and what would help. */
  readonly detail: string;
}

/** How far a job is: of whatever it counts. */
export interface JobProgress {
  readonly done: number;
  /** As far as is known yet. */
  readonly total: number;
  readonly unit: string;
}

interface JobTable {
  id: string;
  tenant_id: Owner;
  number: Generated<number>;
  kind: string;
  title: string;
  state: JobState;
  input: Json<unknown>;
  progress: Json<JobProgress | null> | null;
  best: Json<unknown> | null;
  result: Json<unknown> | null;
  failure: Json<Failure | null> | null;
  idempotency_key: string | null;
  created_at: Moment;
  queued_at: Moment;
  started_at: Date | null;
  finished_at: Date | null;
  cancel_requested_at: Date | null;
  /** Counts those who took it up; what an earlier one still says is not heard. */
  attempt: ColumnType<number, number | undefined, number>;
  /** How often it failed by itself. */
  failures: ColumnType<number, number | undefined, number>;
  /** How often it was taken over from a worker that was gone. */
  takeovers: ColumnType<number, number | undefined, number>;
  /** The number of its last event. */
  events: ColumnType<number, number | undefined, number>;
}

interface JobEventTable {
  job_id: string;
  tenant_id: Owner;
  number: number;
  at: Moment;
  type: "state" | "progress";
  data: Json<unknown>;
}

interface AuditEntryTable {
  number: Generated<number>;
  tenant_id: Owner;
  at: Moment;
  key_id: string | null;
  action: string;
  subject: string;
}

interface IdempotentRequestTable {
  tenant_id: Owner;
  key: string;
  fingerprint: string;
  at: Moment;
  status: number | null;
  location: string | null;
  body: string | null;
}

/** An address that is told when jobs end. */
interface WebhookTable {
  id: string;
  tenant_id: Owner;
  number: Generated<number>;
  url: string;
  /** Which events it is told; null: all. */
  events: string[] | null;
  secret: string;
  /** What the secret was before it was changed, and until when it still signs. */
  former_secret: string | null;
  former_until: Date | null;
  created_at: Moment;
  paused_at: Date | null;
  pause_reason: string | null;
}

/** One try to tell an address something. */
export interface DeliveryAttempt {
  /** When it began: RFC 3339. */
  readonly at: string;
  readonly milliseconds: number;
  readonly outcome: "delivered" | "refused" | "gone" | "too-slow" | "unreachable" | "forbidden";
  /** The status of the answer, if there was one. */
  readonly status: number | null;
}

interface WebhookDeliveryTable {
  id: string;
  tenant_id: Owner;
  number: Generated<number>;
  webhook_id: string;
  type: string;
  /** What is sent: the same bytes at every attempt. */
  body: string;
  state: "pending" | "delivered" | "failed";
  attempts: ColumnType<DeliveryAttempt[], string | undefined, string>;
  created_at: Moment;
  next_at: Date | null;
}

/** A plan that others read at a secret address, of which only a hash is known. */
interface FeedTable {
  id: string;
  tenant_id: Owner;
  number: Generated<number>;
  hash: string;
  job_id: string;
  /** Whose part of it alone. */
  person: string | null;
  /** How many weeks ahead slots are told. */
  weeks: number;
  /** How often it was given another plan. */
  sequence: ColumnType<number, number | undefined, number>;
  created_at: Moment;
  changed_at: Moment;
}

/** A part of a job that a worker offers to others. */
interface JobPartTable {
  job_id: string;
  tenant_id: Owner;
  /** Of which attempt at the job. */
  attempt: number;
  number: number;
  task: Json<unknown>;
  state: ColumnType<"open" | "taken" | "done", undefined, "taken" | "done">;
  result: ColumnType<Uint8Array | null, undefined, Uint8Array>;
  offered_at: Moment;
}

/** All tables of the service; those of the queue are its own. */
export interface Tables {
  tenant: TenantTable;
  api_key: ApiKeyTable;
  scenario: ScenarioTable;
  scenario_version: ScenarioVersionTable;
  job: JobTable;
  job_event: JobEventTable;
  audit_entry: AuditEntryTable;
  idempotent_request: IdempotentRequestTable;
  webhook: WebhookTable;
  webhook_delivery: WebhookDeliveryTable;
  feed: FeedTable;
  job_part: JobPartTable;
}
