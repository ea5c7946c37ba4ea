/**
 * Solves rosters of any size: a first roster in moments, a bound and a dive where the whole fits into one programme,
 * then large neighbourhoods until time, work or the gap is used up.
 *
 * @module
 */

import type { RelaxationSolver } from "../modelling/relaxation.ts";
import type { Solver } from "../modelling/solver.ts";
import { chooseColumns } from "./choose-columns.ts";
import { Master, type Workshop } from "./columns.ts";
import { pricingMemory } from "./completions.ts";
import { dive } from "./dive.ts";
import { evaluate } from "./evaluate.ts";
import { LabelPool } from "./labels.ts";
import { type Improver, improve, type Neighbourhood, TourPool } from "./neighbourhood.ts";
import { countOpen, isOpen } from "./open-days.ts";
import { Picker } from "./picking.ts";
import type { RosterModel, Tour } from "./roster-model.ts";
import { RowPrices } from "./row-prices.ts";
import { firstRoster, rosterCost } from "./start.ts";
import { buildTables, type Tables } from "./tables.ts";
import { hardPriceOf } from "./terms.ts";

/** A roster, and what it costs: with high prices for hard rows that it breaks. */
interface Roster {
  readonly cost: number;
  readonly tours: readonly Tour[];
}

/** A better roster was found. */
export interface LargeProgress {
  readonly cost: number;
  readonly bound: number;
  /** Where it was found: the first roster, the dive, or a neighbourhood. */
  readonly what: string;
}

/** What the solver is handed. */
export interface LargeOptions {
  readonly relaxation: RelaxationSolver;
  /** Solves small integer programmes over columns; without it, dives must do. */
  readonly solver?: Solver;
  /** A uniform number in [0, 1). */
  readonly random: () => number;
  /** Seconds since any moment. */
  readonly clock: () => number;
  readonly limits: {
    readonly seconds?: number;
    /** In extended labels and their like; with this limit alone the answer is the same on every machine. */
    readonly work?: number;
  };
  readonly cancelled?: () => boolean;
  /** Told of every better roster. */
  readonly onProgress?: (progress: LargeProgress) => void;
  /** Whether the first roster will do, which is there in moments and proves nothing. */
  readonly startOnly?: boolean;
  /** A roster to begin with. */
  readonly start?: readonly Tour[];
  /** Exchange of the best roster with other threads, used between neighbourhoods. */
  readonly incumbent?: {
    read(): Roster | undefined;
    /** Whether it was better than what was there. */
    offer(roster: Roster): boolean;
  };
}

/** How it ended. */
export interface LargeAnswer {
  /** `infeasible` is proven; `unknown` means that no roster without broken hard rules was found. */
  readonly status: "optimal" | "feasible" | "infeasible" | "unknown";
  readonly tours: readonly Tour[] | undefined;
  /** Infinity without a roster. */
  readonly cost: number;
  /** No roster costs less. */
  readonly bound: number;
  /** Share of the cost that the bound leaves open. */
  readonly gap: number;
  readonly work: number;
}

/**
 * Solves a roster model.
 *
 * The seconds are those of the clock that is handed in. Whatever stops the solver, the answer holds the best roster so
 * far, recomputed by plain evaluation, and a bound that is proven.
 */
export function solveLarge(model: RosterModel, options: LargeOptions): Promise<LargeAnswer> {
  return new LargeSearch(model, options).run();
}

class LargeSearch {
  private readonly model: RosterModel;
  private readonly options: LargeOptions;
  private readonly tables: Tables;
  private readonly shop: Workshop;
  private readonly labels = new LabelPool();
  private readonly began: number;
  private readonly unit: number;
  private readonly picker: Picker;
  private readonly improver: Improver;
  private infeasible = false;
  private spent = 0;
  private bound = Number.NEGATIVE_INFINITY;
  private tours: Tour[] = [];
  private cost = Number.POSITIVE_INFINITY;
  /** Gains that other threads have not heard of, because one of them had a better roster. */
  private unshared: Move[] = [];

