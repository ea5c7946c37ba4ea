/**
 * What is known of a patient: attributes drawn on arrival, and those that come with an appointment.
 *
 * The kernel knows numbers only; categories are numbered in the order in which the scenario lists them.
 *
 * @module
 */

import type { Columns } from "../kernel/pathway-model.ts";
import type { KeyedSampler, Streams } from "../random/streams.ts";
import type { AttributeLaw, Scenario } from "../scenario/schema.ts";
import { distribution, minutes, share } from "../scenario/units.ts";
import type { OfficeAttribute } from "./office.ts";

/** Minutes between the day of booking and the appointment; 0 for whoever just comes. */
export const leadTimeAttribute = "lead time";

/** Minutes after the appointment at which the patient comes; negative: early; 0 for whoever just comes. */
export const latenessAttribute = "lateness";

/** The minute of the appointment; for whoever just comes, that of the arrival. */
export const appointmentAttribute = "@appointment";

/** The attribute that holds the index of the patient's own physician, say. */
export function myAttribute(role: string): string {
  return `@my ${role}`;
}

/** Names that get numbers in the order in which they are first said. */
export class Names {
  readonly list: string[] = [];
  readonly #indices = new Map<string, number>();

  /** The number of a name, given now if it has none. */
  add(name: string): number {
    const known = this.#indices.get(name);
    if (known !== undefined) return known;
    this.#indices.set(name, this.list.length);
    return this.list.push(name) - 1;
  }

  /** The number of a name that has one. */
  has(name: string): boolean {
    return this.#indices.has(name);
  }
}

/** The attributes that a scenario gives to patients. */
export class Attributes {
  /** Those that the scenario declares, in the order of the file. */
  readonly declared: readonly OfficeAttribute[];
  readonly #streams: Streams;
  readonly #names: Names;
  readonly #scenario: Scenario;
  readonly #labels: ReadonlyMap<string, readonly string[] | undefined>;

  constructor(scenario: Scenario, streams: Streams, names: Names) {
    this.#scenario = scenario;
    this.#streams = streams;
    this.#names = names;
    this.#labels = labelsOf(scenario);
    this.declared = [...this.#labels].map(([name, labels]) => (labels === undefined ? { name } : { name, labels }));
    for (const { name } of this.declared) names.add(name);
  }

  /**
   * The number that stands for a value: of a category its place in the list, of a duration its minutes.
   *
   * @throws {RangeError} when the attribute has no such value
   */
  numberOf(attribute: string, value: number | string | boolean): number {
    if (typeof value === "number") return value;
    const labels = this.#labels.get(attribute);
    const index = labels?.indexOf(String(value)) ?? -1;
    if (index >= 0) return index;
    if (attribute === leadTimeAttribute || attribute === latenessAttribute) return minutes(String(value));
    const number = Number(value);
    if (labels === undefined && !Number.isNaN(number)) return number;
    throw new RangeError(
      `the attribute “${attribute}” has no value “${value}”; known: ${labels?.join(", ") ?? "numbers"}`,
    );
  }

  /** Draws the attributes of one who arrives for a visit type, or else for a task; each is a draw of its own. */
  drawnFor(visitType: string | undefined): (columns: Columns, row: number) => void {
    const own = (visitType === undefined ? undefined : this.#scenario.visitTypes?.[visitType]?.attributes) ?? {};
    const laws = [
      ...Object.entries(this.#scenario.attributes ?? {}).filter(([name]) => !(name in own)),
      ...Object.entries(own),
    ];
    const draws = laws.map(([name, law]) => {
      const place = name in own ? `${visitType}.attribute.${name}` : `attribute.${name}`;
      return { index: this.#names.add(name), draw: this.sampler(name, law, place) };
    });
    return (columns, row) => {
      const lo = columns.identityLo[row]!;
      const hi = columns.identityHi[row]!;
      for (const { index, draw } of draws) columns.attributes[index]![row] = draw(lo, hi, 0);
    };
  }

  /** Draws values of an attribute, for a purpose of its own. */
  sampler(attribute: string, law: AttributeLaw, purpose: string): KeyedSampler {
    if (!("shares" in law)) return this.#streams.keyed(purpose, distribution(law));
    const values = Object.keys(law.shares).map((label) => this.numberOf(attribute, label));
    const pick = sharePicker(Object.values(law.shares).map(share));
    const draw = this.#streams.keyedUniform(purpose);
    return (lo, hi, index) => values[Math.min(pick(draw(lo, hi, index)), values.length - 1)]!;
  }
}

/** Turns a uniform number into the index of a share; what the shares leave of 1 gives their number. */
export function sharePicker(shares: readonly number[]): (u: number) => number {
  let sum = 0;
  const bounds = shares.map((part) => (sum += part));
  return (u) => {
    let index = 0;
    while (index < bounds.length && u >= bounds[index]!) index++;
    return index;
  };
}

/** All labels of each attribute, those of several visit types together; undefined for numbers. */
function labelsOf(scenario: Scenario): Map<string, readonly string[] | undefined> {
  const labels = new Map<string, readonly string[] | undefined>();
  for (const { attributes } of [scenario, ...Object.values(scenario.visitTypes ?? {})]) {
    for (const [name, law] of Object.entries(attributes ?? {})) {
      const known = labels.get(name) ?? [];
      labels.set(name, "shares" in law ? [...new Set([...known, ...Object.keys(law.shares)])] : labels.get(name));
    }
  }
  return labels;
}
