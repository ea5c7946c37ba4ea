/**
 * The lines of the benchmark's text by section, each field with its place.
 *
 * @module
 */

import type { Issue } from "../errors.ts";

/** A piece of a line between two commas, and where it begins. */
export class Field {
  readonly text: string;
  readonly section: string;
  readonly line: number;
  readonly column: number;

  constructor(text: string, { section, line, column }: { section: string; line: number; column: number }) {
    this.text = text;
    this.section = section;
    this.line = line;
    this.column = column;
  }

  /** The pieces between separators; none of an empty field. */
  parts(separator: string): Field[] {
    if (this.text === "") return [];
    let { column } = this;
    return this.text.split(separator).map((text) => {
      const field = new Field(text.trim(), { section: this.section, line: this.line, column });
      column += text.length + separator.length;
      return field;
    });
  }
}

/** A line with something on it; as many fields as its section needs at least. */
export interface Line {
  readonly fields: readonly Field[];
}

/** The sections, and how many fields a line of each has at least. */
const leastFields: Readonly<Record<string, number>> = {
  SECTION_HORIZON: 1,
  SECTION_SHIFTS: 2,
  SECTION_STAFF: 8,
  SECTION_DAYS_OFF: 2,
  SECTION_SHIFT_ON_REQUESTS: 4,
  SECTION_SHIFT_OFF_REQUESTS: 4,
  SECTION_COVER: 5,
};

/** The lines of a text by their sections. What has no place in it becomes an issue. */
export function linesOf(text: string, issues: Issue[]): Map<string, Line[]> {
  const sections = new Map<string, Line[]>();
  let section = "";
  for (const [index, whole] of text.split(/\r?\n/).entries()) {
    const line = whole.replace(/#.*/, "").trim();
    if (line === "") continue;
    const at = { path: section, line: index + 1, column: 1 };
    if (issues.length >= 1000) break;
    if (line.startsWith("SECTION_")) {
      section = line;
      if (!Object.hasOwn(leastFields, section)) {
        const hint = `known: ${Object.keys(leastFields).join(", ")}`;
        issues.push({ ...at, code: "unknown-word", path: section, message: `there is no section ${section}`, hint });
      }
      if (!sections.has(section)) sections.set(section, []);
      continue;
    }
    const fields = new Field(whole.replace(/#.*/, ""), { section, line: index + 1, column: 1 }).parts(",");
    const least = leastFields[section] ?? 0;
    if (section === "") {
      issues.push({
        ...at,
        code: "wrong-form",
        message: "this line is in no section",
        hint: "begin with SECTION_HORIZON",
      });
    } else if (fields.length < least) {
      const message = `a line of ${section} has ${least} fields, this one ${fields.length}`;
      issues.push({ ...at, code: "list-too-short", message, hint: "is a comma missing?" });
    } else sections.get(section)!.push({ fields });
  }
  return sections;
}
