import type { RosterAnswers, RosterQuestion } from "./task.ts";

type Answer = RosterAnswers[RosterQuestion["kind"]];

/** Whether nobody can answer better. */
export function isSettled({ status }: Answer): boolean {
  return status === "optimal" || status === "infeasible";
}

/**
 * The best of several answers to the same question, with the best bound that any of them knows.
 *
 * @throws {RangeError} when there is none
 */
export function bestAnswer<Kind extends RosterQuestion["kind"]>(
  answers: readonly RosterAnswers[Kind][],
): RosterAnswers[Kind] {
  const settled = answers.find(isSettled);
  if (settled !== undefined) return settled;
  const [best] = [...answers].sort((a, b) => costOf(a) - costOf(b));
  if (best === undefined) throw new RangeError("nobody was asked");
  const bound = Math.max(...answers.map((answer) => ("bound" in answer ? (answer.bound ?? -Infinity) : -Infinity)));
  if (!("cost" in best) || !("bound" in best) || !(bound > best.bound)) return best;
  return { ...best, bound: Math.min(bound, best.cost), gap: Math.max(0, best.cost - bound) / Math.abs(best.cost) };
}

function costOf(answer: Answer): number {
  if ("cost" in answer) return answer.cost;
  return "difference" in answer ? answer.difference.cost : Infinity;
}
