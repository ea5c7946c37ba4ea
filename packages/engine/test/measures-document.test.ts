import { expect, it } from "vitest";
import { unitInWords } from "../src/clinic/measures.ts";
import type { Family } from "../src/clinic/measures-family.ts";
import { resourceFamilies } from "../src/clinic/measures-resources.ts";
import { visitFamilies } from "../src/clinic/measures-visits.ts";
import { waitFamilies } from "../src/clinic/measures-waits.ts";
import { root } from "./support/sources.ts";

const introduction = `# Measures

Written from the definitions in the code: \`npx vitest run measures-document --update\` after changing one.

A measure makes one number of one replication. What stands in angle brackets is a name of the scenario:
\`wait.consult\`, \`utilisation.exam room\`. \`praxis run --explain wait.consult\` prints a definition.

- What happens is counted by the minute in which it happens: a wait when it ends in being served, a visit's time when it
  leaves. What happens during the warm-up is not counted; the minute in which it ends is the first that is measured.
- A measure is undefined in a replication (\`null\` in JSON) where nothing was there to be counted. Estimates leave such
  replications out, and say how many they were.
- Measures of the same unit can be added: \`wait.exam room + wait.rooming\` is one measure.
`;

function section(title: string, families: readonly Family[]): string {
  const entries = families.map(({ pattern, unit, definition }) => {
    const [initial = "", ...rest] = unitInWords(unit);
    return `### \`${pattern}\`\n\n*${initial.toUpperCase()}${rest.join("")}.* ${markdown(definition)}\n`;
  });
  return [`## ${title}\n`, ...entries].join("\n");
}

/** Places in angle brackets would be taken for HTML. */
function markdown(text: string): string {
  return text.replaceAll(/<([^>]+)>/g, "*$1*");
}

const document = [
  introduction,
  section("Who came, who left, and how long they were there", visitFamilies),
  section("Waiting", waitFamilies),
  section("Staff, rooms and equipment", resourceFamilies),
].join("\n");

it("docs/measures.md has the definition of every measure, and is no older than they are", async () => {
  await expect(document).toMatchFileSnapshot(`${root}docs/measures.md`);
});
