import type { Report, Section, Table } from "@praxis/engine";
import CliTable from "cli-table3";
import { printable } from "../printable.ts";

/** What text is laid out for. */
export interface Page {
  /** Columns of characters. */
  readonly width: number;
  /** Whether headings may be bold. */
  readonly styled: boolean;
}

/** A report as text: tables where they fit, otherwise one entry below the other. Nothing is ever cut. */
export function reportText({ title, sections }: Report, page: Page): string {
  const blocks = sections.map((section) => sectionText(section, page));
  return `${[heading(title, page), ...blocks].filter((block) => block !== "").join("\n\n")}\n`;
}

function sectionText({ title, lines, table, notes = [] }: Section, page: Page): string {
  const head = [...(title === undefined ? [] : [heading(title, page)]), ...lines.map((line) => paragraph(line, page))];
  const parts = [head.join("\n"), ...(table === undefined ? [] : [tableText(table, page)])];
  return [...parts, notes.map((note) => paragraph(note, page)).join("\n")].filter((part) => part !== "").join("\n\n");
}

function heading(text: string, page: Page): string {
  return paragraph(text, page)
    .split("\n")
    .map((line) => bold(line, page))
    .join("\n");
}

function tableText(table: Table, page: Page): string {
  const drawn = new CliTable({
    head: table.columns.map(({ title }) => bold(printable(title), page)),
    colAligns: table.columns.map(({ align }) => align),
    chars: frameless,
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0, compact: true },
  });
  drawn.push(...table.rows.map((row) => row.map(printable)));
  if (drawn.width > page.width) return stacked(table, page);
  return drawn
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}

/** For narrow terminals: each row as a little list under its first cell. */
function stacked({ columns, rows }: Table, page: Page): string {
  const entries = rows.map(([first = "", ...others]) => {
    const cells = others.map((cell, index) => paragraph(`${columns[index + 1]!.title}: ${cell}`, page, "  "));
    return [heading(first, page), ...cells].join("\n");
  });
  return entries.join("\n");
}

const frameless = {
  ...{ top: "", "top-mid": "", "top-left": "", "top-right": "" },
  ...{ bottom: "", "bottom-mid": "", "bottom-left": "", "bottom-right": "" },
  ...{ left: "", "left-mid": "", mid: "", "mid-mid": "", right: "", "right-mid": "" },
  middle: "   ",
};

/** Breaks a sentence into lines at its spaces; a word longer than a line gets a line of its own. */
function paragraph(text: string, { width }: Page, indent = ""): string {
  const lines: string[] = [];
  let line = indent;
  for (const word of printable(text).split(" ")) {
    const longer = line.trim() === "" ? indent + word : `${line} ${word}`;
    if (longer.length > width && line.trim() !== "") {
      lines.push(line);
      line = `${indent}${indent === "" ? "" : "  "}${word}`;
    } else {
      line = longer;
    }
  }
  return [...lines, line].join("\n");
}

function bold(text: string, { styled }: Page): string {
  return styled ? `\u001b[1m${text}\u001b[22m` : text;
}
