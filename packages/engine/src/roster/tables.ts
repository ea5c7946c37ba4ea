/**
 * A roster model as dense tables, which pricing walks through millions of times.
 *
 * People whose terms are alike but for the costs of single cells share one {@link Shape}: the finite automaton of their
 * successions and runs, the weights of their sums, their blocks of days. Shifts that no term of a shape tells apart
 * form a class. An office has many duties of the same length that differ only in the workplace: for the automaton they
 * are one, and pricing takes the cheapest of them on each day.
 *
 * A *symbol* is a shift plus one; the symbol 0 is a day off.
 *
 * @module
 */

import { type Automaton, automaton } from "./automaton.ts";
import type { CellTerm, CoverTerm, Limits, PersonalTerm, RosterModel, SumTerm } from "./roster-model.ts";

/** Limits with every side present: a side that is free has no bound. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
  readonly costPerUnder: number;
  readonly costPerOver: number;
}

/** Something that adds up over a tour: a weighted sum, or the number of blocks with work in them. */
interface Resource {
  readonly bounds: Bounds;
  /** What a class adds on a day, at `day * classes + class`; undefined for blocks, which the automaton counts. */
  readonly weights: Float64Array | undefined;
  /** Which of the automaton's block terms this resource counts; -1 for a sum. */
  readonly block: number;
}

/** What people with the same terms, but for costs of cells, have in common. */
interface Shape {
  readonly days: number;
  readonly symbols: number;
  readonly classes: number;
  /** The class of each symbol. A day off is class 0, alone. */
  readonly classOf: Uint8Array;
  /** The symbols of each class. */
  readonly members: readonly (readonly number[])[];
  readonly automaton: Automaton;
  readonly resources: readonly Resource[];
  /** 1 at `day * symbols + symbol` where a sum could never afford the cell. */
  readonly forbidden: Uint8Array;
}

/** One person: the shape and the costs of single cells. */
export interface PersonTable {
  readonly shape: Shape;
  /** At `day * symbols + symbol`; Infinity forbids. */
  readonly cellCost: Float64Array;
  /** Which list of row entries the person's cells have. */
  readonly group: number;
}

/** The rows that couple people, and what each cell adds to them. */
interface RowTable {
  readonly count: number;
  readonly bounds: readonly Bounds[];
  /** Per group of people: the entries of a cell are `starts[cell] .. starts[cell + 1]`, cell = day * symbols + symbol. */
  readonly groups: readonly RowEntries[];
}

/** The entries of all cells of a group of people. */
interface RowEntries {
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly weights: Float64Array;
}

/** A whole roster model as tables. */
export interface Tables {
  readonly days: number;
  readonly symbols: number;
  readonly people: readonly PersonTable[];
  readonly rows: RowTable;
  /** Whether every tour costs a whole number, so that a lower bound may be rounded up. */
  readonly integral: boolean;
}

/** Builds the tables of a model. */
export function buildTables(model: RosterModel): Tables {
  const symbols = model.shifts + 1;
  const cover = model.terms.filter((term) => term.kind === "cover");
  const shapes = new Map<string, Shape>();
  const { rows, groupOf } = rowTable(model, cover);
  const people = personalTerms(model).map((terms, person): PersonTable => {
    const shaping = terms.filter((term) => term.kind !== "cell");
    const key = shapeKey(shaping);
    let shape = shapes.get(key);
    if (shape === undefined) {
      shape = buildShape(model, shaping);
      shapes.set(key, shape);
    }
    const cells = terms.filter((term) => term.kind === "cell");
    return { shape, cellCost: cellCosts(shape, cells), group: groupOf[person]! };
  });
  return { days: model.days, symbols, people, rows, integral: model.terms.every(isIntegral) };
}

/** Both sides of limits; a cost of zero frees its side. */
export function boundsOf(limits: Limits): Bounds {
  const under = limits.min === undefined ? 0 : (limits.costPerUnder ?? 0);
  const over = limits.max === undefined ? 0 : (limits.costPerOver ?? 0);
  return {
    min: under > 0 ? limits.min! : Number.NEGATIVE_INFINITY,
    max: over > 0 ? limits.max! : Number.POSITIVE_INFINITY,
    costPerUnder: under,
    costPerOver: over,
  };
}

/** What `amount` costs under bounds. */
export function costOutside(bounds: Bounds, amount: number): number {
  if (amount < bounds.min) return (bounds.min - amount) * bounds.costPerUnder;
  if (amount > bounds.max) return (amount - bounds.max) * bounds.costPerOver;
  return 0;
}

/** Terms without their reasons and person, as text: people with the same text have the same shape. */
function shapeKey(terms: readonly PersonalTerm[]): string {
  return JSON.stringify(terms, (name, value: unknown) => {
    if (name === "reason" || name === "person") return undefined;
    return value === Number.POSITIVE_INFINITY ? "inf" : value;
  });
}

