import type { PathwayEvent } from "@praxis/engine";

/** Who is in the office at a minute. */
export interface Present {
  readonly minute: number;
  /** Patients who are being looked after. */
  readonly served: number;
  /** Patients whom nobody is with. */
  readonly waiting: number;
}

/** What a count of those present is told. */
export interface PresenceOptions {
  /** Whether a pathway is that of a visit. */
  readonly isVisit: (pathway: string) => boolean;
  /** Minutes between two counts. */
  readonly every: number;
}

/** Counts who is in the office, every so many minutes of a run. */
export class Presence {
  readonly counts: Present[] = [];
  readonly #options: PresenceOptions;
  /** How many activities each patient in the office is at, by the serial of the visit: more than one where they go on side by side. */
  readonly #activities = new Map<number, number>();

  constructor(options: PresenceOptions) {
    this.#options = options;
  }

  /** Hears what happened next. */
  readonly hear = ({ time, what, entity, patient, pathway }: PathwayEvent): void => {
    this.countUntil(time);
    const known = this.#activities.get(patient);
    if (what === "arrives" && entity === patient && this.#options.isVisit(pathway)) this.#activities.set(patient, 0);
    if (known === undefined) return;
    if (what === "starts" || what === "goes on") this.#activities.set(patient, known + 1);
    if (what === "ends" || what === "is interrupted") this.#activities.set(patient, known - 1);
    if (what === "leaves" && entity === patient) this.#activities.delete(patient);
  };

  /** Counts at every full interval before a minute. */
  countUntil(minute: number): void {
    const { every } = this.#options;
    for (let at = this.counts.length * every; at < minute; at += every) {
      const served = [...this.#activities.values()].filter((activities) => activities > 0).length;
      this.counts.push({ minute: at, served, waiting: this.#activities.size - served });
    }
  }
}
