import { text } from "../arguments.ts";
import type { Action } from "../commands.ts";
import { writeNew } from "../files.ts";
import { starter } from "../starter.ts";

/** Writes a scenario to start from: `praxis init`. */
export const init: Action = async (args) => {
  const file = text(args, "file") ?? "scenario.yaml";
  writeNew(file, starter);
  const quoted = /^[\w./-]+$/.test(file) ? file : `"${file}"`;
  const lines = [
    `${file} is written: a small practice, explained line by line.`,
    `Look at a day: praxis run ${quoted}`,
    `Ask what a change is worth: praxis compare ${quoted}`,
    "Then make it yours, and let praxis check find what does not fit.",
  ];
  return { data: { file }, rows: () => [{ file }], report: () => lines.join("\n") };
};
