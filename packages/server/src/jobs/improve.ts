import type { PlanningNews, PlanningStep } from "@praxis/engine";
import type { ImproveTask } from "../threads/improve-task.ts";
import type { Computing } from "./computing.ts";
import { limitsOf, type SearchLimits, stoppable } from "./stoppable.ts";
import { withNews } from "./with-news.ts";

/** An office to be made better. */
export type PlanInput = SearchLimits & ImproveTask["input"];

/**
 * Looks for a better plan in one thread, which leaves the others to other jobs.
 *
 * @throws {Cancelled} with the plan so far, and what it is worth
 */
export function improveInThread(input: PlanInput, computing: Computing): Promise<unknown> {
  const { threads, tell } = computing;
  const limits = limitsOf(input, computing);
  const steps: PlanningStep[] = [];
  let spent = 0;
  const hear = (news: PlanningNews) => {
    if (news.what === "claim") return;
    spent = news.spent;
    if (news.what === "step") steps.push(news.step);
    const total = "work" in limits ? limits.work : spent;
    tell({ progress: { done: Math.min(spent, total), total, unit: "replications" }, best: { steps: [...steps] } });
  };
  return withNews(hear, (port) =>
    stoppable(computing, ({ stop, signal }) =>
      threads.run("improveOffice", { input, limits, stop, port }, { signal, transferList: [port] }),
    ),
  );
}
