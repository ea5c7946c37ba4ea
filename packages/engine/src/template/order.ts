/**
 * In which order to see patients who differ.
 *
 * Least variance first is the best rule that is known: who may take long delays nobody when seen last. No rule is proved
 * best, so neighbours who differ are exchanged as long as that helps; and few orders are all tried.
 *
 * @module
 */

import { lineOf } from "./line.ts";
import type { SessionPatient, SessionProblem } from "./problem.ts";
import { drawSamples, withColumns } from "./samples.ts";
import { sketchTemplate } from "./sketch.ts";
import type { Work } from "./work.ts";

/** Orders to be compared, and whether they are all that there are. */
export interface Orders {
  readonly orders: readonly (readonly number[])[];
  readonly areAll: boolean;
}

/** No more orders than this are all tried. */
const FEW_ORDERS = 24;

/** Samples on which orders are compared: the difference of two orders is far above their noise, for luck is shared. */
const SAMPLES = { count: 200, seed: "order" };

/** Gains below this share of the cost are noise. */
const GAIN = 1e-4;

/** The orders in which a problem's patients may be seen, as far as they are worth a closer look. */
export function ordersOf(problem: SessionProblem, work: Work): Orders {
  const kinds = kindsOf(problem.patients);
  const listed = problem.patients.map((_, index) => index);
  if (problem.order === "listed") return { orders: [listed], areAll: true };
  const all = ordersOfKinds(kinds);
  if (all !== undefined) return { orders: all, areAll: true };
  const first = listed.sort((a, b) => varianceOf(problem.patients[a]!) - varianceOf(problem.patients[b]!));
  return { orders: [exchanged(problem, first, { kinds, work })], areAll: false };
}

/** Variance of the time that a patient takes, who may not come. */
function varianceOf({ service, show }: SessionPatient): number {
  return show * (service.sd ** 2 + service.mean ** 2) - (show * service.mean) ** 2;
}

/** A number for each patient; those who are alike have the same. */
function kindsOf(patients: readonly SessionPatient[]): number[] {
  const known = new Map<string, number>();
  return patients.map(({ service, show, wait, punctuality }) => {
    const told = [service, punctuality].map((law) => law && [law.kind, law.parameters, law.mean, law.sd]);
    const key = JSON.stringify([told, show, wait]);
    const kind = known.get(key) ?? known.size;
    known.set(key, kind);
    return kind;
  });
}

/** All orders of patients that differ; undefined when there are many. */
function ordersOfKinds(kinds: readonly number[]): number[][] | undefined {
  const orders: number[][] = [];
  const walk = (order: readonly number[]): boolean => {
    if (order.length === kinds.length) return orders.push([...order]) <= FEW_ORDERS;
    const tried = new Set<number>();
    return kinds.every((kind, patient) => {
      if (order.includes(patient) || tried.has(kind)) return true;
      tried.add(kind);
      return walk([...order, patient]);
    });
  };
  return walk([]) ? orders : undefined;
}

/** Exchanges neighbours who differ as long as that makes sketches cheaper. */
function exchanged(
  problem: SessionProblem,
  first: readonly number[],
  { kinds, work }: { readonly kinds: readonly number[]; readonly work: Work },
): readonly number[] {
  const listed = { ...problem, breaks: [] };
  const draws = drawSamples(
    lineOf(
      listed,
      kinds.map((_, patient) => patient),
    ),
    SAMPLES,
  );
  const sketch = (order: readonly number[], start?: readonly number[]) => {
    const samples = withColumns(draws, order);
    return sketchTemplate(listed, lineOf(listed, order), {
      samples,
      work,
      start,
      mostEvaluations: start ? 12 : 100,
    });
  };
  let order = first;
  let best = sketch(order);
  for (let place = 0; place < order.length - 1 && !work.isOver(); place++) {
    if (kinds[order[place]!] === kinds[order[place + 1]!]) continue;
    const other = order.with(place, order[place + 1]!).with(place + 1, order[place]!);
    const found = sketch(other, best.times);
    if (found.cost >= best.cost - GAIN * Math.abs(best.cost)) continue;
    order = other;
    best = found;
    place = Math.max(-1, place - 2);
  }
  return order;
}
