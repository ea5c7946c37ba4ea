import type { Report, Section, Table } from "./table.ts";

/**
 * A report as Markdown, for a wiki or a mail.
 *
 * @example
 * const table = { columns: [{ title: "measure", align: "left" }, { title: "mean", align: "right" }], rows: [["wait", "6.5"]] };
 * reportMarkdown({ title: "Practice", sections: [{ lines: [], table }] })
 *   // "# Practice\n\n| measure | mean |\n| :-- | --: |\n| wait | 6.5 |\n"
 */
export function reportMarkdown({ title, sections }: Report): string {
  return `${[`# ${literally(title)}`, ...sections.flatMap(blocksOf)].join("\n\n")}\n`;
}

function blocksOf({ title, lines, table, notes = [] }: Section): string[] {
  const list = (items: readonly string[]) =>
    items.length === 0 ? [] : [items.map((item) => `- ${literally(item)}`).join("\n")];
  return [
    ...(title === undefined ? [] : [`## ${literally(title)}`]),
    ...list(lines),
    ...(table === undefined ? [] : [tableMarkdown(table)]),
    ...list(notes),
  ];
}

function tableMarkdown({ columns, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(columns.map(({ title }) => literally(title))),
    line(columns.map(({ align }) => (align === "right" ? "--:" : ":--"))),
    ...rows.map((row) => line(row.map(literally))),
  ].join("\n");
}

/** Names come out of other people's files: they are text, not markup. */
function literally(text: string): string {
  return text.replace(/[\\`*_<>|[\]#]/g, "\\$&").replaceAll("\n", " ");
}
