/**
 * Large neighbourhoods: some people, some days, everything else frozen; column generation either proves at once
 * that nothing is to be gained, or a dive or a small integer programme finds it.
 *
 * @module
 */

import { chooseColumns } from "./choose-columns.ts";
import { Master, type Workshop } from "./columns.ts";
import { dive } from "./dive.ts";
import { countOpen, isOpen, type OpenDays } from "./open-days.ts";
import type { Tour } from "./roster-model.ts";
import type { RowPrices } from "./row-prices.ts";

/** Which part of a roster is open. */
export interface Neighbourhood extends OpenDays {
  readonly people: readonly number[];
}

/** What a neighbourhood brought. */
export interface Improvement {
  /** Tours of its people; undefined when nothing equal or better was found. */
  readonly tours: readonly Tour[] | undefined;
  /** How much cheaper the roster is: zero for a plateau. */
  readonly gain: number;
  /** Whether it is proven that nothing was to be gained. */
  readonly proven: boolean;
}

/** What the search remembers of good tours of each person. */
export class TourPool {
  private readonly tours: Tour[][];
  private readonly most: number;

  constructor(people: number, most: number) {
    this.tours = Array.from({ length: people }, () => []);
    this.most = most;
  }

  /** Good tours of a person, the latest last. */
  of(person: number): readonly Tour[] {
    return this.tours[person]!;
  }

  /** Keeps a tour; the oldest goes when there are too many. */
  keep(person: number, tour: Tour): void {
    const list = this.tours[person]!;
    list.push(tour);
    if (list.length > this.most) list.splice(0, list.length - this.most);
  }
}

/** What improving needs besides the workshop. */
export interface Improver {
  readonly shop: Workshop;
  readonly pool: TourPool;
  readonly prices: RowPrices;
  readonly random: () => number;
  /** Costs differ by at least this: one when all are whole. */
  readonly unit: number;
  /** How many labels one search may keep, over all open days: on closed ones there is little to choose. */
  readonly labels: number;
}

/** As much as thirty people over four weeks take, with all their dives. */
const mostWork = 15_000_000;

/** Tries to improve a part of a roster. */
export async function improve(improver: Improver, roster: readonly Tour[], part: Neighbourhood): Promise<Improvement> {
  const { pool, prices, unit, random } = improver;
  const shop = withBudget(improver.shop, mostWork);
  // Long tours have many labels on each day; the bound of a narrower search is nearly as good.
  const beam = Math.ceil(improver.labels / countOpen(part));
  const nothing = { tours: undefined, gain: 0 };
  const master = await Master.open(shop, part.people, part, roster);
  try {
    master.add(part.people.map((person, member) => ({ member, tour: roster[person]! })));
    const current = master.costOf(part.people.map((_, member) => member));
    part.people.forEach((person, member) => {
      for (const tour of pool.of(person)) {
        if (agreesOutside(tour, roster[person]!, part)) master.add([{ member, tour }]);
      }
    });
    const before = master.columns.length;
    const cutoff = current - unit + 1e-4;
    const root = master.generate({ cutoff, gap: 0, rounds: 200, beam, centre: prices });
    if (master.prices !== undefined) prices.learn(master.rows.active, master.prices);
    if (root.bound >= cutoff) return { ...nothing, proven: true };
    if (root.ended === "infeasible" || root.values.length === 0) return { ...nothing, proven: false };
    let best: { tours: readonly Tour[]; cost: number } | undefined;
    const found = dive(master, root, {
      cutoff: current + 1e-4,
      gap: 1e-3,
      rounds: 12,
      beam,
      share: 0.15,
      random,
    });
    if (found !== undefined && found.cost <= current + 1e-6) best = found;
    const goal = Math.ceil((root.bound - 1e-4) / unit) * unit;
    if (best === undefined || best.cost > goal + 1e-6) {
      const mixed = await chooseColumns(shop, master, { cutoff: (best?.cost ?? current) - unit + 1e-4, work: 3_000 });
      if (mixed !== undefined && mixed.cost < (best?.cost ?? current)) best = mixed;
    }
    for (let index = before; index < master.columns.length; index++) {
      if ((root.values[master.slackCount + index] ?? 0) < 1e-6) continue;
      const { member, tour } = master.columns[index]!;
      pool.keep(part.people[member]!, tour);
    }
    if (best === undefined) return { ...nothing, proven: false };
    return { tours: best.tours, gain: current - best.cost, proven: false };
  } finally {
    master.close();
  }
}

/** A workshop whose work ends after a while, so that no neighbourhood takes the time of a hundred others. */
function withBudget(shop: Workshop, budget: number): Workshop {
  const begun = shop.pool.work;
  let spent = 0;
  return {
    ...shop,
    spend: (work) => {
      spent += work;
      shop.spend(work);
    },
    workLeft: () => Math.min(shop.workLeft(), budget - spent - (shop.pool.work - begun)),
  };
}

function agreesOutside(a: Tour, b: Tour, days: OpenDays): boolean {
  for (let day = 0; day < a.length; day++) if (a[day] !== b[day] && !isOpen(days, day)) return false;
  return true;
}
