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
}