  constructor(model: RosterModel, options: LargeOptions) {
    this.model = model;
    this.options = options;
    this.began = options.clock();
    this.tables = buildTables(model);
    const { seconds = Number.POSITIVE_INFINITY, work = Number.POSITIVE_INFINITY } = options.limits;
    const { cancelled } = options;
    this.unit = this.tables.integral ? 1 : 1e-3;
    this.shop = {
      tables: this.tables,
      relaxation: options.relaxation,
      solver: options.solver,
      clock: options.clock,
      cancelled,
      pool: this.labels,
      memories: this.tables.people.map(pricingMemory),
      hardPrice: hardPriceOf(model),
      secondsLeft: () => {
        if (cancelled?.() === true) return 0;
        return seconds === Number.POSITIVE_INFINITY ? seconds : this.began + seconds - options.clock();
      },
      unit: this.unit,
      workLeft: () => work - this.labels.work - this.spent,
      spend: (amount) => {
        this.spent += amount;
      },
    };
    this.picker = new Picker(this.shop, options.random);
    this.improver = {
      shop: this.shop,
      pool: new TourPool(model.people, 120),
      prices: new RowPrices(this.tables.rows.count),
      random: options.random,
      unit: this.unit,
      labels: 80_000,
    };
  }

  async run(): Promise<LargeAnswer> {
    const given = this.options.start ?? new Array<undefined>(this.model.people).fill(undefined);
    const first = firstRoster(this.shop, given, 400);
    if (first.hopeless !== undefined) this.infeasible = true;
    const complete = first.tours.filter((tour) => tour !== undefined);
    if (complete.length < this.model.people) return this.answer();
    this.take(complete, rosterCost(this.shop, complete), "start");
    if (this.options.startOnly === true) return this.answer();
    if (this.tables.days <= 84 && this.model.people * this.tables.days <= 6_000) await this.solveWhole();
    while (!this.isOver()) {
      this.exchange();
      const part = this.picker.pick(this.tours);
      const before = this.work();
      const { tours, gain } = await improve(this.improver, this.tours, part);
      this.picker.learn(gain, this.work() - before);
      if (tours === undefined) continue;
      const move: Move = { part, tours };
      const roster = withMove(this.tours, move);
      if (gain > 0) {
        this.unshared.push(move);
        this.take(roster, this.cost - gain, describe(part));
      } else this.tours = roster;
    }
    return this.answer();
  }

  /** Generates columns for everybody and all days: the bound, then a roster from the fractions. */
  private async solveWhole(): Promise<void> {
    const everybody = this.tours.map((_, person) => person);
    // Half of the time and work is kept for neighbourhoods. (Without a limit that is half of Infinity.)
    const seconds = this.shop.secondsLeft();
    const work = this.shop.workLeft();
    const half = (left: number, total: number) => (total === Number.POSITIVE_INFINITY ? total : left - total / 2);
    const shop: Workshop = {
      ...this.shop,
      secondsLeft: () => half(this.shop.secondsLeft(), seconds),
      workLeft: () => half(this.shop.workLeft(), work),
    };
    const master = await Master.open(shop, everybody, { from: 0, to: this.tables.days }, this.tours);
    try {
      master.add(this.tours.map((tour, member) => ({ member, tour })));
      const root = master.generate({
        cutoff: this.cost - this.unit + 1e-4,
        gap: 0,
        rounds: 2_000,
        // Enough for exact pricing of all but the longest tours, and within memory.
        beam: Math.ceil(4_000_000 / this.tables.days),
      });
      this.raiseBound(root.bound);
      if (root.values.length === 0) return;
      if (master.prices !== undefined) this.improver.prices.keep(master.rows.active, master.prices);
      for (const { member, tour } of root.ended === "converged" ? columnsNear(master, root.values) : []) {
        this.improver.pool.keep(member, tour);
      }
      if (this.isOver()) return;
      const found = dive(master, root, {
        cutoff: this.cost - this.unit + 1e-4,
        gap: 1e-3,
        rounds: 8,
        beam: 5_000,
        share: 0.1,
        random: this.options.random,
      });
      if (found !== undefined && found.cost < this.cost) this.take([...found.tours], found.cost, "dive");
      if (this.isOver()) return;
      const chosen = await chooseColumns(shop, master, { cutoff: this.cost - this.unit + 1e-4, work: 20_000 });
      if (chosen !== undefined && chosen.cost < this.cost) this.take([...chosen.tours], chosen.cost, "columns");
    } finally {
      master.close();
    }
  }

