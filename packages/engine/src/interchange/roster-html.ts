/**
 * A roster as one page of HTML, to be read on a screen and to be printed and pinned on a wall.
 *
 * @module
 */

import type { RosterProblem, Shift } from "../roster/problem.ts";
import { html, type Markup } from "./html.ts";
import type { RosterAnswer, RosterRemark, RosterState } from "./roster-answer.ts";
import { costsSection } from "./roster-html-costs.ts";
import { gridTable, periodsOf } from "./roster-html-grid.ts";
import { rosterStyle } from "./roster-html-style.ts";
import { shiftCodes } from "./shift-codes.ts";
import { breaksOf, hours, timesOf, workplacesOf } from "./shift-words.ts";

/** For whom the page is. */
export interface RosterHtmlOptions {
  readonly state: RosterState;
  /** Whether it says what things cost, and what the rules say of people. The staff's page does not. */
  readonly costs: boolean;
  /** When the roster was made, in words: `25 November 2026, 08:00`. */
  readonly asOf?: string;
}

/**
 * Writes a roster as one page of HTML that needs nothing else: a person a row, a day a column, up to four weeks a table.
 *
 * It is readable in black and white, by screen readers, and without scripts. Names are text, whatever they hold.
 *
 * @throws {RangeError} when the roster has no line for somebody, or a shift that is not in the problem
 * @example
 * const shifts = [{ id: "early", name: "early", from: 420, to: 930, workMinutes: 480, parts: [], kinds: [] }];
 * const people = [{ id: "MA-1", role: "medical assistant", skills: new Map(), costPerHour: 25 }];
 * const frame = { name: "week", start: "2026-12-07", days: 2, workplaces: [], uses: [], history: [] };
 * const answer = { roster: { "MA-1": ["early", null] }, cost: 200 };
 * const page = rosterToHtml(answer, { ...frame, shifts, people }, { state: "published", costs: false });
 * page.includes('<abbr title="early 07:00–15:30">E</abbr>') // true
 * page.includes("$") // false
 */
export function rosterToHtml(answer: RosterAnswer, problem: RosterProblem, options: RosterHtmlOptions): string {
  const { state, costs, asOf } = options;
  const codes = shiftCodes(problem.shifts);
  const stateWord = state === "draft" ? "DRAFT, may still change" : "PUBLISHED";
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<title>${problem.name} (${state})</title>
<style>${{ markup: rosterStyle }}</style>
</head>
<body>
<header>
<h1>${problem.name}</h1>
<span class="state ${state}">${stateWord}</span>
${asOf === undefined ? "" : html`<span>as of ${asOf}</span>`}
</header>
<main>
${periodsOf(problem).map((days) => gridTable(answer, problem, { days, codes, state }))}
${legend(answer, problem, codes)}
${answer.unfilled === undefined ? "" : unfilledSection(answer.unfilled)}
${costs ? costsSection(answer) : ""}
</main>
</body>
</html>
`;
  return page.markup;
}

function unfilledSection(unfilled: readonly RosterRemark[]): Markup {
  if (unfilled.length === 0) return html`<p>Nothing is left unfilled.</p>`;
  return html`<section>
<h2>Not filled</h2>
<ul>${unfilled.toSorted(byDay).map(({ text }) => html`<li>${text}</li>\n`)}</ul>
</section>`;
}

function byDay({ day: a = -1 }: RosterRemark, { day: b = -1 }: RosterRemark): number {
  return a - b;
}

/** What the codes mean that stand in this roster. */
function legend({ roster }: RosterAnswer, { shifts }: RosterProblem, codes: ReadonlyMap<string, string>): Markup {
  const used = new Set(Object.values(roster).flat());
  const entries = shifts
    .filter(({ id }) => used.has(id))
    .map((shift) => html`<div><dt>${codes.get(shift.id)!}</dt><dd>${shiftInWords(shift)}</dd></div>\n`);
  return html`<section class="legend">
<h2>Shifts</h2>
<dl>
${entries}</dl>
</section>`;
}

/** `early, 07:00–15:30, 8 h of work: front desk, phones; break 11:00–11:30` */
function shiftInWords(shift: Shift): string {
  const places = workplacesOf(shift);
  const breaks = breaksOf(shift);
  return [
    `${shift.name}, ${timesOf(shift)}${shift.from === undefined ? "" : `, ${hours(shift.workMinutes)} h of work`}`,
    ...(places.length === 0 ? [] : [`: ${places.join(", ")}`]),
    ...(breaks.length === 0 ? [] : [`; ${breaks.length === 1 ? "break" : "breaks"} ${breaks.join(", ")}`]),
  ].join("");
}
