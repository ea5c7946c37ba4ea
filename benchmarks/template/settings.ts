/**
 * Sessions that are measured.
 *
 * @module
 */

import { constant, lognormal, type SessionProblem, usualCounting } from "@praxis/engine";

/** What tells one session from another. */
export interface SessionWords {
  readonly patients: number;
  readonly samples: number;
  readonly cv?: number;
  readonly noShow?: number;
  readonly idle?: number;
}

/** A session of lognormal services of a quarter of an hour, as long as its patients are expected to take. */
export function session({ patients, samples, cv = 0.5, noShow = 0.15, idle = 10 }: SessionWords): SessionProblem {
  const patient = { service: lognormal({ mean: 15, sd: 15 * cv }), show: 1 - noShow, wait: 1 };
  return {
    patients: Array.from({ length: patients }, () => patient),
    order: "listed",
    length: 5 * Math.ceil((patients * 15 * (1 - noShow)) / 5),
    times: { kind: "grid", minutes: 5 },
    breaks: [],
    costs: { idle, overtime: 1.5 * idle },
    counting: usualCounting,
    evaluation: { kind: "samples", count: samples, seed: 1 },
  };
}

/** The public benchmark of 22 patients of six minutes (witusj/experiments-notes); its local search took 968 seconds. */
export const publicBenchmark: SessionProblem = {
  ...session({ patients: 22, samples: 2 }),
  patients: Array.from({ length: 22 }, () => ({ service: constant({ value: 6 }), show: 0.8, wait: 0.1 })),
  length: 100,
  costs: { idle: 0, overtime: 0.9 },
  counting: { waits: "booked", waitsAs: "sum", idle: "last patient" },
  evaluation: { kind: "exact" },
};

/** The 108 settings over which rules of thumb are compared. */
export const settings: readonly Required<Omit<SessionWords, "samples">>[] = [12, 20, 30].flatMap((patients) =>
  [0.3, 0.5, 0.8].flatMap((cv) =>
    [0, 0.1, 0.2, 0.3].flatMap((noShow) => [2, 10, 20].map((idle) => ({ patients, cv, noShow, idle }))),
  ),
);
