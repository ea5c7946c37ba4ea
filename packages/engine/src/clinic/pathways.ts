/**
 * Pathways of visits and tasks, as the steps of the kernel.
 *
 * Every draw is named after the place where it stands ("sick visit.consult.takes"), so that it is the same in every
 * variant, whatever was changed elsewhere. A second activity of the same name is place "consult #2"; a step without a
 * name stands "after consult".
 *
 * @module
 */

import type { Draw, Step as KernelStep, Pathway } from "../kernel/pathway-model.ts";
import type { ActivityStep, Condition, Priority, Step, Steps, TakeStep, TimeLaw } from "../scenario/schema.ts";
import { distribution, minutes, share } from "../scenario/units.ts";
import { clockTime } from "../time-of-day.ts";
import { conditionSteps } from "./conditions.ts";
import { Request, wordsOf } from "./request.ts";
import type { Workshop } from "./workshop.ts";

/** Makes the pathway of a visit type or a task; those it hands work to (turnover, say) go to the workshop. */
export function pathwayOf(
  workshop: Workshop,
  name: string,
  visit: boolean,
  steps: Steps,
  priority?: Priority,
): Pathway {
  return new PathwayCompiler(workshop, name, visit, priority).compile(steps);
}

/** The attribute with the minute of a mark. */
function markAttribute(mark: string): string {
  return mark === "arrival" ? "@arrived" : `@mark ${mark}`;
}

class PathwayCompiler {
  readonly #shop: Workshop;
  readonly #name: string;
  readonly #visit: boolean;
  readonly #priority: Priority | undefined;
  readonly #places = new Map<string, number>();
  /** Under which names the units of each kind may be held, anywhere in the pathway. */
  readonly #holds = new Map<string, string[]>();
  /** Completes the lists of holds to be given back, once all of the pathway has been read: loops go back. */
  readonly #toFill: (() => void)[] = [];
  #last = "";
  /** Marks from which a stay is counted. */
  readonly #since = new Set<string>();

  constructor(shop: Workshop, name: string, visit: boolean, priority: Priority | undefined) {
    this.#shop = shop;
    this.#name = name;
    this.#visit = visit;
    this.#priority = priority;
  }

