/**
 * A week of templates as one page of HTML, to be read on a screen, and to be printed and pinned on a wall.
 *
 * @module
 */

import type { SolvedWeek } from "../template/mix.ts";
import type { WeekProblem, WeekSlot } from "../template/week-problem.ts";
import { clockText, weekdayNames } from "../time-of-day.ts";
import { html, type Markup } from "./html.ts";
import { shiftCodes } from "./shift-codes.ts";
import { weekStyle } from "./week-html-style.ts";

/** What stands at the top of the page. */
export interface WeekHtmlOptions {
  /** When the week was made, in words: `25 November 2026, 08:00`. */
  readonly asOf?: string;
}

/**
 * Writes a week as one page of HTML that needs nothing else: the bookings of the whole practice, and for each provider a
 * table with a day a column and a slot a line.
 *
 * It is readable in black and white, by screen readers, and without scripts. Visit types are told by letters; slots that
 * are new against today's template have a mark. Names are text, whatever they hold.
 *
 * @example
 * const slot = { provider: "Dr-A", department: "", weekday: 0, start: 480, minutes: 20, type: "visit", bookings: 2, release: "" };
 * const problem = { name: "Practice", start: "2026-12-07", zone: "UTC", visitTypes: [{ name: "visit", release: "" }], providers: [{ id: "Dr-A", role: "physician" }] };
 * const page = weekToHtml({ slots: [slot], changes: [], missed: [] }, problem);
 * page.includes('<abbr title="visit">V</abbr> ×2') // true
 */
export function weekToHtml(
  { slots, changes, missed }: Pick<SolvedWeek, "slots" | "changes" | "missed">,
  problem: WeekProblem,
  { asOf }: WeekHtmlOptions = {},
): string {
  const { name, start, zone, visitTypes, providers } = problem;
  const codes = shiftCodes(visitTypes.map((type) => ({ id: type.name, name: type.name })));
  const changed = new Set(changes.filter(({ before, after }) => after > before).map(keyOf));
  const page: Page = { codes, changed, days: daysOf(slots) };
  const sections = providers.map((provider) =>
    providerSection(
      provider,
      slots.filter((slot) => slot.provider === provider.id),
      page,
    ),
  );
  const whole = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${name}</title>
<style>${{ markup: weekStyle }}</style>
</head>
<body>
<header>
<h1>${name}</h1>
<span>every week from ${start} on, times of ${zone}</span>
${asOf === undefined ? "" : html`<span>as of ${asOf}</span>`}
</header>
<main>
${practiceTable(slots, problem, page)}
${legend(problem, page)}
${missedSection(missed)}
${sections}
</main>
</body>
</html>
`;
  return whole.markup;
}

interface Page {
  readonly codes: ReadonlyMap<string, string>;
  /** Slots that are new or take more. */
  readonly changed: ReadonlySet<string>;
  readonly days: readonly number[];
}

function daysOf(slots: readonly WeekSlot[]): number[] {
  const used = new Set(slots.map(({ weekday }) => weekday));
  return weekdayNames.flatMap((_, day) => (used.has(day) ? [day] : []));
}

function keyOf({ provider, weekday, start, type }: Pick<WeekSlot, "provider" | "weekday" | "start" | "type">): string {
  return JSON.stringify([provider, weekday, start, type]);
}

/** How many bookings of each type there are on each day. */
function practiceTable(slots: readonly WeekSlot[], { visitTypes }: WeekProblem, { codes, days }: Page): Markup {
  const count = (type: string, day?: number) =>
    slots.reduce(
      (sum, slot) => sum + (slot.type === type && (day ?? slot.weekday) === slot.weekday ? slot.bookings : 0),
      0,
    );
  const rows = visitTypes.map(
    ({ name }) => html`<tr><th scope="row"><b>${codes.get(name)!}</b> ${name}</th>
${days.map((day) => html`<td>${count(name, day)}</td>`)}<td>${count(name)}</td></tr>
`,
  );
  return html`<table class="practice">
<caption>Bookings of the practice</caption>
<thead><tr><td></td>${days.map((day) => html`<th scope="col">${weekdayNames[day]!}</th>`)}<th scope="col">Week</th></tr></thead>
<tbody>
${rows}</tbody>
</table>`;
}

function legend({ visitTypes }: WeekProblem, { codes, changed }: Page): Markup {
  const released = visitTypes.filter(({ release }) => release !== "");
  const lines = [
    ...released.map(({ name, release }) => html`<p><b>${codes.get(name)!}</b> ${name}: released ${release}</p>\n`),
    ...(changed.size === 0 ? [] : [html`<p><b>*</b> new, or for more patients, against today's template</p>\n`]),
  ];
  return html`<section class="legend">${lines}</section>`;
}

function missedSection(missed: SolvedWeek["missed"]): Markup | "" {
  if (missed.length === 0) return "";
  return html`<section><h2>Not met</h2>
<ul>${missed.map(({ text, by, unit }) => html`<li>${text}: short by ${Number(by.toFixed(1))} ${unit}</li>\n`)}</ul></section>`;
}

function providerSection(
  { id, role }: WeekProblem["providers"][number],
  slots: readonly WeekSlot[],
  page: Page,
): Markup {
  const { days } = page;
  const cells = days.map(
    (day) =>
      html`<td>${slotLines(
        slots.filter(({ weekday }) => weekday === day),
        page,
      )}</td>\n`,
  );
  const totals = days.map((day) => {
    const bookings = slots.reduce((sum, slot) => sum + (slot.weekday === day ? slot.bookings : 0), 0);
    return html`<td>${bookings === 0 ? "" : `${bookings} bookings`}</td>`;
  });
  return html`<section class="provider">
<table class="week">
<caption>${id} <small>${role}</small></caption>
<thead><tr>${days.map((day) => html`<th scope="col">${weekdayNames[day]!}</th>`)}</tr></thead>
<tbody><tr>
${cells}</tr></tbody>
<tfoot><tr>${totals}</tr></tfoot>
</table>
</section>
`;
}

/** The slots of a day; where one session ends and another begins, there is a line. */
function slotLines(slots: readonly WeekSlot[], page: Page): Markup[] {
  let end = slots[0]?.start ?? 0;
  return slots.map((slot) => {
    const isLater = slot.start > end;
    end = Math.max(end, slot.start + slot.minutes);
    return slotLine(slot, isLater, page);
  });
}

/** `08:20 F ×2` */
function slotLine(slot: WeekSlot, isLater: boolean, { codes, changed }: Page): Markup {
  const { start, minutes, type, bookings } = slot;
  const many = bookings === 1 ? "" : ` ×${bookings}`;
  const mark = changed.has(keyOf(slot)) ? html`<b class="new" title="new">*</b>` : "";
  const kind = isLater ? html` class="gap"` : "";
  return html`<p${kind}><time>${clockText(start)}</time> <abbr title="${type}">${codes.get(type)!}</abbr>${many}${mark} <small>${minutes}</small></p>\n`;
}
