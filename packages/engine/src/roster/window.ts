/**
 * What one person may still do in a window of days: everything outside is frozen, and counts at the edges. A closed day
 * between has only the shift that it has.
 *
 * The frozen days before the window lead to its first node; those behind it become a cost and an amount of each resource
 * for every node in which the window may end. So pricing sees the window alone, and yet whole tours.
 *
 * @module
 */

import type { Arcs } from "./automaton.ts";
import { isOpen, type OpenDays } from "./open-days.ts";
import type { Tour } from "./roster-model.ts";
import { costOutside, type PersonTable } from "./tables.ts";

/** The part of a person's tours that a window leaves open. */
export interface PersonWindow {
  readonly table: PersonTable;
  readonly from: number;
  readonly to: number;
  /** Arcs of each day of the window. */
  readonly arcs: readonly Arcs[];
  readonly start: number;
  /** Cost of the frozen days before the window. */
  readonly baseCost: number;
  /** What the frozen days before the window use of each resource. */
  readonly baseUse: Float64Array;
  /** Cost of the frozen days behind the window, per node; Infinity where none leads on. */
  readonly endCost: Float64Array;
  /** What the frozen days behind the window use, at `resource * nodes + node`. */
  readonly endUse: Float64Array;
  /** Nodes that lie on some tour, per day of the window and one more. */
  readonly alive: readonly Int32Array[];
  /** Least that is still to come of each resource, at `(resource * (length + 1) + day) * nodes + node`. */
  readonly least: Float64Array;
  /** Most that is still to come. */
  readonly most: Float64Array;
}

/** Opens days of a person; `frozen` holds the other days, and may be absent when there are none. */
export function openWindow(whole: PersonTable, days: OpenDays, frozen?: Tour): PersonWindow {
  const { from, to } = days;
  const table = days.closed === undefined ? whole : withClosedDays(whole, days, frozen!);
  const { shape } = table;
  const { automaton, resources } = shape;
  const { nodes } = automaton;
  const baseUse = new Float64Array(resources.length);
  let start = automaton.start;
  let baseCost = 0;
  for (let day = 0; day < from; day++) {
    const symbol = frozen![day]! + 1;
    const arc = arcOf(automaton.arcs[day]!, start, shape.classOf[symbol]!);
    if (arc < 0) {
      baseCost = Number.POSITIVE_INFINITY;
      break;
    }
    baseCost += table.cellCost[day * shape.symbols + symbol]! + automaton.arcs[day]!.costs[arc]!;
    use(table, day, symbol, automaton.arcs[day]!.opens[arc]!, baseUse);
    start = automaton.arcs[day]!.targets[arc]!;
  }
  const { endCost, endUse } = suffixes(table, to, frozen);
  const arcs = automaton.arcs.slice(from, to);
  const alive = aliveNodes(table, from, arcs, start, endCost);
  const { least, most } = stillToCome(table, from, arcs, alive, endUse, nodes);
  return { table, from, to, arcs, start, baseCost, baseUse, endCost, endUse, alive, least, most };
}

/** A person to whom every other shift is forbidden on the closed days. */
function withClosedDays(table: PersonTable, days: OpenDays, frozen: Tour): PersonTable {
  const { symbols } = table.shape;
  const cellCost = Float64Array.from(table.cellCost);
  for (let day = days.from; day < days.to; day++) {
    if (isOpen(days, day)) continue;
    const only = day * symbols + frozen[day]! + 1;
    const cost = cellCost[only]!;
    cellCost.fill(Number.POSITIVE_INFINITY, day * symbols, (day + 1) * symbols);
    cellCost[only] = cost;
  }
  return { ...table, cellCost };
}

/** The arc of a class out of a node, or -1. */
function arcOf(arcs: Arcs, node: number, c: number): number {
  for (let arc = arcs.starts[node]!; arc < arcs.starts[node + 1]!; arc++) if (arcs.classes[arc] === c) return arc;
  return -1;
}

/** What a tour costs its person; Infinity when it breaks a hard rule. */
export function tourCost(table: PersonTable, tour: Tour): number {
  const { shape } = table;
  const { automaton, resources } = shape;
  const used = new Float64Array(resources.length);
  let node = automaton.start;
  let cost = 0;
  for (let day = 0; day < shape.days; day++) {
    const symbol = tour[day]! + 1;
    const arcs = automaton.arcs[day]!;
    const arc = arcOf(arcs, node, shape.classOf[symbol]!);
    if (arc < 0) return Number.POSITIVE_INFINITY;
    cost += table.cellCost[day * shape.symbols + symbol]! + arcs.costs[arc]!;
    use(table, day, symbol, arcs.opens[arc]!, used);
    node = arcs.targets[arc]!;
  }
  for (let k = 0; k < resources.length; k++) cost += costOutside(resources[k]!.bounds, used[k]!);
  return cost;
}

function use(table: PersonTable, day: number, symbol: number, opens: number, used: Float64Array): void {
  const { classes, classOf, resources } = table.shape;
  for (let k = 0; k < resources.length; k++) {
    const { weights, block } = resources[k]!;
    used[k]! += weights === undefined ? (opens >> block) & 1 : weights[day * classes + classOf[symbol]!]!;
  }
}

