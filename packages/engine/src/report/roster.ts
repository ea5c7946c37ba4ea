import type { Conflict } from "../roster/conflict.ts";
import type { RosterDifference } from "../roster/difference.ts";
import type { Judgement, Score } from "../roster/judge.ts";
import type { Roster, RosterProblem } from "../roster/problem.ts";
import type { SolvedRoster } from "../roster/solve.ts";
import { dateAfter, weekdayOf } from "../time-of-day.ts";
import type { Report, Section } from "./table.ts";

/** How many matches of a rule, or changes, are told one by one. */
const MOST_TOLD = 20;

/** Dollars that are too few to be told. */
const LEAST_TOLD = 0.005;

/** The report of a roster that was found: who works what, what it costs, and how much better it could be. */
export function reportRoster(solved: SolvedRoster, problem: RosterProblem): Report {
  const { cost, roster, unfilled, scores } = solved;
  const verdict = [`This roster costs ${dollars(cost)}. ${proofOf(solved)}`];
  const missing = unfilled.map(({ text }) => text);
  return {
    title: problem.name,
    sections: [
      { lines: verdict },
      ...weekSections(roster, problem),
      missing.length === 0
        ? { lines: ["Nothing is left unfilled."] }
        : { title: "What is left unfilled", lines: told(missing) },
      scoresSection(scores),
    ],
  };
}

function proofOf({ cost, bound, gap }: SolvedRoster): string {
  // A solver may call optimal what is within the gap that was asked for.
  if (cost - bound < LEAST_TOLD) return "No roster that keeps to all rules costs less.";
  if (!Number.isFinite(bound)) return "Whether one could cost less is not known yet; more time would tell.";
  return `No roster costs less than ${dollars(bound)}: it is at most ${percent(gap)} from the best.`;
}

/** The report of a roster that was judged. */
export function reportJudgement({ keepsAll, cost, scores }: Judgement, problem: RosterProblem): Report {
  const broken = scores.flatMap(({ matches }) => matches.filter((match) => match.cost === Infinity));
  const verdict = keepsAll
    ? `This roster keeps to every rule that must be kept, and costs ${dollars(cost)}.`
    : `This roster breaks ${broken.length === 1 ? "a rule" : `rules in ${broken.length} places`}; what has a price costs ${dollars(cost)}.`;
  const sections: Section[] = [{ lines: [verdict] }];
  if (!keepsAll) sections.push({ title: "What must not be", lines: told(broken.map(({ text }) => text)) });
  return { title: problem.name, sections: [...sections, scoresSection(scores)] };
}

/** The report of a problem that has no roster. */
export function reportConflict({ conflict, isMinimal, relaxations }: Conflict, problem: RosterProblem): Report {
  const lines = conflict.map(({ rule, text }) => `${text} (${rule})`);
  const spare = isMinimal
    ? "With any one of these gone, the others can be kept."
    : "The time was over before it was known whether all of these are needed.";
  return {
    title: problem.name,
    sections: [
      { lines: ["No roster keeps to every rule. These cannot hold together:"] },
      { lines, notes: [spare] },
      ...(relaxations.length === 0 ? [] : [waysOutSection(relaxations)]),
    ],
  };
}

/** Ways out, each with what it costs on its first line, and all that gives way below one another. */
function waysOutSection(relaxations: Conflict["relaxations"]): Section {
  const rows = relaxations.flatMap(({ giveUp, cost }) =>
    giveUp.map((reason, index) => [index === 0 ? dollars(cost) : "", givenUp(reason)]),
  );
  const columns = [
    { title: "roster then costs", align: "right" },
    { title: "what gives way", align: "left" },
  ] as const;
  return { title: "What would help, the cheapest first", lines: [], table: { columns, rows } };
}

function givenUp({ rule, text }: Conflict["conflict"][number]): string {
  return rule === "cover" ? `stays short: ${text}` : `not kept: ${text}`;
}

/** The part of a report that says what differs between two rosters. */
export function differenceSections({ changes, cost, rules }: RosterDifference, problem: RosterProblem): Section[] {
  const words = changes.map(
    ({ person, day, from, to }) => `${person}, ${dayWords(problem, day)}: ${to ?? "off"} instead of ${from ?? "off"}`,
  );
  const rows = rules.map(({ rule, before, after, brokenBefore, brokenAfter }) => [
    rule,
    dollars(before) + brokenWords(brokenBefore),
    dollars(after) + brokenWords(brokenAfter),
    signed(after - before),
  ]);
  return [
    {
      title: `${changes.length === 1 ? "One change" : `${changes.length} changes`}, ${signed(cost)}`,
      lines: told(words),
    },
    ...(rows.length === 0
      ? []
      : [{ title: "Which rules pay", lines: [], table: { columns: differenceColumns, rows } } satisfies Section]),
  ];
}

const differenceColumns = [
  { title: "rule", align: "left" },
  { title: "before", align: "right" },
  { title: "after", align: "right" },
  { title: "difference", align: "right" },
] as const;

/** A table for each week: people in rows, days in columns. */
export function weekSections(roster: Roster, problem: RosterProblem): Section[] {
  const sections: Section[] = [];
  const first = weekdayOf(problem.start);
  for (let day = 0; day < problem.days; ) {
    const end = Math.min(problem.days, day + 7 - ((first + day) % 7));
    const days = Array.from({ length: end - day }, (_, index) => day + index);
    const columns = [
      { title: "", align: "left" as const },
      ...days.map((one) => ({ title: dayWords(problem, one).slice(0, 3), align: "left" as const })),
    ];
    const rows = problem.people.map(({ id }) => [id, ...days.map((one) => roster[id]![one] ?? "·")]);
    sections.push({ title: `Week of ${dateAfter(problem.start, day)}`, lines: [], table: { columns, rows } });
    day = end;
  }
  return sections;
}

function scoresSection(scores: readonly Score[]): Section {
  const rows = scores.map(({ rule, cost, broken, matches }) => [
    rule,
    dollars(cost),
    String(matches.length),
    broken === 0 ? "" : String(broken),
  ]);
  const columns = [
    { title: "rule", align: "left" },
    { title: "cost", align: "right" },
    { title: "places", align: "right" },
    { title: "must not be", align: "right" },
  ] as const;
  return { title: "What each rule says", lines: [], table: { columns, rows } };
}

function told(lines: readonly string[]): string[] {
  if (lines.length <= MOST_TOLD) return [...lines];
  return [...lines.slice(0, MOST_TOLD), `… and ${lines.length - MOST_TOLD} more`];
}

function brokenWords(broken: number): string {
  return broken === 0 ? "" : `, ${broken} × must not be`;
}

function dayWords({ start }: RosterProblem, day: number): string {
  const names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
  const date = dateAfter(start, day);
  return `${names[weekdayOf(date)]} ${date}`;
}

/**
 * Dollars as people write them, cents only when there are any.
 *
 * @example
 * dollars(-1234.5) // "−$1,234.50"
 */
export function dollars(amount: number): string {
  const cents = Math.round(Math.abs(amount) * 100);
  const [whole, part] = [Math.floor(cents / 100), cents % 100];
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${amount < 0 && cents > 0 ? "−" : ""}$${grouped}${part === 0 ? "" : `.${String(part).padStart(2, "0")}`}`;
}

function signed(amount: number): string {
  return Math.round(amount * 100) === 0 ? "at no cost" : `${amount > 0 ? "+" : ""}${dollars(amount)}`;
}

function percent(share: number): string {
  if (share === Infinity) return "an unknown distance";
  return share < 0.5e-4 ? "less than 0.01 %" : `${Number((share * 100).toFixed(2))} %`;
}
