import type {
  Comparison,
  MeasureEstimates,
  Replications,
  ResultHeader,
  Sweep,
  SweepPoint,
  VariantMeasure,
  VariantResult,
} from "../experiment/results.ts";
import type { PrecisionReached } from "../experiment/sample.ts";
import type { Difference } from "../scenario/changes.ts";
import {
  countReplications,
  differenceInWords,
  formatDifference,
  formatEstimate,
  formatShare,
  formatValue,
  type WordingOptions,
} from "./text.ts";

/** A table as plain data; how it is drawn is decided where it is shown. */
export interface Table {
  readonly columns: readonly Column[];
  /** One text for each column. */
  readonly rows: readonly (readonly string[])[];
}

/** A column of a table. */
export interface Column {
  readonly title: string;
  readonly align: "left" | "right";
}

/** A part of a report. Everything but the lines may be absent. */
export interface Section {
  readonly title?: string;
  /** Sentences, each on its own. */
  readonly lines: readonly string[];
  readonly table?: Table;
  /** Sentences that follow the table. */
  readonly notes?: readonly string[];
}

/** A result as a person reads it: plain data that becomes text, or Markdown. */
export interface Report {
  readonly title: string;
  readonly sections: readonly Section[];
}

/** How reports are worded. */
export type ReportOptions = Pick<WordingOptions, "clock">;

/**
 * The report of a run: what to expect, how surely, and how the replications spread.
 *
 * @param options.changes what really differs from the scenario file
 */
export function reportReplications(
  result: Replications,
  { clock, changes = [] }: ReportOptions & { readonly changes?: readonly Difference[] } = {},
): Report {
  const rows = Object.entries(result.measures).map(([name, estimate]) => {
    const wording = { ...(clock && { clock }), brief: true };
    const spread = [estimate.p10, estimate.p50, estimate.p90];
    return [
      name,
      formatEstimate(estimate, estimate.unit, wording),
      ...spread.map((value) => formatValue(value, estimate.unit, { ...wording, bare: true, like: estimate })),
    ];
  });
  const titles = ["mean", "1 in 10 below", "median", "1 in 10 above"];
  const section = {
    lines: [basisOf(result, result.measures), ...changes.map(formatChange)],
    table: { columns: [left("measure"), ...titles.map(right)], rows },
    notes: [...missingNotes(result.measures), ...untilNotes(result)],
  };
  return { title: result.scenario, sections: [section] };
}

/** The report of a comparison: for each variant what was changed, and what that measurably does. */
export function reportComparison(result: Comparison, options: ReportOptions = {}): Report {
  const head = {
    lines: [basisOf(result, result.measures), "Differences are paired: the same patients come, with the same luck."],
  };
  const sections = Object.entries(result.variants).map(([name, { changes, measures }]) => ({
    title: name,
    lines: changes.length === 0 ? ["Nothing is changed."] : changes.map(formatChange),
    ...effects(measures, result.measures, options),
  }));
  const tail = { lines: [...chanceNotes(result), ...untilNotes(result)] };
  return { title: result.scenario, sections: [head, ...sections, tail] };
}

/** The table of what measurably differs, and a list of what does not. */
function effects(
  measures: VariantResult["measures"],
  base: MeasureEstimates,
  options: ReportOptions,
): Pick<Section, "table" | "notes"> {
  const entries = Object.entries(measures);
  // A single replication measures no difference, but shows one.
  const shown = entries.filter(([, { difference }]) => difference.measurable || difference.replications === 1);
  const wording = { ...options, brief: true };
  const rows = shown.map(([name, estimate]) => {
    const { unit, difference } = estimate;
    const values = [base[name]!, estimate].map((value) => formatEstimate(value, unit, { ...wording, bare: true }));
    return [name, ...values, differenceInWords(difference, unit, wording)];
  });
  const columns = [left("measure"), right("as it is"), right("with the change"), left("difference")];
  const notes = unmeasurableNotes(entries.filter((entry) => !shown.includes(entry)));
  return rows.length === 0 ? { notes } : { table: { columns, rows }, notes };
}

/** Names what does not measurably differ, with what is known of it. */
function unmeasurableNotes(entries: readonly (readonly [string, VariantMeasure])[]): string[] {
  const same = entries.filter(
    ([
      ,
      {
        difference: { mean, halfWidth },
      },
    ]) => mean === 0 && halfWidth === 0,
  );
  const unknown = entries.filter(([, { difference }]) => difference.replications === 0);
  const close = entries.filter((entry) => !same.includes(entry) && !unknown.includes(entry));
  const listed = close.map(([name, { difference, unit }]) => `${name} (${formatDifference(difference, unit)})`);
  return [
    ...list("No measurable difference in", listed),
    ...list(
      "The same in every replication",
      same.map(([name]) => name),
    ),
    ...list(
      "Nothing to compare in",
      unknown.map(([name]) => name),
    ),
  ];
}

