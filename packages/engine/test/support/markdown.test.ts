import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { blocksOf, commandsOf, runCommand, workingFolder } from "./markdown.ts";

const block = (text: string) => ({ language: "sh", fileName: undefined, line: 1, text });

describe("a document", () => {
  it("consists of blocks with language, file name and line", () => {
    const blocks = blocksOf("# Title\n\n```yaml office.yaml\npraxis: 1\n```\n\n```sh\nls x\n```\n");
    expect(blocks).toEqual([
      { language: "yaml", fileName: "office.yaml", line: 4, text: "praxis: 1" },
      { language: "sh", fileName: undefined, line: 8, text: "ls x" },
    ]);
  });

  it("with a block that never ends says on which line it begins", () => {
    expect(() => blocksOf("one\n```sh\nls")).toThrow("line 2 has no end");
  });
});

describe("the commands of a block", () => {
  it("are its lines, without remarks, long ones joined", () => {
    expect(commandsOf(block("# a remark\nnpm test   # a minute\n\nnpx praxis run \\\n  x.yaml"))).toEqual([
      { line: 2, text: "npm test", output: undefined, exitCode: 0 },
      { line: 4, text: "npx praxis run x.yaml", output: undefined, exitCode: 0 },
    ]);
  });

  it("are the lines with a prompt when there are any; the others are their output", () => {
    expect(commandsOf(block("$ ls a\nb\n\nc\n\n$ ls d # exit code 2"))).toEqual([
      { line: 1, text: "ls a", output: "b\n\nc", exitCode: 0 },
      { line: 6, text: "ls d", output: undefined, exitCode: 2 },
    ]);
  });

  it("run in a folder of their own, in which the files of the document lie", () => {
    using place = workingFolder();
    place.write({ language: "text", fileName: "three.txt", line: 1, text: "one  \ntwo\nthree" });
    const cat = { line: 1, text: "cat three.txt", exitCode: 0 };
    expect(runCommand({ ...cat, output: "one\ntwo\nthree" }, place.folder)).toBeUndefined();
    expect(runCommand({ ...cat, output: "…\nth…" }, place.folder)).toBeUndefined();
    expect(runCommand({ ...cat, output: undefined }, place.folder)).toBeUndefined();
    expect(runCommand({ ...cat, output: "one\ntwo" }, place.folder)).toContain("got:\none");
    expect(runCommand({ ...cat, output: "one\ntwo\nfour" }, place.folder)).toContain("got:\none");
    expect(runCommand({ ...cat, exitCode: 2, output: undefined }, place.folder)).toContain("exit code 0, expected 2");
  });

  it("that nobody can run are named", () => {
    expect(runCommand({ line: 1, text: "npm run dance", output: undefined, exitCode: 0 }, ".")).toBe(
      'package.json has no script "dance"',
    );
    expect(runCommand({ line: 1, text: "rm -r /", output: undefined, exitCode: 0 }, ".")).toContain(
      "no idea how to run",
    );
  });

  it("leave nothing behind", () => {
    let folder = "";
    {
      using place = workingFolder();
      folder = place.folder;
      place.write({ language: "text", fileName: "note.txt", line: 1, text: "here" });
      expect(readFileSync(`${folder}/note.txt`, "utf8")).toBe("here\n");
    }
    expect(existsSync(folder)).toBe(false);
  });
});
