import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPublic, lookupOf, type Resolve, troubleWithTarget } from "./targets.ts";

/** One address of each kind that is not anybody's in the internet. */
const inside = [
  "0.0.0.0",
  "10.1.2.3",
  "100.64.0.1",
  "127.0.0.1",
  "127.8.8.8",
  "169.254.169.254",
  "172.16.0.1",
  "192.0.2.1",
  "192.168.1.1",
  "198.18.0.1",
  "224.0.0.1",
  "240.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "::ffff:127.0.0.1",
  "::ffff:10.0.0.1",
  "64:ff9b::7f00:1",
  "2002:7f00:1::",
  "2001:db8::1",
  "fc00::1",
  "fe80::1",
  "ff02::1",
];

const outside = ["1.1.1.1", "93.184.216.34", "2606:4700:4700::1111", "::ffff:1.1.1.1"];

/** Names that mean what a test says. */
function names(addresses: readonly string[]): Resolve {
  return (_host, _options, found) =>
    found(
      null,
      addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    );
}

/** What a name means to a connection. */
function lookedUp(addresses: readonly string[], targets: "public" | "any"): Promise<unknown> {
  return new Promise((resolve, reject) => {
    lookupOf(targets, names(addresses))("tool.example", { all: true }, (error, found) =>
      error === null ? resolve(found) : reject(error),
    );
  });
}

describe("a public address", () => {
  it.each(inside)("is not %s", (address) => expect(isPublic(address)).toBe(false));
  it.each(outside)("is %s", (address) => expect(isPublic(address)).toBe(true));
  it("is nothing that is no address", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!/^[\d.:a-fx%]+$/i.test(text));
        expect(isPublic(text)).toBe(false);
      }),
    );
  });
});

describe("the address of a webhook", () => {
  it.each([
    ["tool.example", "is no address"],
    ["http://tool.example/praxis", "must begin with https://"],
    ["ftp://tool.example", "must begin with https://"],
    ["https://me:secret@tool.example", "must not hold a name or a password"],
    ["https://127.0.0.1/", "is inside a network"],
    ["https://2130706433/", "is inside a network"],
    ["https://0x7f.1/", "is inside a network"],
    ["https://[::1]:8443/", "is inside a network"],
    ["https://[::ffff:7f00:1]/", "is inside a network"],
    ["https://localhost/", "is inside a network"],
    ["https://db.localhost./", "is inside a network"],
  ])("is not %s, which %s", (text, trouble) => expect(troubleWithTarget(text, "public")).toContain(trouble));

  it("may be anywhere else, and anywhere at all where that is set", () => {
    expect(troubleWithTarget("https://tool.example/praxis?office=1", "public")).toBeUndefined();
    expect(troubleWithTarget("http://localhost:8080/", "any")).toBeUndefined();
    expect(troubleWithTarget("file:///etc/passwd", "any")).toBe("must begin with https://");
  });
});

describe("a name", () => {
  it("that means an address inside, if only among others, is not connected to", async () => {
    for (const address of inside) {
      await expect(lookedUp([address], "public")).rejects.toThrow("tool.example is inside a network");
      await expect(lookedUp(["1.1.1.1", address], "public")).rejects.toThrow("tool.example is inside a network");
    }
  });

  it("that means addresses outside is connected to at one of these", async () => {
    expect(await lookedUp(["1.1.1.1"], "public")).toEqual([{ address: "1.1.1.1", family: 4 }]);
    expect(await lookedUp(["127.0.0.1"], "any")).toEqual([{ address: "127.0.0.1", family: 4 }]);
  });
});
