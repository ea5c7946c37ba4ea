import { expect, it } from "vitest";
import { barsPicture, presencePicture } from "./pictures.ts";

it("draws bars as long as what they stand for, light where it is uncertain", () => {
  const { rows } = barsPicture([
    { name: "as it is", mean: 18, halfWidth: 2, text: "18 ± 2 min" },
    { name: "with help", mean: 10, halfWidth: 0, text: "10 min" },
    { name: "once", mean: 5, halfWidth: Infinity, text: "5 min" },
    { name: "never", mean: 0, halfWidth: 1, text: "0 ± 1 min" },
  ]);
  expect(rows).toEqual([
    ["as it is", `${"█".repeat(32)}${"░".repeat(8)}`, "18 ± 2 min"],
    ["with help", "█".repeat(20), "10 min"],
    ["once", "█".repeat(10), "5 min"],
    ["never", "░░", "0 ± 1 min"],
  ]);
});

it("draws nothing where everything is zero", () => {
  expect(barsPicture([{ name: "none", mean: 0, halfWidth: 0, text: "0" }]).rows).toEqual([["none", "", "0"]]);
});

it("draws a sign for each patient in the office", () => {
  const counts = [
    { minute: 0, served: 0, waiting: 0 },
    { minute: 30, served: 2, waiting: 3 },
  ];
  expect(presencePicture(counts, (minute) => `minute ${minute}`).rows).toEqual([
    ["minute 0", ""],
    ["minute 30", "●●○○○"],
  ]);
});
