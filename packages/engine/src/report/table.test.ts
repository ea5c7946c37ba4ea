import { describe, expect, it } from "vitest";
import type { Comparison, DifferenceEstimate, MeasureEstimate, Replications, Sweep } from "../experiment/results.ts";
import { reportMarkdown } from "./markdown.ts";
import { formatChange, reportComparison, reportReplications, reportSweep } from "./table.ts";

const header = { scenario: "Practice", seed: 42, engineVersion: "0.1.0", replications: 100 };

const wait: MeasureEstimate = {
  ...{ mean: 6.489, sd: 4.99, halfWidth: 0.987, confidence: 0.95, replications: 100 },
  ...{ p10: 2.31, p50: 5.72, p90: 11.94, min: 0, max: 20, unit: "min" },
};
const last: MeasureEstimate = { ...wait, mean: 563.2, halfWidth: 3.1, p10: 540, p50: 560, p90: 600, unit: "clock" };
const clock = (minute: number) => `${8 + Math.floor(minute / 60)}:${String(Math.round(minute) % 60).padStart(2, "0")}`;

const less: DifferenceEstimate = {
  ...{ mean: -4.24, sd: 3, halfWidth: 0.69, confidence: 0.95, replications: 100, measurable: true },
};
const close = { ...less, mean: 1.2, halfWidth: 3.1, measurable: false };
const same = { ...less, mean: 0, sd: 0, halfWidth: 0, measurable: false };

describe("the report of a run", () => {
  const result: Replications = { ...header, measures: { "wait.consult": wait, lastDeparture: last } };

  it("says what the numbers rest on, and shows each with its interval and its spread", () => {
    expect(reportReplications(result, { clock })).toEqual({
      title: "Practice",
      sections: [
        {
          lines: ["100 replications, 95 % intervals, seed 42, engine 0.1.0."],
          table: {
            columns: [
              { title: "measure", align: "left" },
              { title: "mean", align: "right" },
              { title: "1 in 10 below", align: "right" },
              { title: "median", align: "right" },
              { title: "1 in 10 above", align: "right" },
            ],
            rows: [
              ["wait.consult", "6.5 ± 1.0 min", "2.3", "5.7", "11.9"],
              ["lastDeparture", "17:23 ± 3.1 min", "17:00", "17:20", "18:00"],
            ],
          },
          notes: [],
        },
      ],
    });
  });

  it("shows the difference that was really applied", () => {
    const changes = [{ path: ["staff", "physician", "count"], from: 4, to: 3 }];
    expect(reportReplications(result, { changes }).sections[0]?.lines).toContain(
      "changed: staff.physician.count: 4 → 3",
    );
  });

  it("says where a measure was undefined, and when it did not become precise enough", () => {
    const until = { measure: "wait.consult", halfWidth: 0.5, reached: false };
    const some = { ...wait, missing: 3, replications: 97 };
    const one = { ...wait, missing: 1, replications: 99 };
    const never = { ...wait, mean: Number.NaN, missing: 100, replications: 0 };
    const { sections } = reportReplications({ ...header, measures: { some, one, never }, until });
    expect(sections[0]?.notes).toEqual([
      "some was undefined in 3 replications, which are left out.",
      "one was undefined in 1 replication, which is left out.",
      "never was undefined in every replication.",
      "wait.consult is not known as precisely as wished after 100 replications.",
    ]);
    expect(sections[0]?.table?.rows[2]?.[1]).toBe("–");
  });
});

