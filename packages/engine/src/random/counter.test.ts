import { describe, expect, it } from "vitest";
import { threefry, uniformAt, writeIdentity } from "./counter.ts";

describe("the generator", () => {
  it.each([
    ["zeros", [0, 0, 0, 0], [0, 0, 0, 0], "9c6ca96a e17eae66 fc10ecd4 5256a7d8"],
    ["ones", [-1, -1, -1, -1], [-1, -1, -1, -1], "2a881696 57012287 f6c7446e a16a6732"],
    [
      "digits of π",
      [0xa4093822, 0x299f31d0, 0x082efa98, 0xec4e6c89],
      [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
      "59cd1dbb b8879579 86b5d00c ac8b6d84",
    ],
  ])("gives the words that its authors publish, for %s", (_, key, counter, expected) => {
    // Known answers of threefry4x32 with 20 rounds: tests/kat_vectors of Random123.
    const words = new Int32Array(4);
    const [k0, k1, k2, k3] = key as [number, number, number, number];
    const [c0, c1, c2, c3] = counter as [number, number, number, number];
    threefry(k0, k1, k2, k3, c0, c1, c2, c3, words);
    expect([...words].map((word) => (word >>> 0).toString(16).padStart(8, "0")).join(" ")).toBe(expected);
  });

  it("gives numbers strictly between 0 and 1, each the middle of one of 2^52 equal cells", () => {
    for (let index = 0; index < 20_000; index++) {
      const u = uniformAt(1, 2, 3, 4, 5, 6, index, 7);
      expect(u > 0 && u < 1 && (u * 2 ** 53) % 2 === 1).toBe(true);
    }
  });

  it("counts the bits of a word, not its sign", () => {
    expect(uniformAt(-1, -2, -3, -4, -5, -6, -7, -8)).toBe(
      uniformAt(2 ** 32 - 1, 2 ** 32 - 2, 2 ** 32 - 3, 2 ** 32 - 4, 2 ** 32 - 5, 2 ** 32 - 6, 2 ** 32 - 7, 2 ** 32 - 8),
    );
  });

  it("changes the draw and the identity when any of the eight words of a position changes", () => {
    const position = [1, 2, 3, 4, 5, 6, 7, 8] as const;
    const seen = new Set<string>();
    for (let word = -1; word < 8; word++) {
      const [a, b, c, d, e, f, g, h] = position.map((value, i) => (i === word ? value + 1 : value)) as unknown as [
        number,
        number,
        number,
        number,
        number,
        number,
        number,
        number,
      ];
      const identity = new Int32Array(2);
      writeIdentity(a, b, c, d, e, f, g, h, identity);
      seen.add(`${identity}`).add(`${uniformAt(a, b, c, d, e, f, g, h)}`);
    }
    expect(seen.size).toBe(18);
  });

  it("makes identities of words that no draw at the same position is made of", () => {
    const words = new Int32Array(4);
    const identity = new Int32Array(2);
    threefry(1, 2, 3, 4, 5, 6, 7, 8, words);
    writeIdentity(1, 2, 3, 4, 5, 6, 7, 8, identity);
    expect([...identity]).toEqual([words[2], words[3]]);
    const upper = Math.floor(uniformAt(1, 2, 3, 4, 5, 6, 7, 8) * 2 ** 26);
    expect(upper).toBe(words[0]! >>> 6);
  });
});
