import { describe, expect, it } from "vitest";
import { runSnippet } from "./snippet.ts";

const run = (code: string, scope = {}) => runSnippet({ title: "a snippet", path: "README.md", line: 10, code }, scope);

describe("a snippet of the documentation", () => {
  it("passes when its values are right", async () => {
    await run("const x: number = 2;\nx + 1 // 3\n({ x, list: [1, 2.55] }) // { x: 2, list: [1, 2.5…] }");
  });

  it("fails with file, line and difference when a value is wrong", async () => {
    await expect(run("const x = 2;\n\nx + 1 // 4")).rejects.toThrow("README.md:12: Error: the value is 3, expected 4");
  });

  it("fails with file and line when a statement throws", async () => {
    await expect(run('const x = 1;\nthrow new RangeError("no");')).rejects.toThrow("README.md:11: RangeError: no");
  });

  it("may show that something throws", async () => {
    await run("[].at(Symbol.iterator) // throws TypeError");
    await expect(run("[].at(0) // throws TypeError")).rejects.toThrow("nothing is thrown, expected TypeError");
    await expect(run("null.x // throws RangeError")).rejects.toThrow("README.md:10: TypeError");
  });

  it("awaits, imports, and lowers `using`", async () => {
    await run(
      'import { basename } from "node:path";\nimport { two } from "@praxis/engine";\n' +
        "using _unit = { [Symbol.dispose]() {} };\nawait Promise.resolve(two) // 2\nbasename('a/b') // 'b'",
      { two: 2 },
    );
  });

  it("may use a name of the engine for something of its own", async () => {
    await run("const estimate = 3;\nestimate // 3", { estimate: () => 1 });
  });

  it("takes a remark behind a declaration for a remark, and asks for values elsewhere", async () => {
    await run("const x = 1; // the first of them");
    await expect(run("Math.abs(-1); // without its sign")).rejects.toThrow(
      'README.md:10: Error: "// without its sign" is no value; a remark stands on a line of its own',
    );
  });
});
