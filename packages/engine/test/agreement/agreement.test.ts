/**
 * Every number that others published for a shipped scenario, beside ours: in the suite with as many replications as
 * time allows; with PRAXIS_VERIFY=1 with all of them, and docs/validation.md is written anew.
 */

import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { root } from "../support/sources.ts";
import { type Agreement, agreementsOf, expectationsOf } from "./agreement.ts";
import { validationDocument } from "./validation.ts";

const verify = process.env["PRAXIS_VERIFY"] !== undefined;
const scenarios = readdirSync(`${root}scenarios`).filter((name) =>
  existsSync(`${root}scenarios/${name}/expected.json`),
);
const found = new Map<string, { readonly replications: number; readonly agreements: readonly Agreement[] }>();

describe.each(scenarios)("%s", (name) => {
  it("agrees with what others found", { timeout: verify ? 600_000 : 60_000 }, () => {
    const directory = new URL(`${name}/`, `file://${root}scenarios/`);
    const expectations = expectationsOf(directory);
    const replications = verify ? expectations.replications : expectations.suiteReplications;
    const agreements = agreementsOf(directory, replications);
    found.set(name, { replications, agreements });
    expect(agreements.length).toBeGreaterThan(0);
    expect(agreements.filter(({ agrees }) => !agrees)).toEqual([]);
  });
});

afterAll(() => {
  if (verify) writeFileSync(`${root}docs/validation.md`, validationDocument(found));
});
