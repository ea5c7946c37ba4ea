/**
 * Prices the sessions of a week by the solver of single sessions.
 *
 * @module
 */

import { bestTemplate } from "./best-template.ts";
import { expectedCost } from "./cost.ts";
import type { Mix, SessionShape } from "./patterns.ts";
import type { PlannedVisit, PricedSession, SessionPricing } from "./pricing.ts";
import type { Counting, SessionPatient, SessionProblem } from "./problem.ts";
import type { WeekProblem, WeekVisitType } from "./week-problem.ts";

/** Providers are there until their session ends, so that it costs to see too few; what they do in between is not counted. */
const counting: Counting = { waits: "showing", waitsAs: "sum", idle: "later of both" };

/** Samples over which the best times are found: the exact cost of what they lead to is within 0.2 % of the best. */
const SAMPLES = 1_000;

/**
 * What the sessions of a week cost: waits of those who come, idle time, and overtime.
 *
 * Patients come on the minute, those whose time with the provider varies least first, which is at most some per cent
 * dearer than the best order (docs/decisions/0010-a-week-of-templates.md), unless the file puts a type at the start or end. In this order the times are proven to be the
 * best on the grid over a thousand samples; they are then priced exactly, in whole minutes.
 */
export function sessionPricing({ visitTypes, costs }: Pick<WeekProblem, "visitTypes" | "costs">): SessionPricing {
  const patients = visitTypes.map(
    ({ name, law, show }): SessionPatient => ({ type: name, service: law, show, wait: costs.wait }),
  );
  const firstToLast = [...visitTypes.keys()].sort((a, b) => inOrder(visitTypes[a]!, visitTypes[b]!));
  const problemOf = (types: readonly number[], { minutes, grid }: SessionShape): SessionProblem => ({
    patients: types.map((type) => patients[type]!),
    order: "listed",
    length: minutes,
    times: { kind: "grid", minutes: Math.min(grid, minutes) },
    breaks: [],
    costs: { idle: costs.idle, overtime: costs.overtime },
    counting,
    evaluation: { kind: "samples", count: SAMPLES, seed: "week" },
  });
  return {
    best(mix: Mix, shape: SessionShape): PricedSession {
      const types = firstToLast.flatMap((type) => Array.from({ length: mix[type]! }, () => type));
      const problem = problemOf(types, shape);
      const { times, certified } = bestTemplate(problem);
      const visits = times.map((at, place): PlannedVisit => ({ type: types[place]!, at }));
      return { visits, cost: exactCost(problem, times), isCertified: certified };
    },
    of(visits: readonly PlannedVisit[], shape: SessionShape): PricedSession {
      const problem = problemOf(
        visits.map(({ type }) => type),
        shape,
      );
      const times = visits.map(({ at }) => at);
      return { visits, cost: exactCost(problem, times), isCertified: false };
    },
  };
}

function exactCost(problem: SessionProblem, times: readonly number[]): number {
  return expectedCost({ ...problem, evaluation: { kind: "exact" } }, times).cost;
}

/** Where their author put them, then those that vary least. */
function inOrder(a: WeekVisitType, b: WeekVisitType): number {
  const places = [a, b].map(({ place }) => (place === "start" ? 0 : place === "end" ? 2 : 1)) as [number, number];
  return places[0] - places[1] || varianceOf(a) - varianceOf(b);
}

/** Of the time with the provider, which is none for a patient who does not come. */
function varianceOf({ law, show }: WeekVisitType): number {
  return show * (law.sd ** 2 + law.mean ** 2) - (show * law.mean) ** 2;
}
