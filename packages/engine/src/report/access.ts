import type { VariantMeasure } from "../experiment/results.ts";
import type { AccessAnswer } from "../planning/access.ts";
import type { AccessStability } from "../planning/access-theory.ts";
import { formatNumber } from "./numbers.ts";
import { type Report, reportComparison, type Section, type Table } from "./table.ts";
import { differenceInWords, formatEstimate } from "./text.ts";

/** What a manager asks of a what-if, by measure. */
const asked = [
  ["thirdNextAvailable", "third next available"],
  ["backlog", "backlog"],
  ["noShowRate", "no-shows"],
  ["unmetShare", "unmet requests"],
] as const;

/** What groups of patients are compared by. */
const askedOfGroups = [
  ["leadTime.", "days to the appointment"],
  ["noShowRate.", "no-shows"],
  ["sharedSeats.", "share a seat"],
  ["wait.source=", "wait in the office"],
] as const;

const brief = { brief: true };

/** The report of an answer about access: how the office stands, what would help, and who waits. */
export function reportAccess(answer: AccessAnswer): Report {
  const { comparison, stability, cautions } = answer;
  const [head] = reportComparison(comparison).sections;
  return {
    title: `Access: ${comparison.scenario}`,
    sections: [
      { title: "How it stands", lines: stability.flatMap(standing) },
      { ...head!, ...asItIs(answer) },
      whatWouldHelp(answer),
      ...groupsIn(answer),
      { title: "Before you decide", lines: cautions },
    ].filter(({ lines }) => lines.length > 0),
  };
}

function standing({ template, capacity, demand, verdict, ...limits }: AccessStability): string[] {
  const { safe, lost, spareRequests, sparePatients } = limits;
  const number = (value: number) => formatNumber(value, { decimals: 1 });
  const patients =
    sparePatients === undefined ? "" : ` (${formatNumber(Math.abs(sparePatients))} patients of the panel)`;
  const words = {
    stable:
      "Stable: by theory the office recovers from any backlog. " +
      `${formatNumber(spareRequests)} more requests a day${patients} bring it to the cliff, where its backlog feeds itself.`,
    bistable:
      "It depends on where it stands: with a short backlog the office holds, perhaps for months; from a long one it does not recover. " +
      `It is safe below ${number(safe)} requests a day, ${formatNumber(-spareRequests)} fewer${patients}; from ${number(lost)} on all is lost.`,
    collapses:
      "Too many: the backlog grows until patients go elsewhere. " +
      `It is safe below ${number(safe)} requests a day, ${formatNumber(-spareRequests)} fewer${patients}.`,
  };
  return [
    `${template}: ${number(capacity)} seats a day, and ${number(demand)} patients ask (days with seats, over a week).`,
    words[verdict],
  ];
}

function asItIs({ comparison: { measures } }: AccessAnswer): Pick<Section, "title" | "table"> {
  const rows = Object.entries(measures)
    .filter(([name]) => !askedOfGroups.some(([prefix]) => name.startsWith(prefix)))
    .map(([name, estimate]) => [name, formatEstimate(estimate, estimate.unit, brief)]);
  return { title: "As it is", table: { columns: [left("measure"), right("mean")], rows } };
}

function whatWouldHelp({ comparison: { variants } }: AccessAnswer): Section {
  const rows = Object.entries(variants).map(([name, { measures }]) => [
    name,
    ...asked.map(([measure]) => inWords(measures[measure]!)),
  ]);
  const columns = [left("what if"), ...asked.map(([, title]) => left(title))];
  return { title: "What would it change", lines: ["Differences to the office as it is."], table: { columns, rows } };
}

/** Groups of patients side by side, as it is and under each change that measurably moves any of them. */
function groupsIn({ comparison, groups }: AccessAnswer): Section[] {
  if (groups.length < 2) return [];
  const now: Table = {
    columns: [left("group"), ...askedOfGroups.map(([, title]) => right(title))],
    rows: groups.map((group) => [
      group,
      ...askedOfGroups.map(([prefix]) => {
        const estimate = comparison.measures[prefix + group]!;
        return formatEstimate(estimate, estimate.unit, brief);
      }),
    ]),
  };
  const changed = Object.entries(comparison.variants).flatMap(([name, { measures }]) => {
    const rows = groups.map((group) => [group, ...askedOfGroups.map(([prefix]) => inWords(measures[prefix + group]!))]);
    const moved = groups.some((group) =>
      askedOfGroups.some(([prefix]) => measures[prefix + group]!.difference.measurable),
    );
    return moved
      ? [{ title: `Groups: ${name}`, lines: ["Differences."], table: { columns: columnsOfGroups, rows } }]
      : [];
  });
  return [{ title: "Groups of patients", lines: ["As it is."], table: now }, ...changed];
}

const columnsOfGroups = [left("group"), ...askedOfGroups.map(([, title]) => left(title))];

function inWords({ difference, unit }: VariantMeasure): string {
  return difference.replications === 0 ? "–" : differenceInWords(difference, unit, brief);
}

function left(title: string): Table["columns"][number] {
  return { title, align: "left" };
}

function right(title: string): Table["columns"][number] {
  return { title, align: "right" };
}
