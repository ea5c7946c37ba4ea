/**
 * From fractions to a roster: commit the people whose tours are nearly chosen, generate columns for the others again,
 * until everybody is committed (a diving heuristic; Sadykov et al., INFORMS Journal on Computing 31, 2019).
 *
 * @module
 */

import type { Effort, Generated, Master } from "./columns.ts";
import type { Tour } from "./roster-model.ts";

/** A roster of a master's members. */
export interface Dived {
  readonly tours: readonly Tour[];
  /** The master's objective with these tours. */
  readonly cost: number;
}

/** How a dive goes about it. */
export interface DiveEffort extends Effort {
  /** Share of the free members that may be committed in one step. */
  readonly share: number;
  /** Disturbs the order of nearly equal columns. */
  readonly random: () => number;
}

/**
 * Dives from a generated master. Returns undefined when the bound of what is left reaches the cutoff, or time runs out.
 * Frees all members afterwards.
 */
export function dive(master: Master, root: Generated, effort: DiveEffort): Dived | undefined {
  const committed = new Set<number>();
  try {
    let { values } = root;
    for (;;) {
      const choices = strongestColumns(master, values, committed, effort.random);
      const whole = choices.filter(({ value }) => value > 1 - 1e-6).length;
      if (whole === choices.length) {
        for (const { member, column } of choices) committed.add(member) && master.fix(member, column);
        return rosterOf(master);
      }
      const most = Math.max(1, Math.ceil(effort.share * choices.length));
      const strong = choices.filter(
        ({ value }, index) => index < Math.max(most, whole) && (index === 0 || value > 0.55),
      );
      for (const { member, column } of strong) {
        committed.add(member);
        master.fix(member, column);
      }
      if (committed.size === master.people.length) return rosterOf(master);
      const next = master.generate(effort);
      if (next.ended === "infeasible" || next.bound >= effort.cutoff) return undefined;
      // Fractions that may not be improved in time are still worth a roster if they are below the cutoff.
      if (next.values.length === 0) return undefined;
      values = next.values;
    }
  } finally {
    for (const member of committed) master.fix(member, -1);
  }
}

/** The strongest column of each member who is not committed, the strongest first. */
function strongestColumns(master: Master, values: Float64Array, committed: Set<number>, random: () => number) {
  const best = master.people.map(() => ({ member: -1, column: -1, value: -1, key: -1 }));
  const { columns, slackCount } = master;
  for (let column = 0; column < columns.length; column++) {
    const value = values[slackCount + column] ?? 0;
    if (value < 1e-9) continue;
    const { member } = columns[column]!;
    if (committed.has(member) || value <= best[member]!.value) continue;
    best[member] = { member, column, value, key: value + 0.02 * random() };
  }
  return best.filter(({ member }) => member >= 0).sort((a, b) => b.key - a.key || a.member - b.member);
}

function rosterOf(master: Master): Dived {
  const tours = master.people.map((_, member) => master.columns[master.fixed(member)]!.tour);
  return { tours, cost: master.costOf(master.people.map((_, member) => master.fixed(member))) };
}
