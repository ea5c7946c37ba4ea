/**
 * The loop in which a run spends its time.
 *
 * It takes whoever's turn it is, and lets that entity walk along its instructions until time is to pass, something is to
 * be waited for, or the pathway ends. Only the usual instructions stand in it, as nearly all that is ever carried out is
 * one of them, and only their usual cases; all else is called for. The most usual are `serve` and `work` (see `shorten`):
 * what they and their end do to the resource is written out, as V8 does not put so many calls into one loop.
 *
 * The columns of entities are locals here. A column that is reached through its table costs V8 twice as much: the field,
 * a look at what is in it, the length, the place. But the columns are replaced by longer ones when more entities live than
 * ever before, so after all that may bring entities to life the loop looks whether its columns still hold, and, if not,
 * takes the new ones and goes on where it was.
 *
 * @module
 */

import type { EventCalendar } from "./calendar.ts";
import type { Budget } from "./pathway-budget.ts";
import { doing, type Entities } from "./pathway-entities.ts";
import type { Holds } from "./pathway-holds.ts";
import type { Instructions } from "./pathway-instructions.ts";
import type { Lives } from "./pathway-lives.ts";
import type { Numbers } from "./pathway-numbers.ts";
import { type CompiledRequest, from, type Program } from "./pathway-program.ts";
import { type Resources, recordOfResource } from "./pathway-resources.ts";
import { cameOut, finished } from "./pathway-rows.ts";
import type { Service } from "./pathway-service.ts";
import type { Sources } from "./pathway-sources.ts";
import { happens, type RunState } from "./pathway-state.ts";

/** How many turns there are in one burst, about. */
const BURST = 256;

// V8 looks up what is imported each time anew, but knows constants of the module itself.
const { walking, delay, granted } = doing;
const { entity, worked, arrival } = happens;
const { number: written, draw: drawn } = from;
const { done } = cameOut;
const atItsEnd = finished;
const { size: RECORD, free: FREE, busy: BUSY, busySince: BUSY_SINCE, busyMinutes: BUSY_MINUTES } = recordOfResource;

/** Lets entities walk, turn by turn. */
export class Walk {
  readonly #state: RunState;
  readonly #service: Service;
  readonly #budget: Budget;
  readonly #lives: Lives;
  readonly #numbers: Numbers;
  readonly #sources: Sources;
  readonly #rarer: Instructions;
  readonly #planned: (event: number) => void;
  readonly #entities: Entities;
  readonly #holds: Holds;
  readonly #resources: Resources;
  readonly #calendar: EventCalendar;
  readonly #instructions: Program["instructions"];
  readonly #requests: readonly CompiledRequest[];

  /** @param planned lets happen what is not an entity's: the payload says what */
  constructor(
    state: RunState,
    {
      service,
      budget,
      lives,
      numbers,
      sources,
      rarer,
      planned,
    }: {
      service: Service;
      budget: Budget;
      lives: Lives;
      numbers: Numbers;
      sources: Sources;
      rarer: Instructions;
      planned: (event: number) => void;
    },
  ) {
    this.#state = state;
    this.#service = service;
    this.#budget = budget;
    this.#lives = lives;
    this.#numbers = numbers;
    this.#sources = sources;
    this.#rarer = rarer;
    this.#planned = planned;
    this.#entities = state.entities;
    this.#holds = state.holds;
    this.#resources = state.resources;
    this.#calendar = state.calendar;
    this.#instructions = state.program.instructions;
    this.#requests = state.program.requests;
  }

