/**
 * A roster problem as one integer programme: a variable for each person, day and shift.
 *
 * The road for rosters of an office's size, and for the questions about them: what collides, what another wish would
 * cost. Each kind of term becomes the rows that are tightest for it.
 *
 * @module
 */

import type { LinearTerm } from "../modelling/expression.ts";
import { LinearModel } from "../modelling/linear-model.ts";
import type { LinearModelData } from "../modelling/model-data.ts";
import { costOutsideLimits } from "./evaluate.ts";
import {
  type BlocksTerm,
  type Cells,
  type CoverTerm,
  type Limits,
  off,
  type RosterModel,
  type RunTerm,
  type SuccessionTerm,
  type Term,
  type Tour,
} from "./roster-model.ts";

/** A weighted sum of variables, and a constant. */
interface Sum {
  readonly variables: number[];
  readonly weights: number[];
  constant: number;
}

/** A day that may still hold anything, where what it holds could stand. */
const open = -2;

/** A roster problem as an integer programme, and the way back from its solution. */
export interface CompactModel {
  readonly model: LinearModelData;
  /** The tours of a solution. */
  toursOf(values: ArrayLike<number>): Tour[];
  /** The solution that stands for tours. */
  startOf(tours: readonly ArrayLike<number>[]): Float64Array;
}

/** A part of a roster that stays as it is. */
export interface Frozen {
  readonly tours: readonly Tour[];
  /** Whether a person's day may change. */
  readonly isOpen: (person: number, day: number) => boolean;
}

/**
 * Writes a roster problem as an integer programme.
 *
 * @param frozen what stays as it is; days that are not open have no other choice
 */
export function compactModel(roster: RosterModel, frozen?: Frozen): CompactModel {
  return new Writer(roster, frozen).write();
}

class Writer {
  readonly #roster: RosterModel;
  readonly #model = new LinearModel();
  readonly #costs: LinearTerm[] = [];
  /** How the value of each variable that is no cell follows from those before it. */
  readonly #derived: { readonly variable: number; readonly value: (values: Float64Array) => number }[] = [];
  /** The variable of each person, day and shift, -1 where it is forbidden. */
  readonly #cells: Int32Array;
  /** What a frozen day of a person holds, {@link open} where there is a choice. */
  readonly #held: Int16Array;
  readonly #marks = new Map<readonly number[], Uint8Array>();
  #constant = 0;

  constructor(roster: RosterModel, frozen: Frozen | undefined) {
    this.#roster = roster;
    this.#cells = new Int32Array(roster.people * roster.days * roster.shifts).fill(-1);
    this.#held = new Int16Array(roster.people * roster.days).fill(open);
    if (frozen === undefined) return;
    for (let at = 0; at < this.#held.length; at++) {
      const [person, day] = [Math.floor(at / roster.days), at % roster.days];
      if (!frozen.isOpen(person, day)) this.#held[at] = frozen.tours[person]![day]!;
    }
  }

  write(): CompactModel {
    this.#writeCells();
    for (const term of this.#roster.terms) this.#writeTerm(term);
    this.#model.minimise({ terms: this.#costs, constant: this.#constant });
    return {
      model: this.#model.data(),
      toursOf: (values) => this.#toursOf(values),
      startOf: (tours) => this.#startOf(tours),
    };
  }

  /** Variables for what is allowed, with what it costs, and one shift a day. */
  #writeCells(): void {
    const { people, days, shifts, terms } = this.#roster;
    const costs = new Float64Array(people * days * shifts);
    const offCosts = new Float64Array(people * days);
    for (const term of terms) {
      if (term.kind !== "cell") continue;
      const at = term.person * days + term.day;
      if (term.shift === off) offCosts[at]! += term.cost;
      else costs[at * shifts + term.shift]! += term.cost;
    }
    for (let at = 0; at < people * days; at++) {
      const held = this.#held[at]!;
      if (held !== open) {
        this.#pay(held === off ? offCosts[at]! : costs[at * shifts + held]!);
        continue;
      }
      const mustWork = offCosts[at] === Infinity;
      const offCost = mustWork ? 0 : offCosts[at]!;
      this.#constant += offCost;
      const choices: number[] = [];
      for (let shift = 0; shift < shifts; shift++) {
        const cost = costs[at * shifts + shift]!;
        if (cost === Infinity) continue;
        const variable = this.#variable({ upper: 1, integer: true, cost: cost - offCost });
        this.#cells[at * shifts + shift] = variable;
        choices.push(variable);
      }
      this.#row({ variables: choices, weights: choices.map(() => 1), constant: 0 }, mustWork ? 1 : 0, 1);
    }
  }

