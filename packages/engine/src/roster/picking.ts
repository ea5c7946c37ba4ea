/**
 * Which neighbourhood next: people around days whose cover is wrong, in sizes that brought most per work.
 *
 * On a long horizon the days may lie apart, in blocks of one or two weeks. What people have only so much of over the
 * whole horizon, like weekends or hours, moves from where it is spare to where it is missing, however far that is.
 *
 * @module
 */

import type { Workshop } from "./columns.ts";
import { softened } from "./master-rows.ts";
import type { Neighbourhood } from "./neighbourhood.ts";
import type { Tour } from "./roster-model.ts";
import { rowSums } from "./start.ts";
import { costOutside } from "./tables.ts";

interface Size {
  readonly people: number;
  readonly days: number;
  /** In how many pieces the days are; some may meet. */
  readonly blocks: number;
  gain: number;
  work: number;
  tries: number;
}

/** Work that any neighbourhood costs, whatever its size. */
const overhead = 20_000;

/** Fewer people than this get days in one piece only. */
const fewestPeopleApart = 8;

/** More days than these come in one piece only. */
const mostDaysApart = 42;

/** More people times days than this are a whole problem of their own. */
const largestArea = 2_000;

/** Picks neighbourhoods, and learns which sizes pay. */
export class Picker {
  private readonly shop: Workshop;
  private readonly random: () => number;
  private readonly sizes: Size[] = [];
  private last: Size | undefined;

  constructor(shop: Workshop, random: () => number) {
    this.shop = shop;
    this.random = random;
    const { days, people } = shop.tables;
    // Up to some weeks the whole horizon is best: nothing is frozen at the edges.
    const widths = days <= 42 ? [days] : [14, 21, 28, 42, 63, 84].filter((width) => width < days);
    if (days > 42 && days <= 84) widths.push(days);
    const everybody = people.length;
    for (const width of widths) {
      for (const count of new Set([2, 3, 4, 6, 8, 12, 16, 24, 32, 48, everybody])) {
        if (count <= everybody && (count * width <= largestArea || count === Math.min(2, everybody))) {
          const isApart = width < days && width <= mostDaysApart && count >= fewestPeopleApart;
          for (const blocks of new Set(isApart ? [1, width / 14, width / 7].filter(Number.isInteger) : [1])) {
            this.sizes.push({ people: count, days: width, blocks, gain: 0, work: 0, tries: 0 });
          }
        }
      }
    }
  }

  /** The next neighbourhood of a roster. */
  pick(roster: readonly Tour[]): Neighbourhood {
    const size = this.pickSize();
    this.last = size;
    const { days } = this.shop.tables;
    const row = this.pickRow(roster);
    const people = this.pickPeople(size.people, row);
    if (size.days === days) return { people, from: 0, to: days };
    const length = size.days / size.blocks;
    if (size.blocks === 1) {
      const from = this.pickBlock(row, length);
      return { people, from, to: from + length };
    }
    const closed = new Uint8Array(days).fill(1);
    for (let block = 0; block < size.blocks; block++) {
      const from = this.pickBlock(block === 0 ? row : this.pickRow(roster), length);
      closed.fill(0, from, from + length);
    }
    return { people, from: closed.indexOf(0), to: closed.lastIndexOf(0) + 1, closed };
  }

  /** The first of so many days around a row; anywhere without a row. */
  private pickBlock(row: number, length: number): number {
    const { days } = this.shop.tables;
    const centre = row < 0 ? Math.floor(this.random() * days) : this.dayOfRow(row);
    return Math.max(0, Math.min(days - length, centre - Math.floor(length * this.random())));
  }

  /** Learns what the last neighbourhood brought. */
  learn(gain: number, work: number): void {
    for (const size of this.sizes) {
      size.gain *= 0.99;
      size.work *= 0.99;
      size.tries *= 0.99;
    }
    const size = this.last!;
    size.gain += gain;
    size.work += overhead + work;
    size.tries++;
  }

  private pickSize(): Size {
    // The share of work that a size gets grows with its gain per work. Before a size has been tried, its work is guessed
    // from the master's size (its square) and from the pricing of long tours; trials fade, so that others get a chance.
    let total = 0;
    const yields = this.sizes.map(({ people, days, gain, work, tries }) => {
      const area = people * days;
      const guess = overhead + area ** 2 / 2 + 40 * people * days ** 2;
      const rate = (gain + area / 500) / (work + guess);
      const value = (rate ** 1.5 * (tries + 1)) / (work + guess);
      total += value;
      return value;
    });
    let at = this.random() * total;
    for (let index = 0; index < yields.length; index++) {
      at -= yields[index]!;
      if (at <= 0) return this.sizes[index]!;
    }
    return this.sizes.at(-1)!;
  }

  /** A row that costs something, the dearer the likelier; -1 when none does or chance says otherwise. */
  private pickRow(roster: readonly Tour[]): number {
    if (this.random() < 0.3) return -1;
    const { tables } = this.shop;
    const sums = rowSums(this.shop, roster);
    const costs = sums.map((sum, row) => costOutside(softened(tables.rows.bounds[row]!, this.shop.hardPrice), sum));
    let at = this.random() * costs.reduce((sum, cost) => sum + cost, 0);
    for (let row = 0; row < costs.length; row++) {
      at -= costs[row]!;
      if (costs[row]! > 0 && at <= 0) return row;
    }
    return -1;
  }

  private cellsOfRow(row: number, person: number): number[] {
    const { tables } = this.shop;
    const { starts, rows } = tables.rows.groups[tables.people[person]!.group]!;
    const cells: number[] = [];
    for (let cell = 0; cell + 1 < starts.length; cell++) {
      for (let entry = starts[cell]!; entry < starts[cell + 1]!; entry++) if (rows[entry] === row) cells.push(cell);
    }
    return cells;
  }

  private dayOfRow(row: number): number {
    const { tables } = this.shop;
    for (let person = 0; person < tables.people.length; person++) {
      const cells = this.cellsOfRow(row, person);
      if (cells.length > 0) return Math.floor(cells[Math.floor(this.random() * cells.length)]! / tables.symbols);
    }
    return 0;
  }

  /** People at random; around a row, only those who could work in it. */
  private pickPeople(count: number, row: number): number[] {
    const { tables } = this.shop;
    const groups = new Map<number, number[]>();
    const able = tables.people.flatMap((table, person) => {
      if (row < 0) return [person];
      let cells = groups.get(table.group);
      if (cells === undefined) {
        cells = this.cellsOfRow(row, person);
        groups.set(table.group, cells);
      }
      return cells.some((cell) => table.cellCost[cell]! < Number.POSITIVE_INFINITY) ? [person] : [];
    });
    const chosen = new Set<number>();
    const part = Math.min(able.length, row < 0 ? count : Math.ceil(count * 0.7));
    for (let tries = 0; chosen.size < part && tries < 20 * count; tries++) {
      chosen.add(able[Math.floor(this.random() * able.length)]!);
    }
    while (chosen.size < Math.min(count, tables.people.length)) {
      chosen.add(Math.floor(this.random() * tables.people.length));
    }
    return [...chosen].sort((a, b) => a - b);
  }
}
