import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type Outcome, praxis, praxisProcess, shell } from "./support/praxis.ts";

const folder = mkdtempSync(join(tmpdir(), "praxis-bad-input-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const good = `praxis: 1
name: Small office
calendar:
  length: 8 h
staff:
  nurse: { count: 2 }
visitTypes:
  visit:
    pathway:
      - activity: consult
        needs: nurse
        takes: { exponential: { mean: 10 min } }
arrivals:
  walk-ins: { visitType: visit, poisson: 5 per hour }
`;

/** The good office with one piece replaced. */
const but = (piece: string, by: string) => {
  if (!good.includes(piece)) throw new Error(`the office has no ${piece}`);
  return good.replace(piece, by);
};

const laughs = ["a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]"];
for (const [at, letter] of [..."bcdefghij"].entries()) {
  const before = "abcdefghi"[at];
  laughs.push(`${letter}: &${letter} [${Array(9).fill(`*${before}`).join(", ")}]`);
}

/** What is wrong, the file, and what the message says. */
type BadFile = readonly [name: string, content: string | Buffer, message: RegExp];

/** Files on which a program could hang, or eat the machine: each is tried in a process that can be ended. */
const hostile: readonly BadFile[] = [
  [
    "a list of a million values",
    `praxis: 1\nvalues: [${"1,".repeat(1_000_000)}1]\n`,
    /:2:1: .*lines and commas.*right file/,
  ],
  ["an alias bomb", `praxis: 1\n${laughs.join("\n")}\n`, /alias/i],
  ["nested deeply", `praxis: 1\nname: ${"[".repeat(100_000)}${"]".repeat(100_000)}\n`, /nest|deep/i],
];

const files: readonly BadFile[] = [
  ["empty", "", /empty/i],
  ["binary", Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0]), /is not text/],
  ["not UTF-8", Buffer.from("name: Pr\u00e4xis", "latin1"), /is not UTF-8 text/],
  ["cut in the middle", good.slice(0, good.indexOf("10 min")), /bad\.yaml:\d+:\d+/],
  ["an unknown key", but("count: 2", "cuont: 2"), /bad\.yaml:6:\d+.*count/s],
  ["__proto__", but("name: Small", "__proto__: { polluted: true }\nname: Small"), /bad\.yaml:2:\d+.*__proto__/s],
  ["a wrong unit", but("10 min", "10 dollars"), /bad\.yaml:12:\d+.*min/s],
  ["no unit", but("5 per hour", "0.6"), /bad\.yaml:14:\d+.*per hour/s],
  ["a negative time", but("10 min", "-10 min"), /bad\.yaml:12:\d+/],
  ["a million staff", but("count: 2", "count: 1000000"), /bad\.yaml:6:\d+/],
  ["NaN staff", but("count: 2", "count: .nan"), /bad\.yaml:6:\d+/],
  ["infinitely many staff", but("count: 2", "count: .inf"), /bad\.yaml:6:\d+/],
  ["NaN minutes", but("10 min", "NaN min"), /bad\.yaml:12:\d+/],
  ["a name that nobody has", but("needs: nurse", "needs: nusre"), /bad\.yaml:11:\d+.*nurse/s],
  [
    "shares above the whole",
    but(
      "      - activity",
      "      - branch: [{ share: 80 %, steps: [] }, { share: 30 %, steps: [] }]\n      - activity",
    ),
    /bad\.yaml:10:\d+/,
  ],
  [
    "a repetition without end",
    but("      - activity", "      - repeat: { steps: [], again: 100 % }\n      - activity"),
    /bad\.yaml:10:\d+/,
  ],
  ["work that sends itself for ever", `${good}tasks:\n  a: { pathway: [{ send: { task: a } }] }\n`, /bad\.yaml:16:\d+/],
  ["two documents", `${good}---\n${good}`, /document/],
  ["a key twice", but("name: Small office", "name: Small office\nname: Other"), /bad\.yaml:3:\d+/],
  ["JSON that is cut", '{ "praxis": 1, "name": ', /bad\.yaml:1:\d+/],
  ["a list", "- praxis: 1\n", /bad\.yaml:1:1/],
];

/** No stack, no class name, and soon. */
function isLocatedTrouble({ stdout, stderr, code }: Outcome, message: RegExp): void {
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/^\s+at |node:internal|Error:|undefined/m);
  expect([stdout, code]).toEqual(["", 2]);
}

describe("a scenario file that cannot be", () => {
  it("the good office runs", async () => {
    writeFileSync(join(folder, "good.yaml"), good);
    expect((await praxis(["run", "good.yaml", "--replications", "2", "--quiet"], { folder })).code).toBe(0);
    const well = "This scenario runs; nothing in it is strange.\n";
    expect((await praxis(["check", "good.yaml"], { folder })).stdout).toBe(well);
    expect(shell("cat good.yaml | $PRAXIS check -", { folder }).stdout).toBe(well);
    expect(shell("$PRAXIS check <(sleep 0.2; cat good.yaml)", { folder }).stdout).toBe(well);
  });

  it.each(hostile)("%s: exit code 2 within seconds, and a message that says where", (_, content, message) => {
    writeFileSync(join(folder, "bad.yaml"), content);
    const started = performance.now();
    const run = praxisProcess(["run", "bad.yaml"], { folder });
    expect(performance.now() - started).toBeLessThan(10_000);
    isLocatedTrouble(run, message);
    expect(praxisProcess(["check", "bad.yaml"], { folder }).code).toBe(2);
  });

  it.each(files)("%s: exit code 2, and a message that says where", async (_, content, message) => {
    writeFileSync(join(folder, "bad.yaml"), content);
    isLocatedTrouble(await praxis(["run", "bad.yaml"], { folder }), message);
    expect((await praxis(["check", "bad.yaml"], { folder })).code).toBe(2);
  });

  it("every issue is shown at once, with its place in the file", async () => {
    writeFileSync(join(folder, "bad.yaml"), but("count: 2", "cuont: 2").replace("10 min", "-10 min"));
    const { stdout } = await praxis(["check", "bad.yaml"], { folder });
    expect(stdout).toMatch(/^bad\.yaml:6:\d+: issue: /m);
    expect(stdout).toMatch(/^bad\.yaml:12:\d+: issue: /m);
    const { data } = { data: JSON.parse((await praxis(["check", "bad.yaml", "--format", "json"], { folder })).stdout) };
    expect(data).toMatchObject({ file: "bad.yaml", valid: false });
    expect(data.issues.length).toBeGreaterThanOrEqual(2);
  });

  it("50 MB are not read", () => {
    const line = `head -c 50000000 /dev/zero | tr '\\0' 'a' > large.yaml; $PRAXIS run large.yaml`;
    isLocatedTrouble(shell(line, { folder }), /large\.yaml is larger than 5 MB/);
    isLocatedTrouble(shell("$PRAXIS run - < large.yaml", { folder }), /the standard input is larger than 5 MB/);
  });

  it("that is not there, or is a folder", async () => {
    isLocatedTrouble(await praxis(["run", "none.yaml"], { folder }), /cannot read none\.yaml: no such file or folder/);
    isLocatedTrouble(await praxis(["check", "."], { folder }), /is a folder; name the scenario file in it/);
  });

  it("that is a pipe into which nobody writes", () => {
    isLocatedTrouble(shell("mkfifo pipe && $PRAXIS run pipe", { folder }), /pipe:1:1: the file is empty/);
  });

  it("that may not be read", () => {
    writeFileSync(join(folder, "secret.yaml"), good);
    chmodSync(join(folder, "secret.yaml"), 0o000);
    chmodSync(folder, 0o777);
    // Root may read everything; who runs the tests as root becomes somebody else for the command.
    const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const outcome = praxisProcess(["run", "secret.yaml"], { folder, ...user });
    isLocatedTrouble(outcome, /cannot read secret\.yaml: no permission/);
  });
});

describe("a what-if that does not fit", () => {
  it.each([
    ["staff.nurse.cuont=3", /count/],
    ["staff.nusre.count=3", /nurse/],
    ["staff.nurse.count=many", /staff\.nurse\.count/],
    ["staff.nurse.count=-1", /staff\.nurse\.count/],
    ["staff.nurse.count", /=/],
    ["__proto__.polluted=1", /__proto__/],
    ["constructor.prototype.polluted=1", /constructor/],
  ])("%s", async (whatIf, message) => {
    isLocatedTrouble(await praxis(["run", "good.yaml", "--set", whatIf], { folder }), message);
  });

  it("a variant that the file does not name", async () => {
    isLocatedTrouble(await praxis(["run", "good.yaml", "--variant", "none"], { folder }), /none/);
  });
});

describe("a disk that is full", () => {
  it.each(["run", "check", "trace"])("%s leaves nothing behind", async (command) => {
    const before = readdirSync(folder);
    const outcome = await praxis([command, "good.yaml", "--output", "/dev/full", "--format", "json"], { folder });
    isLocatedTrouble(outcome, /cannot write \/dev\/full: the disk is full/);
    expect(readdirSync(folder)).toEqual(before);
  });
});