  /** Pays what no choice can change; what may not be leaves no solution. */
  #pay(cost: number): void {
    if (cost < Infinity) this.#constant += cost;
    else this.#row({ variables: [], weights: [], constant: 0 }, 1, 1);
  }

  #writeTerm(term: Term): void {
    if (term.kind === "succession") this.#writeSuccession(term);
    else if (term.kind === "run") this.#writeRun(term);
    else if (term.kind === "sum") this.#limit(this.#sumOf(term.person, term.cells), term.limits);
    else if (term.kind === "blocks") this.#writeBlocks(term);
    else if (term.kind === "cover") this.#writeCover(term);
  }

  #writeSuccession({ person, from, to, days, cost }: SuccessionTerm): void {
    const last = this.#roster.days - 1;
    for (const day of days ?? Array.from({ length: last }, (_, index) => index)) {
      if (day >= last) continue;
      const both = this.#works(person, day, from);
      add(both, this.#works(person, day + 1, to), 1);
      this.#atMost(both, 1, cost);
    }
  }

  #writeRun(term: RunTerm): void {
    const { costPerOver = 0, costPerUnder = 0, min, max } = term.limits;
    if (max !== undefined && costPerOver > 0) this.#writeLongest(term, max, costPerOver);
    if (min !== undefined && costPerUnder > 0 && min > 1) this.#writeShortest(term, min, costPerUnder);
  }

  /** Of any `max` + 1 days in a row at least one is none of the run; each day that ends such a window costs. */
  #writeLongest({ person, shifts, before }: RunTerm, max: number, cost: number): void {
    const brought = before === "unknown" ? 0 : before;
    for (let day = Math.max(0, max - brought); day < this.#roster.days; day++) {
      const first = Math.max(0, day - max);
      const window = this.#daysOf(person, shifts, first, day + 1);
      this.#atMost(window, day - first, cost);
    }
  }

  /** A run that begins goes on until it is long enough, or the horizon ends. */
  #writeShortest({ person, shifts, before }: RunTerm, min: number, cost: number): void {
    const { days } = this.#roster;
    const brought = before === "unknown" ? 0 : before;
    if (brought > 0) {
      for (let length = brought; length < Math.min(min, brought + days); length++) {
        const more = length - brought;
        this.#writeBreakOff(person, shifts, { first: 0, length: more, cost: (min - length) * cost });
      }
    }
    for (let first = 0; first < days; first++) {
      if (first === 0 && (before === "unknown" || brought > 0)) continue;
      for (let length = 1; length < min && first + length < days; length++) {
        this.#writeBreakOff(person, shifts, { first, length, cost: (min - length) * cost });
      }
    }
  }

  /** What it costs that days are a run of just this length: the day before is none of it, and neither is the day after. */
  #writeBreakOff(
    person: number,
    shifts: readonly number[],
    { first, length, cost }: { readonly first: number; readonly length: number; readonly cost: number },
  ): void {
    const pattern = this.#daysOf(person, shifts, first, first + length);
    if (first > 0) add(pattern, this.#works(person, first - 1, shifts), -1);
    add(pattern, this.#works(person, first + length, shifts), -1);
    this.#atMost(pattern, length - 1, cost);
  }

  #writeBlocks({ person, blocks, shifts, limits }: BlocksTerm): void {
    const worked: Sum = { variables: [], weights: [], constant: 0 };
    for (const days of blocks) {
      const each = days.map((day) => this.#works(person, day, shifts));
      if (each.every(({ variables }) => variables.length === 0)) {
        worked.constant += Math.max(0, ...each.map(({ constant }) => constant));
        continue;
      }
      const block = this.#variable({ upper: 1, integer: true, cost: 0 });
      this.#derived.push({
        variable: block,
        value: (values) => Math.max(0, ...each.map((one) => amountOf(one, values))),
      });
      const any: Sum = { variables: [block], weights: [-1], constant: 0 };
      for (const one of each) {
        add(any, one, 1);
        this.#row({ ...one, variables: [...one.variables, block], weights: [...one.weights, -1] }, -Infinity, 0);
      }
      this.#row(any, 0, Infinity);
      worked.variables.push(block);
      worked.weights.push(1);
    }
    this.#limit(worked, limits);
  }

  #writeCover({ parts, limits }: CoverTerm): void {
    const all: Sum = { variables: [], weights: [], constant: 0 };
    for (const { people, cells } of parts) {
      for (const person of people) add(all, this.#sumOf(person, [cells]), 1);
    }
    this.#limit(all, limits);
  }

  #sumOf(person: number, cells: readonly Cells[]): Sum {
    const sum: Sum = { variables: [], weights: [], constant: 0 };
    for (const { days, shifts, weight } of cells) {
      for (const day of days) add(sum, this.#works(person, day, shifts), weight);
    }
    return sum;
  }

  #daysOf(person: number, shifts: readonly number[], from: number, to: number): Sum {
    const sum: Sum = { variables: [], weights: [], constant: 0 };
    for (let day = from; day < to; day++) add(sum, this.#works(person, day, shifts), 1);
    return sum;
  }

  /** 1 when a person has one of these on a day, 0 when not. A day off is one without any shift. */
  #works(person: number, day: number, members: readonly number[]): Sum {
    const { days, shifts } = this.#roster;
    const held = this.#held[person * days + day]!;
    if (held !== open) return { variables: [], weights: [], constant: members.includes(held) ? 1 : 0 };
    const at = (person * days + day) * shifts;
    const wanted = this.#marked(members);
    const sign = wanted[shifts] === 1 ? -1 : 1;
    const sum: Sum = { variables: [], weights: [], constant: sign < 0 ? 1 : 0 };
    for (let shift = 0; shift < shifts; shift++) {
      const variable = this.#cells[at + shift]!;
      // With days off among the members, those that are none of them are taken off the one.
      if (variable < 0 || wanted[shift] === (sign < 0 ? 1 : 0)) continue;
      sum.variables.push(variable);
      sum.weights.push(sign);
    }
    return sum;
  }

  /** A one for each member, the day off after all shifts. Terms name the same list for many days and people. */
  #marked(members: readonly number[]): Uint8Array {
    let marks = this.#marks.get(members);
    if (marks === undefined) {
      const { shifts } = this.#roster;
      marks = new Uint8Array(shifts + 1);
      for (const member of members) marks[member === off ? shifts : member] = 1;
      this.#marks.set(members, marks);
    }
    return marks;
  }

  #limit(sum: Sum, { min, max, costPerUnder = 0, costPerOver = 0 }: Limits): void {
    const under = min !== undefined && costPerUnder > 0 ? min : -Infinity;
    const over = max !== undefined && costPerOver > 0 ? max : Infinity;
    if (under === -Infinity && over === Infinity) return;
    if (sum.variables.length === 0) {
      this.#pay(costOutsideLimits({ min: under, max: over, costPerUnder, costPerOver }, sum.constant));
      return;
    }
    const priced: Sum = { variables: [...sum.variables], weights: [...sum.weights], constant: sum.constant };
    if (under > -Infinity && costPerUnder < Infinity) {
      this.#slack(priced, 1, costPerUnder, (values) => under - amountOf(sum, values));
    }
    if (over < Infinity && costPerOver < Infinity) {
      this.#slack(priced, -1, costPerOver, (values) => amountOf(sum, values) - over);
    }
    this.#row(priced, under, over);
  }

  #atMost(sum: Sum, most: number, cost: number): void {
    if (cost <= 0) return;
    this.#limit(sum, { max: most, costPerOver: cost });
  }

  /** Lets a row be missed by so much as it is, at a price. */
  #slack(row: Sum, weight: number, cost: number, missed: (values: Float64Array) => number): void {
    const variable = this.#variable({ upper: Infinity, integer: false, cost });
    this.#derived.push({ variable, value: (values) => Math.max(0, missed(values)) });
    row.variables.push(variable);
    row.weights.push(weight);
  }

  #variable({
    cost,
    ...options
  }: {
    readonly upper: number;
    readonly integer: boolean;
    readonly cost: number;
  }): number {
    const variable = this.#model.addVariable(options);
    if (cost !== 0) this.#costs.push({ variable, coefficient: cost });
    return variable.index;
  }

  #row({ variables, weights, constant }: Sum, lower: number, upper: number): void {
    this.#model.addRow(variables, weights, { lower: lower - constant, upper: upper - constant });
  }

  #toursOf(values: ArrayLike<number>): Tour[] {
    const { people, days, shifts } = this.#roster;
    return Array.from({ length: people }, (_, person) => {
      const tour = new Int16Array(days).fill(off);
      for (let day = 0; day < days; day++) {
        const held = this.#held[person * days + day]!;
        if (held !== open) tour[day] = held;
        for (let shift = 0; shift < shifts; shift++) {
          const variable = this.#cells[(person * days + day) * shifts + shift]!;
          if (variable >= 0 && values[variable]! > 0.5) tour[day] = shift;
        }
      }
      return tour;
    });
  }

  #startOf(tours: readonly ArrayLike<number>[]): Float64Array {
    const { days, shifts } = this.#roster;
    const start = new Float64Array(this.#model.variableCount);
    this.#cells.forEach((variable, cell) => {
      if (variable < 0) return;
      const at = Math.floor(cell / shifts);
      start[variable] = tours[Math.floor(at / days)]![at % days] === cell % shifts ? 1 : 0;
    });
    for (const { variable, value } of this.#derived) start[variable] = value(start);
    return start;
  }
}

/** Adds one sum to another, times a factor. */
function add(sum: Sum, other: Sum, factor: number): void {
  other.variables.forEach((variable, index) => {
    sum.variables.push(variable);
    sum.weights.push(factor * other.weights[index]!);
  });
  sum.constant += factor * other.constant;
}

function amountOf({ variables, weights, constant }: Sum, values: Float64Array): number {
  return variables.reduce((sum, variable, index) => sum + weights[index]! * values[variable]!, constant);
}
