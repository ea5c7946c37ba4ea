/**
 * What happens as somebody comes: which pathway he follows, what is known of him, and who his physician is.
 *
 * @module
 */

import type { Columns } from "../kernel/pathway-model.ts";
import type { KeyedSampler } from "../random/streams.ts";
import type { VisitTypeChoice } from "../scenario/schema.ts";
import { share } from "../scenario/units.ts";
import { appointmentAttribute, myAttribute, sharePicker } from "./attributes.ts";
import type { Group } from "./resources.ts";
import type { Provider } from "./seats.ts";
import type { Workshop } from "./workshop.ts";

/** A patient whose own physician is away is seen by any of them. */
const anybody = -1;

/** What an appointment says of whom the patient sees. */
export interface Reserved {
  /** The own ones that he had before, in the order of the roles. */
  readonly own: readonly number[] | undefined;
  /** Whose seat it is. */
  readonly provider: Provider | undefined;
}

/** A role of which patients have their own. */
interface OwnOnes {
  readonly role: string;
  readonly attribute: number;
  readonly group: Group;
  readonly draw: KeyedSampler;
  /** Whether one of them may be away while the others work. */
  readonly mayBeAway: boolean;
}

/** Receives whoever comes. */
export class Reception {
  readonly #shop: Workshop;
  readonly #attributes: ((columns: Columns, row: number) => void)[];
  readonly #own: readonly OwnOnes[];
  readonly #appointment: number | undefined;

  constructor(shop: Workshop) {
    this.#shop = shop;
    this.#attributes = shop.pathways.map(({ kind, label }) => {
      return shop.attributes.drawnFor(kind === "visit type" ? label : undefined);
    });
    this.#own = [...shop.resources.mine].map((role) => ownOnes(shop, role));
    this.#appointment = shop.names.has(appointmentAttribute) ? shop.names.add(appointmentAttribute) : undefined;
  }

  /** Writes down who has come without an appointment; the identity is known already. */
  welcome(columns: Columns, row: number, pathway: number, now: number): void {
    this.#attributes[pathway]!(columns, row);
    if (this.#appointment !== undefined) columns.attributes[this.#appointment]![row] = now;
    const lo = columns.identityLo[row]!;
    const hi = columns.identityHi[row]!;
    for (const own of this.#own) {
      const { attribute, group, draw } = own;
      const drawn = Math.floor(draw(lo, hi, 0) * group.members.length);
      columns.attributes[attribute]![row] = this.#whoIsThere(own, drawn, now);
    }
  }

  /** Gives a patient the own ones that he had before, and the one with whom the appointment was made. */
  assignOwn(columns: Columns, row: number, { own, provider }: Reserved, now: number): void {
    for (const [index, ones] of this.#own.entries()) {
      const before = ones.group.members.findIndex((member) => member.index === own?.[index]);
      const person = provider?.role === ones.role ? provider.person : before;
      if (person >= 0) columns.attributes[ones.attribute]![row] = this.#whoIsThere(ones, person, now);
    }
  }

  /** Who the patient's own ones are, in the order of the roles. */
  ownOf(columns: Columns, row: number): number[] {
    return this.#own.map(({ attribute }) => columns.attributes[attribute]![row]!);
  }

  /** Whether a seat would be with the patient's own one, if he has one and it is anybody's in particular. */
  isOwn(columns: Columns, row: number, provider: Provider | undefined): boolean {
    const own = this.#own.find(({ role }) => role === provider?.role);
    if (own === undefined) return true;
    const mine = columns.attributes[own.attribute]![row]!;
    return mine < 0 || mine === own.group.members[provider!.person]!.index;
  }

  /** Index of the person's resource, or anybody's if he is away for the rest of a day on which others work. */
  #whoIsThere({ group, mayBeAway }: OwnOnes, person: number, now: number): number {
    const member = group.members[person]!;
    if (!mayBeAway) return member.index;
    const { days } = this.#shop;
    const night = days.midnight(days.dayAt(now) + 1);
    if (member.plan!.worksBetween(now, night)) return member.index;
    return group.members.some(({ plan }) => plan!.worksBetween(now, night)) ? anybody : member.index;
  }
}

function ownOnes({ streams, names, resources, scenario }: Workshop, role: string): OwnOnes {
  const group = resources.groups.get(role)!;
  return {
    role,
    group,
    attribute: names.add(myAttribute(role)),
    draw: streams.keyedUniform(`my ${role}`),
    mayBeAway: scenario.staff?.[role]?.people !== undefined || group.members.some(({ plan }) => plan!.differs),
  };
}

/** What is said of the visit type or the task for which a source's patients come. */
export interface Coming {
  readonly visitType?: VisitTypeChoice | undefined;
  readonly task?: VisitTypeChoice | undefined;
}

/** The pathway of one who comes from a source, by his identity: if there are several, a draw of his own. */
export function comingTo(
  shop: Workshop,
  source: string,
  { visitType, task }: Coming,
): (lo: number, hi: number) => number {
  const kind = visitType === undefined ? "task" : "visit type";
  const choice = visitType ?? task!;
  if (typeof choice === "string") {
    const only = shop.pathwayIndex(kind, choice);
    return () => only;
  }
  const pathways = Object.keys(choice).map((name) => shop.pathwayIndex(kind, name));
  const pick = sharePicker(Object.values(choice).map(share));
  const draw = shop.streams.keyedUniform(`arrivals.${source}.visitType`);
  return (lo, hi) => pathways[Math.min(pick(draw(lo, hi, 0)), pathways.length - 1)]!;
}
