/**
 * Minutes for which resources are needed along pathways, to be expected before anything is simulated.
 *
 * @module
 */

import { stepsWithin } from "./checks-scope.ts";
import type { Need, Scenario, Step, Steps, TimeLaw } from "./schema.ts";
import { distribution, minutes, share } from "./units.ts";

/** How many patients and how much work, by visit type and by task. */
export interface Expected {
  readonly visitTypes: Map<string, number>;
  readonly tasks: Map<string, number>;
}

/** Rounds after which work that sends more work is cut off. */
const MOST_ROUNDS = 50;

/** Minutes of work for every resource. */
export function expectedWork(scenario: Scenario, { visitTypes, tasks }: Expected): Map<string, number> {
  const work = new Map<string, number>();
  let arriving = new Map<string, number>();
  const sent = (task: string, number: number) => arriving.set(task, (arriving.get(task) ?? 0) + number);
  const walk = (pathway: Steps | undefined, number: number) =>
    new Walk(scenario, work, sent).steps(pathway ?? [], number, new Map());
  for (const [name, number] of visitTypes) walk(scenario.visitTypes?.[name]?.pathway, number);
  for (const [name, number] of tasks) sent(name, number);
  for (let round = 0; round < MOST_ROUNDS && arriving.size > 0; round++) {
    const now = arriving;
    arriving = new Map();
    for (const [name, number] of now) if (number > 1e-6) walk(scenario.tasks?.[name]?.pathway, number);
  }
  return work;
}

/** The units that are held, by kind; expected, so not whole. */
type Held = Map<string, number>;

class Walk {
  readonly #scenario: Scenario;
  readonly #work: Map<string, number>;
  readonly #sent: (task: string, number: number) => void;

  constructor(scenario: Scenario, work: Map<string, number>, sent: (task: string, number: number) => void) {
    this.#scenario = scenario;
    this.#work = work;
    this.#sent = sent;
  }

  /** Lets a number of entities walk; returns how many come to the end of the steps. */
  steps(steps: Steps, number: number, held: Held): number {
    return steps.reduce((left, step) => (left > 0 ? this.#step(step, left, held) : 0), number);
  }

  #step(step: Step, number: number, held: Held): number {
    if ("activity" in step) {
      const time = meanOf(step.takes);
      const needs = [step.needs ?? []].flat();
      for (const need of needs) this.#need(need, number * time);
      this.#pass(held, number * time);
      const kept = [step.keeps ?? []].flat();
      for (const need of needs) if (kept.some((word) => kindsOf(need).includes(word))) hold(held, need);
      for (const word of [step.frees ?? []].flat()) held.delete(word);
      if (step.afterwards !== undefined) {
        const after = number * meanOf(step.afterwards.takes);
        for (const word of [step.afterwards.keeps].flat()) {
          this.#need(needs.find((need) => kindsOf(need).includes(word)) ?? word, after);
          held.delete(word);
        }
      }
      return number;
    }
    if ("take" in step) for (const need of [step.take].flat()) hold(held, need);
    else if ("free" in step) for (const word of [step.free].flat()) held.delete(word);
    else if ("send" in step) this.#sent(step.send.task, number);
    else if ("stay" in step) return number;
    else if ("leave" in step) return 0;
    else if ("branch" in step) return this.#branch(step.branch, number, held);
    else if ("repeat" in step) {
      const { steps, times, again, most = 10_000 } = step.repeat;
      const mean = again === undefined ? timesOf(times) : share(again) < 1 ? 1 / (1 - share(again)) : most;
      const rounds = Math.min(mean, most);
      // All rounds at once: the same work, as often.
      this.steps(steps, number * rounds, held);
    } else if ("parallel" in step) for (const { steps } of stepsWithin(step)) this.steps(steps, number, new Map(held));
    return number;
  }

  #branch(ways: Extract<Step, { branch: unknown }>["branch"], number: number, held: Held): number {
    const before = new Map(held);
    // What decides by attributes is not known before: every way alike.
    const shareOf = (way: (typeof ways)[number]) => ("share" in way ? share(way.share) : 1 / ways.length);
    let left = number * Math.max(0, 1 - ways.reduce((sum, way) => sum + shareOf(way), 0));
    for (const way of ways) {
      const own = new Map(before);
      left += this.steps(way.steps, number * shareOf(way), own);
      for (const word of before.keys()) if (!own.has(word)) held.delete(word);
    }
    return left;
  }

  /** Lets time pass for what is held. */
  #pass(held: Held, time: number): void {
    for (const [word, units] of held) this.#add(word, units * time);
  }

  #need(need: Need, time: number): void {
    if (typeof need === "object" && "oneOf" in need) {
      for (const word of need.oneOf) this.#add(word, time / need.oneOf.length);
    } else this.#add(kindsOf(need)[0]!, time * unitsOf(need));
  }

  /** Work of a person is work of the role. */
  #add(word: string, time: number): void {
    const roles = Object.entries(this.#scenario.staff ?? {});
    const role = roles.find(([, { people }]) => people !== undefined && Object.hasOwn(people, word))?.[0] ?? word;
    this.#work.set(role, (this.#work.get(role) ?? 0) + time);
  }
}

function hold(held: Held, need: Need): void {
  const kinds = kindsOf(need);
  for (const word of kinds) held.set(word, (held.get(word) ?? 0) + unitsOf(need) / kinds.length);
}

function kindsOf(need: Need): readonly string[] {
  if (typeof need === "string") return [need];
  if ("my" in need) return [need.my];
  return "oneOf" in need ? need.oneOf : [need.of];
}

function unitsOf(need: Need): number {
  return (typeof need === "object" && "of" in need && need.units) || 1;
}

function timesOf(times: Extract<Step, { repeat: unknown }>["repeat"]["times"]): number {
  return typeof times === "object" ? Math.max(0, distribution(times).mean) : (times ?? 1);
}

function meanOf(time: TimeLaw): number {
  return typeof time === "string" ? minutes(time) : Math.max(0, distribution(time).mean);
}
