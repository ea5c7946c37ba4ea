import type { Binding, PlannedSession, SolvedWeek } from "../template/mix.ts";
import type { SlotChange } from "../template/week-changes.ts";
import type { WeekConflict } from "../template/week-conflict.ts";
import type { WeekProblem } from "../template/week-problem.ts";
import { clockText, weekdayNames } from "../time-of-day.ts";
import { dollars } from "./roster.ts";
import type { Report, Section } from "./table.ts";

/** How many changes or things that are short are told one by one. */
const MOST_TOLD = 20;

/** The report of a week that was found: who sees whom when, what it costs, what is short, and what would change. */
export function reportWeek(solved: SolvedWeek, problem: WeekProblem): Report {
  return {
    title: problem.name,
    sections: [
      { lines: [costLine(solved), proofOf(solved), timesLine(solved)] },
      sessionsSection(solved, problem),
      bookingsSection(solved, problem),
      missedSection(solved),
      ...bindingSections(solved),
      ...changesSections(solved, problem),
    ],
  };
}

/** The report of a week that cannot be. */
export function reportWeekConflict({ conflict, isMinimal, waysOut }: WeekConflict, problem: WeekProblem): Report {
  const spare = isMinimal
    ? "With any one of these gone, the others can be kept."
    : "The time was over before it was known whether all of these are needed.";
  const ways = waysOut.map(({ giveUp, cost }) => {
    const given = giveUp.map(({ text, by, unit }) => `“${text}” by ${counted(by, unit)}`);
    return `Give way on ${given.join(" and ")}: the week then costs ${dollars(cost)}.`;
  });
  return {
    title: problem.name,
    sections: [
      { lines: ["No week gives all that it must. These cannot be kept together:"] },
      { lines: conflict, notes: [spare] },
      ...(ways.length === 0 ? [] : [{ title: "What would help, the cheapest first", lines: told(ways) }]),
    ],
  };
}

function costLine({ cost, costs }: SolvedWeek): string {
  const parts = [
    `${dollars(costs.sessions)} for waiting, idle time and overtime`,
    ...(costs.missed === 0 ? [] : [`${dollars(costs.missed)} for what is not met`]),
    ...(costs.changes === 0 ? [] : [`${dollars(costs.changes)} for changes`]),
    ...(costs.worth === 0 ? [] : [`${dollars(-costs.worth)} taken off for what bookings are worth`]),
  ];
  return `This week costs ${dollars(cost)}: ${parts.join(", ")}.`;
}

function proofOf({ bound, gap }: SolvedWeek): string {
  if (gap === 0) return "No mix of these sessions costs less.";
  if (!Number.isFinite(bound)) return "Whether another mix costs less is not known yet; more time would tell.";
  return `No mix of these sessions costs less than ${dollars(bound)}: it is at most ${percent(gap)} from the best.`;
}

function timesLine({ patterns: { priced, certified } }: SolvedWeek): string {
  if (certified === priced) return `Each of the ${priced} sessions looked into has the best times, which is proven.`;
  return `Of the ${priced} sessions looked into, ${certified} have times that are proven to be the best.`;
}

/** What each session holds: a provider and kind of session a row, a day a column. */
function sessionsSection({ sessions }: SolvedWeek, { visitTypes }: WeekProblem): Section {
  const days = weekdayNames.flatMap((_, day) => (sessions.some(({ weekday }) => weekday === day) ? [day] : []));
  const rows = new Map<string, { readonly titles: readonly string[]; readonly cells: Map<number, PlannedSession> }>();
  for (const session of [...sessions].sort((a, b) => a.from - b.from)) {
    const key = JSON.stringify([session.provider, session.kind]);
    const row = rows.get(key) ?? { titles: [session.provider, session.kind], cells: new Map() };
    row.cells.set(session.weekday, session);
    rows.set(key, row);
  }
  const order = new Map([...new Set(sessions.map(({ provider }) => provider))].map((id, index) => [id, index]));
  const ordered = [...rows.values()].sort((a, b) => order.get(a.titles[0]!)! - order.get(b.titles[0]!)!);
  const names = visitTypes.map(({ name }) => name);
  return {
    title: "Sessions",
    lines: [`Bookings of ${names.join(" · ")}`],
    table: {
      columns: [left("provider"), left("session"), ...days.map((day) => left(weekdayNames[day]!.slice(0, 3)))],
      rows: ordered.map(({ titles, cells }) => [...titles, ...days.map((day) => mixWords(cells.get(day), names))]),
    },
  };
}