describe("the report of a comparison", () => {
  const base = {
    "wait.consult": wait,
    lastDeparture: last,
    overtime: wait,
    arrivals: { ...wait, unit: "patients" },
    "wait.x": wait,
  };
  const comparison: Comparison = {
    ...header,
    measures: base,
    variants: {
      "third assistant": {
        changes: [{ path: ["staff", "medical assistant", "count"], from: 2, to: 3 }],
        measures: {
          "wait.consult": { ...wait, mean: 2.24, halfWidth: 0.44, difference: less },
          overtime: { ...wait, difference: close },
          lastDeparture: { ...last, difference: less },
          arrivals: { ...wait, unit: "patients", difference: same },
          "wait.x": { ...wait, difference: { ...same, mean: Number.NaN, halfWidth: Infinity, replications: 0 } },
        },
      },
      "the same": { changes: [], measures: {} },
    },
  };

  it("shows what measurably differs in a table, and names the rest with what is known of it", () => {
    expect(reportComparison(comparison, { clock }).sections[1]).toEqual({
      title: "third assistant",
      lines: ["changed: staff.medical assistant.count: 2 → 3"],
      table: {
        columns: [
          { title: "measure", align: "left" },
          { title: "as it is", align: "right" },
          { title: "with the change", align: "right" },
          { title: "difference", align: "left" },
        ],
        rows: [
          ["wait.consult", "6.5 ± 1.0", "2.2 ± 0.4", "4.2 ± 0.7 min less"],
          ["lastDeparture", "17:23 ± 3.1 min", "17:23 ± 3.1 min", "4.2 ± 0.7 min earlier"],
        ],
      },
      notes: [
        "No measurable difference in: overtime (+1.2 ± 3.1 minutes).",
        "The same in every replication: arrivals.",
        "Nothing to compare in: wait.x.",
      ],
    });
  });

  it("says so when a variant changes nothing", () => {
    expect(reportComparison(comparison).sections[2]?.lines).toEqual(["Nothing is changed."]);
  });

  it("warns that among many differences some look measurable by chance", () => {
    const measures = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`m${index}`, { ...wait, difference: close }]),
    );
    const many = { ...comparison, variants: { many: { changes: [], measures } } };
    expect(reportComparison(many).sections.at(-1)?.lines).toEqual([
      "Each interval holds with 95 % by itself: of 40 differences, about 2 may look measurable by chance alone.",
    ]);
    expect(reportComparison(comparison).sections.at(-1)?.lines).toEqual([]);
  });
});

describe("the report of a sweep", () => {
  const point = (count: number) => ({ values: [count], changes: [], measures: { wait } });
  const result: Sweep = { ...header, settings: ["staff.physician.count"], points: [point(2), point(3)] };

  it("has a row for each value", () => {
    expect(reportSweep(result).sections[0]?.table).toEqual({
      columns: [
        { title: "staff.physician.count", align: "left" },
        { title: "wait", align: "right" },
      ],
      rows: [
        ["2", "6.5 ± 1.0 min"],
        ["3", "6.5 ± 1.0 min"],
      ],
    });
  });

  it("has a column for each value when there are more measures than values", () => {
    const measures = { wait, overtime: wait, last };
    const points = [2, 3].map((count) => ({ ...point(count), measures }));
    const [section] = reportSweep({ ...result, points }).sections;
    expect(section?.lines).toContain("Columns: staff.physician.count.");
    expect(section?.table?.columns.map(({ title }) => title)).toEqual(["measure", "2", "3"]);
    expect(section?.table?.rows.map(([name]) => name)).toEqual(["wait", "overtime", "last"]);
  });
});

describe("a change as a line", () => {
  it("shows plain data as it stands in the file", () => {
    const to = { lognormal: { mean: "20 min", sd: "7 min" } };
    expect(formatChange({ path: ["visitTypes", "sick visit", "pathway", 1, "takes"], from: "18 min", to })).toBe(
      "changed: visitTypes.sick visit.pathway.1.takes: 18 min → { lognormal: { mean: 20 min, sd: 7 min } }",
    );
  });

  it("says what was added or removed, and quotes names with dots", () => {
    expect(formatChange({ path: ["staff", "Dr. Who", "count"], from: undefined, to: 2 })).toBe(
      'added: staff."Dr. Who".count: 2',
    );
    expect(formatChange({ path: ["calendar", "closed"], from: ["2026-01-19"], to: undefined })).toBe(
      "removed: calendar.closed: [2026-01-19]",
    );
  });
});

it("Markdown takes names as text, not as markup", () => {
  const table = { columns: [{ title: "a|b", align: "left" as const }], rows: [["*wait*"]] };
  expect(reportMarkdown({ title: "A <b>", sections: [{ title: "x", lines: ["one_two"], table, notes: ["n"] }] })).toBe(
    "# A \\<b\\>\n\n## x\n\n- one\\_two\n\n| a\\|b |\n| :-- |\n| \\*wait\\* |\n\n- n\n",
  );
});
