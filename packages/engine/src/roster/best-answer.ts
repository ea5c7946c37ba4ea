import type { RosterAnswers, RosterQuestion } from "./task.ts";

type Answer = RosterAnswers[RosterQuestion["kind"]];

/**
 * Asks the same question several times over and gives the best answer, with the best bound that any of them knows.
 *
 * Who settles it ends the others, perhaps while they look for what would help where there is no roster: so of answers that
 * settle it the first one counts, which no other has cut short. Who fails ends the others too.
 *
 * @param count how many are asked, at least 1
 * @param ask asks one of them, by its index
 * @param end has those that still look give what they have
 * @throws {RangeError} when nobody is asked; what `ask` throws
 */
export async function bestAnswer<Kind extends RosterQuestion["kind"]>(
  count: number,
  ask: (index: number) => Promise<RosterAnswers[Kind]>,
  end: () => void,
): Promise<RosterAnswers[Kind]> {
  let settled: RosterAnswers[Kind] | undefined;
  const hear = async (index: number) => {
    try {
      const answer = await ask(index);
      if (!isSettled(answer)) return answer;
      settled ??= answer;
      end();
      return answer;
    } catch (error) {
      end();
      throw error;
    }
  };
  const answers = await Promise.all(Array.from({ length: count }, (_, index) => hear(index)));
  return settled ?? cheapest(answers);
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
