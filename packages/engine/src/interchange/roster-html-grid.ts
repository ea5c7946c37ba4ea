/**
 * The grid of a roster's page: a person a row, a day a column, with sums at both edges.
 *
 * @module
 */

import type { Person, RosterProblem, Shift } from "../roster/problem.ts";
import { html, type Markup } from "./html.ts";
import type { RosterAnswer, RosterState } from "./roster-answer.ts";
import { daysOf, hours, timesOf } from "./shift-words.ts";

type Day = ReturnType<typeof daysOf>[number];

/** So many days are legible beside each other on A4. */
const MOST_DAYS = 28;

/** What one table shows. */
interface Frame {
  readonly days: readonly Day[];
  readonly codes: ReadonlyMap<string, string>;
  readonly state: RosterState;
}

/** The days of each table: all in one if they fit, else whole weeks, about as many in each. */
export function periodsOf(problem: RosterProblem): Day[][] {
  const days = daysOf(problem);
  if (days.length <= MOST_DAYS) return [days];
  const weeks: Day[][] = [];
  for (const day of days) {
    if (day.day === 0 || day.isMonday) weeks.push([]);
    weeks.at(-1)!.push(day);
  }
  const tables = Math.ceil(weeks.length / (MOST_DAYS / 7));
  const each = Math.ceil(weeks.length / tables);
  return Array.from({ length: Math.ceil(weeks.length / each) }, (_, table) =>
    weeks.slice(table * each, (table + 1) * each).flat(),
  );
}

/** The table of some days. */
export function gridTable(answer: RosterAnswer, problem: RosterProblem, { days, codes, state }: Frame): Markup {
  const rows = rowsOf(answer, problem);
  const [first, last] = [days[0]!, days.at(-1)!];
  const caption = `${first.weekday} ${first.date} to ${last.weekday} ${last.date}${state === "draft" ? " – draft" : ""}`;
  const dense = [...codes.values()].some((code) => code.length > 2) ? " dense" : "";
  const roles = [...new Set(problem.people.map(({ role }) => role))];
  const body = roles.map(
    (role) => html`<tbody>
<tr class="group"><th scope="rowgroup" colspan="${days.length + 2}">${role}</th></tr>
${rows.filter(({ person }) => person.role === role).map((row) => personRow(row, days, codes))}</tbody>
`,
  );
  return html`<div class="period" role="region" tabindex="0" aria-label="Roster ${caption}">
<table class="grid${dense}">
<caption>${caption}</caption>
<thead><tr><th scope="col" class="name">name</th>
${days.map((day) => html`<th scope="col"${classes(day)}>${day.weekday}<b>${day.date.slice(8)}</b>${monthOf(day, first)}</th>\n`)}
<th scope="col" class="hours">hours</th></tr></thead>
${body}
<tfoot>
${totals(rows, problem, days)}${notFilled(answer, days)}</tfoot>
</table>
</div>
`;
}

interface Row {
  readonly person: Person;
  readonly tour: readonly (Shift | null)[];
}

function rowsOf({ roster }: RosterAnswer, { people, shifts }: RosterProblem): Row[] {
  const known = new Map(shifts.map((shift) => [shift.id, shift]));
  return people.map((person) => {
    const tour = Object.hasOwn(roster, person.id) ? roster[person.id] : undefined;
    if (tour === undefined) throw new RangeError(`the roster has no line for ${person.id}`);
    return {
      person,
      tour: tour.map((id) => {
        if (id === null) return null;
        const shift = known.get(id);
        if (shift === undefined) throw new RangeError(`${person.id} has “${id}”, which is not in the problem`);
        return shift;
      }),
    };
  });
}

function personRow({ person, tour }: Row, days: readonly Day[], codes: ReadonlyMap<string, string>): Markup {
  const cells = days.map((day) => {
    const shift = tour[day.day] ?? null;
    const code =
      shift === null ? "" : html`<abbr title="${shift.name} ${timesOf(shift)}">${codes.get(shift.id)!}</abbr>`;
    return html`<td${classes(day)}>${code}</td>`;
  });
  return html`<tr><th scope="row" class="name">${person.id}</th>${cells}<td class="hours">${hours(minutesOf(tour, days))}</td></tr>
`;
}

/** How many people have each shift, of whichever kind, and all their hours. */
function totals(rows: readonly Row[], { shifts }: RosterProblem, days: readonly Day[]): Markup[] {
  const counts = (isCounted: (shift: Shift) => boolean) =>
    days.map(({ day }) => rows.filter(({ tour }) => tour[day] != null && isCounted(tour[day])).length);
  const names = [...new Set(shifts.map(({ name }) => name))];
  const perShift = names
    .map((title) => ({ title, numbers: counts(({ name }) => name === title) }))
    .filter(({ numbers }) => numbers.some((number) => number > 0));
  const minutes = rows.reduce((sum, { tour }) => sum + minutesOf(tour, days), 0);
  return [
    ...perShift.map(({ title, numbers }) => totalsRow(title, numbers, days)),
    totalsRow(
      "people at work",
      counts(() => true),
      days,
      hours(minutes),
    ),
  ];
}

function totalsRow(title: string, numbers: readonly number[], days: readonly Day[], sum = ""): Markup {
  const cells = days.map((day, index) => html`<td${classes(day)}>${numbers[index] || ""}</td>`);
  return html`<tr><th scope="row" class="name">${title}</th>${cells}<td class="hours">${sum}</td></tr>
`;
}

function minutesOf(tour: Row["tour"], days: readonly Day[]): number {
  return days.reduce((sum, { day }) => sum + (tour[day]?.workMinutes ?? 0), 0);
}

/**
 * How many lines the list of what is not filled has for each day; nothing when it has none. The people who are missing
 * are not added up: one who lacks from eight to nine may be two lines of half an hour.
 */
function notFilled({ unfilled = [] }: RosterAnswer, days: readonly Day[]): Markup | "" {
  const numbers = days.map(({ day }) => unfilled.filter((remark) => remark.day === day).length);
  if (numbers.every((number) => number === 0)) return "";
  const cells = days.map((day, index) => html`<td${classes(day)}>${numbers[index] || ""}</td>`);
  return html`<tr class="open"><th scope="row" class="name">not filled</th>${cells}<td class="hours"></td></tr>
`;
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The month, where one begins. */
function monthOf({ date, day }: Day, first: Day): string {
  return day === first.day || date.endsWith("-01") ? months[Number(date.slice(5, 7)) - 1]! : "";
}

function classes({ weekday, isMonday, isWeekend }: Day): Markup | "" {
  const names = [isMonday ? "monday" : "", isWeekend ? "weekend" : "", weekday === "Sat" ? "saturday" : ""];
  const given = names.filter((name) => name !== "").join(" ");
  return given === "" ? "" : html` class="${given}"`;
}