function mixWords(session: PlannedSession | undefined, names: readonly string[]): string {
  return session === undefined ? "" : names.map((name) => session.visits[name] ?? 0).join("·");
}

/** How many bookings of each type there are on each day, and how many are asked for. */
function bookingsSection({ slots }: SolvedWeek, { visitTypes }: WeekProblem): Section {
  const days = weekdayNames.flatMap((_, day) => (slots.some(({ weekday }) => weekday === day) ? [day] : []));
  const rows = visitTypes.map(({ name, demand }) => {
    const own = slots.filter(({ type }) => type === name);
    const onDays = days.map((day) => own.reduce((sum, slot) => sum + (slot.weekday === day ? slot.bookings : 0), 0));
    const all = onDays.reduce((sum, count) => sum + count, 0);
    return [name, ...onDays.map(String), String(all), demand === undefined ? "" : String(round(demand.bookings))];
  });
  const columns = [
    left("visit type"),
    ...days.map((day) => right(weekdayNames[day]!.slice(0, 3))),
    right("week"),
    right("asked for"),
  ];
  return { title: "Bookings", lines: [], table: { columns, rows } };
}

function missedSection({ missed }: SolvedWeek): Section {
  if (missed.length === 0) return { lines: ["Everything that was asked for is met."] };
  const rows = missed.map(({ text, by, unit, cost }) => [text, counted(by, unit), dollars(cost)]);
  return { title: "Not met", lines: [], table: { columns: [left(""), right("short by"), right("cost")], rows } };
}

function bindingSections({ binding }: SolvedWeek): Section[] {
  if (binding.length === 0) return [];
  const rows = binding.slice(0, MOST_TOLD).map(({ text, unit, worth }) => [text, worthWords(unit, worth)]);
  const more = binding.length - rows.length;
  return [
    {
      title: "What is short",
      lines: [],
      table: { columns: [left(""), left("would save")], rows },
      notes: [
        ...(more > 0 ? [`… and ${more} more.`] : []),
        "Savings are those of the next minute or booking, if sessions could be split.",
      ],
    },
  ];
}

function worthWords(unit: Binding["unit"], worth: number): string {
  return unit === "minutes" ? `${dollars(60 * worth)} for an hour more` : `${dollars(worth)} for a booking less`;
}

function changesSections({ changes }: SolvedWeek, { today }: WeekProblem): Section[] {
  if (today === undefined) return [];
  if (changes.length === 0) return [{ lines: ["Nothing changes in today's template."] }];
  const title = changes.length === 1 ? "One slot changes" : `${changes.length} slots change`;
  return [{ title, lines: told(changes.map(changeWords)) }];
}

function changeWords({ provider, weekday, start, type, before, after }: SlotChange): string {
  const when = `${provider}, ${weekdayNames[weekday]!.slice(0, 3)} ${clockText(start)}`;
  if (before === 0) return `${when}: ${type} is new${after === 1 ? "" : `, for ${after}`}`;
  if (after === 0) return `${when}: ${type} is gone`;
  return `${when}: ${type} for ${after} instead of ${before}`;
}

function told(lines: readonly string[]): string[] {
  if (lines.length <= MOST_TOLD) return [...lines];
  return [...lines.slice(0, MOST_TOLD), `… and ${lines.length - MOST_TOLD} more`];
}

function counted(by: number, unit: Binding["unit"]): string {
  return `${round(by)} ${by === 1 ? unit.replace(/s$/, "") : unit}`;
}

function round(value: number): number {
  return Number(value.toFixed(1));
}

function percent(gap: number): string {
  return `${Number((100 * gap).toFixed(3))} %`;
}

function left(title: string) {
  return { title, align: "left" as const };
}

function right(title: string) {
  return { title, align: "right" as const };
}
