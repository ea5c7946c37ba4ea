/**
 * Session problems for tests: published ones, and tiny ones that can be tried in full.
 *
 * @module
 */

import {
  constant,
  type Distribution,
  exponential,
  lognormal,
  type SessionPatient,
  type SessionProblem,
  usualCounting,
} from "@praxis/engine";

/** What a test says about a session; the rest is usual. */
export interface SessionWords extends Partial<Omit<SessionProblem, "patients">> {
  readonly patients: number;
  readonly service: Distribution;
  readonly show?: number;
  readonly wait?: number;
}

/** A session of patients who are all alike. */
export function session({ patients, service, show = 1, wait = 1, ...rest }: SessionWords): SessionProblem {
  const patient: SessionPatient = { service, show, wait };
  return {
    patients: Array.from({ length: patients }, () => patient),
    order: "listed",
    length: 100,
    times: { kind: "grid", minutes: 5 },
    breaks: [],
    costs: { idle: 1, overtime: 1 },
    counting: usualCounting,
    evaluation: { kind: "exact" },
    ...rest,
  };
}

/** A template whose optimum is known. */
export interface Reference {
  readonly problem: SessionProblem;
  readonly times: readonly number[];
  readonly cost: number;
}

const minutesOf = (slots: readonly number[], length: number) =>
  slots.flatMap((patients, slot) => Array.from({ length: patients }, () => slot * length));

const slots = ({ b, r, w, n, t }: { b: number; r: number; w: number; n: number; t: number }) =>
  session({
    patients: n,
    service: exponential({ mean: b }),
    show: 1 - r,
    wait: w,
    length: 10 * t,
    times: { kind: "grid", minutes: 10 },
    counting: { waits: "showing", waitsAs: "mean", idle: "later of both" },
  });

const lognormal20 = lognormal({ mean: 20, sd: 10 });
const grid = (minutes: number) => ({ kind: "grid", minutes }) as const;

/**
 * Certified optima: four sessions of lognormal services in whole minutes; three of Kaandorp & Koole (2007), Optimal
 * outpatient appointment scheduling, Health Care Management Science 10; and the public benchmark of 22 patients of six
 * minutes (witusj/experiments-notes).
 */
export const references: Readonly<Record<string, Reference>> = {
  "five lognormal services on a grid of 5 minutes": {
    problem: session({ patients: 5, service: lognormal20 }),
    times: [0, 20, 40, 65, 85],
    cost: 52.463227,
  },
  "five lognormal services on a grid of 1 minute": {
    problem: session({ patients: 5, service: lognormal20, times: grid(1) }),
    times: [0, 18, 40, 62, 82],
    cost: 51.725871,
  },
  "five lognormal services with no-shows": {
    problem: session({ patients: 5, service: lognormal20, show: 0.8, length: 80, costs: { idle: 10, overtime: 15 } }),
    times: [0, 0, 10, 25, 35],
    cost: 251.12312,
  },
  "twelve lognormal services with no-shows": {
    problem: session({
      patients: 12,
      service: lognormal({ mean: 15, sd: 7.5 }),
      show: 0.85,
      length: 155,
      costs: { idle: 10, overtime: 15 },
    }),
    times: [0, 0, 10, 20, 35, 45, 60, 70, 85, 95, 105, 115],
    cost: 432.492786,
  },
  "Kaandorp & Koole: 5 patients in 5 slots": {
    problem: slots({ n: 5, t: 5, b: 10, r: 0, w: 1 }),
    times: minutesOf([2, 1, 1, 1, 0], 10),
    cost: 28.198594632,
  },
  "Kaandorp & Koole: 10 patients in 10 slots": {
    problem: slots({ n: 10, t: 10, b: 10, r: 0, w: 1 }),
    times: minutesOf([2, 1, 1, 1, 1, 1, 1, 1, 1, 0], 10),
    cost: 43.31260136,
  },
  "Kaandorp & Koole: 6 patients in 12 slots, with no-shows": {
    problem: slots({ n: 6, t: 12, b: 20, r: 0.1, w: 2 }),
    times: minutesOf([1, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 0], 10),
    cost: 78.341071776,
  },
  "the public benchmark of 22 patients": {
    problem: session({
      patients: 22,
      service: constant({ value: 6 }),
      show: 0.8,
      wait: 0.1,
      costs: { idle: 0, overtime: 0.9 },
      counting: { waits: "booked", waitsAs: "sum", idle: "last patient" },
    }),
    times: minutesOf([2, ...Array.from({ length: 18 }, () => 1), 2], 5),
    cost: 22.6278349233,
  },
};
