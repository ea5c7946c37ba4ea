/** Templates against published optima, the closed form of two patients, and brute force over tiny sessions. */

import {
  bestBookings,
  bestTemplate,
  costGradient,
  type Distribution,
  expectedCost,
  exponential,
  extensiveModel,
  highs,
  javascriptLpSolver,
  lognormal,
  normal,
  type SessionAnswer,
  type SessionProblem,
  type SolvedPart,
  solvedParts,
  solveSession,
  usualCounting,
} from "@praxis/engine";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { references, session } from "../support/sessions.ts";
import { costByCourses, everyTemplate, tinySessions } from "../support/tiny-sessions.ts";

describe.each(Object.entries(references))("%s", (_, { problem, times, cost }) => {
  it("costs what is known", () => {
    expect(Math.abs(expectedCost(problem, times).cost - cost)).toBeLessThan(1e-6);
  });

  it("is solved, and certified", () => {
    const answer = bestTemplate(problem);
    expect(answer).toMatchObject({ status: "optimal", certified: true, times });
    expect(Math.abs(answer.objective - cost)).toBeLessThan(1e-6);
    expect(answer.objective - answer.bound).toBeLessThan(1e-6);
  });
});

describe("tiny sessions", () => {
  it("cost exactly what every course of the day adds up to", () => {
    fc.assert(
      fc.property(tinySessions, fc.nat(), (problem, choice) => {
        const templates = everyTemplate(problem);
        const times = templates[choice % templates.length]!;
        const exact = { ...problem, evaluation: { kind: "exact" } as const };
        expect(expectedCost(exact, times).cost).toBeCloseTo(costByCourses(problem, times), 9);
      }),
      { numRuns: 200 },
    );
  });

  it("are solved as brute force does, and certified", () => {
    fc.assert(
      fc.property(tinySessions, (problem) => {
        const least = Math.min(...everyTemplate(problem).map((times) => expectedCost(problem, times).cost));
        const answer = bestTemplate(problem);
        expect(answer.objective).toBeCloseTo(least, 9);
        expect(expectedCost(problem, answer.times).cost).toBeCloseTo(least, 9);
        expect(answer.certified).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe("tiny sessions on uneven slots", () => {
  const slots = fc.uniqueArray(fc.integer({ min: 0, max: 19 }), { minLength: 3, maxLength: 7 });

  it("are solved as brute force does, and certified", () => {
    fc.assert(
      fc.property(tinySessions, slots, (even, chosen) => {
        const starts = [...chosen, 20].sort((a, b) => a - b);
        const problem: SessionProblem = { ...even, latest: 20, times: { kind: "slots", starts } };
        const costs = everyTemplate(problem).map((times) => expectedCost(problem, times).cost);
        fc.pre(costs.length > 0);
        const answer = bestTemplate(problem);
        expect(answer.objective).toBeCloseTo(Math.min(...costs), 9);
        expect(expectedCost(problem, answer.times).cost).toBeCloseTo(answer.objective, 9);
        expect(answer.bound).toBeLessThanOrEqual(answer.objective + 1e-12);
        expect(answer).toMatchObject({ status: "optimal", certified: true });
      }),
      { numRuns: 300 },
    );
  });

  it("have a bound that no template undercuts, wherever the search is ended", () => {
    fc.assert(
      fc.property(tinySessions, slots, fc.integer({ min: 1, max: 60 }), (even, chosen, work) => {
        const starts = [...chosen, 20].sort((a, b) => a - b);
        const problem: SessionProblem = { ...even, latest: 20, times: { kind: "slots", starts } };
        const costs = everyTemplate(problem).map((times) => expectedCost(problem, times).cost);
        fc.pre(costs.length > 0);
        expect(bestTemplate(problem, { limits: { work } }).bound).toBeLessThanOrEqual(Math.min(...costs) + 1e-9);
      }),
      { numRuns: 200 },
    );
  });
});

describe("the gradient", () => {
  const exact = session({ patients: 4, service: exponential({ mean: 12 }), show: 0.9, length: 45 });
  const sampled = { ...exact, evaluation: { kind: "samples", count: 500, seed: 1 } } as const;
  it.each([
    ["for exponential services", exact],
    ["over samples", sampled],
  ])("is the slope of the cost, %s", (_, problem) => {
    const times = [0, 9.87, 24.13, 37.01];
    const step = 1e-5;
    costGradient(problem, times).forEach((slope, patient) => {
      const moved = (by: number) => times.map((time, index) => (index === patient ? Math.max(0, time + by) : time));
      const costs = [expectedCost(problem, moved(step)).cost, expectedCost(problem, moved(-step)).cost];
      expect(slope).toBeCloseTo((costs[0]! - costs[1]!) / (patient === 0 ? step : 2 * step), 5);
    });
  });
});

describe("two patients with exponential services", () => {
  it.each([
    [0.5, 1],
    [0.2, 0.9],
    [0.7, 0.8],
    [0.9, 1],
    [0.3, 0.5],
  ])("idle weight %d, show probability %d: the second comes when the closed form says", (w, s) => {
    const service = exponential({ mean: 1 });
    const costs = { idle: w, overtime: 0 };
    const answer = bestTemplate(
      session({ patients: 2, service, show: s, wait: 1 - w, length: 20, times: { kind: "any" }, costs }),
    );
    const known = Math.max(0, -Math.log(w / (s * (w + (1 - w) * s))));
    expect(Math.abs(answer.times[1]! - answer.times[0]! - known)).toBeLessThan(1e-9);
    expect(answer.certified).toBe(true);
  });
});

describe("appointments at any moment", () => {
  const sampled = (patients: number, count: number, lateness?: Distribution): SessionProblem => {
    const problem = session({
      patients,
      service: lognormal({ mean: 15, sd: 7.5 }),
      show: 0.85,
      length: 12 * patients,
      times: { kind: "any" },
      costs: { idle: 10, overtime: 15 },
      evaluation: { kind: "samples", count, seed: 1 },
    });
    const known = lateness && { punctuality: lateness };
    return { ...problem, patients: problem.patients.map((patient) => ({ ...patient, ...known })) };
  };

  it.each([
    ["on the minute", sampled(6, 60)],
    ["early and late", sampled(5, 200, normal({ mean: -3, sd: 6 }))],
    [
      "counted to the session's end",
      { ...sampled(5, 60), counting: { ...usualCounting, idle: "later of both" } as const },
    ],
  ])("cost the same by gradients, planes and the whole linear programme, %s", async (_, problem) => {
    const programme = await highs.solve(extensiveModel(problem));
    const best = "objective" in programme ? programme.objective : Number.NaN;
    const byGradient = bestTemplate(problem).objective;
    expect(Math.abs(byGradient - best) / best).toBeLessThan(1e-5);
    const quick = { alternatives: false, frontier: 0, freshSamples: 10, batches: 0 } as const;
    const answer = await solveSession(problem, { ...quick, solver: highs });
    expect(answer).toMatchObject({ status: "optimal", certified: true });
    expect(answer.objectiveBound).toBeLessThanOrEqual(best * (1 + 1e-9));
    expect(Math.abs(answer.objective - best) / best).toBeLessThan(1e-5);
    expect(best - answer.objectiveBound).toBeLessThan(1e-5 * best);
  });

  it("have the same bound by javascript-lp-solver", async () => {
    const problem = sampled(4, 30);
    const quick = { alternatives: false, frontier: 0, freshSamples: 10, batches: 0 } as const;
    const one = await solveSession(problem, { ...quick, solver: highs });
    const other = await solveSession(problem, { ...quick, solver: javascriptLpSolver });
    expect(other.certified).toBe(true);
    expect(Math.abs(other.objectiveBound - one.objectiveBound) / one.objectiveBound).toBeLessThan(1e-5);
  });
});

describe("an answer", () => {
  it("is told in parts, each with what is known by then", async () => {
    const exact = session({ patients: 5, service: exponential({ mean: 12 }), show: 0.9, length: 55 });
    const problem: SessionProblem = { ...exact, evaluation: { kind: "samples", count: 60, seed: 1 } };
    const parts: [SolvedPart, SessionAnswer][] = [];
    const onProgress = (part: SolvedPart, answer: SessionAnswer) => parts.push([part, answer]);
    const answer = await solveSession(problem, {
      solver: highs,
      freshSamples: 50,
      batches: 2,
      frontier: 3,
      onProgress,
    });
    expect(parts.map(([part]) => part)).toEqual(solvedParts);
    const [first, bound, alternatives, last] = parts.map(([, answer]) => answer);
    expect(first).toMatchObject({ bound: -Infinity, frontier: [] });
    expect(first!.cost).toBeGreaterThan(0);
    expect(bound!.bound).toBe(answer.bound);
    expect(bound!.alternatives.map(({ kind }) => kind)).toEqual(["best"]);
    expect(alternatives!.alternatives).toEqual(answer.alternatives);
    expect(last).toEqual(answer);
  });
});

describe("the bound of a sampled cost", () => {
  it("lies below the least cost in truth, by no more than chance explains", async () => {
    const exact = session({ patients: 5, service: exponential({ mean: 12 }), show: 0.9, length: 55 });
    const best = bestTemplate(exact).objective;
    for (let seed = 1; seed <= 20; seed++) {
      const sampled: SessionProblem = { ...exact, evaluation: { kind: "samples", count: 100, seed } };
      const options = { alternatives: false, frontier: 0, freshSamples: 10, seed } as const;
      const { times, cost, bound, boundConfidence } = await solveSession(sampled, options);
      const tooDear = expectedCost(exact, times).cost - best;
      expect(boundConfidence).toBe(0.95);
      expect(cost - bound).toBeGreaterThanOrEqual(tooDear);
      expect(cost - bound).toBeLessThan(0.2 * best);
    }
  });

  it("is not known where nothing was solved again", async () => {
    const problem = session({ patients: 3, service: exponential({ mean: 12 }), length: 30 });
    const sampled: SessionProblem = { ...problem, evaluation: { kind: "samples", count: 50, seed: 1 } };
    expect(await solveSession(sampled, { batches: 0, frontier: 0 })).toMatchObject({
      bound: -Infinity,
      certified: true,
    });
  });
});

describe("bookings", () => {
  const problem = session({
    patients: 1,
    service: lognormal({ mean: 15, sd: 7.5 }),
    wait: 0.5,
    length: 240,
    costs: { idle: 0, overtime: 6 },
    evaluation: { kind: "samples", count: 300, seed: 1 },
  });

  it.each([
    [0, 15],
    [0.2, 18],
    [0.4, 23],
  ])("with a no-show probability of %d are best at %d", (noShow, known) => {
    const patients = problem.patients.map((patient) => ({ ...patient, show: 1 - noShow }));
    expect(bestBookings({ ...problem, patients }, { value: 60 }).best?.patients).toBe(known);
  });

  it("have no best number where overtime is cheaper than a patient", () => {
    expect(bestBookings(problem, { value: 90 })).toEqual({ status: "unbounded", tried: [] });
  });
});

describe("a search", () => {
  const problem = session({
    patients: 8,
    service: lognormal({ mean: 15, sd: 7.5 }),
    evaluation: { kind: "samples", count: 200, seed: 1 },
  });

  it("can be ended at any moment, with the best template so far and why", () => {
    const done = bestTemplate(problem);
    expect(done.certified).toBe(true);
    for (const work of [0, 1, 10, 60]) {
      const answer = bestTemplate(problem, { limits: { work } });
      expect(answer.objective).toBeGreaterThanOrEqual(done.objective - 1e-9);
      if (!answer.certified) expect(answer).toMatchObject({ status: "feasible", reason: "work limit" });
      expect(expectedCost(problem, answer.times).cost).toBeCloseTo(answer.objective, 9);
    }
    expect(bestTemplate(problem, { cancelled: () => true }).reason).toBe("cancelled");
    expect(bestTemplate(problem, { limits: { seconds: 0 }, clock: () => 0 }).reason).toBe("time limit");
    expect(() => bestTemplate(problem, { limits: { seconds: 1 } })).toThrow("a time limit needs a clock");
  });

  it("certifies the best template of uneven slots, and has a bound also when it must end early", () => {
    const starts = [0, 10, 25, 45, 50, 80];
    const uneven: SessionProblem = { ...problem, times: { kind: "slots", starts } };
    const answer = bestTemplate(uneven);
    expect(answer).toMatchObject({ status: "optimal", certified: true });
    expect(answer.times.every((time) => starts.includes(time))).toBe(true);
    const early = bestTemplate(uneven, { limits: { work: answer.work - 50 } });
    expect(early).toMatchObject({ status: "feasible", certified: false, reason: "work limit" });
    expect(early.bound).toBeLessThanOrEqual(answer.objective);
  });

  it("sees those first whose service varies least, where the order is free", () => {
    const wide = { service: lognormal({ mean: 15, sd: 15 }), show: 1, wait: 1 };
    const narrow = { service: lognormal({ mean: 15, sd: 3 }), show: 1, wait: 1 };
    const few = bestTemplate({ ...problem, order: "free", patients: [wide, narrow, narrow] });
    expect(few).toMatchObject({ status: "optimal", order: [1, 2, 0] });
    const many = bestTemplate({
      ...problem,
      order: "free",
      patients: [wide, wide, wide, narrow, narrow, narrow, narrow],
    });
    expect(many.order.slice(0, 4)).toEqual([3, 4, 5, 6]);
    expect(many).toMatchObject({ status: "feasible", certified: true });
  });
});
