/**
 * The finite automaton of a person's successions and runs, and of blocks that are under way.
 *
 * A state holds all of the past that successions and runs ask for: the kind of the last shift and the length of each
 * run. A *node* is a state with one flag per blocks term: whether this block already has work. Days with the same
 * successions and the same place in their blocks are of one *kind*, and share their arcs.
 *
 * This is the regular-language view of rostering rules: Demassey, Pesant, Rousseau, A cost-regular based hybrid column
 * generation approach (Constraints 11, 2006).
 *
 * @module
 */

import type { BlocksTerm, RunTerm, SuccessionTerm } from "./roster-model.ts";
import { boundsOf } from "./tables.ts";

/** The arcs that leave each node on days of one kind: those of a node are `starts[node] .. starts[node + 1]`. */
export interface Arcs {
  readonly starts: Int32Array;
  readonly classes: Uint8Array;
  readonly targets: Int32Array;
  readonly costs: Float64Array;
  /** Bit b: the arc is the first work in its block of the blocks term b. */
  readonly opens: Uint8Array;
}

/** What the successions, runs and blocks of a person allow and cost. */
export interface Automaton {
  readonly nodes: number;
  /** The node before the first day. */
  readonly start: number;
  /** The arcs of each day. */
  readonly arcs: readonly Arcs[];
}

interface Question {
  readonly days: number;
  readonly classes: number;
  /** A shift (or off) of each class, to stand for it. */
  readonly first: readonly number[];
  readonly runs: readonly RunTerm[];
  readonly successions: readonly SuccessionTerm[];
  readonly blocks: readonly BlocksTerm[];
}

/** More states than this mean that the rules of one person do not fit this method. */
const mostStates = 20_000;

/** Builds the automaton by exploring all states from the first day on. */
export function automaton(question: Question): Automaton {
  const { classes, first, runs } = question;
  const steps = runs.map(runStep);
  const inRun = runs.map((run) => first.map((shift) => run.shifts.includes(shift)));
  const { lastOf, successionCost } = successionTables(question);
  const kinds = dayKinds(question);

  // A state is [group of the last class, position in each run]. Group -1: nothing came before.
  const states: number[][] = [[-1, ...steps.map((step) => step.start)]];
  const known = new Map([[states[0]!.join(), 0]]);
  const edges: { from: number; c: number; to: number; cost: number; last: number }[] = [];
  for (let from = 0; from < states.length; from++) {
    const state = states[from]!;
    for (let c = 0; c < classes; c++) {
      const next = [lastOf[c]!];
      let cost = 0;
      steps.forEach((step, r) => {
        const [position, price] = step.take(state[r + 1]!, inRun[r]![c]!);
        next.push(position);
        cost += price;
      });
      if (cost === Number.POSITIVE_INFINITY) continue;
      const anyDay = kinds.distinct.some(
        (kind) => successionCost(kind.successions, state[0]!, c) < Number.POSITIVE_INFINITY,
      );
      if (!anyDay) continue;
      const key = next.join();
      let to = known.get(key);
      if (to === undefined) {
        to = states.length;
        if (to >= mostStates) throw new RangeError(`the rules of a person need more than ${mostStates} states`);
        known.set(key, to);
        states.push(next);
      }
      edges.push({ from, c, to, cost, last: state[0]! });
    }
  }

  const flags = 1 << question.blocks.length;
  const inBlock = question.blocks.map((term) => first.map((shift) => term.shifts.includes(shift)));
  const nodes = states.length * flags;
  const arcsOfKind = kinds.distinct.map((kind): Arcs => {
    const starts = new Int32Array(nodes + 1);
    const targets: number[] = [];
    const arcClasses: number[] = [];
    const costs: number[] = [];
    const opens: number[] = [];
    let edge = 0;
    for (let state = 0; state < states.length; state++) {
      const begin = edge;
      while (edge < edges.length && edges[edge]!.from === state) edge++;
      for (let flag = 0; flag < flags; flag++) {
        for (let e = begin; e < edge; e++) {
          const { c, to, cost, last } = edges[e]!;
          const succession = successionCost(kind.successions, last, c);
          if (succession === Number.POSITIVE_INFINITY) continue;
          let after = flag;
          let opened = 0;
          question.blocks.forEach((_, b) => {
            const place = kind.places[b];
            if (place === "outside") after &= ~(1 << b);
            else if (place !== "between") {
              if (inBlock[b]![c] && (flag & (1 << b)) === 0) opened |= 1 << b;
              if (inBlock[b]![c]) after |= 1 << b;
              if (place === "last") after &= ~(1 << b);
            }
          });
          targets.push(to * flags + after);
          arcClasses.push(c);
          costs.push(cost + succession);
          opens.push(opened);
        }
        starts[state * flags + flag + 1] = targets.length;
      }
    }
    return {
      starts,
      classes: Uint8Array.from(arcClasses),
      targets: Int32Array.from(targets),
      costs: Float64Array.from(costs),
      opens: Uint8Array.from(opens),
    };
  });
  return { nodes, start: 0, arcs: kinds.ofDay.map((kind) => arcsOfKind[kind]!) };
}

