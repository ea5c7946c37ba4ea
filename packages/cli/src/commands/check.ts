import { checkScenario } from "@praxis/engine";
import type { Action } from "../commands.ts";
import { readText } from "../files.ts";
import { findings } from "../findings.ts";
import { fileName, fileOf } from "../input-file.ts";

/** Finds what is wrong or strange in a scenario: `praxis check`. What it finds is its result. */
export const check: Action = async (args) => {
  const file = fileOf(args, "check");
  const { issues, warnings } = checkScenario(readText(file));
  return findings(fileName(file), { issues, warnings, what: "scenario", does: "runs", doesNot: "cannot run" });
};
