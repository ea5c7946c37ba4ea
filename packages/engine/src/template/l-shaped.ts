/**
 * A bound from both sides for appointments at any moment: the L-shaped method within a trust region.
 *
 * The sample average is a two-stage stochastic linear programme. Each template priced gives planes below the cost; the
 * best template of all planes is a linear programme, whose value is a bound where the trust region does not hold it.
 *
 * @see Denton & Gupta (2003), A sequential bounding approach for optimal appointment scheduling, IIE Transactions 35(11);
 * Linderoth & Wright (2003), Decomposition algorithms for stochastic programming on a computational grid, Computational
 * Optimization and Applications 24
 * @module
 */

import { LinearModel } from "../modelling/linear-model.ts";
import type { Solver } from "../modelling/solver.ts";
import { type Range, rangesOfItems } from "./allowed-times.ts";
import type { SolvedSession } from "./answer.ts";
import { type Line, lineOf, placesOfBreaks, timesOfItems } from "./line.ts";
import { placesToTry } from "./places-of-breaks.ts";
import type { SessionProblem } from "./problem.ts";
import { sampleCostAndGradient } from "./sample-evaluation.ts";
import { drawSamples, type Samples } from "./samples.ts";
import { standing } from "./search.ts";
import { inOrder, sketchTemplate } from "./sketch.ts";
import type { Work } from "./work.ts";

/** Bounds this near to the cost, as a share of it, are near enough. */
const CONTINUOUS_GAP = 1e-5;

/** Samples are priced in so many groups, each with planes of its own: more of them say more, and cost the master more. */
const GROUPS = 20;

/** Minutes that a template may move at first. */
const FIRST_RADIUS = 2;

/** What the method works with. */
export interface BoundOptions {
  readonly solver: Solver;
  readonly work: Work;
}

/** The same answer with a bound, and maybe a better template: of all places that its order's breaks may have. */
export async function boundAtAnyMoment(
  problem: SessionProblem,
  found: SolvedSession,
  options: BoundOptions,
): Promise<SolvedSession> {
  const here = placesOfBreaks(problem.breaks, found.times).join();
  let { times, objective } = found;
  const { places: ways, areAll: areAllPlaces } = placesToTry(problem, found.order);
  let bound = areAllPlaces ? Infinity : -Infinity;
  for (const places of ways) {
    const line = lineOf(problem, found.order, places);
    const ranges = rangesOfItems(problem, line);
    if (ranges.some(({ from, to }) => from > to)) continue;
    const samples = drawSamples(line, problem.evaluation as { count: number; seed: number | string });
    const start =
      places.join() === here
        ? timesOfItems(line, found.times)
        : sketchTemplate(problem, line, { samples, work: options.work, relativeGain: 1e-7 }).times;
    const reached = await improve({ line, ranges, samples }, start, options);
    bound = Math.min(bound, reached.bound);
    if (reached.cost >= objective) continue;
    objective = reached.cost;
    times = inOrder(reached.times).filter((_, item) => line.items[item]!.patient !== undefined);
  }
  const areAll = problem.order === "listed" || found.status === "optimal";
  const { reason } = options.work;
  return {
    ...found,
    ...standing({ cost: objective, bound, areAll }, CONTINUOUS_GAP),
    ...(reason !== undefined && { reason }),
    times,
    objective,
    bound: Math.min(bound, objective),
    work: options.work.done,
  };
}

interface Recourse {
  readonly line: Line;
  readonly ranges: readonly Range[];
  readonly samples: Samples;
}

/** A plane below the cost of a group of samples. */
interface Cut {
  readonly group: number;
  readonly gradient: Float64Array;
  /** Its height where all appointments are at the start. */
  readonly height: number;
}

