/**
 * The models of the kernel benchmark as loops written for them alone: what V8 can do with the same draws and no engine.
 *
 * Nothing is recorded but the sum of the waits, nothing can be interrupted, saved or traced, and another clinic is
 * another program. No engine can be expected to be faster; how near one comes is what its generality costs.
 *
 * @module
 */

import { exponential, gamma, lognormal, Streams, triangular, uniform } from "@praxis/engine";
import type { Measured } from "./free-hand.ts";

/** One physician at nine tenths of what they can do. */
function mm1(customers: number): Measured {
  return queue(1, customers);
}

/** Four physicians at nine tenths of what they can do. */
function mm4(customers: number): Measured {
  return queue(4, customers);
}

/** What happens in a queue: somebody arrives, or somebody's service ends. */
const ARRIVAL = 0;
const END = 1;

function queue(servers: number, customers: number): Measured {
  const streams = new Streams({ seed: 42 });
  const gap = streams.keyed("gap", exponential({ mean: 1 / (0.9 * servers) }));
  const service = streams.keyed("service", exponential({ mean: 1 }));
  const events = new Events();
  const line = new Line(customers);
  const arrived = new Float64Array(customers);
  let waited = 0;
  let free = servers;
  let next = 0;
  events.add(gap(0, 0, 0), ARRIVAL);
  while (events.size > 0) {
    const now = events.time;
    if (events.take() === ARRIVAL) {
      const who = next++;
      if (next < customers) events.add(now + gap(next, 0, 0), ARRIVAL);
      arrived[who] = now;
      if (free > 0) {
        free--;
        events.add(now + service(who, 0, 0), END);
      } else line.join(who);
    } else {
      const who = line.leave();
      if (who < 0) free++;
      else {
        waited += now - arrived[who]!;
        events.add(now + service(who, 0, 0), END);
      }
    }
  }
  return { work: customers, meanWait: waited / customers };
}

/** Where a patient of the clinic day stands, and who serves there. */
const [CHECK_IN, ROOM, ROOMING, CONSULT, TEST, REVIEW, CHECK_OUT] = [0, 1, 2, 3, 4, 5, 6];
const [DESK, EXAM_ROOM, ASSISTANT, PROVIDER, LABORATORY] = [0, 1, 2, 3, 4];
const SERVER_OF = [DESK, EXAM_ROOM, ASSISTANT, PROVIDER, LABORATORY, PROVIDER, DESK];
const CAPACITY = [2, 4, 2, 3, 1];
const PATIENTS = 60;

