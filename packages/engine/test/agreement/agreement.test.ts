/**
 * Every number that others published for a shipped scenario, beside ours: in the suite with as many replications as
 * time allows; with PRAXIS_VERIFY=1 with all of them, and docs/validation.md is written anew.
 *
 * And the numbers that each scenario gives at a fixed seed, to the tenth digit; with PRAXIS_BACK=1 they are written anew,
 * into the same file.
 */

import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { root } from "../support/sources.ts";
import { type Agreement, agreementsOf, type Expectations, expectationsOf, meansNow } from "./agreement.ts";
import { validationDocument } from "./validation.ts";

const verify = process.env["PRAXIS_VERIFY"] !== undefined;
const writeBack = process.env["PRAXIS_BACK"] !== undefined;
const scenarios = readdirSync(`${root}scenarios`).filter((name) =>
  existsSync(`${root}scenarios/${name}/scenario.yaml`),
);
const found = new Map<string, { readonly replications: number; readonly agreements: readonly Agreement[] }>();

describe.each(scenarios)("%s", (name) => {
  const directory = new URL(`${name}/`, `file://${root}scenarios/`);

  it("gives what it gave before, at the same seed", { timeout: 60_000 }, () => {
    const expectations = expectationsOf(directory);
    const means = meansNow(directory, expectations.back);
    if (writeBack) write(directory, { ...expectations, back: { ...expectations.back, means } });
    else expect(means).toEqual(expectations.back.means);
  });

  it("agrees with what others found", { timeout: verify ? 600_000 : 60_000 }, () => {
    const expectations = expectationsOf(directory);
    const replications = verify ? expectations.replications : expectations.suiteReplications;
    const agreements = agreementsOf(directory, replications);
    found.set(name, { replications, agreements });
    expect(agreements.length).toBeGreaterThan(0);
    expect(agreements.filter(({ agrees }) => !agrees)).toEqual([]);
  });
});

function write(directory: URL, expectations: Expectations): void {
  writeFileSync(new URL("expected.json", directory), `${JSON.stringify(expectations, undefined, 1)}\n`);
}

afterAll(() => {
  if (verify) writeFileSync(`${root}docs/validation.md`, validationDocument(found));
});
