import type { TokenIssuer } from "./plugins/tokens.ts";
import type { DatabasePlace } from "./store/database.ts";
import type { Targets } from "./webhooks/targets.ts";

/** How the service is set up. */
export interface Configuration {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly database: DatabasePlace;
  /** Threads that compute jobs in this process; 0 leaves them to workers, undefined takes one for each core. */
  readonly threads: number | undefined;
  /** What JavaScript may fill in each of them. */
  readonly threadMegabytes: number;
  /** Seconds that a job may take. */
  readonly jobSeconds: number;
  /** Seconds without a sign of life after which a worker is thought to be gone. */
  readonly heartbeatSeconds: number;
  /** Days after which a job that has ended is forgotten. */
  readonly keepDays: number;
  readonly requestsPerMinute: number;
  /** Jobs of one tenant that wait or run. */
  readonly jobsPerTenant: number;
  readonly bodyMegabytes: number;
  /** Web pages of which addresses may ask: https://practice.example */
  readonly origins: readonly string[];
  /** Where the service is found from outside: https://praxis.practice.example; undefined: where it is asked. */
  readonly publicUrl: string | undefined;
  /** Whose tokens let in besides keys; undefined: nobody's. */
  readonly tokens: TokenIssuer | undefined;
  /** Where webhooks may go: anywhere, or to public addresses by HTTPS alone. */
  readonly webhookTargets: Targets;
  /** Where a worker shows how it is; undefined: nowhere. */
  readonly metricsPort: number | undefined;
  /** Whether traces are sent, to where OTEL_EXPORTER_OTLP_ENDPOINT says. */
  readonly traces: boolean;
  readonly log: "silent" | "warn" | "info";
}

/** Settings that are not good. The message names all of them, and what would be good. */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";
}

type Environment = Readonly<Record<string, string | undefined>>;

interface WholeNumber {
  readonly from: number;
  readonly to: number;
  readonly usual: number;
}

/** Settings that are numbers, by their name in the environment. */
const numbers = {
  PORT: { from: 0, to: 65_535, usual: 3000 },
  PRAXIS_METRICS_PORT: { from: 0, to: 65_535, usual: Number.NaN },
  PRAXIS_THREADS: { from: 0, to: 256, usual: Number.NaN },
  PRAXIS_THREAD_MEGABYTES: { from: 64, to: 65_536, usual: 1024 },
  PRAXIS_JOB_SECONDS: { from: 1, to: 86_000, usual: 3600 },
  PRAXIS_HEARTBEAT_SECONDS: { from: 10, to: 3600, usual: 10 },
  PRAXIS_KEEP_DAYS: { from: 1, to: 36_500, usual: 30 },
  PRAXIS_REQUESTS_PER_MINUTE: { from: 1, to: 1_000_000, usual: 600 },
  PRAXIS_JOBS_PER_TENANT: { from: 1, to: 1_000_000, usual: 1000 },
  PRAXIS_BODY_MEGABYTES: { from: 1, to: 100, usual: 5 },
} as const satisfies Record<string, WholeNumber>;

/**
 * Reads the configuration from the environment; docs/running.md explains every setting.
 *
 * @throws {ConfigurationError} with everything that is wrong
 */
export function readConfiguration(environment: Environment): Configuration {
  const issues: string[] = [];
  const number = (name: keyof typeof numbers): number => {
    const { from, to, usual } = numbers[name];
    const text = environment[name];
    if (text === undefined) return usual;
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (!(value >= from && value <= to)) {
      issues.push(`${name} must be a whole number from ${from} to ${to}, got "${text}"`);
    }
    return value;
  };
  const whereGiven = (name: keyof typeof numbers): number | undefined => {
    const value = number(name);
    return Number.isNaN(value) ? undefined : value;
  };
  const configuration: Configuration = {
    host: environment["HOST"] ?? "127.0.0.1",
    port: number("PORT"),
    database: placeIn(environment, issues),
    threads: whereGiven("PRAXIS_THREADS"),
    threadMegabytes: number("PRAXIS_THREAD_MEGABYTES"),
    jobSeconds: number("PRAXIS_JOB_SECONDS"),
    heartbeatSeconds: number("PRAXIS_HEARTBEAT_SECONDS"),
    keepDays: number("PRAXIS_KEEP_DAYS"),
    requestsPerMinute: number("PRAXIS_REQUESTS_PER_MINUTE"),
    jobsPerTenant: number("PRAXIS_JOBS_PER_TENANT"),
    bodyMegabytes: number("PRAXIS_BODY_MEGABYTES"),
    origins: originsIn(environment, issues),
    publicUrl: publicUrlIn(environment, issues),
    tokens: tokensIn(environment, issues),
    webhookTargets: targetsIn(environment, issues),
    metricsPort: whereGiven("PRAXIS_METRICS_PORT"),
    traces: environment["OTEL_EXPORTER_OTLP_ENDPOINT"] !== undefined,
    log: logIn(environment, issues),
  };
  if (issues.length > 0) throw new ConfigurationError(issues.join("\n"));
  return configuration;
}