  compile(steps: Steps): Pathway {
    const compiled = this.#steps(steps);
    for (const fill of this.#toFill) fill();
    // Whoever has not come by a mark stays for nothing.
    const start = [...this.#since].map((mark): KernelStep => {
      return { do: "set", attribute: markAttribute(mark), to: mark === "arrival" ? "now" : -Infinity };
    });
    return { name: this.#name, visit: this.#visit, steps: [...start, ...compiled] };
  }

  #steps(steps: Steps): KernelStep[] {
    return steps.flatMap((step) => this.#step(step));
  }

  #step(step: Step): KernelStep[] {
    if ("activity" in step) return this.#activity(step);
    if ("take" in step) return this.#take(step);
    if ("free" in step) return this.#release([step.free].flat());
    if ("branch" in step) return this.#branch(step.branch);
    if ("repeat" in step) return this.#repeat(step.repeat);
    if ("parallel" in step) return [{ do: "parallel", branches: step.parallel.map((branch) => this.#steps(branch)) }];
    if ("waitUntil" in step) return this.#waitUntil(step.waitUntil);
    if ("mark" in step) return [{ do: "set", attribute: this.#attribute(markAttribute(step.mark)), to: "now" }];
    if ("stay" in step) return this.#stay(step.stay);
    if ("send" in step) return this.#send(step.send);
    if ("followUp" in step) return this.#followUp(step.followUp);
    if ("set" in step) return Object.entries(step.set).map(([name, value]) => this.#set(name, value));
    return [{ do: "leave", outcome: step.leave }];
  }

  #activity(step: ActivityStep): KernelStep[] {
    const { activity, afterwards } = step;
    const place = this.#place(activity);
    this.#last = place;
    this.#shop.activities.add(activity);
    const time = this.#time(step.takes, `${place}.takes`);
    const freed = step.frees === undefined ? [] : this.#release([step.frees].flat());
    if (step.needs === undefined) {
      return [{ do: "begin", activity }, { do: "delay", time }, { do: "end" }, ...freed];
    }
    const kept = [step.keeps ?? []].flat();
    const handed = [afterwards?.keeps ?? []].flat();
    const request = new Request([step.needs].flat(), [...kept, ...handed], place, this.#shop.resources);
    for (const word of kept) this.#holdsOf(word).push(...request.holdsOf(word));
    const released = request.holds.filter((hold) => !kept.some((word) => request.holdsOf(word).includes(hold)));
    return [
      { do: "seize", activity, ...request.seize, ...this.#waiting(step, place) },
      { do: "delay", time, working: request.working },
      ...(afterwards === undefined ? [] : [this.#afterwards(afterwards, handed, request, place)]),
      { do: "end" },
      { do: "release", holds: released },
      ...freed,
    ];
  }

  #take(step: TakeStep): KernelStep[] {
    const needs = [step.take].flat();
    const activity = wordsOf(needs[0]!)[0]!;
    const place = this.#place(activity);
    this.#shop.activities.add(activity);
    const words = needs.flatMap(wordsOf);
    const request = new Request(needs, words, place, this.#shop.resources);
    for (const word of words) this.#holdsOf(word).push(...request.holdsOf(word));
    return [{ do: "seize", activity, ...request.seize, ...this.#waiting(step, place) }, { do: "end" }];
  }

  /** What happens while somebody waits for an activity. */
  #waiting(step: ActivityStep | TakeStep, place: string) {
    const { patience, ifPatienceEnds = "leave", limit, ifFull = "leave", preempts = "no" } = step;
    const priority = step.priority ?? this.#priority;
    const patienceTime = patience === undefined ? undefined : this.#time(patience, `${place}.patience`);
    return {
      ...(priority === undefined ? {} : { priority: this.#priorityValue(priority) }),
      ...(preempts === "no" ? {} : { preempt: preempts }),
      ...(patienceTime === undefined
        ? {}
        : { patience: asDraw(patienceTime), gaveUp: this.#otherwise(ifPatienceEnds, "gave up") }),
      ...(limit === undefined ? {} : { limit, turnedAway: this.#otherwise(ifFull, "turned away") }),
    };
  }

  #otherwise(steps: "leave" | Steps, outcome: string): KernelStep[] {
    return steps === "leave" ? [{ do: "leave", outcome }] : this.#steps(steps);
  }

  /** Hands units to work that goes on after the patient has moved on. */
  #afterwards(
    { activity, takes }: NonNullable<ActivityStep["afterwards"]>,
    handed: readonly string[],
    request: Request,
    place: string,
  ): KernelStep {
    const name = `${this.#name} › ${place} › ${activity}`;
    const own = handed.flatMap((word) => request.holdsOf(word));
    const holds = this.#allHolds(handed, own);
    const time = this.#time(takes, `${place}.${activity}.takes`);
    this.#shop.activities.add(activity);
    const working = own.includes(request.working) ? request.working : own[0];
    this.#shop.addPathway({
      name,
      visit: false,
      steps: [
        { do: "begin", activity },
        { do: "delay", time, ...(working === undefined ? {} : { working }) },
        { do: "end" },
      ],
    });
    return { do: "send", pathway: name, holds, identity: this.#shop.identityOfSent(`identity.${name}`) };
  }

  #branch(branches: Extract<Step, { branch: unknown }>["branch"]): KernelStep[] {
    const place = this.#place(this.#unnamed("branch"));
    const first = branches[0]!;
    if ("share" in first) {
      const shares = branches.map((branch) => share((branch as { share: string }).share));
      const inner = branches.map(({ steps }) => this.#steps(steps));
      return [{ do: "choose", draw: this.#uniform(place), shares, branches: inner }];
    }
    let rest: KernelStep[] = [];
    const compiled = branches.map((branch) => ({ branch, steps: this.#steps(branch.steps) }));
    for (const { branch, steps } of compiled.reverse()) {
      if (!("when" in branch)) rest = steps;
      else rest = conditionSteps(branch.when as Condition, steps, rest, this.#shop);
    }
    return rest;
  }

  #repeat({ steps, times, again, most = 10_000 }: Extract<Step, { repeat: unknown }>["repeat"]): KernelStep[] {
    const place = this.#place(this.#unnamed("repeat"));
    const repeated = this.#steps(steps);
    if (again !== undefined) {
      const draw = this.#uniform(place);
      return [{ do: "repeat", steps: repeated, again: { draw, share: share(again) }, most }];
    }
    const count =
      typeof times === "object" ? this.#shop.streams.keyed(this.#purpose(place), distribution(times)) : times;
    return [{ do: "repeat", steps: repeated, most, ...(count === undefined ? {} : { times: count }) }];
  }

  #waitUntil(until: Extract<Step, { waitUntil: unknown }>["waitUntil"]): KernelStep[] {
    if (typeof until === "string") {
      const clock = clockTime(until);
      const { days } = this.#shop;
      return [{ do: "until", time: (now) => days.nextClock(now, clock) }];
    }
    if ("sent" in until) return [{ do: "await sent", name: until.sent }];
    const { atLeast, atMost } = until as { readonly atLeast?: number; readonly atMost?: number };
    const level = "free" in until ? "free" : "waiting";
    const of = "free" in until ? { resources: this.#shop.membersOf(until.free) } : { activity: until.waiting };
    const is = atMost === undefined ? "atLeast" : "atMost";
    return [{ do: "await", of, level, is, value: atMost ?? atLeast ?? 1 }];
  }

  #stay({ since, atLeast }: Extract<Step, { stay: unknown }>["stay"]): KernelStep[] {
    const place = this.#place(this.#unnamed("stay"));
    this.#since.add(since);
    const attribute = this.#attribute(markAttribute(since));
    return [{ do: "atLeast", since: attribute, time: this.#time(atLeast, `${place}.atLeast`) }];
  }

  #send({ task, as }: Extract<Step, { send: unknown }>["send"]): KernelStep[] {
    const place = this.#place(this.#unnamed(`send ${task}`));
    const identity = this.#shop.identityOfSent(`identity.${this.#purpose(place)}`);
    return [{ do: "send", pathway: this.#shop.pathwayName(task), identity, ...(as === undefined ? {} : { name: as }) }];
  }

  #followUp(followUp: Extract<Step, { followUp: unknown }>["followUp"]): KernelStep[] {
    const place = this.#place(this.#unnamed("follow-up"));
    const hook = this.#purpose(place);
    this.#shop.followUps.push({ hook, pathway: this.#name, followUp });
    const call: KernelStep = { do: "call", hook };
    if (followUp.share === undefined) return [call];
    return [{ do: "choose", draw: this.#uniform(place), shares: [share(followUp.share)], branches: [[call]] }];
  }

  #set(name: string, value: Extract<Step, { set: unknown }>["set"][string]): KernelStep {
    const attribute = this.#attribute(name);
    if (typeof value !== "object") return { do: "set", attribute, to: this.#shop.attributes.numberOf(name, value) };
    const purpose = this.#purpose(this.#place(this.#unnamed(`set ${name}`)));
    return { do: "set", attribute, to: this.#shop.attributes.sampler(name, value, purpose) };
  }

  #release(words: readonly string[]): KernelStep[] {
    return [{ do: "release", holds: this.#allHolds(words) }];
  }

  /** All names under which units of these kinds may be held; whoever does not hold one of them gives nothing back. */
  #allHolds(words: readonly string[], own: readonly string[] = []): string[] {
    const holds: string[] = [];
    this.#toFill.push(() => holds.push(...new Set([...own, ...words.flatMap((word) => this.#holdsOf(word))])));
    return holds;
  }

  #holdsOf(word: string): string[] {
    const holds = this.#holds.get(word) ?? [];
    this.#holds.set(word, holds);
    return holds;
  }

  #priorityValue(priority: Priority) {
    return typeof priority === "number" ? priority : { attribute: this.#attribute(priority) };
  }

  #attribute(name: string): string {
    this.#shop.names.add(name);
    return name;
  }

  /** The label with its number, if it is not the first of its name in this pathway. */
  #place(label: string): string {
    const number = (this.#places.get(label) ?? 0) + 1;
    this.#places.set(label, number);
    return number === 1 ? label : `${label} #${number}`;
  }

  #unnamed(what: string): string {
    return this.#last === "" ? what : `${what} after ${this.#last}`;
  }

  #purpose(place: string): string {
    return `${this.#name}.${place}`;
  }

  #uniform(place: string): Draw {
    return this.#shop.streams.keyedUniform(this.#purpose(place));
  }

  #time(law: TimeLaw, place: string): number | Draw {
    return timeOf(law, this.#purpose(place), this.#shop);
  }
}

/** A duration, or a draw of one. */
export function timeOf(law: TimeLaw, purpose: string, { streams }: Pick<Workshop, "streams">): number | Draw {
  return typeof law === "string" ? minutes(law) : streams.keyed(purpose, distribution(law));
}

/** A patience is a draw, even if it is always the same. */
function asDraw(time: number | Draw): Draw {
  return typeof time === "number" ? () => time : time;
}
