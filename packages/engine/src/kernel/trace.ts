/**
 * The run as lines of text, for eyes and for golden tests.
 *
 * @module
 */

/** One thing that happened in a run. */
export interface TraceEvent {
  /** Minutes since the start of the run. */
  readonly time: number;
  /** Who: "patient 12", or the resource whose capacity changes. */
  readonly entity: string;
  /** What happened: "seizes", "waits for", "gives up" … */
  readonly what: string;
  /** With which resource, store or signal, or until which minute; empty when there is nothing to add. */
  readonly where: string;
}

/** Is told of everything that happens. */
export type Tracer = (event: TraceEvent) => void;

/**
 * Returns an event as a line: the minute with two decimals, who, what and where.
 *
 * @example
 * traceLine({ time: 7.5, entity: "patient 1", what: "seizes", where: "physician" }) // "    7.50  patient 1  seizes physician"
 */
export function traceLine({ time, entity, what, where }: TraceEvent): string {
  return `${time.toFixed(2).padStart(8)}  ${entity}  ${what}${where === "" ? "" : ` ${where}`}`;
}

/**
 * Collects what happens in a run.
 *
 * @example
 * const trace = new Trace();
 * const simulation = new Simulation({ tracer: trace.tracer });
 * function* visit(): Process { yield* simulation.delay(20); }
 * simulation.start(visit(), { kind: "patient" });
 * simulation.run();
 * trace.lines[2] // "   20.00  patient 1  ends"
 */
export class Trace {
  readonly events: TraceEvent[] = [];

  /** Hand this to the simulation. */
  readonly tracer: Tracer = (event) => {
    this.events.push(event);
  };

  /** Everything so far, a line each. */
  get lines(): string[] {
    return this.events.map(traceLine);
  }

  /** Everything so far, as text that ends with a line break. */
  toString(): string {
    return this.lines.map((line) => `${line}\n`).join("");
  }
}
