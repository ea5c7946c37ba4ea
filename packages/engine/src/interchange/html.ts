/**
 * Pieces of HTML. What is a string of somebody's is text, and never markup.
 *
 * @module
 */

/** A piece of markup; only {@link html} makes one, so that no text slips in unescaped. */
export interface Markup {
  readonly markup: string;
}

/** What can stand in a piece of markup. */
export type Content = string | number | Markup | readonly Content[];

/** Markup from a template: what stands in it is escaped, but for markup itself. */
export function html(strings: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return { markup: strings.reduce((text, next, index) => text + written(contents[index - 1]!) + next) };
}

function written(content: Content): string {
  if (typeof content === "string") return escaped(content);
  if (typeof content === "number") return String(content);
  if ("markup" in content) return content.markup;
  return content.map(written).join("");
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign]!);
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