  private take(tours: Tour[], cost: number, what: string): void {
    this.tours = tours;
    this.cost = cost;
    this.options.onProgress?.({ cost, bound: this.bound, what });
    if (this.options.incumbent?.offer({ cost, tours }) === true) this.unshared = [];
  }

  /** Takes the roster of another thread where it is better, with the gains of this one where they still are some. */
  private exchange(): void {
    const other = this.options.incumbent?.read();
    if (other === undefined || other.cost >= this.cost - 1e-9) return;
    this.tours = [...other.tours];
    this.cost = other.cost;
    const moves = this.unshared;
    this.unshared = [];
    for (const move of moves) {
      const tours = withMove(this.tours, move);
      const cost = rosterCost(this.shop, tours);
      if (cost < this.cost - 1e-9) this.take(tours, cost, "gains of two threads");
    }
  }

  /** Rounds a bound up where costs are whole; a little is given away for the arithmetic. */
  private raiseBound(raw: number): void {
    const careful = raw - 1e-6 * Math.max(1, Math.abs(raw));
    const bound = this.tables.integral ? Math.ceil(careful) : careful;
    if (bound > this.bound) this.bound = bound;
  }

  private isOver(): boolean {
    return this.cost <= this.bound + 1e-6 || this.shop.secondsLeft() <= 0 || this.shop.workLeft() <= 0;
  }

  private work(): number {
    return this.labels.work + this.spent;
  }

  private answer(): LargeAnswer {
    const work = this.work();
    const none = {
      tours: undefined,
      cost: Number.POSITIVE_INFINITY,
      bound: this.bound,
      gap: Number.POSITIVE_INFINITY,
      work,
    };
    if (this.infeasible) return { status: "infeasible", ...none, bound: Number.POSITIVE_INFINITY };
    if (this.tours.length === 0) return { status: "unknown", ...none };
    const cost = evaluate(this.model, this.tours);
    if (cost === Number.POSITIVE_INFINITY) return { status: "unknown", ...none };
    const bound = Math.min(this.bound, cost);
    const optimal = cost <= bound + 1e-6;
    const gap = optimal ? 0 : (cost - bound) / Math.max(1e-9, Math.abs(cost));
    return { status: optimal ? "optimal" : "feasible", tours: this.tours, cost, bound, gap, work };
  }
}

function describe(part: Neighbourhood): string {
  return `${part.people.length} people, ${countOpen(part)} of days ${part.from}-${part.to}`;
}

/** A part of a roster, and what its people do instead. */
interface Move {
  readonly part: Neighbourhood;
  readonly tours: readonly Tour[];
}

/** A roster in which the people of a part do on its days what they do in a move. */
function withMove(roster: readonly Tour[], { part, tours }: Move): Tour[] {
  const moved = [...roster];
  part.people.forEach((person, member) => {
    const tour = Int16Array.from(roster[person]!);
    for (let day = part.from; day < part.to; day++) if (isOpen(part, day)) tour[day] = tours[member]![day]!;
    moved[person] = tour;
  });
  return moved;
}

/** Tours that the programme uses. */
function columnsNear(master: Master, values: Float64Array) {
  return master.columns.filter((_, index) => (values[master.slackCount + index] ?? 0) > 1e-6);
}
