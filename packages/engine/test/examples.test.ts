/**
 * Runs every example of the documentation.
 *
 * In the comments of exported names, behind `@example`: TypeScript, with every public name of the package (and of the
 * engine) in scope. `expression // value` is compared with the value; other lines are executed. A value is written
 * as in code; `0.81…` leaves out further digits, `[1, 2, …]` and `{ mean: 5, … }` further elements and properties,
 * `"wait … minutes"` text. `expression // throws RangeError` shows an error. Promises are awaited.
 *
 * In README.md, from top to bottom in one folder, which holds a copy of `scenarios/`:
 * - ```ts blocks run like examples; they may import from "@praxis/engine" and from Node.
 * - ```sh and ```console blocks hold one command a line. `npx praxis …` and `npm run demo` run the built command line;
 *   `npm test`, `pnpm check` and the like must exist, but are not run again from here.
 * - To show output, put `$ ` before the commands: the lines up to the next `$ ` must be what comes out; `…` stands for
 *   any text, alone on its line for any lines. Behind a command that fails on purpose stands `# exit code 2`.
 * - A block of another language with a file name behind it (```yaml office.yaml) becomes that file.
 */

import { existsSync, readFileSync } from "node:fs";
import * as engine from "@praxis/engine";
import { afterAll, describe, expect, it } from "vitest";
import { examplesOf } from "./support/doc-examples.ts";
import { blocksOf, commandsOf, runCommand, workingFolder } from "./support/markdown.ts";
import { runSnippet } from "./support/snippet.ts";
import { packages, pathOf, root, shippedFiles } from "./support/sources.ts";

const documents = ["README.md"];

const commented = packages().flatMap((name) =>
  shippedFiles(name).map((file) => ({ path: pathOf(file), file, index: indexOf(name), examples: examplesOf(file) })),
);

describe.each(commented.filter(({ examples }) => examples.length > 0))("$path", ({ file, index, examples }) => {
  it.each(examples)("$title, line $line", async (example) => {
    const own = await import(/* @vite-ignore */ file);
    const shared = await import(/* @vite-ignore */ index);
    await runSnippet(example, { ...engine, ...shared, ...own });
  });
});

describe.each(documents.filter((path) => existsSync(root + path)))("%s", (path) => {
  const place = workingFolder();
  afterAll(() => place[Symbol.dispose]());

  for (const block of blocksOf(readFileSync(root + path, "utf8"))) {
    if (["ts", "typescript"].includes(block.language)) {
      it(`line ${block.line}: TypeScript`, async () => {
        await runSnippet({ title: path, path, line: block.line, code: block.text }, { ...engine });
      });
    } else if (["sh", "console"].includes(block.language)) {
      for (const command of commandsOf(block)) {
        it(`line ${command.line}: ${command.text}`, { timeout: 120_000 }, () => {
          const found = runCommand(command, place.folder);
          if (found !== undefined) expect.fail(`${path}:${command.line}: ${command.text}\n${found}`);
        });
      }
    } else if (block.fileName !== undefined) {
      it(`line ${block.line}: writes ${block.fileName}`, () => place.write(block));
    }
  }
});

function indexOf(name: string): string {
  return `${root}packages/${name}/src/index.ts`;
}