/** How many sums and blocks of one person may bind, for whom they are most: each is one more number to a label. */
export function mostResources(model: RosterModel): number {
  const counts = personalTerms(model).map((terms) => {
    const { sums, blocks } = bindingTerms(model, terms);
    return sums.length + blocks.length;
  });
  return Math.max(0, ...counts);
}

function personalTerms(model: RosterModel): PersonalTerm[][] {
  const personal: PersonalTerm[][] = Array.from({ length: model.people }, () => []);
  for (const term of model.terms) if (term.kind !== "cover") personal[term.person]!.push(term);
  return personal;
}

/** The sums and blocks of a person that some tour could bring to a limit, and the cells that no sum affords. */
function bindingTerms(model: RosterModel, terms: readonly PersonalTerm[]) {
  const { days } = model;
  const forbidden = new Uint8Array(days * (model.shifts + 1));
  const all = terms.filter((term) => term.kind === "sum").map((term) => sumWeights(model, term));
  for (const { weights, bounds } of all) forbidWhatNoSumAffords(weights, bounds, forbidden);
  const sums = all
    .map(({ weights, bounds }) => ({ weights, bounds: bindingSides(weights, bounds, forbidden, days) }))
    .filter(({ bounds }) => bounds.min !== Number.NEGATIVE_INFINITY || bounds.max !== Number.POSITIVE_INFINITY)
    .map(inSmallestUnits);
  // A block with a lower limit beyond reach still costs, so only limits that bind nothing are left out.
  const blocks = terms
    .filter((term) => term.kind === "blocks")
    .filter((term) => {
      const { min, max } = boundsOf(term.limits);
      return min > 0 || max < term.blocks.length;
    });
  return { sums, blocks, forbidden };
}

function buildShape(model: RosterModel, terms: readonly PersonalTerm[]): Shape {
  const { days } = model;
  const symbols = model.shifts + 1;
  const { sums, blocks, forbidden } = bindingTerms(model, terms);
  const runs = terms.filter((term) => term.kind === "run");
  const successions = terms.filter((term) => term.kind === "succession");

  const { classOf, members } = classesOf(symbols, (symbol) => {
    const shift = symbol - 1;
    const marks: unknown[] = [symbol === 0];
    for (const run of runs) marks.push(run.shifts.includes(shift));
    for (const succession of successions) marks.push(succession.from.includes(shift), succession.to.includes(shift));
    for (const block of blocks) marks.push(block.shifts.includes(shift));
    for (const { weights } of sums) {
      for (let day = 0; day < days; day++) marks.push(weights[day * symbols + symbol]);
    }
    return marks.join();
  });

  const classes = members.length;
  const first = members.map((of) => of[0]! - 1);
  const resources: Resource[] = sums.map(({ weights, bounds }) => {
    const perClass = new Float64Array(days * classes);
    for (let day = 0; day < days; day++) {
      for (let c = 0; c < classes; c++) perClass[day * classes + c] = weights[day * symbols + members[c]![0]!]!;
    }
    return { bounds, weights: perClass, block: -1 };
  });
  blocks.forEach((term, block) => {
    resources.push({ bounds: boundsOf(term.limits), weights: undefined, block });
  });
  return {
    days,
    symbols,
    classes,
    classOf,
    members,
    automaton: automaton({ days, classes, first, runs, successions, blocks }),
    resources,
    forbidden,
  };
}

function sumWeights(model: RosterModel, term: SumTerm) {
  const symbols = model.shifts + 1;
  const weights = new Float64Array(model.days * symbols);
  for (const { days, shifts, weight } of term.cells) {
    for (const day of days) {
      for (const shift of shifts) weights[day * symbols + shift + 1]! += weight;
    }
  }
  return { weights, bounds: boundsOf(term.limits) };
}

/** “At most none of these” is a matter of single cells, and no sum to keep. */
function forbidWhatNoSumAffords(weights: Float64Array, bounds: Bounds, forbidden: Uint8Array): void {
  if (bounds.costPerOver !== Number.POSITIVE_INFINITY || weights.some((weight) => weight < 0)) return;
  for (let cell = 0; cell < weights.length; cell++) if (weights[cell]! > bounds.max) forbidden[cell] = 1;
}

/** Frees the sides of a sum that no choice of cells could pass. */
function bindingSides(weights: Float64Array, bounds: Bounds, forbidden: Uint8Array, days: number): Bounds {
  const symbols = weights.length / days;
  let least = 0;
  let most = 0;
  for (let day = 0; day < days; day++) {
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (let cell = day * symbols; cell < (day + 1) * symbols; cell++) {
      if (forbidden[cell] === 1) continue;
      low = Math.min(low, weights[cell]!);
      high = Math.max(high, weights[cell]!);
    }
    least += low;
    most += high;
  }
  return {
    ...bounds,
    min: least >= bounds.min ? Number.NEGATIVE_INFINITY : bounds.min,
    max: most <= bounds.max ? Number.POSITIVE_INFINITY : bounds.max,
  };
}

