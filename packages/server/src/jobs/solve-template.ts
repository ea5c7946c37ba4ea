import { solvedParts } from "@praxis/engine/dispatch";
import type { TemplateNews } from "../threads/template-tasks.ts";
import type { Document } from "../threads/text.ts";
import type { Computing } from "./computing.ts";
import { limitsOf, type SearchLimits, stoppable } from "./stoppable.ts";
import { withNews } from "./with-news.ts";

/** A session whose template is to be found. */
export interface TemplateInput extends SearchLimits {
  readonly problem: Document;
  readonly seed: number | string;
}

/** Finds a template in a thread, and tells of every part of the answer that is done. */
export function solveTemplateInThread(
  { problem, seed, ...given }: TemplateInput,
  computing: Computing,
): Promise<unknown> {
  const { threads, tell } = computing;
  const limits = limitsOf(given, computing);
  const total = solvedParts.length;
  return withNews<TemplateNews, unknown>(
    ({ done, best }) => tell({ progress: { done, total, unit: "parts" }, best }),
    (port) =>
      stoppable(computing, ({ stop, signal }) =>
        threads.run("solveTemplate", { problem, seed, stop, limits, port }, { signal, transferList: [port] }),
      ),
  );
}