function placeIn({ PRAXIS_DATABASE_URL: url, PRAXIS_FOLDER: folder }: Environment, issues: string[]): DatabasePlace {
  if (url === undefined) return { folder: folder ?? "praxis-data" };
  // What is wrong with it is not repeated: it holds a password.
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) {
    issues.push("PRAXIS_DATABASE_URL must be an address such as postgres://user:password@host/database");
  }
  if (folder !== undefined) issues.push("PRAXIS_DATABASE_URL and PRAXIS_FOLDER exclude each other; give one of them");
  return { url };
}

function originsIn({ PRAXIS_ORIGINS: text = "" }: Environment, issues: string[]): readonly string[] {
  const origins = text.split(",").flatMap((origin) => (origin.trim() === "" ? [] : [origin.trim()]));
  const wrong = origins.filter((origin) => !URL.canParse(origin) || new URL(origin).origin !== origin);
  if (wrong.length > 0) {
    issues.push(
      `PRAXIS_ORIGINS must be origins such as https://practice.example with commas between, got "${wrong[0]}"`,
    );
  }
  return origins;
}

function publicUrlIn({ PRAXIS_PUBLIC_URL: text }: Environment, issues: string[]): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isGood = url !== undefined && /^https?:$/.test(url.protocol) && url.search === "" && url.hash === "";
  if (!isGood)
    issues.push(`PRAXIS_PUBLIC_URL must be an address such as https://praxis.practice.example, got "${text}"`);
  return text.replace(/\/+$/, "");
}

function tokensIn(environment: Environment, issues: string[]): TokenIssuer | undefined {
  const { PRAXIS_OIDC_ISSUER: issuer, PRAXIS_OIDC_AUDIENCE: audience = "" } = environment;
  const { PRAXIS_OIDC_TENANT_CLAIM: tenantClaim } = environment;
  if (issuer === undefined) {
    if (audience !== "" || tenantClaim !== undefined) issues.push("PRAXIS_OIDC_ISSUER must be given with the others");
    return undefined;
  }
  const { protocol, hostname } = URL.canParse(issuer) ? new URL(issuer) : { protocol: "", hostname: "" };
  // Whoever stands between could let anybody in; on this machine nobody does.
  const isSafe =
    protocol === "https:" || (protocol === "http:" && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname));
  if (!isSafe)
    issues.push(`PRAXIS_OIDC_ISSUER must be an address such as https://login.practice.example, got "${issuer}"`);
  if (audience === "") issues.push("PRAXIS_OIDC_AUDIENCE must say for whom the issuer's tokens are");
  return { issuer, audience, tenantClaim };
}

function targetsIn({ PRAXIS_WEBHOOK_TARGETS: text = "public" }: Environment, issues: string[]): Targets {
  if (text === "public" || text === "any") return text;
  issues.push(`PRAXIS_WEBHOOK_TARGETS must be public or any, got "${text}"`);
  return "public";
}

function logIn({ PRAXIS_LOG: text = "info" }: Environment, issues: string[]): Configuration["log"] {
  if (text === "silent" || text === "warn" || text === "info") return text;
  issues.push(`PRAXIS_LOG must be silent, warn or info, got "${text}"`);
  return "info";
}
