import type { Table } from "@praxis/engine";
import type { Present } from "../presence.ts";

/** A bar of a picture: a number, and how surely it is known. */
export interface Bar {
  readonly name: string;
  readonly mean: number;
  readonly halfWidth: number;
  /** The number in words. */
  readonly text: string;
}

/** Characters of the longest bar. */
const LONGEST = 40;

/** Bars below each other: solid as far as is certain, and light over the interval. */
export function barsPicture(bars: readonly Bar[]): Table {
  const longest = Math.max(...bars.map(({ mean, halfWidth }) => mean + finite(halfWidth)), Number.MIN_VALUE);
  const length = (value: number) => Math.round((Math.max(value, 0) / longest) * LONGEST);
  const rows = bars.map(({ name, mean, halfWidth, text }) => {
    const certain = length(mean - finite(halfWidth));
    return [name, "█".repeat(certain) + "░".repeat(length(mean + finite(halfWidth)) - certain), text];
  });
  return { columns: [left(""), left(""), left("")], rows };
}

function finite(halfWidth: number): number {
  return Number.isFinite(halfWidth) ? halfWidth : 0;
}

/** A day as a picture: a line for each time, a sign for each patient in the office. */
export function presencePicture(counts: readonly Present[], clock: (minute: number) => string): Table {
  const rows = counts.map(({ minute, served, waiting }) => [clock(minute), "●".repeat(served) + "○".repeat(waiting)]);
  return { columns: [left(""), left("")], rows };
}

function left(title: string): Table["columns"][number] {
  return { title, align: "left" };
}
