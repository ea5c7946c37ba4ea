/**
 * The appointments of a session as a problem of their own: from a scenario to what the session solver takes.
 *
 * @module
 */

import { type Distribution, lognormal, mixture, scaled } from "../random/distributions.ts";
import { offeredLoad } from "../scenario/load.ts";
import type { ActivityStep, Need, Scenario, ShareRule, Steps, VisitTypeChoice } from "../scenario/schema.ts";
import { distribution, minutes, share } from "../scenario/units.ts";
import { MOST_PATIENTS, type SessionProblem, usualCounting } from "../template/problem.ts";
import type { Session } from "./sessions.ts";

/** What the solver is told besides the scenario. */
export interface SessionProblemOptions {
  /** Cost of a minute in which the provider is idle, and of one after the end, where a patient's wait costs 1. */
  readonly costs: { readonly idle: number; readonly overtime: number };
  /** Minutes between times that may be given. */
  readonly grid: number;
  /** Days with other luck over which a template is priced. */
  readonly samples: number;
  readonly seed: number | string;
}

/** A session as a problem, and how its minutes are told from the clock. */
export interface DerivedSession {
  readonly problem: SessionProblem;
  /** Minutes after midnight of the appointment that the problem calls 0. */
  readonly start: number;
  /** Mean minutes between an appointment and the provider's door: desk, vitals. They are the same for every template. */
  readonly lead: number;
}

/**
 * The session problem of a row of a template: service laws of the provider's own activity, chance of coming, punctuality.
 *
 * A row without a provider is served by the role with most work for its capacity, all of its people as one who is so many
 * times as fast. Paperwork and walk-ins are left out: the simulation judges what comes of it.
 *
 * @returns undefined when no activity of its patients needs a person
 */
export function sessionProblem(
  scenario: Scenario,
  session: Session,
  { costs, grid, samples, seed }: SessionProblemOptions,
): DerivedSession | undefined {
  const { times, choices, end, source, spec } = session;
  const role = roleOfSession(scenario, session);
  if (role === undefined || times.length > MOST_PATIENTS) return undefined;
  const servedTo = servedByChoice(scenario, role);
  const served = choices.flatMap((choice) => servedTo(choice) ?? []);
  if (served.length < choices.length) return undefined;
  const { staff = {} } = scenario;
  const count = spec.provider === undefined ? countOf(staff[role]) : 1;
  const { booked = "100 %", punctuality } = source.appointments;
  const common = {
    show: share(booked) * showing(session),
    ...(punctuality !== undefined && { punctuality: distribution(punctuality) }),
    wait: 1,
  };
  const patients = served.map(({ law }) => ({
    ...common,
    service: count === 1 ? law : scaled({ by: 1 / count, of: law }),
  }));
  const [start] = times as [number];
  const length = Math.max(end, times.at(-1)! + grid) - start;
  const problem: SessionProblem = {
    name: session.name,
    patients,
    order: "listed",
    length,
    times: { kind: "grid", minutes: grid },
    latest: times.at(-1)! - start,
    breaks: [],
    costs,
    counting: usualCounting,
    evaluation: { kind: "samples", count: samples, seed },
  };
  return { problem, start, lead: served.reduce((sum, { before }) => sum + before, 0) / served.length };
}

/** Whose work a session is: of its provider's role, or of the busiest; undefined when there is no staff. */
export function roleOfSession(scenario: Scenario, { spec }: Session): string | undefined {
  return spec.provider === undefined ? busiestRole(scenario) : roleOf(scenario, spec.provider);
}

/** Tells what a role does for whoever comes by a choice; undefined when that is nothing. */
export function servedByChoice(scenario: Scenario, role: string): (choice: VisitTypeChoice) => Served | undefined {
  const known = new Map<VisitTypeChoice, Served | undefined>();
  return (choice) => {
    if (!known.has(choice)) {
      known.set(
        choice,
        mixed(choice, (type) => servedBy(role, scenario.visitTypes?.[type]?.pathway ?? [])),
      );
    }
    return known.get(choice);
  };
}

/** The role whose work takes most of its time; undefined when there is no staff. */
function busiestRole(scenario: Scenario): string | undefined {
  const { staff = {} } = scenario;
  const load = offeredLoad(scenario).filter(({ resource }) => Object.hasOwn(staff, resource));
  const intensity = ({ work, capacity }: (typeof load)[number]) => (capacity > 0 ? work / capacity : 0);
  return load.sort((one, other) => intensity(other) - intensity(one))[0]?.resource;
}

/** The role of a provider, who may be named. */
function roleOf({ staff = {} }: Scenario, provider: string): string | undefined {
  if (Object.hasOwn(staff, provider)) return provider;
  return Object.entries(staff).find(([, { people }]) => people !== undefined && Object.hasOwn(people, provider))?.[0];
}

function countOf(role: { readonly count?: number; readonly people?: object } | undefined): number {
  return Math.max(1, Object.keys(role?.people ?? {}).length || (role?.count ?? 1));
}

