/**
 * What an activity needs, as one request to the kernel: everything at once.
 *
 * Units that are kept or handed on after the activity are held under names of their own.
 *
 * @module
 */

import type { Part, Step } from "../kernel/pathway-model.ts";
import type { Need } from "../scenario/schema.ts";
import { myAttribute } from "./attributes.ts";
import type { Resources } from "./resources.ts";

/** A request of one place of a pathway. */
export class Request {
  /** Names of all its holds. */
  readonly holds: readonly string[];
  /** The hold that works: that of the first staff among the needs, or else of the first need. */
  readonly working: string;
  /** The parts of the `seize` step that say what is asked for. */
  readonly seize: Pick<Extract<Step, { do: "seize" }>, "hold" | "parts">;
  readonly #byWord = new Map<string, string[]>();

  /**
   * @param apart kinds of units that are held apart, to be given back or handed on at another time than the rest
   * @param place names the holds; unique in the pathway
   */
  constructor(needs: readonly Need[], apart: readonly string[], place: string, resources: Resources) {
    const held = needs.map((need) => {
      const words = wordsOf(need);
      const word = apart.find((one) => words.includes(one));
      return { need, words, hold: word === undefined ? place : `${place} › ${word}` };
    });
    for (const { words, hold } of held) {
      for (const word of words) this.#byWord.set(word, [...(this.#byWord.get(word) ?? []), hold]);
    }
    this.holds = [...new Set(held.map(({ hold }) => hold))];
    const isStaff = (word: string) => resources.groups.get(word)?.kind === "staff";
    this.working = (held.find(({ words }) => words.some(isStaff)) ?? held[0]!).hold;
    const [hold] = this.holds;
    const parts = held.flatMap(({ need, hold: own }) => {
      return partsOf(need, resources).map((part) => (own === hold ? part : { ...part, hold: own }));
    });
    this.seize = { hold: hold!, parts };
  }

  /** The holds of this request that hold units of a kind. */
  holdsOf(word: string): readonly string[] {
    return [...new Set(this.#byWord.get(word))];
  }
}

/** The kinds of units of which a need speaks: the words of `keeps`, `frees` and `free`. */
export function wordsOf(need: Need): readonly string[] {
  if (typeof need === "string") return [need];
  if ("my" in need) return [need.my];
  return "oneOf" in need ? need.oneOf : [need.of];
}

/** Says which resources would do for a need, as parts of a request. */
function partsOf(need: Need, resources: Resources): Part[] {
  if (typeof need === "string") return partsOf({ of: need }, resources);
  const membersOf = (name: string) => resources.groups.get(name)!.members;
  const names = (name: string) => membersOf(name).map((member) => member.name);
  if ("my" in need) return [{ oneOf: names(need.my), my: myAttribute(need.my), choose: "longest idle" }];
  if ("oneOf" in need) return [{ oneOf: need.oneOf.flatMap(names) }];
  const { of, skill, units = 1 } = need;
  if (resources.groups.get(of)!.pooled) return [{ oneOf: [of], units }];
  const able = membersOf(of).filter(({ skills }) => skill === undefined || skills.includes(skill));
  const part: Part = { oneOf: able.map(({ name }) => name), choose: "longest idle" };
  // Several single people: as many parts, each of which is one of them.
  return Array.from({ length: units }, () => part);
}
