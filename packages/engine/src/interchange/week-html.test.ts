import { describe, expect, it } from "vitest";
import { weekText } from "../../test/support/small-week.ts";
import { parseWeekProblem } from "../planning/week-file.ts";
import type { WeekSlot } from "../template/week-problem.ts";
import { weekToHtml } from "./week-html.ts";

const problem = parseWeekProblem(weekText());
const slot: WeekSlot = {
  provider: "Dr-A",
  department: "",
  weekday: 0,
  start: 480,
  minutes: 20,
  type: "visit",
  bookings: 2,
  release: "",
};
const slots = [slot, { ...slot, start: 780, type: "new patient", bookings: 1 }];
const change = { provider: "Dr-A", weekday: 0, start: 480, type: "visit", before: 1, after: 2 };

function page(more: Partial<Parameters<typeof weekToHtml>[0]> = {}): string {
  return weekToHtml({ slots, changes: [], missed: [], ...more }, problem, { asOf: "25 November 2026" });
}

describe("a week as a page", () => {
  it("tells slots by time, letter and number, and the letters in words", () => {
    const text = page();
    expect(text).toContain('<time>08:00</time> <abbr title="visit">V</abbr> ×2');
    expect(text).toContain('<time>13:00</time> <abbr title="new patient">N</abbr> <small>');
    expect(text).toContain("<b>N</b> new patient");
  });

  it("draws a line between sessions, and counts the bookings of each day", () => {
    expect(page().match(/<p class="gap">/g)).toHaveLength(1);
    expect(page()).toContain("<td>3 bookings</td>");
  });

  it("marks what is new, and says what the mark means", () => {
    expect(page()).not.toContain("against today");
    const text = page({ changes: [change] });
    expect(text).toContain('×2<b class="new" title="new">*</b>');
    expect(text).toContain("against today");
  });

  it("says what is not met", () => {
    const missed = [
      { text: "visit needs 20 bookings a week", kind: "demand", by: 2, unit: "bookings", cost: 9 },
    ] as const;
    expect(page({ missed })).toContain("visit needs 20 bookings a week: short by 2 bookings");
  });

  it("takes names for text, whatever they hold", () => {
    const rude = "<script>alert(1)</script>";
    const named = { ...problem, name: rude, providers: [{ id: rude, role: rude, department: "" }] };
    const text = weekToHtml({ slots: [{ ...slot, provider: rude }], changes: [], missed: [] }, named);
    expect(text).not.toContain("<script>");
    expect(text).toContain("&lt;script&gt;");
  });
});