/** What a role does for one patient, and the mean minutes of activities before it. */
export interface Served {
  readonly law: Distribution;
  readonly before: number;
}

/** A choice of visit types as one: a mixture of their laws. */
function mixed(choice: VisitTypeChoice, of: (type: string) => Served | undefined): Served | undefined {
  const shares = typeof choice === "string" ? [[choice, "100 %"] as const] : Object.entries(choice);
  const parts = shares.flatMap(([type, part]) => {
    const served = of(type);
    return served === undefined || share(part) === 0 ? [] : [{ served, weight: share(part) }];
  });
  if (parts.length === 0) return undefined;
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  const before = parts.reduce((sum, { served, weight }) => sum + (weight / total) * served.before, 0);
  const components = parts.map(({ served }) => served.law);
  const law =
    components.length === 1 ? components[0]! : mixture({ weights: parts.map(({ weight }) => weight), components });
  return { law, before };
}

/** The activities of a pathway for which a role is needed, as one: its law, or a lognormal of the same mean and sd. */
function servedBy(role: string, pathway: Steps): Served | undefined {
  const walk: Walk = { before: 0, own: [] };
  follow(pathway, role, 1, walk);
  const [first, ...others] = walk.own;
  if (first === undefined) return undefined;
  if (others.length === 0 && first.part === 1) return { law: first.law, before: walk.before };
  const mean = walk.own.reduce((sum, { law, part }) => sum + part * law.mean, 0);
  // What happens to a part of the patients adds the spread of whether it does.
  const variance = walk.own.reduce((sum, { law, part }) => {
    return sum + part * law.sd ** 2 + part * (1 - part) * law.mean ** 2;
  }, 0);
  if (!(mean > 0)) return undefined;
  return { law: lognormal({ mean, sd: Math.max(Math.sqrt(variance), mean / 100) }), before: walk.before };
}

interface Walk {
  /** Mean minutes of activities before the role's first. */
  before: number;
  readonly own: { readonly law: Distribution; readonly part: number }[];
}

/** Follows steps with so large a part of the patients. */
function follow(steps: Steps, role: string, part: number, walk: Walk): void {
  for (const step of steps) {
    if ("activity" in step) countActivity(step, role, part, walk);
    else if ("branch" in step) {
      for (const way of step.branch) {
        follow(way.steps, role, part * ("share" in way ? share(way.share) : 1 / step.branch.length), walk);
      }
    } else if ("parallel" in step) for (const branch of step.parallel) follow(branch, role, part, walk);
    else if ("repeat" in step) follow(step.repeat.steps, role, part, walk);
  }
}

function countActivity({ needs, takes }: ActivityStep, role: string, part: number, walk: Walk): void {
  const fixed = typeof takes === "string" ? minutes(takes) : undefined;
  const isOwn = [needs ?? []].flat().some((need) => wordsOf(need).includes(role));
  if (isOwn) {
    const law =
      fixed === undefined ? distribution(takes as object as never) : lognormal({ mean: fixed, sd: fixed / 100 });
    walk.own.push({ law, part });
  } else if (walk.own.length === 0) {
    walk.before += part * (fixed ?? Math.max(0, distribution(takes as object as never).mean));
  }
}

function wordsOf(need: Need): readonly string[] {
  if (typeof need === "string") return [need];
  if ("my" in need) return [need.my];
  return "oneOf" in need ? need.oneOf : [need.of];
}

/** Points of the lead time's law at which its rules are looked at. */
const LEAD_TIMES = 200;

/** The part of those booked who come: neither cancelled nor missed, over all lead times. */
function showing({ source }: Session): number {
  const { leadTime, noShow, cancellation } = source.appointments;
  const law = leadTime === undefined || typeof leadTime === "string" ? undefined : distribution(leadTime);
  const fixed = typeof leadTime === "string" ? minutes(leadTime) : 0;
  let coming = 0;
  for (let point = 0; point < LEAD_TIMES; point++) {
    const lead = law === undefined ? fixed : law.quantile((point + 0.5) / LEAD_TIMES);
    coming += (1 - shareAt(noShow, lead)) * (1 - shareAt(cancellation, lead));
  }
  return coming / LEAD_TIMES;
}

/** The share of a rule for a lead time; of several visit types their mean. */
function shareAt(rule: ShareRule | Readonly<Record<string, ShareRule>> | undefined, lead: number): number {
  if (rule === undefined) return 0;
  if (typeof rule === "string") return share(rule);
  if (Array.isArray(rule)) {
    const row = rule.find(({ upTo }) => upTo === undefined || lead <= minutes(upTo));
    return row === undefined ? 0 : share(row.share);
  }
  const each = Object.values(rule as Readonly<Record<string, ShareRule>>);
  return each.reduce((sum, one) => sum + shareAt(one, lead), 0) / each.length;
}
