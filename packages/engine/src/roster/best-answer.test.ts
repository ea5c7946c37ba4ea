import { expect, it } from "vitest";
import { bestAnswer, isSettled } from "./best-answer.ts";
import type { RosterAnswers } from "./task.ts";

const found = { roster: {}, unfilled: [], scores: [] };
const dear: RosterAnswers["solve"] = { ...found, status: "feasible", cost: 120, bound: 90, gap: 0.25 };
const cheap: RosterAnswers["solve"] = { ...found, status: "feasible", cost: 100, bound: 80, gap: 0.2 };

it("takes the cheapest roster that threads have found, with the best bound that any of them has proved", () => {
  expect(bestAnswer<"solve">([dear, cheap])).toEqual({ ...cheap, bound: 90, gap: 0.1 });
  expect(bestAnswer<"solve">([{ status: "unknown", reason: "time limit" }, dear])).toEqual(dear);
});

it("takes what one thread has settled, whatever the others say", () => {
  const none: RosterAnswers["solve"] = { status: "infeasible", conflict: [], isMinimal: true, relaxations: [] };
  expect(bestAnswer<"solve">([cheap, none])).toBe(none);
  expect([dear, none].map(isSettled)).toEqual([false, true]);
});
