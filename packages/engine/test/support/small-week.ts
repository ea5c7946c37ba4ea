/** Weeks for tests: an office of two physicians as text, and prices that need no solver. */

import type { PlannedVisit, SessionPricing } from "../../src/template/pricing.ts";
import type { WeekProblem } from "../../src/template/week-problem.ts";

/** A week file of two physicians and two visit types; pieces of it can be replaced. */
export function weekText(changes: Readonly<Record<string, string>> = {}): string {
  const text = `week: 1
name: Small practice
zone: America/Chicago
start: 2026-12-07
sessions:
  morning: { from: "08:00", to: "10:00", grid: 10 min }
  afternoon: { from: "13:00", to: "15:00", grid: 10 min }
costs: { wait: $20 per hour, idle: $120 per hour, overtime: $180 per hour }
fill: { atLeast: 50 % }
rooms:
  exam room: { count: 2, use: 100 % }
visitTypes:
  visit: { takes: 20 min, needs: { exam room: 25 min }, demand: 20 per week, unmet: $50 }
  new patient: { takes: 40 min, shows: 80 %, needs: { exam room: 45 min }, floor: { slots: { monday: 1 } } }
providers:
  Dr-A: { role: physician, sessions: { monday: [morning, afternoon], tuesday: morning } }
  Dr-B: { role: physician, sessions: { monday: morning, tuesday: [morning, afternoon] } }
`;
  return Object.entries(changes).reduce((result, [from, to]) => {
    if (!result.includes(from)) throw new Error(`the week does not say “${from}”`);
    return result.replace(from, to);
  }, text);
}

/**
 * Prices that stand in for the solver of sessions: visits one after the other on the grid, each dearer than its share of
 * the session, and odd enough that no two mixes cost the same.
 */
export function oddPrices({ visitTypes }: Pick<WeekProblem, "visitTypes">): SessionPricing {
  const costOf = (visits: readonly PlannedVisit[], minutes: number) => {
    const busy = visits.reduce((sum, { type }) => sum + visitTypes[type]!.law.mean * visitTypes[type]!.show, 0);
    const spread = visits.reduce((sum, { type, at }) => sum + (type + 1) * Math.sqrt(at + 1), 0);
    return Math.abs(minutes - busy) / 7 + spread / 31;
  };
  return {
    best(mix, { minutes, grid }) {
      const visits: PlannedVisit[] = [];
      let at = 0;
      for (const [type, count] of mix.entries()) {
        const length = visitTypes[type]!.law.mean * visitTypes[type]!.show;
        for (let visit = 0; visit < count; visit++) {
          visits.push({ type, at: Math.min(Math.floor(at / grid) * grid, minutes - grid) });
          at += length;
        }
      }
      return { visits, cost: costOf(visits, minutes), isCertified: true };
    },
    of: (visits, { minutes }) => ({ visits, cost: costOf(visits, minutes), isCertified: false }),
  };
}
