/**
 * Other times for the appointments of a session, to be tried in the simulation.
 *
 * @module
 */

import { Days, type Span } from "../scenario/days.ts";
import type { Scenario } from "../scenario/schema.ts";
import { bestTemplate } from "../template/best-template.ts";
import { clockText, DAY } from "../time-of-day.ts";
import type { Move } from "./moves.ts";
import { sessionProblem } from "./session-problem.ts";
import { type Session, sessionsOf, timesChange } from "./sessions.ts";

/** Minutes between times that may be given: people remember 08:20, not 08:17. */
const GRID = 5;

/** Minutes by which a whole session is moved. */
const SHIFTS = [-15, -10, -5, 5, 10];

/** Factors by which the gaps between appointments grow. */
const STRETCHES = [0.85, 0.9, 0.95, 1.05, 1.1];

/** Costs of the provider's time beside a patient's wait of 1, for each of which the solver is asked. */
const WEIGHTS = [
  { idle: 0.5, overtime: 1 },
  { idle: 1, overtime: 2 },
  { idle: 3, overtime: 5 },
];

/** Parts of a session from which on appointments are moved. */
const FROM_HERE_ON = [0.25, 0.5, 0.75];

const SAMPLES = 400;

/** Evaluations of a template after which the best so far has to do. */
const WORK = 3000;

/** Every session of a scenario with other times: moved, stretched, with two at the start, and as the solver has them. */
export function sessionMoves(scenario: Scenario, { seed }: { readonly seed: number | string }): Move[] {
  const hours = openHours(scenario);
  return sessionsOf(scenario).flatMap((session) => {
    const patterns = [
      ...shifted(session),
      ...stretched(session),
      ...bent(session),
      ...unequal(session),
      ...solved(scenario, session, seed),
    ];
    const seen = new Set([session.times.join()]);
    return patterns.flatMap(({ times, what }): Move[] => {
      const rounded = onGrid(times, session, hours);
      if (seen.has(rounded.join())) return [];
      seen.add(rounded.join());
      return [
        {
          name: `${session.name}: ${what}`,
          about: `${session.template} ${session.row}`,
          changes: [timesChange(session, rounded)],
        },
      ];
    });
  });
}

interface Pattern {
  readonly what: string;
  readonly times: readonly number[];
}

function shifted({ times }: Session): Pattern[] {
  return SHIFTS.map((by) => ({
    what: `${Math.abs(by)} min ${by < 0 ? "earlier" : "later"}`,
    times: times.map((time) => time + by),
  }));
}

function stretched({ times }: Session): Pattern[] {
  const [first] = times as [number];
  return STRETCHES.map((factor) => ({
    what: `gaps of ${Math.round(factor * 100)} %`,
    times: times.map((time) => first + factor * (time - first)),
  }));
}

/** One gap longer or shorter by a step of the grid: all later appointments move. */
function bent({ times }: Session): Pattern[] {
  return FROM_HERE_ON.flatMap((part) => {
    const place = Math.round(part * times.length);
    return [-GRID, GRID].map((by) => ({
      what: `from ${clockText(times[place]!)} on ${GRID} min ${by < 0 ? "earlier" : "later"}`,
      times: times.map((time, index) => (index < place ? time : time + by)),
    }));
  });
}

/** Two at the start and then as before (Bailey & Welch 1952), and a dome: short gaps, then longer, then short again. */
function unequal({ times }: Session): Pattern[] {
  const [first] = times as [number];
  const span = times.at(-1)! - first;
  const last = times.length - 1;
  const dome = (place: number) => {
    const part = place / last;
    return first + span * (part - (0.08 / Math.PI) * Math.sin(2 * Math.PI * part));
  };
  return [
    { what: "two at the start", times: [first, ...times.slice(0, -1)] },
    { what: "a dome", times: times.map((_, place) => dome(place)) },
  ];
}

/** What the solver says, for patients' time cheap and dear. */
function solved(scenario: Scenario, session: Session, seed: number | string): Pattern[] {
  return WEIGHTS.flatMap((costs) => {
    const derived = sessionProblem(scenario, session, { costs, grid: GRID, samples: SAMPLES, seed });
    if (derived === undefined) return [];
    const { times } = bestTemplate(derived.problem, { limits: { work: WORK } });
    const words = `solved for idle time ${costs.idle} and overtime ${costs.overtime} times a wait`;
    return [{ what: words, times: times.map((time) => derived.start + time) }];
  });
}

/** Times on the grid that the session had its first on, while the office is open, and in order. */
function onGrid(times: readonly number[], session: Session, { from, to }: Span): number[] {
  const offset = session.times[0]! % GRID;
  let before = Math.max(from, 0);
  return times.map((time) => {
    const near = Math.round((time - offset) / GRID) * GRID + offset;
    before = Math.min(Math.max(before, near), Math.max(to - GRID, session.times.at(-1)!));
    return before;
  });
}

/** From when to when appointments can be kept on every day: what lies outside would be lost. */
function openHours({ calendar }: Scenario): Span {
  const days = new Days(calendar);
  const open = Array.from({ length: 7 }, (_, weekday) => days.openingOn(weekday)).filter(({ length }) => length > 0);
  const whole = days.count === 1 ? { from: days.startClock, to: days.startClock + days.length } : { from: 0, to: DAY };
  const from = Math.max(whole.from, ...open.map((spans) => Math.min(...spans.map((span) => span.from))));
  return { from, to: Math.min(whole.to, ...open.map((spans) => Math.max(...spans.map((span) => span.to)))) };
}