/** Divides whole weights by their greatest common divisor: minutes become shifts, and fewer values are told apart. */
function inSmallestUnits({ weights, bounds }: { weights: Float64Array; bounds: Bounds }) {
  if (!weights.every(Number.isInteger)) return { weights, bounds };
  let unit = 0;
  for (const weight of weights) unit = greatestCommonDivisor(unit, Math.abs(weight));
  if (unit <= 1) return { weights, bounds };
  const hardUnder = bounds.costPerUnder === Number.POSITIVE_INFINITY;
  const hardOver = bounds.costPerOver === Number.POSITIVE_INFINITY;
  return {
    weights: weights.map((weight) => weight / unit),
    bounds: {
      min: hardUnder ? Math.ceil(bounds.min / unit) : bounds.min / unit,
      max: hardOver ? Math.floor(bounds.max / unit) : bounds.max / unit,
      costPerUnder: bounds.costPerUnder * unit,
      costPerOver: bounds.costPerOver * unit,
    },
  };
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** Groups symbols with the same mark; the day off, symbol 0, is alone in class 0. */
function classesOf(symbols: number, mark: (symbol: number) => string) {
  const classOf = new Uint8Array(symbols);
  const members: number[][] = [];
  const known = new Map<string, number>();
  for (let symbol = 0; symbol < symbols; symbol++) {
    const text = mark(symbol);
    let index = known.get(text);
    if (index === undefined) {
      index = members.length;
      known.set(text, index);
      members.push([]);
    }
    classOf[symbol] = index;
    members[index]!.push(symbol);
  }
  return { classOf, members };
}

function cellCosts(shape: Shape, terms: readonly CellTerm[]): Float64Array {
  const costs = new Float64Array(shape.days * shape.symbols);
  for (let cell = 0; cell < costs.length; cell++)
    if (shape.forbidden[cell] === 1) costs[cell] = Number.POSITIVE_INFINITY;
  for (const { day, shift, cost } of terms) costs[day * shape.symbols + shift + 1]! += cost;
  return costs;
}

/** Gathers the entries of every cell; people who are in the same parts of all cover terms share them. */
function rowTable(model: RosterModel, terms: readonly CoverTerm[]): { rows: RowTable; groupOf: number[] } {
  const symbols = model.shifts + 1;
  const marks: number[][] = Array.from({ length: model.people }, () => []);
  let mark = 0;
  for (const term of terms) {
    for (const part of term.parts) {
      if (part.people.length < model.people) for (const person of part.people) marks[person]!.push(mark);
      mark++;
    }
  }
  const known = new Map<string, number>();
  const example: number[] = [];
  const groupOf = marks.map((of, person) => {
    const key = of.join();
    let group = known.get(key);
    if (group === undefined) {
      group = known.size;
      known.set(key, group);
      example.push(person);
    }
    return group;
  });
  const groups = example.map((person): RowEntries => {
    const entries: Map<number, number>[] = Array.from({ length: model.days * symbols }, () => new Map());
    let count = 0;
    terms.forEach((term, row) => {
      for (const { people, cells } of term.parts) {
        if (!people.includes(person)) continue;
        for (const day of cells.days) {
          for (const shift of cells.shifts) {
            const of = entries[day * symbols + shift + 1]!;
            if (!of.has(row)) count++;
            of.set(row, (of.get(row) ?? 0) + cells.weight);
          }
        }
      }
    });
    const starts = new Int32Array(entries.length + 1);
    const rows = new Int32Array(count);
    const weights = new Float64Array(count);
    let at = 0;
    entries.forEach((of, cell) => {
      for (const [row, weight] of of) {
        rows[at] = row;
        weights[at] = weight;
        at++;
      }
      starts[cell + 1] = at;
    });
    return { starts, rows, weights };
  });
  return { rows: { count: terms.length, bounds: terms.map((term) => boundsOf(term.limits)), groups }, groupOf };
}

/** Whether a term adds whole numbers to the cost, whatever the tours. */
function isIntegral(term: RosterModel["terms"][number]): boolean {
  const whole = (value: number | undefined) =>
    value === undefined || value === Number.POSITIVE_INFINITY || Number.isInteger(value);
  switch (term.kind) {
    case "cell":
    case "succession":
      return whole(term.cost);
    case "run":
    case "blocks":
      return wholeLimits(term.limits, whole);
    case "sum":
      return wholeLimits(term.limits, whole) && term.cells.every((cells) => whole(cells.weight));
    case "cover":
      return wholeLimits(term.limits, whole) && term.parts.every((part) => whole(part.cells.weight));
  }
}

function wholeLimits(limits: Limits, whole: (value: number | undefined) => boolean): boolean {
  return whole(limits.min) && whole(limits.max) && whole(limits.costPerUnder) && whole(limits.costPerOver);
}