/** Walks the frozen days behind the window backwards, from each node in which the window may end. */
function suffixes(table: PersonTable, to: number, frozen: Tour | undefined) {
  const { shape } = table;
  const { automaton, resources, classes, classOf, symbols } = shape;
  const { nodes } = automaton;
  let cost = new Float64Array(nodes);
  let used = new Float64Array(resources.length * nodes);
  for (let day = shape.days - 1; day >= to; day--) {
    const symbol = frozen![day]! + 1;
    const c = classOf[symbol]!;
    const arcs = automaton.arcs[day]!;
    const before = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY);
    const usedBefore = new Float64Array(resources.length * nodes);
    for (let node = 0; node < nodes; node++) {
      const arc = arcOf(arcs, node, c);
      if (arc < 0) continue;
      const target = arcs.targets[arc]!;
      before[node] = cost[target]! + arcs.costs[arc]! + table.cellCost[day * symbols + symbol]!;
      for (let k = 0; k < resources.length; k++) {
        const { weights, block } = resources[k]!;
        const now = weights === undefined ? (arcs.opens[arc]! >> block) & 1 : weights[day * classes + c]!;
        usedBefore[k * nodes + node] = used[k * nodes + target]! + now;
      }
    }
    cost = before;
    used = usedBefore;
  }
  return { endCost: cost, endUse: used };
}

/** Classes that a person could take on a day at all: 1 at `day * classes + class`. */
function openClasses(table: PersonTable, from: number, length: number): Uint8Array {
  const { classes, symbols, classOf } = table.shape;
  const open = new Uint8Array(length * classes);
  for (let day = 0; day < length; day++) {
    for (let symbol = 0; symbol < symbols; symbol++) {
      if (table.cellCost[(from + day) * symbols + symbol]! < Number.POSITIVE_INFINITY) {
        open[day * classes + classOf[symbol]!] = 1;
      }
    }
  }
  return open;
}

/** The nodes of each day that are reached from the start and lead to an end. */
function aliveNodes(table: PersonTable, from: number, arcs: readonly Arcs[], start: number, endCost: Float64Array) {
  const { classes, automaton } = table.shape;
  const { nodes } = automaton;
  const length = arcs.length;
  const open = openClasses(table, from, length);
  const leads = new Uint8Array((length + 1) * nodes);
  for (let node = 0; node < nodes; node++)
    if (endCost[node]! < Number.POSITIVE_INFINITY) leads[length * nodes + node] = 1;
  for (let day = length - 1; day >= 0; day--) {
    const { starts, classes: arcClasses, targets } = arcs[day]!;
    for (let node = 0; node < nodes; node++) {
      for (let arc = starts[node]!; arc < starts[node + 1]!; arc++) {
        if (open[day * classes + arcClasses[arc]!] === 1 && leads[(day + 1) * nodes + targets[arc]!] === 1) {
          leads[day * nodes + node] = 1;
          break;
        }
      }
    }
  }
  let reached = new Uint8Array(nodes);
  if (leads[start] === 1) reached[start] = 1;
  const alive: Int32Array[] = [];
  for (let day = 0; day <= length; day++) {
    const list: number[] = [];
    const next = new Uint8Array(nodes);
    for (let node = 0; node < nodes; node++) {
      if (reached[node] === 0) continue;
      list.push(node);
      if (day === length) continue;
      const { starts, classes: arcClasses, targets } = arcs[day]!;
      for (let arc = starts[node]!; arc < starts[node + 1]!; arc++) {
        const target = targets[arc]!;
        if (open[day * classes + arcClasses[arc]!] === 1 && leads[(day + 1) * nodes + target] === 1) next[target] = 1;
      }
    }
    alive.push(Int32Array.from(list));
    reached = next;
  }
  return alive;
}

/** The least and the most that may still come of each resource, from every node on. */
function stillToCome(
  table: PersonTable,
  from: number,
  arcs: readonly Arcs[],
  alive: readonly Int32Array[],
  endUse: Float64Array,
  nodes: number,
) {
  const { resources, classes } = table.shape;
  const length = arcs.length;
  const open = openClasses(table, from, length);
  const least = new Float64Array(resources.length * (length + 1) * nodes).fill(Number.POSITIVE_INFINITY);
  const most = new Float64Array(least.length).fill(Number.NEGATIVE_INFINITY);
  resources.forEach(({ weights, block }, k) => {
    const base = k * (length + 1) * nodes;
    for (const node of alive[length]!) {
      least[base + length * nodes + node] = endUse[k * nodes + node]!;
      most[base + length * nodes + node] = endUse[k * nodes + node]!;
    }
    for (let day = length - 1; day >= 0; day--) {
      const { starts, classes: arcClasses, targets, opens } = arcs[day]!;
      const here = base + day * nodes;
      const there = here + nodes;
      for (const node of alive[day]!) {
        let low = Number.POSITIVE_INFINITY;
        let high = Number.NEGATIVE_INFINITY;
        for (let arc = starts[node]!; arc < starts[node + 1]!; arc++) {
          const c = arcClasses[arc]!;
          if (open[day * classes + c] === 0) continue;
          const adds = weights === undefined ? (opens[arc]! >> block) & 1 : weights[(from + day) * classes + c]!;
          low = Math.min(low, adds + least[there + targets[arc]!]!);
          high = Math.max(high, adds + most[there + targets[arc]!]!);
        }
        least[here + node] = low;
        most[here + node] = high;
      }
    }
  });
  return { least, most };
}
