import { reportTemplate, sessionToJson } from "@praxis/engine";
import { seed } from "../arguments.ts";
import type { Action } from "../commands.ts";
import { limitsOf } from "../roster.ts";
import { readSessionFile } from "../session.ts";
import { appointmentRows } from "../template-rows.ts";
import { askTemplateThread } from "../template-thread.ts";

/** Finds when patients should come: `praxis template solve`. */
export const templateSolve: Action = async (args, terminal) => {
  const { question, content } = readSessionFile(args, terminal);
  const { limits } = limitsOf(args);
  const luck = seed(args);
  const answered = await askTemplateThread({ text: content, limits, seed: luck }, terminal);
  return {
    data: sessionToJson(answered, question, { seed: luck }),
    rows: () => appointmentRows(answered.answer, question),
    report: () => reportTemplate(answered, question),
  };
};
