import type { Report } from "@praxis/engine";
import { describe, expect, it } from "vitest";
import { reportText } from "./report-text.ts";

const report: Report = {
  title: "Practice",
  sections: [
    {
      lines: ["100 replications, 95 % intervals, seed 42."],
      table: {
        columns: [
          { title: "measure", align: "left" },
          { title: "mean", align: "right" },
          { title: "median", align: "right" },
        ],
        rows: [
          ["wait.consult", "6.5 ± 1.0 min", "6.1 min"],
          ["throughput", "60 ± 2 patients", "60 patients"],
        ],
      },
      notes: ["wait.x was undefined in 1 replication, which is left out."],
    },
  ],
};

describe("a report as text", () => {
  it("aligns its tables", () => {
    expect(reportText(report, { width: 80, styled: false })).toBe(`Practice

100 replications, 95 % intervals, seed 42.

measure                   mean        median
wait.consult     6.5 ± 1.0 min       6.1 min
throughput     60 ± 2 patients   60 patients

wait.x was undefined in 1 replication, which is left out.
`);
  });

  it("shows rows as lists where a table does not fit, and loses no word", () => {
    const text = reportText(report, { width: 30, styled: false });
    expect(text).toBe(`Practice

100 replications, 95 %
intervals, seed 42.

wait.consult
  mean: 6.5 ± 1.0 min
  median: 6.1 min
throughput
  mean: 60 ± 2 patients
  median: 60 patients

wait.x was undefined in 1
replication, which is left
out.
`);
    expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThanOrEqual(30);
  });

  it("is bold only where that is asked for", () => {
    expect(reportText(report, { width: 80, styled: true })).toContain("\u001b[1mPractice\u001b[22m");
    expect(reportText(report, { width: 80, styled: false })).not.toContain("\u001b");
  });

  it("lets no name steer the terminal", () => {
    const title = "Practice\u001b[2J\u202e";
    expect(reportText({ title, sections: [] }, { width: 80, styled: false })).toBe("Practice\\u001b[2J\\u202e\n");
  });
});