/** Moves a template to where the planes say, until the cost is within the gap of the bound. */
async function improve(recourse: Recourse, start: ArrayLike<number>, { solver, work }: BoundOptions) {
  const groups = groupsOf(recourse.samples, recourse.line.items.length);
  const cuts: Cut[] = [];
  let times = Float64Array.from(start);
  let cost = addCuts(recourse, { groups, times, cuts });
  let bound = -Infinity;
  let radius = FIRST_RADIUS;
  while (!work.isOver() && cost - bound > CONTINUOUS_GAP * 0.5 * Math.abs(cost)) {
    const master = await solveMaster(recourse, { groups, cuts, centre: times, radius, solver });
    if (master === undefined) break;
    if (master.isInside) bound = Math.max(bound, master.value);
    const next = master.times;
    const nextCost = addCuts(recourse, { groups, times: next, cuts });
    work.did(2);
    const promised = cost - master.value;
    if (nextCost < cost) {
      if (cost - nextCost > promised / 2 && !master.isInside) radius *= 2;
      times = next;
      cost = nextCost;
    } else if (!master.isInside && promised > CONTINUOUS_GAP * Math.abs(cost)) radius /= 2;
    // Where little is promised nearby, the whole session is asked.
    if (promised <= 0.2 * CONTINUOUS_GAP * Math.abs(cost)) radius *= 8;
  }
  return { times, cost, bound };
}

interface Group {
  readonly samples: Samples;
  readonly share: number;
}

function groupsOf({ count, services, lateness }: Samples, size: number): Group[] {
  const groups = Math.min(GROUPS, count);
  return Array.from({ length: groups }, (_, group) => {
    const from = Math.floor((group * count) / groups);
    const to = Math.floor(((group + 1) * count) / groups);
    const rows = (draws: Float64Array) => draws.subarray(from * size, to * size);
    const samples = { count: to - from, services: rows(services), ...(lateness && { lateness: rows(lateness) }) };
    return { samples, share: (to - from) / count };
  });
}

/** Prices a template, and adds its planes. */
function addCuts(
  { line }: Recourse,
  { groups, times, cuts }: { readonly groups: readonly Group[]; readonly times: Float64Array; readonly cuts: Cut[] },
): number {
  let total = 0;
  groups.forEach(({ samples, share }, group) => {
    const gradient = new Float64Array(times.length);
    const cost = sampleCostAndGradient(line, samples, { times, gradient });
    const height = gradient.reduce((sum, slope, item) => sum - slope * times[item]!, cost);
    cuts.push({ group, gradient, height });
    total += share * cost;
  });
  return total;
}

interface Master {
  readonly groups: readonly Group[];
  readonly cuts: readonly Cut[];
  readonly centre: Float64Array;
  readonly radius: number;
  readonly solver: Solver;
}

/** The template that is best by all planes, within a radius; whether the radius holds nobody, so that the value is a bound. */
async function solveMaster({ ranges, line }: Recourse, { groups, cuts, centre, radius, solver }: Master) {
  const model = new LinearModel();
  const limits = ranges.map(({ from, to }, item) => ({
    lower: Math.max(from, centre[item]! - radius),
    upper: Math.max(from, Math.min(to, centre[item]! + radius)),
  }));
  for (const limit of limits) model.addVariable(limit);
  const heights = groups.map(() => model.addVariable({ lower: -Infinity }));
  const items = ranges.map((_, item) => item);
  for (const { group, gradient, height } of cuts) {
    const { index } = heights[group]!;
    model.addRow([...items, index], [...gradient.map((slope) => -slope), 1], { lower: height });
  }
  for (let item = 1; item < items.length; item++) model.addRow([item - 1, item], [-1, 1], { lower: 0 });
  model.minimise({
    terms: heights.map((variable, group) => ({ variable, coefficient: groups[group]!.share })),
    constant: 0,
  });
  const outcome = await solver.solve(model.data());
  if (outcome.status !== "optimal") return undefined;
  const times = Float64Array.from(line.items, (_, item) => outcome.solution[item]!);
  const isHeld = limits.some(
    ({ lower, upper }, item) =>
      (lower > ranges[item]!.from && times[item]! <= lower + 1e-9) ||
      (upper < ranges[item]!.to && times[item]! >= upper - 1e-9),
  );
  return { times, value: outcome.bound, isInside: !isHeld };
}
