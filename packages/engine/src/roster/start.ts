/**
 * A first roster: everybody in turn takes the cheapest tour given what the others do, for a few rounds.
 *
 * @module
 */

import type { Workshop } from "./columns.ts";
import { softened } from "./master-rows.ts";
import { Pricer } from "./pricing.ts";
import type { Tour } from "./roster-model.ts";
import { costOutside } from "./tables.ts";
import { openWindow, tourCost } from "./window.ts";

/** Tours of everybody, as far as they were found. */
export interface FirstRoster {
  readonly tours: (Tour | undefined)[];
  /** A person for whom it is proven that no tour keeps the hard rules. */
  readonly hopeless?: number;
}

/** Finds a tour for everybody; a narrow beam at first, a wide one for a person who is hard to please. */
export function firstRoster(shop: Workshop, given: readonly (Tour | undefined)[], beam: number): FirstRoster {
  const { tables, secondsLeft, workLeft } = shop;
  const tours = [...given];
  const sums = rowSums(shop, tours);
  for (let sweep = 0; sweep < 3; sweep++) {
    let gained = 0;
    for (let person = 0; person < tours.length; person++) {
      const before = tours[person];
      if (secondsLeft() <= 0 || (before !== undefined && workLeft() <= 0)) return { tours };
      if (sweep === 0 && before !== undefined) continue;
      if (before !== undefined) addTo(shop, sums, person, before, -1);
      const table = tables.people[person]!;
      const pricer = new Pricer(openWindow(table, { from: 0, to: tables.days }), shop.memories[person]!, shop.pool);
      const prices = marginalCosts(shop, sums, person);
      const threshold = before === undefined ? Number.POSITIVE_INFINITY : valueWith(shop, prices, person, before);
      let { tours: found, exact } = pricer.price(prices, { threshold, most: 1, beam });
      if (found.length === 0 && !exact && before === undefined) {
        ({ tours: found, exact } = pricer.price(prices, { threshold, most: 1, beam: 25 * beam }));
      }
      const after = found.length > 0 ? found[0]!.symbols : undefined;
      const tour = after === undefined ? before : Int16Array.from(after, (symbol) => symbol - 1);
      if (tour === undefined) return exact ? { tours, hopeless: person } : { tours };
      if (after !== undefined) gained++;
      tours[person] = tour;
      addTo(shop, sums, person, tour, 1);
    }
    if (gained === 0) break;
  }
  return { tours };
}

/** What a roster costs, with high prices for hard rows that are broken. */
export function rosterCost(shop: Workshop, tours: readonly Tour[]): number {
  const { tables } = shop;
  const sums = rowSums(shop, tours);
  let cost = 0;
  for (let row = 0; row < sums.length; row++)
    cost += costOutside(softened(tables.rows.bounds[row]!, shop.hardPrice), sums[row]!);
  tours.forEach((tour, person) => {
    cost += tourCost(tables.people[person]!, tour);
  });
  return cost;
}

/** What a roster adds to each row. */
export function rowSums(shop: Workshop, tours: readonly (Tour | undefined)[]): Float64Array {
  const sums = new Float64Array(shop.tables.rows.count);
  tours.forEach((tour, person) => {
    if (tour !== undefined) addTo(shop, sums, person, tour, 1);
  });
  return sums;
}

function addTo({ tables }: Workshop, sums: Float64Array, person: number, tour: Tour, sign: number): void {
  const { starts, rows, weights } = tables.rows.groups[tables.people[person]!.group]!;
  for (let day = 0; day < tables.days; day++) {
    const cell = day * tables.symbols + tour[day]! + 1;
    for (let entry = starts[cell]!; entry < starts[cell + 1]!; entry++) sums[rows[entry]!]! += sign * weights[entry]!;
  }
}

/** What each cell adds to the cost of rows, on top of what the others do. */
function marginalCosts(shop: Workshop, sums: Float64Array, person: number): Float64Array {
  const { tables } = shop;
  const { starts, rows, weights } = tables.rows.groups[tables.people[person]!.group]!;
  const prices = new Float64Array(tables.days * tables.symbols);
  for (let cell = 0; cell < prices.length; cell++) {
    let price = 0;
    for (let entry = starts[cell]!; entry < starts[cell + 1]!; entry++) {
      const row = rows[entry]!;
      const bounds = softened(tables.rows.bounds[row]!, shop.hardPrice);
      price += costOutside(bounds, sums[row]! + weights[entry]!) - costOutside(bounds, sums[row]!);
    }
    prices[cell] = price;
  }
  return prices;
}

function valueWith(shop: Workshop, prices: Float64Array, person: number, tour: Tour): number {
  const { tables } = shop;
  let value = tourCost(tables.people[person]!, tour);
  for (let day = 0; day < tables.days; day++) value += prices[day * tables.symbols + tour[day]! + 1]!;
  return value;
}