  /**
   * Lets some events happen, with all that follows from each in its minute. Returns false when no more are left.
   *
   * A burst is long enough to be worth a call, and short enough for V8 to compile it as a whole: from within a loop that
   * never ends it would leave again and again.
   *
   * @param whilePresent ends the burst as soon as no visitor is present
   */
  burst(latest: number, whilePresent: boolean): boolean {
    const state = this.#state;
    const entities = this.#entities;
    const calendar = this.#calendar;
    const holds = this.#holds;
    const service = this.#service;
    const rarer = this.#rarer;
    const requests = this.#requests;
    const budget = this.#budget;
    const sources = this.#sources;
    const { awaiting } = rarer;
    const { ready, tracer } = state;
    const { speed, usual, odd } = this.#resources;
    const { first } = state.queues;
    const { op, a, b, c, from: origin, x, counter, draws } = this.#instructions;
    let turns = 0;
    let { now } = calendar;
    let row = -1;
    /** The instruction that comes next; −1: the entity's turn is over. */
    let pc = -1;
    for (;;) {
      const doings = entities.state;
      const {
        pc: pcs,
        event: events,
        until,
        working,
        work,
        rest,
        request: requestOf,
        priority,
        order: orders,
        rank,
        activity,
        queued,
        started,
        served,
        identityLo,
        identityHi,
      } = entities;
      do {
        if (pc < 0) {
          // Whose turn is it? First of those who are ready; between events nobody is.
          row = ready.shift();
          if (row >= 0) {
            if (budget.spent >= budget.most) budget.complain();
            budget.spent++;
            pc = pcs[row]!;
            const did = doings[row]!;
            if (did === granted) {
              if (tracer !== undefined) rarer.tellOfGrant(row);
              // Whoever lost a hold goes on with the delay in which that happened.
              if (rest[row]! < 0) pc++;
            } else if (did !== walking) pc = rarer.goOn(row);
            if (pc >= 0) doings[row] = walking;
          } else {
            if (turns > 0 && (turns >= BURST || (whilePresent && state.present === 0))) return true;
            const event = calendar.next(latest);
            if (event < 0) return false;
            now = calendar.now;
            if (budget.spent >= budget.most) budget.complain();
            budget.spent++;
            const kind = event & 3;
            if (kind === worked) {
              // What `end` and `release` would do.
              row = event >> 2;
              pc = pcs[row]!;
              const request = requests[a[pc]!]!;
              state.closeRow(row, done);
              if (tracer !== undefined) rarer.tellOfReturn(row, request);
              service.takeBack(request);
              pc += 3;
              doings[row] = walking;
            } else if (kind === arrival) {
              row = sources.arrive(event >> 2);
              pc = entities.pc[row]!;
            } else if (kind === entity) {
              row = event >> 2;
              events[row] = -1;
              pc = doings[row] === delay ? pcs[row]! + 1 : rarer.giveUp(row);
              doings[row] = walking;
            } else this.#planned(event);
          }
          turns++;
        }
        while (pc >= 0) {
          if (entities.state !== doings) break;
          // The bare numbers of `op`: only these become a jump table.
          switch (op[pc]) {
            case 0: // finish
              this.#lives.end(row, atItsEnd);
              pc = -1;
              break;
            case 1: {
              // seize
              const number = a[pc]!;
              const request = requests[number]!;
              if (!request.plain) {
                pc = rarer.seize(row, pc);
                break;
              }
              if (request.activity >= 0) {
                if (activity[row]! >= 0) state.closeRow(row, done);
                activity[row] = request.activity;
                queued[row] = now;
                started[row] = NaN;
                served[row] = -1;
              }
              const order = state.requests++;
              requestOf[row] = number;
              priority[row] = origin[pc] === written ? x[pc]! : this.#numbers.priority(row, pc);
              orders[row] = order;
              rank[row] = order;
              pcs[row] = pc;
              if (service.askOrWait(row, request)) {
                if (tracer !== undefined) rarer.tellOfGrant(row);
                pc++;
              } else {
                if (tracer !== undefined) rarer.tellOfWaiting(row, request);
                pc = -1;
              }
              break;
            }
            case 2: {
              // delay
              let minutes = rest[row]!;
              if (minutes < 0) {
                minutes =
                  origin[pc] === drawn && counter[pc]! < 0
                    ? draws[pc]!(identityLo[row]!, identityHi[row]!, 0)
                    : this.#numbers.number(row, pc);
                if (!(minutes >= 0)) minutes = this.#numbers.notNegative(minutes, pc);
                work[row] = minutes;
              } else rest[row] = -1;
              // Work is done at the speed of who does it.
              const hold = a[pc]!;
              const claim = hold < 0 ? -1 : holds.find(row, hold);
              if (claim >= 0) minutes /= speed[holds.resource(claim)]!;
              working[row] = claim < 0 ? -1 : hold;
              const end = now + minutes;
              doings[row] = delay;
              pcs[row] = pc;
              until[row] = end;
              // What never ends needs no event.
              if (end < Infinity) events[row] = calendar.enter(end, 0, (row << 2) | entity);
              pc = -1;
              break;
            }
            case 3: // end
              if (activity[row]! >= 0) state.closeRow(row, done);
              pc++;
              break;
            case 4: // release
              service.release(row, a[pc]!, b[pc]!);
              pc++;
              break;
            case 22: {
              // serve: a seize that is plain and brief, which mostly finds somebody free
              const number = a[pc]!;
              const request = requests[number]!;
              const { single, units } = request;
              if (activity[row]! >= 0) state.closeRow(row, done);
              activity[row] = request.activity;
              queued[row] = now;
              const order = state.requests++;
              requestOf[row] = number;
              orders[row] = order;
              const urgency = origin[pc] === written ? x[pc]! : this.#numbers.priority(row, pc);
              const at = single << RECORD;
              let isGranted = first[single]! < 0 && odd[single] === 0 && usual[at | FREE]! >= units;
              if (isGranted) {
                // `Resources.take`, but for what is odd.
                const busy = usual[at | BUSY]!;
                usual[at | BUSY_MINUTES] = usual[at | BUSY_MINUTES]! + busy * (now - usual[at | BUSY_SINCE]!);
                usual[at | BUSY_SINCE] = now;
                usual[at | BUSY] = busy + units;
                usual[at | FREE] = usual[at | FREE]! - units;
                started[row] = now;
                served[row] = single;
              } else {
                started[row] = NaN;
                served[row] = -1;
                priority[row] = urgency;
                rank[row] = order;
                pcs[row] = pc;
                isGranted = service.askOrWait(row, request);
              }
              if (tracer !== undefined) {
                if (isGranted) rarer.tellOfGrant(row);
                else rarer.tellOfWaiting(row, request);
              }
              pc = isGranted ? pc + 1 : -1;
              break;
            }
            case 23: {
              // work: the delay of who is served
              let minutes =
                origin[pc] === drawn && counter[pc]! < 0
                  ? draws[pc]!(identityLo[row]!, identityHi[row]!, 0)
                  : this.#numbers.number(row, pc);
              if (!(minutes >= 0)) minutes = this.#numbers.notNegative(minutes, pc);
              const end = now + minutes;
              doings[row] = delay;
              pcs[row] = pc;
              until[row] = end;
              // What never ends needs no event.
              if (end < Infinity) calendar.enter(end, 0, (row << 2) | worked);
              pc = -1;
              break;
            }
            case 11: // jump
              pc = c[pc]!;
              break;
            default:
              pc = rarer.carryOut(row, pc);
          }
        }
        if (pc < 0 && awaiting.length > 0) rarer.callAwaiting();
      } while (entities.state === doings);
    }
  }
}
