/**
 * Writes docs/validation.md.
 *
 * @module
 */

import { type Agreement, asItIs } from "./agreement.ts";

/** Every reference beside what Praxis found, as a document. */
export function validationDocument(
  found: ReadonlyMap<string, { readonly replications: number; readonly agreements: readonly Agreement[] }>,
): string {
  const sections = [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { replications, agreements }]) => {
      const rows = agreements.map(
        ({ variant, measure, value, standardError, mean, error, allowed, source, agrees }) => {
          const reference = standardError === 0 ? format(value) : `${format(value)} (${format(standardError)})`;
          const difference = `${format(Math.abs(mean - value))} of ${format(allowed)}`;
          const cells = [
            variant ?? asItIs,
            measure,
            reference,
            `${format(mean)} (${format(error)})`,
            difference,
            agrees ? "yes" : "**no**",
            source,
          ];
          return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
        },
      );
      return [
        `## ${name}`,
        "",
        `${replications} replications.`,
        "",
        "| variant | measure | published | Praxis | difference | agrees | source |",
        "|---|---|---:|---:|---:|---|---|",
        ...rows,
      ].join("\n");
    });
  return `${[introduction, ...sections].join("\n\n")}\n`;
}

const introduction = `# Validation

The shipped scenarios beside what others computed, or proved, for the same systems. Standard errors stand in brackets; a value
without one is exact. Two numbers agree when they differ by 3.5 combined standard errors and 1 % at most (3 % for what was published of
\`urgent-care\`, whose arrivals run 1.2 % low there). The suite repeats this with fewer replications; \`pnpm verify\` runs all of
them and writes this page.`;

function format(value: number): string {
  return String(Number(value.toPrecision(5)));
}