/** The clinic day: 48 booked patients and 12 walk-ins through desk, exam room, assistant, provider and laboratory. */
function clinicDays(days: number): Measured {
  const streams = new Streams({ seed: 42 });
  const punctuality = streams.keyed("punctuality", uniform({ min: 0, max: 25 }));
  const walkIn = streams.keyed("walk-ins", uniform({ min: 0, max: 480 }));
  const checkIn = streams.keyed("check-in", triangular({ min: 2, mode: 3, max: 6 }));
  const rooming = streams.keyed("rooming", uniform({ min: 4, max: 8 }));
  const consult = streams.keyed("consult", lognormal({ mean: 15, sd: 6 }));
  const laboratory = streams.keyedUniform("laboratory");
  const test = streams.keyed("test", gamma({ mean: 8, shape: 2 }));
  const review = streams.keyed("review", uniform({ min: 4, max: 8 }));
  const checkOut = streams.keyed("check-out", triangular({ min: 1, mode: 2, max: 4 }));
  const events = new Events();
  const lines = CAPACITY.map(() => new Line(PATIENTS));
  const free = new Int32Array(CAPACITY.length);
  const place = new Int32Array(PATIENTS);
  const queued = new Float64Array(PATIENTS);
  let now = 0;
  let waited = 0;

  function timeAt(at: number, who: number): number {
    switch (at) {
      case CHECK_IN:
        return checkIn(who, 0, 0);
      case ROOMING:
        return rooming(who, 0, 0);
      case CONSULT:
        return consult(who, 0, 0);
      case TEST:
        return test(who, 0, 0);
      case REVIEW:
        return review(who, 0, 0);
      default:
        return checkOut(who, 0, 0);
    }
  }

  function goTo(at: number, who: number): void {
    place[who] = at;
    queued[who] = now;
    const server = SERVER_OF[at]!;
    if (free[server]! === 0) lines[server]!.join(who);
    else {
      free[server] = free[server]! - 1;
      begin(who);
    }
  }

  function begin(who: number): void {
    const at = place[who]!;
    if (at === ROOM || at === ROOMING) waited += now - queued[who]!;
    if (at === ROOM) goTo(ROOMING, who);
    else events.add(now + timeAt(at, who), PATIENTS + who);
  }

  function giveBack(server: number): void {
    const who = lines[server]!.leave();
    if (who < 0) free[server] = free[server]! + 1;
    else begin(who);
  }

  function goOn(who: number): void {
    const at = place[who]!;
    giveBack(SERVER_OF[at]!);
    if (at === CHECK_IN) goTo(ROOM, who);
    else if (at === ROOMING) goTo(CONSULT, who);
    else if (at === CONSULT && laboratory(who, 0, 0) < 0.3) goTo(TEST, who);
    else if (at === TEST) goTo(REVIEW, who);
    else if (at !== CHECK_OUT) {
      giveBack(EXAM_ROOM!);
      goTo(CHECK_OUT!, who);
    }
  }

  for (let day = 0; day < days; day++) {
    streams.replication = day;
    free.set(CAPACITY);
    for (let who = 0; who < PATIENTS; who++) {
      events.add(who < 48 ? 10 * who + punctuality(who, 0, 0) : walkIn(who, 0, 0), who);
    }
    while (events.size > 0) {
      now = events.time;
      const what = events.take();
      if (what < PATIENTS) goTo(CHECK_IN!, what);
      else goOn(what - PATIENTS);
    }
  }
  return { work: days, meanWait: waited / (PATIENTS * days) };
}

/** A binary heap on typed arrays: whole numbers in the order of their times. */
class Events {
  size = 0;
  readonly #times = new Float64Array(128);
  readonly #what = new Int32Array(128);

  get time(): number {
    return this.#times[0]!;
  }

  add(time: number, what: number): void {
    const times = this.#times;
    const whats = this.#what;
    let hole = this.size++;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (times[parent]! <= time) break;
      times[hole] = times[parent]!;
      whats[hole] = whats[parent]!;
      hole = parent;
    }
    times[hole] = time;
    whats[hole] = what;
  }

  take(): number {
    const times = this.#times;
    const whats = this.#what;
    const first = whats[0]!;
    const size = --this.size;
    const time = times[size]!;
    let hole = 0;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= size) break;
      if (child + 1 < size && times[child + 1]! < times[child]!) child++;
      if (time <= times[child]!) break;
      times[hole] = times[child]!;
      whats[hole] = whats[child]!;
      hole = child;
    }
    times[hole] = time;
    whats[hole] = whats[size]!;
    return first;
  }
}

/** A queue, first come first served, of whole numbers below `most`, each in it once at most. */
class Line {
  readonly #next: Int32Array;
  #first = -1;
  #last = -1;

  constructor(most: number) {
    this.#next = new Int32Array(most);
  }

  join(who: number): void {
    this.#next[who] = -1;
    if (this.#first < 0) this.#first = who;
    else this.#next[this.#last] = who;
    this.#last = who;
  }

  /** Takes out the first; −1: nobody waits. */
  leave(): number {
    const who = this.#first;
    if (who >= 0) this.#first = this.#next[who]!;
    return who;
  }
}

/** The models, by name. */
export const models = { mm1, mm4, clinicDays };
