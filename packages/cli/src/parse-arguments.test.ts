import { describe, expect, it } from "vitest";
import { commands } from "./commands.ts";
import { parseArguments } from "./parse-arguments.ts";

describe("a command line", () => {
  it("is a command, a file and flags, in any order", async () => {
    const words = [
      "run",
      "--set",
      "staff.physician.count=3",
      "office.yaml",
      "--set",
      "a=b=c",
      "--quiet",
      "--seed",
      "007",
    ];
    expect(await parseArguments(words, 80)).toMatchObject({
      wish: "command",
      command: { name: "run" },
      args: { file: "office.yaml", set: ["staff.physician.count=3", "a=b=c"], quiet: true, seed: "007" },
    });
  });

  it("keeps what looks like a number as it was typed", async () => {
    const parsed = await parseArguments(["run", "2026", "--seed", "-5", "--replications", "1e3"], 80);
    expect(parsed).toMatchObject({ args: { file: "2026", seed: "-5", replications: "1e3" } });
  });

  it.each([
    [["run", "a.yaml", "--seed"], "--seed needs a value"],
    [["template", "solve"], "a file is missing; --help says which"],
    [["run", "a.yaml", "--seed", "1", "--seed", "2"], "--seed is given more than once; give it once"],
    [["run", "a.yaml", "b.yaml"], '"b.yaml" is too much: run takes one file; quote names that hold spaces'],
    [["schema", "a.yaml"], '"a.yaml" is too much: schema takes no file; quote names that hold spaces'],
    [["rnu", "a.yaml"], "command rnu is unknown; did you mean run?"],
    [["xylophone"], "command xylophone is unknown; praxis --help lists all"],
    [["run", "a.yaml", "--replicatons", "5"], "flag --replicatons is unknown to run; did you mean --replications?"],
    [["init", "--seed", "5"], "flag --seed is unknown to init; praxis init --help lists all"],
    [["--versoin"], "flag --versoin is unknown; did you mean --version?"],
  ])("%j is refused: %s", async (words, message) => {
    await expect(parseArguments(words, 80)).rejects.toThrow(message);
  });

  it("may ask for the version, or for nothing", async () => {
    expect(await parseArguments(["--version"], 80)).toEqual({ wish: "version" });
    expect(await parseArguments([], 80)).toEqual(await parseArguments(["--help"], 80));
  });
});

describe("the help", () => {
  it("names every command with what it does", async () => {
    const parsed = await parseArguments(["--help"], 200);
    const text = parsed.wish === "help" ? parsed.text : "";
    for (const { name, describe } of commands) {
      const [word, inGroup] = name.split(" ");
      const line = text.split("\n").find((line) => line.includes(`praxis ${word} `));
      expect(line).toContain(inGroup ?? describe);
    }
  });

  it("of a group names its commands with what they do", async () => {
    const parsed = await parseArguments(["roster", "--help"], 200);
    const text = parsed.wish === "help" ? parsed.text : "";
    const members = commands.filter(({ name }) => name.startsWith("roster "));
    expect(members.length).toBeGreaterThan(3);
    for (const { name, describe } of members) expect(text).toMatch(new RegExp(`praxis ${name} .*${describe}`));
    expect(await parseArguments(["roster"], 200)).toEqual({ wish: "help", text });
    await expect(parseArguments(["roster", "slove"], 200)).rejects.toThrow("did you mean roster solve?");
  });

  it("tells of a flag what it means for that command", async () => {
    const helpOf = async (...words: string[]) => {
      const parsed = await parseArguments([...words, "--help"], 200);
      return parsed.wish === "help" ? parsed.text : "";
    };
    expect(await helpOf("roster", "solve")).toMatch(/--time-limit .*default: 60\]/);
    expect(await helpOf("roster", "why")).toMatch(/--time-limit .*default: 10\]/);
    expect(await helpOf("plan")).toMatch(/--time-limit .*default: 300\]/);
    expect(await helpOf("template", "week")).toMatch(/--gap .*default: 0\.1%\]/);
  });

  it.each(commands)(
    "of $name shows its flags and examples, also on a narrow terminal",
    async ({ name, options, examples }) => {
      const wide = await parseArguments([...name.split(" "), "--help"], 200);
      const text = wide.wish === "help" ? wide.text : "";
      for (const option of options) expect(text).toContain(`--${option}`);
      for (const [line, does] of examples) expect(text).toContain(`# ${does}\n  ${line}`);
      const narrow = await parseArguments([...name.split(" "), "--help"], 40);
      const lines = narrow.wish === "help" ? narrow.text.split("\n") : [];
      expect(lines.filter((line) => line.length > 40)).toEqual([]);
    },
  );
});
