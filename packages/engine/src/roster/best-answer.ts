import type { RosterAnswers, RosterQuestion } from "./task.ts";

type Answer = RosterAnswers[RosterQuestion["kind"]];

/**
 * Asks the same question several times over and gives the best answer, with the best bound that any of them knows.
 *
 * Who settles it ends the others, perhaps while they look for what would help where there is no roster: so of answers that
 * settle it the first one counts, which nobody has cut short.
 *
 * @param count how many are asked, at least 1
 * @param ask asks one of them, by its index
 * @param end has those that still look give what they have
 * @throws {RangeError} when nobody is asked
 */
export async function bestOf<Kind extends RosterQuestion["kind"]>(
  count: number,
  ask: (index: number) => Promise<RosterAnswers[Kind]>,
  end: () => void,
): Promise<RosterAnswers[Kind]> {
  const answers: RosterAnswers[Kind][] = [];
  const hear = async (index: number) => {
    const answer = await ask(index);
    answers.push(answer);
    if (isSettled(answer)) end();
  };
  await Promise.all(Array.from({ length: count }, (_, index) => hear(index)));
  return answers.find(isSettled) ?? cheapest(answers);
}

/** Whether nobody can answer better. */
function isSettled({ status }: Answer): boolean {
  return status === "optimal" || status === "infeasible";
}

function cheapest<Kind extends RosterQuestion["kind"]>(answers: readonly RosterAnswers[Kind][]): RosterAnswers[Kind] {
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
