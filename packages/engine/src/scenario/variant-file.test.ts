import { describe, expect, it } from "vitest";
import { ScenarioError } from "../errors.ts";
import type { Change } from "./change.ts";
import { parseVariant, variantText } from "./variant-file.ts";

describe("variant files", () => {
  it("say the same after writing and reading, whatever names and values hold", () => {
    const changes: Change[] = [
      { path: ["templates", "clinic", 0], value: { at: ["08:00", "08:20"], provider: "Dr. Who" } },
      { path: ["staff", "Dr. Who", "count"], value: 2 },
      { path: ["staff", "nurse", "breaks"], value: null },
    ];
    const read = parseVariant(variantText(changes, "A plan: with a colon."));
    expect(read.map(({ path, value }) => ({ path: path.join("/"), value }))).toEqual(
      changes.map(({ path, value }) => ({ path: path.join("/"), value })),
    );
  });

  it.each([
    ["sets: {}", /variant|set/],
    ["set: { 'staff..count': 2 }", /is not a path/],
    ["set: [", /./],
    ["", /./],
  ])("tell where %j is wrong", (text, message) => {
    const read = () => parseVariant(text, { file: "plan.yaml" });
    expect(read).toThrow(ScenarioError);
    expect(read).toThrow(message);
  });
});