/**
 * How a run goes on. Positions: 0 outside, 1 to cap inside, beyond cap a run whose beginning nobody knows, and -1 before
 * the first day of such a horizon.
 */
function runStep(run: RunTerm) {
  const { min, max, costPerUnder, costPerOver } = boundsOf(run.limits);
  const cap = Math.max(1, min === Number.NEGATIVE_INFINITY ? 0 : min, max === Number.POSITIVE_INFINITY ? 0 : max);
  const unknown = run.before === "unknown";
  const outside = 0;
  const length = (position: number) => (position > cap ? position - cap : Math.max(position, 0));
  return {
    start: run.before === "unknown" ? -1 : Math.min(run.before, cap),
    take(position: number, inside: boolean): readonly [number, number] {
      const exempt = unknown && (position === -1 || position > cap);
      if (!inside) {
        const short = position > 0 && !exempt ? Math.max(0, min - position) : 0;
        return [outside, short > 0 ? short * costPerUnder : 0];
      }
      const now = length(position) + 1;
      const over = now > max ? costPerOver : 0;
      const stays = Math.min(now, cap);
      return [exempt && now < min ? cap + stays : stays, over];
    },
  };
}

/** Groups classes that all successions treat alike as the earlier of two days, and prices pairs of group and class. */
function successionTables({ first, successions, days }: Question) {
  const groups = new Map<string, number>();
  const lastOf = first.map((shift) => {
    const key = successions.map((term) => term.from.includes(shift)).join();
    if (!groups.has(key)) groups.set(key, groups.size);
    return groups.get(key)!;
  });
  const isFrom = successions.map((term) => {
    const of = new Array<boolean>(groups.size).fill(false);
    first.forEach((shift, c) => {
      of[lastOf[c]!] = term.from.includes(shift);
    });
    return of;
  });
  const isTo = successions.map((term) => first.map((shift) => term.to.includes(shift)));
  return {
    lastOf,
    days,
    successionCost(applying: readonly number[], last: number, c: number): number {
      if (last < 0) return 0;
      let cost = 0;
      for (const t of applying) if (isFrom[t]![last] && isTo[t]![c]) cost += successions[t]!.cost;
      return cost;
    },
  };
}

interface DayKind {
  /** The successions that apply between the day before and this day. */
  readonly successions: readonly number[];
  /** Per blocks term: where the day stands in its block. */
  readonly places: readonly ("outside" | "inside" | "between" | "last")[];
}

function dayKinds({ days, successions, blocks }: Question): { distinct: DayKind[]; ofDay: number[] } {
  const distinct: DayKind[] = [];
  const known = new Map<string, number>();
  const limited = successions.map((term) => (term.days === undefined ? undefined : new Set(term.days)));
  const placeOf = blocks.map((term) => {
    const places = new Array<DayKind["places"][number]>(days).fill("outside");
    for (const block of term.blocks) {
      // The flag lasts from the first to the last day of the block, over days between them that are not its own.
      const last = Math.max(...block);
      for (let day = Math.min(...block); day < last; day++) places[day] = block.includes(day) ? "inside" : "between";
      places[last] = "last";
    }
    return places;
  });
  const ofDay = Array.from({ length: days }, (_, day) => {
    const applying = successions.flatMap((_, t) => ((limited[t]?.has(day - 1) ?? true) ? [t] : []));
    const places = placeOf.map((of) => of[day]!);
    const key = `${applying.join()} ${places.join()}`;
    let kind = known.get(key);
    if (kind === undefined) {
      kind = distinct.length;
      known.set(key, kind);
      distinct.push({ successions: applying, places });
    }
    return kind;
  });
  return { distinct, ofDay };
}