/**
 * The report of a sweep: a row for each combination of values, or, with many measures, a column.
 */
export function reportSweep(result: Sweep, options: ReportOptions = {}): Report {
  const { points, settings } = result;
  const measures = Object.entries(points[0]?.measures ?? {});
  const wording = { ...options, brief: true };
  const cell = (point: SweepPoint, measure: string) => {
    const estimate = point.measures[measure]!;
    return formatEstimate(estimate, estimate.unit, wording);
  };
  const names = points.map(({ values }) => values.map(formatPlain));
  const byPoint: Table = {
    columns: [...settings.map(left), ...measures.map(([name]) => right(name))],
    rows: points.map((point, index) => [...names[index]!, ...measures.map(([name]) => cell(point, name))]),
  };
  const byMeasure: Table = {
    columns: [left("measure"), ...names.map((values) => right(values.join(", ")))],
    rows: measures.map(([name]) => [name, ...points.map((point) => cell(point, name))]),
  };
  const wide = measures.length > points.length;
  const lines = [basisOf(result, points[0]?.measures ?? {}), ...(wide ? [`Columns: ${settings.join(", ")}.`] : [])];
  const notes = [
    "All points meet the same patients with the same luck; `praxis compare` says whether two of them differ.",
  ];
  return { title: result.scenario, sections: [{ lines, table: wide ? byMeasure : byPoint, notes }] };
}

/** Characters of a value that are shown; what is longer is for programs to read. */
const MOST_SHOWN = 160;

/**
 * A change as a line.
 *
 * @example
 * formatChange({ path: ["staff", "physician", "count"], from: 4, to: 3 }) // "changed: staff.physician.count: 4 → 3"
 */
export function formatChange({ path, from, to }: Difference): string {
  const place = path.map((name) => (/[.="]/.test(String(name)) ? JSON.stringify(name) : name)).join(".");
  if (from === undefined) return `added: ${place}: ${shortened(to)}`;
  if (to === undefined) return `removed: ${place}: ${shortened(from)}`;
  return `changed: ${place}: ${shortened(from)} → ${shortened(to)}`;
}

function shortened(value: unknown): string {
  const text = formatPlain(value);
  return text.length <= MOST_SHOWN ? text : `${text.slice(0, MOST_SHOWN)} …`;
}

/** Plain data on one line, as YAML would have it. */
function formatPlain(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(formatPlain).join(", ")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  const entries = Object.entries(value).map(([name, item]) => `${name}: ${formatPlain(item)}`);
  return `{ ${entries.join(", ")} }`;
}

/** What all numbers of a result rest on. */
function basisOf({ replications, seed, engineVersion }: ResultHeader, measures: MeasureEstimates): string {
  const confidence = confidenceOf(measures);
  const intervals = confidence === undefined ? "" : `, ${formatShare(confidence)} intervals`;
  return `${countReplications(replications)}${intervals}, seed ${seed}, engine ${engineVersion}.`;
}

function confidenceOf(measures: MeasureEstimates): number | undefined {
  return Object.values(measures)[0]?.confidence;
}

function missingNotes(measures: MeasureEstimates): string[] {
  return Object.entries(measures).flatMap(([name, { missing = 0, replications }]) => {
    if (missing === 0) return [];
    if (replications === 0) return [`${name} was undefined in every replication.`];
    const consequence = missing === 1 ? "which is left out" : "which are left out";
    return [`${name} was undefined in ${countReplications(missing)}, ${consequence}.`];
  });
}

function untilNotes({ until, replications }: { readonly until?: PrecisionReached; readonly replications: number }) {
  if (until === undefined || until.reached) return [];
  return [`${until.measure} is not known as precisely as wished after ${countReplications(replications)}.`];
}

/** With many differences, some look measurable by chance alone; who reads them should know how many. */
function chanceNotes({ variants, measures }: Comparison): string[] {
  const confidence = confidenceOf(measures) ?? 1;
  const differences = Object.values(variants).flatMap((variant) => Object.values(variant.measures));
  const uncertain = differences.filter(({ difference: { halfWidth } }) => halfWidth > 0 && halfWidth < Infinity).length;
  const byChance = Math.round(uncertain * (1 - confidence));
  if (byChance === 0) return [];
  return [
    `Each interval holds with ${formatShare(confidence)} by itself: of ${uncertain} differences, ` +
      `about ${byChance} may look measurable by chance alone.`,
  ];
}

function list(beginning: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`${beginning}: ${items.join(", ")}.`];
}

function left(title: string): Column {
  return { title, align: "left" };
}

function right(title: string): Column {
  return { title, align: "right" };
}
