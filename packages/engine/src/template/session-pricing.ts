/**
 * Prices the sessions of a week by the solver of single sessions.
 *
 * @module
 */

import { bestTemplate } from "./best-template.ts";
import { expectedCost } from "./cost.ts";
import type { Mix, SessionShape } from "./patterns.ts";
import type { PlannedVisit, PricedSession, SessionPricing } from "./pricing.ts";
import { type SessionPatient, type SessionProblem, usualCounting } from "./problem.ts";
import type { WeekProblem } from "./week-problem.ts";

/**
 * What the sessions of a week cost: exactly, in whole minutes, with waits of those who come, idle time up to the last
 * patient, and overtime. Patients come on the minute; the order of visit types is found with their times.
 */
export function sessionPricing({ visitTypes, costs }: Pick<WeekProblem, "visitTypes" | "costs">): SessionPricing {
  const patients = visitTypes.map(
    ({ name, law, show }): SessionPatient => ({ type: name, service: law, show, wait: costs.wait }),
  );
  const problemOf = (types: readonly number[], order: SessionProblem["order"], { minutes, grid }: SessionShape) => ({
    patients: types.map((type) => patients[type]!),
    order,
    length: minutes,
    times: { kind: "grid", minutes: grid } as const,
    breaks: [],
    costs: { idle: costs.idle, overtime: costs.overtime },
    counting: usualCounting,
    evaluation: { kind: "exact" } as const,
  });
  return {
    best(mix: Mix, shape: SessionShape): PricedSession {
      const types = mix.flatMap((count, type) => Array.from({ length: count }, () => type));
      const { times, order, objective, certified } = bestTemplate(problemOf(types, "free", shape));
      const visits = times.map((at, place): PlannedVisit => ({ type: types[order[place]!]!, at }));
      return { visits, cost: objective, isCertified: certified };
    },
    of(visits: readonly PlannedVisit[], shape: SessionShape): PricedSession {
      const problem = problemOf(
        visits.map(({ type }) => type),
        "listed",
        shape,
      );
      const times = visits.map(({ at }) => at);
      return { visits, cost: expectedCost(problem, times).cost, isCertified: false };
    },
  };
}
