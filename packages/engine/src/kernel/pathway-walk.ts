/**
 * The loop in which a run spends its time.
 *
 * It takes whoever's turn it is, and lets that entity walk along its instructions until time is to pass, something is to
 * be waited for, or the pathway ends. Only the usual instructions stand in it, as nearly all that is ever carried out is
 * one of them, and only their usual cases; all else is called for. The most usual are `serve` and `work` (see `shorten`):
 * what they and their end do to the resource is written out, as V8 does not put so many calls into one loop.
 *
 * The arrays that hold what is said of entities are locals here. An array that is reached through its table costs V8 twice
 * as much: the field, a look at what is in it, the length, the place. But they are replaced by longer ones when more
 * entities live than ever before, so after all that may bring entities to life the loop looks whether its arrays still
 * hold, and, if not, takes the new ones and goes on where it was.
 *
 * @module
 */

import type { EventCalendar } from "./calendar.ts";
import type { Budget } from "./pathway-budget.ts";
import { bitsOfEntity, doing, type Entities, numberOf, wholeOf } from "./pathway-entities.ts";
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
const { wholes: WHOLES, numbers: NUMBERS } = bitsOfEntity;
const {
  state: STATE,
  pc: PC,
  event: EVENT,
  request: REQUEST,
  activity: ACTIVITY,
  served: SERVED,
  working: WORKING,
} = wholeOf;
const { until: UNTIL, rest: REST, work: WORK, priority: PRIORITY, order: ORDER, rank: RANK } = numberOf;
const { queued: QUEUED, started: STARTED } = numberOf;
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
      const { wholes, numbers, identityLo, identityHi } = entities;
      do {
        if (pc < 0) {
          // Whose turn is it? First of those who are ready; between events nobody is.
          row = ready.shift();
          if (row >= 0) {
            if (budget.spent >= budget.most) budget.complain();
            budget.spent++;
            pc = wholes[(row << WHOLES) | PC]!;
            const did = wholes[(row << WHOLES) | STATE]!;
            if (did === granted) {
              if (tracer !== undefined) rarer.tellOfGrant(row);
              // Whoever lost a hold goes on with the delay in which that happened.
              if (numbers[(row << NUMBERS) | REST]! < 0) pc++;
            } else if (did !== walking) pc = rarer.goOn(row);
            if (pc >= 0) wholes[(row << WHOLES) | STATE] = walking;
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
              pc = wholes[(row << WHOLES) | PC]!;
              const request = requests[a[pc]!]!;
              state.closeRow(row, done);
              if (tracer !== undefined) rarer.tellOfReturn(row, request);
              service.takeBack(request);
              pc += 3;
              wholes[(row << WHOLES) | STATE] = walking;
            } else if (kind === arrival) {
              row = sources.arrive(event >> 2);
              pc = entities.whole(row, PC);
            } else if (kind === entity) {
              row = event >> 2;
              wholes[(row << WHOLES) | EVENT] = -1;
              pc = wholes[(row << WHOLES) | STATE] === delay ? wholes[(row << WHOLES) | PC]! + 1 : rarer.giveUp(row);
              wholes[(row << WHOLES) | STATE] = walking;
            } else this.#planned(event);
          }
          turns++;
        }
        while (pc >= 0) {
          if (entities.wholes !== wholes) break;
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
                if (wholes[(row << WHOLES) | ACTIVITY]! >= 0) state.closeRow(row, done);
                wholes[(row << WHOLES) | ACTIVITY] = request.activity;
                numbers[(row << NUMBERS) | QUEUED] = now;
                numbers[(row << NUMBERS) | STARTED] = NaN;
                wholes[(row << WHOLES) | SERVED] = -1;
              }
              const order = state.requests++;
              wholes[(row << WHOLES) | REQUEST] = number;
              numbers[(row << NUMBERS) | PRIORITY] = origin[pc] === written ? x[pc]! : this.#numbers.priority(row, pc);
              numbers[(row << NUMBERS) | ORDER] = order;
              numbers[(row << NUMBERS) | RANK] = order;
              wholes[(row << WHOLES) | PC] = pc;
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
              let minutes = numbers[(row << NUMBERS) | REST]!;
              if (minutes < 0) {
                minutes =
                  origin[pc] === drawn && counter[pc]! < 0
                    ? draws[pc]!(identityLo[row]!, identityHi[row]!, 0)
                    : this.#numbers.number(row, pc);
                if (!(minutes >= 0)) minutes = this.#numbers.notNegative(minutes, pc);
                numbers[(row << NUMBERS) | WORK] = minutes;
              } else numbers[(row << NUMBERS) | REST] = -1;
              // Work is done at the speed of who does it.
              const hold = a[pc]!;
              const claim = hold < 0 ? -1 : holds.find(row, hold);
              if (claim >= 0) minutes /= speed[holds.resource(claim)]!;
              wholes[(row << WHOLES) | WORKING] = claim < 0 ? -1 : hold;
              const end = now + minutes;
              wholes[(row << WHOLES) | STATE] = delay;
              wholes[(row << WHOLES) | PC] = pc;
              numbers[(row << NUMBERS) | UNTIL] = end;
              // What never ends needs no event.
              if (end < Infinity) {
                calendar.due = end;
                wholes[(row << WHOLES) | EVENT] = calendar.enterDue(0, (row << 2) | entity);
              }
              pc = -1;
              break;
            }
            case 3: // end
              if (wholes[(row << WHOLES) | ACTIVITY]! >= 0) state.closeRow(row, done);
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
              if (wholes[(row << WHOLES) | ACTIVITY]! >= 0) state.closeRow(row, done);
              wholes[(row << WHOLES) | ACTIVITY] = request.activity;
              numbers[(row << NUMBERS) | QUEUED] = now;
              const order = state.requests++;
              wholes[(row << WHOLES) | REQUEST] = number;
              numbers[(row << NUMBERS) | ORDER] = order;
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
                numbers[(row << NUMBERS) | STARTED] = now;
                wholes[(row << WHOLES) | SERVED] = single;
              } else {
                numbers[(row << NUMBERS) | STARTED] = NaN;
                wholes[(row << WHOLES) | SERVED] = -1;
                numbers[(row << NUMBERS) | PRIORITY] = urgency;
                numbers[(row << NUMBERS) | RANK] = order;
                wholes[(row << WHOLES) | PC] = pc;
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
              wholes[(row << WHOLES) | STATE] = delay;
              // Nobody can interrupt it, whatever else the entity holds and has worked with.
              wholes[(row << WHOLES) | WORKING] = -1;
              wholes[(row << WHOLES) | PC] = pc;
              numbers[(row << NUMBERS) | UNTIL] = end;
              // What never ends needs no event.
              if (end < Infinity) {
                calendar.due = end;
                calendar.enterDue(0, (row << 2) | worked);
              }
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
      } while (entities.wholes === wholes);
    }
  }
}
