/**
 * Sessions so small that every template and every course of a day can be tried.
 *
 * @module
 */

import { empirical, type SessionPatient, type SessionProblem, whole } from "@praxis/engine";
import fc from "fast-check";

const punctuality = empirical({ values: [-4, -2, 0, 3] });

const patientOf = fc.record<SessionPatient>(
  {
    service: fc
      .record({ min: fc.integer({ min: 1, max: 8 }), more: fc.integer({ min: 0, max: 3 }) })
      .map(({ min, more }) => whole({ min, max: min + 3 * more })),
    show: fc.constantFrom(0.5, 0.8, 1),
    wait: fc.constantFrom(0, 0.5, 1, 3),
    punctuality: fc.constant(punctuality),
  },
  { requiredKeys: ["service", "show", "wait"] },
);

/** Up to four patients on a handful of minutes, with everything that a session may have. */
export const tinySessions: fc.Arbitrary<SessionProblem> = fc
  .record({
    patients: fc.array(patientOf, { minLength: 1, maxLength: 3 }),
    length: fc.constantFrom(15, 20, 24),
    grid: fc.constantFrom(2, 3, 4),
    pause: fc.boolean(),
    costs: fc.record({ idle: fc.constantFrom(0.2, 1, 4), overtime: fc.constantFrom(0.5, 1, 6) }),
    waits: fc.constantFrom("showing" as const, "booked" as const),
    waitsAs: fc.constantFrom("sum" as const, "mean" as const),
    idle: fc.constantFrom("last patient" as const, "later of both" as const),
    samples: fc.option(fc.integer({ min: 2, max: 12 }), { nil: undefined }),
  })
  .map(({ patients, length, grid, pause, costs, samples, ...counting }) => ({
    patients,
    order: "listed",
    length,
    times: { kind: "grid", minutes: grid },
    breaks: pause ? [{ start: 8, length: 4 }] : [],
    costs,
    counting,
    evaluation: samples === undefined ? { kind: "exact" } : { kind: "samples", count: samples, seed: 1 },
  }));

/** Every template that a problem's grid or slots allow, outside its breaks. */
export function everyTemplate({ patients, times, length, breaks }: SessionProblem): number[][] {
  if (times.kind === "any") throw new Error("not all moments can be tried");
  const listed =
    times.kind === "slots"
      ? times.starts
      : Array.from({ length: Math.ceil(length / times.minutes) }, (_, place) => place * times.minutes);
  const minutes = listed.filter((minute) =>
    breaks.every((pause) => minute < pause.start || minute >= pause.start + pause.length),
  );
  return patients.reduce<number[][]>(
    (templates) =>
      templates.flatMap((template) =>
        minutes.filter((minute) => minute >= (template.at(-1) ?? 0)).map((minute) => [...template, minute]),
      ),
    [[]],
  );
}

/** One way in which a day may go for a patient: how long, how late, and how likely that is. */
interface Course {
  readonly service: number;
  readonly late: number;
  readonly probability: number;
}

/** The exact cost of a template by adding up every course of the day: the obvious way, for whole minutes. */
export function costByCourses(problem: SessionProblem, times: readonly number[]): number {
  const { patients, breaks, length, costs, counting } = problem;
  const counted = ({ show }: SessionPatient) => (counting.waits === "showing" ? show : 1);
  const divisor = counting.waitsAs === "sum" ? 1 : patients.reduce((sum, patient) => sum + counted(patient), 0);
  let expected = 0;
  const walk = (
    index: number,
    probability: number,
    day: { done: number; cost: number; busy: number; pauses: number },
  ) => {
    let { done, cost, busy, pauses } = day;
    const patient = patients[index];
    const time = times[index] ?? Infinity;
    // Somebody must come after a break for it to delay anybody.
    while (patient !== undefined && pauses < breaks.length && breaks[pauses]!.start <= time) {
      done = Math.max(done, breaks[pauses]!.start) + breaks[pauses]!.length;
      busy += breaks[pauses]!.length;
      pauses++;
    }
    if (patient === undefined) {
      const late = Math.max(0, done - length);
      const rest = counting.idle === "last patient" ? 0 : breaks.slice(pauses).reduce((sum, b) => sum + b.length, 0);
      const presence = counting.idle === "last patient" ? done : Math.max(done, length);
      expected += probability * (cost + costs.idle * (presence - busy - rest) + costs.overtime * late);
      return;
    }
    for (const { service, late, probability: chance } of coursesOf(patient)) {
      const wait = Math.max(0, done - time - Math.max(0, late));
      walk(index + 1, probability * chance, {
        done: Math.max(done, time + late) + service,
        cost: cost + (patient.wait * counted(patient) * wait) / divisor,
        busy: busy + service,
        pauses,
      });
    }
  };
  walk(0, 1, { done: 0, cost: 0, busy: 0, pauses: 0 });
  return expected;
}

function coursesOf({ service, show, punctuality }: SessionPatient): Course[] {
  const lateness = punctuality === undefined ? [0] : ((punctuality.parameters as { values: number[] }).values ?? [0]);
  const lengths = Array.from({ length: service.max - service.min + 1 }, (_, more) => service.min + more);
  return lateness.flatMap((late) => [
    { service: 0, late, probability: (1 - show) / lateness.length },
    ...lengths.map((minutes) => ({
      service: minutes,
      late,
      probability: show / lengths.length / lateness.length,
    })),
  ]);
}
