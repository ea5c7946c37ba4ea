import { expect, it } from "vitest";
import { bestAnswer } from "./best-answer.ts";
import type { RosterAnswers } from "./task.ts";

const found = { roster: {}, unfilled: [], scores: [] };
const dear: RosterAnswers["solve"] = { ...found, status: "feasible", cost: 120, bound: 90, gap: 0.25 };
const cheap: RosterAnswers["solve"] = { ...found, status: "feasible", cost: 100, bound: 80, gap: 0.2 };
const none: RosterAnswers["solve"] = { status: "infeasible", conflict: [], isMinimal: true, relaxations: [] };

/** The best of answers that come in this order, and how often the others were ended. */
async function ofAnswers(...answers: readonly RosterAnswers["solve"][]) {
  let ended = 0;
  const best = await bestAnswer<"solve">(
    answers.length,
    async (index) => answers[index]!,
    () => ended++,
  );
  return { best, ended };
}

it("takes the cheapest roster that anybody has found, with the best bound that any of them has proved", async () => {
  expect(await ofAnswers(dear, cheap)).toEqual({ best: { ...cheap, bound: 90, gap: 0.1 }, ended: 0 });
  expect(await ofAnswers({ status: "unknown", reason: "time limit" }, dear)).toEqual({ best: dear, ended: 0 });
});

it("takes what one has settled, whatever the others say, and ends them", async () => {
  expect(await ofAnswers(cheap, none)).toEqual({ best: none, ended: 1 });
});

it("takes the reason that was found out to its end, not one that its end has cut short", async () => {
  const cut = { ...none, isMinimal: false };
  let end = (_: RosterAnswers["solve"]) => {};
  const stopped = new Promise<RosterAnswers["solve"]>((resolve) => (end = resolve));
  const ask = async (index: number) => (index === 0 ? await stopped : none);
  expect(await bestAnswer<"solve">(2, ask, () => end(cut))).toBe(none);
});

it("ends the others when one fails", async () => {
  let ended = 0;
  const ask = async () => await Promise.reject(new Error("the thread has died"));
  await expect(bestAnswer<"solve">(1, ask, () => ended++)).rejects.toThrow("the thread has died");
  expect(ended).toBe(1);
});

it("refuses to ask nobody", async () => {
  await expect(ofAnswers()).rejects.toThrow(RangeError);
});
