/**
 * What is measured, and what is wished for.
 *
 * @module
 */

/** Work that is done on every road and by every peer. */
export interface Work {
  readonly name: "mm1" | "mm4" | "clinic-day";
  readonly title: string;
  /** What the programs call it. */
  readonly model: "mm1" | "mm4" | "clinicDays";
  readonly peerModel: "mm1" | "mm4" | "clinic";
  /** How many customers or days. */
  readonly size: number;
  /** The mean wait in minutes, and the standard deviation of what is found in so much work. */
  readonly wait: { readonly expected: number; readonly sd: number };
  readonly wishes: readonly Wish[];
}

/** A road should do so many times as much in a second of CPU time as a peer. */
interface Wish {
  readonly road: "compiled" | "free-hand";
  readonly peer: "SimPy" | "simjs";
  readonly times: number;
}

/** The queues have their waits from theory (Erlang C), the clinic day from 200,000 days simulated independently. */
export const works: readonly Work[] = [
  {
    name: "mm1",
    title: "M/M/1, load .9, 1e6 customers",
    model: "mm1",
    peerModel: "mm1",
    size: 1_000_000,
    wait: { expected: 9, sd: 0.173 },
    wishes: [
      { road: "compiled", peer: "SimPy", times: 30 },
      { road: "compiled", peer: "simjs", times: 5 },
      { road: "free-hand", peer: "SimPy", times: 15 },
    ],
  },
  {
    name: "mm4",
    title: "M/M/4, load .9, 1e6 customers",
    model: "mm4",
    peerModel: "mm4",
    size: 1_000_000,
    wait: { expected: 1.969383, sd: 0.044 },
    wishes: [
      { road: "compiled", peer: "SimPy", times: 30 },
      { road: "compiled", peer: "simjs", times: 4 },
      { road: "free-hand", peer: "SimPy", times: 15 },
    ],
  },
  {
    name: "clinic-day",
    title: "clinic day, 1,000 days",
    model: "clinicDays",
    peerModel: "clinic",
    size: 1_000,
    wait: { expected: 3.8232, sd: 2.154 / Math.sqrt(1_000) },
    wishes: [
      { road: "compiled", peer: "SimPy", times: 30 },
      { road: "compiled", peer: "simjs", times: 10 },
      { road: "free-hand", peer: "SimPy", times: 10 },
    ],
  },
];

/** The clinic day written as a scenario file should take at most so many times as long as on the compiled road. */
export const MOST_TIMES_COMPILED = 1.5;

/** So many replications of it should be so many times as fast with a second worker. */
export const WORKERS = { title: "clinic day's scenario file, 10,000 replications", replications: 10_000, times: 1.8 };

/** None of ours should need more memory. */
export const MOST_MEGABYTES = 150;
