import type { Report } from "@praxis/engine";
import type { Format } from "./render/render.ts";

/** One line of CSV: values by the name of their column. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** What a command returns: its result, in as many ways as it can be asked for. */
export interface Answer {
  /** For programs: plain data. */
  readonly data: unknown;
  /** For spreadsheets. */
  readonly rows: () => readonly Row[];
  /** For people. Text is printed as it stands. */
  readonly report: () => Report | string;
  /** In formats of its own, or better than from the above. */
  readonly texts?: { readonly [format in Format]?: () => string };
  /** Whether there is nothing to hand out: then people are told why, and no file is written. */
  readonly isEmptyHanded?: boolean;
  /** 0 unless given. */
  readonly exitCode?: number;
}
