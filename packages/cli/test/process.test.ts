import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { officeFolder, praxis, praxisProcess, shell } from "./support/praxis.ts";

const office = officeFolder();
const { folder } = office;
afterAll(() => office[Symbol.dispose]());

const day = "scenarios/clinic-day/scenario.yaml";

describe("exit codes", () => {
  it("0: the result is on the standard output, and nothing else anywhere", () => {
    const { stdout, stderr, code } = praxisProcess(["run", day, "--format", "json", "--replications", "5"], { folder });
    expect([stderr, code]).toEqual(["", 0]);
    expect(Object.keys(JSON.parse(stdout))).toEqual(["scenario", "seed", "engineVersion", "replications", "measures"]);
  });

  it.each([
    [["rnu", day], /command rnu is unknown; did you mean run\?/],
    [["run", day, "--replicatons", "5"], /flag --replicatons is unknown to run; did you mean --replications\?/],
    [["run", day, "--replications", "many"], /--replications must be a whole number from 1 to 1000000, got "many"/],
    [["run", day, "--format", "jsn"], /format.*jsn.*json/s],
    [["run", day, "--set"], /set/],
    [["run", "no.yaml"], /cannot read no\.yaml: no such file or folder/],
    [["run"], /run needs a scenario file, as in: praxis run /],
    [["run", day, day], /is too much: run takes one file/],
    [["run", day, "--set", "staff.provider.cout=3"], /count/],
    [["run", day, "--measures", "wait.consul"], /wait\.consult/],
    [["run", day, "--seed", "1", "--seed", "2"], /--seed is given more than once/],
    [["run", day, "--until-half-width", "1 min"], /--until-half-width and --measure go together/],
    [["run", day, "--until-half-width", "1", "--measure", "wait.consult"], /unit/],
    [["sweep", day], /sweep needs one or two settings/],
    [["trace", day, "--day", "0"], /--day must be a whole number from 1/],
  ])("2: %j is the input's fault, and the message says what would be right", async (words, message) => {
    const { stdout, stderr, code } = await praxis(words, { folder });
    expect(stderr).toMatch(message);
    expect([stdout, code]).toEqual(["", 2]);
    expect(stderr).not.toMatch(/^\s+at |node:internal/m);
  });

  it("3: no answer as precise as was asked for; what is known is printed all the same", () => {
    const words = ["run", day, "--until-half-width", "0.001 min", "--measure", "wait.consult", "--replications", "20"];
    const { stdout, code } = praxisProcess(words, { folder });
    expect(stdout).toMatch(/wait\.consult is not known as precisely as wished after 20 replications/);
    expect(code).toBe(3);
  });

  it("a stack is shown to whoever asks for it", () => {
    expect(praxisProcess(["run", "no.yaml"], { folder, env: { PRAXIS_DEBUG: "1" } }).stderr).toMatch(/^\s+at /m);
  });
});

describe("a plan", () => {
  it("ends at its time limit with what it has by then, and says that it was cut short", () => {
    const began = performance.now();
    const words = ["plan", "scenarios/family-practice/scenario.yaml", "--time-limit", "5", "--format", "json"];
    const { stdout, code } = praxisProcess(words, { folder });
    // Alone it takes half a minute. What passes after the limit is the estimate of what the plan is worth.
    expect((performance.now() - began) / 1000).toBeLessThan(15);
    const { ended, changes, claim } = JSON.parse(stdout);
    expect(ended).toBe("cancelled");
    expect(code).toBe(changes.length === 0 ? 3 : 0);
    expect(claim === undefined).toBe(changes.length === 0);
  });

  it("has one limit", async () => {
    const { stderr, code } = await praxis(["plan", day, "--time-limit", "5", "--work-limit", "5"], { folder });
    expect(stderr).toMatch(/--work-limit and --time-limit exclude each other/);
    expect(code).toBe(2);
  });
});

describe("pipes", () => {
  it("get no colour, and progress stays out of them", () => {
    const { stdout, stderr } = praxisProcess(["run", day, "--replications", "300"], { folder });
    expect(stdout).not.toContain("\u001b");
    expect(stderr).toBe("");
  });

  it("may close when they have heard enough", () => {
    const { stdout, stderr, code } = shell(`$PRAXIS trace ${day} | head -n 1`, { folder });
    expect([stderr, code]).toEqual(["", 0]);
    expect(stdout.split("\n")).toHaveLength(2);
  });

  it("may bring the scenario", () => {
    const { stdout, code } = shell(`$PRAXIS run - --format json --replications 2 < ${day}`, { folder });
    expect([JSON.parse(stdout).scenario, code]).toEqual(["Clinic day", 0]);
  });

  it("that are full are the input's fault", () => {
    const { stderr, code } = shell(`$PRAXIS run ${day} --replications 2 > /dev/full`, { folder });
    expect(stderr).toBe("praxis: cannot write the result: the disk is full\n");
    expect(code).toBe(2);
  });
});

describe("--output", () => {
  it("writes the file as its name ends, and says so on the standard error", async () => {
    const words = ["run", day, "--replications", "2", "--output"];
    expect(await praxis([...words, "result.json"], { folder })).toEqual({
      ...{ stdout: "", stderr: "written to result.json\n", code: 0 },
    });
    expect(JSON.parse(readFileSync(join(folder, "result.json"), "utf8")).replications).toBe(2);
    await praxis([...words, "result.csv", "--quiet"], { folder });
    expect(readFileSync(join(folder, "result.csv"), "utf8")).toMatch(/^measure,mean,sd,halfWidth,/);
  });

  it.each([
    ["/dev/full", /cannot write \/dev\/full: the disk is full/],
    ["no/folder/result.json", /its folder does not exist/],
    [".", /it is a folder; add a file name/],
  ])("%s: says why not, and leaves nothing behind", async (output, message) => {
    const before = readdirSync(folder);
    const { stdout, stderr, code } = await praxis(["run", day, "--replications", "2", "--output", output], { folder });
    expect(stderr).toMatch(message);
    expect([stdout, code]).toEqual(["", 2]);
    expect(readdirSync(folder)).toEqual(before);
  });

  it("never leaves a part of a result: a file that may not grow so large stays as it was", () => {
    writeFileSync(join(folder, "old.json"), "old");
    // Files of this shell may not grow beyond a kilobyte.
    const line = `trap '' XFSZ; ulimit -f 1; $PRAXIS run ${day} --replications 2 --format json --output old.json`;
    const { stderr, code } = shell(line, { folder });
    expect(stderr).toMatch(/cannot write old\.json: it would become larger than allowed; nothing was left behind/);
    expect(code).toBe(2);
    expect(readFileSync(join(folder, "old.json"), "utf8")).toBe("old");
    expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });
});

describe("an interruption", () => {
  it("ends the run at once, with nothing left behind and nothing to read but the shell's word", () => {
    const run = `$PRAXIS run ${day} --replications 1000000 --output big.json & sleep 2; kill -INT $!; wait $!`;
    // A shell that runs no terminal lets its background jobs ignore interruptions; `set -m` makes them hear.
    const { stdout, stderr, code } = shell(`set -m; ${run}`, { folder });
    expect([stdout, stderr.replace(/^.*(Interrupt).*$/gm, "").trim(), code]).toEqual(["", "", 130]);
    expect(existsSync(join(folder, "big.json"))).toBe(false);
  });
});
