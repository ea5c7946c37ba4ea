import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readText, requireWritable, writeNew, writeWhole } from "./files.ts";
import { InputError } from "./trouble.ts";

let folder: string;
const at = (name: string) => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "praxis-files-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

describe("reading", () => {
  it("gives the text of a file", () => {
    writeFileSync(at("a.yaml"), "name: Präxis\n");
    expect(readText(at("a.yaml"))).toBe("name: Präxis\n");
  });

  it("leaves out the mark that some editors put before the text", () => {
    writeFileSync(at("a.yaml"), "\uFEFFname: x\n");
    expect(readText(at("a.yaml"))).toBe("name: x\n");
  });

  it("says that there is no such file", () => {
    expect(() => readText(at("b.yaml"))).toThrow(/cannot read .*b\.yaml: no such file or folder; check its name/);
  });

  it("shows the scenario in a folder", () => {
    writeFileSync(at("scenario.yaml"), "");
    expect(() => readText(folder)).toThrow(`${folder} is a folder; did you mean ${at("scenario.yaml")}?`);
  });

  it("does not read what is too large to be a scenario", () => {
    writeFileSync(at("large"), "");
    truncateSync(at("large"), 50_000_000);
    expect(() => readText(at("large"))).toThrow(/larger than 5 MB; no scenario is/);
  });

  it("stops reading what has no size beforehand", () => {
    expect(() => readText("/dev/zero")).toThrow(/larger than 5 MB/);
  });

  it("tells text from other things", () => {
    writeFileSync(at("program"), Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1]));
    expect(() => readText(at("program"))).toThrow(/is not text/);
    writeFileSync(at("latin"), Buffer.from("Präxis", "latin1"));
    expect(() => readText(at("latin"))).toThrow(/is not UTF-8 text; save it as UTF-8/);
  });
});

describe("writing as a whole", () => {
  it("writes a new file, and over an old one, and leaves nothing else", () => {
    writeWhole(at("result.json"), "1");
    writeWhole(at("result.json"), "22");
    expect(readFileSync(at("result.json"), "utf8")).toBe("22");
    expect(readdirSync(folder)).toEqual(["result.json"]);
  });

  it("keeps the permissions of the file, and the link to it", () => {
    writeFileSync(at("private"), "1");
    chmodSync(at("private"), 0o600);
    symlinkSync(at("private"), at("link"));
    writeWhole(at("link"), "2");
    expect(readFileSync(at("private"), "utf8")).toBe("2");
    expect(statSync(at("private")).mode & 0o777).toBe(0o600);
  });

  it("says that the disk is full, and leaves the device alone", () => {
    expect(() => writeWhole("/dev/full", "text")).toThrow(
      new InputError("cannot write /dev/full: the disk is full; nothing was left behind"),
    );
    expect(statSync("/dev/full").isCharacterDevice()).toBe(true);
  });

  it("says what is wrong with the place, before there is anything to write", () => {
    expect(() => requireWritable(at("no/such/file"))).toThrow(/its folder does not exist/);
    expect(() => requireWritable(folder)).toThrow(/it is a folder; add a file name/);
    writeFileSync(at("file"), "");
    expect(() => requireWritable(at("file/inside"))).toThrow(InputError);
    expect(() => requireWritable(at("new"))).not.toThrow();
    expect(() => requireWritable("/dev/full")).not.toThrow();
  });
});

describe("permission", () => {
  it("is needed to read a file, to write over one, and to write into a folder", () => {
    writeFileSync(at("secret"), "1");
    chmodSync(at("secret"), 0o000);
    writeFileSync(at("protected"), "1");
    chmodSync(at("protected"), 0o444);
    mkdirSync(at("closed"), { mode: 0o555 });
    chmodSync(folder, 0o777);
    asSomebody(() => {
      expect(() => readText(at("secret"))).toThrow(new InputError(`cannot read ${at("secret")}: no permission`));
      const why = "no permission; nothing was left behind";
      expect(() => requireWritable(at("protected"))).toThrow(`cannot write ${at("protected")}: ${why}`);
      expect(() => requireWritable(at("closed/file"))).toThrow(`cannot write ${at("closed/file")}: ${why}`);
      expect(() => writeWhole(at("closed/file"), "2")).toThrow(`cannot write ${at("closed/file")}: ${why}`);
      expect(() => writeNew(at("closed/file"), "2")).toThrow(`cannot write ${at("closed/file")}: ${why}`);
    });
    expect(readdirSync(at("closed"))).toEqual([]);
  });
});

/** Root may read and write everything, so it lets somebody else try. */
function asSomebody(attempt: () => void): void {
  const root = process.getuid?.() === 0;
  if (root) process.seteuid?.(65_534);
  try {
    attempt();
  } finally {
    if (root) process.seteuid?.(0);
  }
}

describe("writing a new file", () => {
  it("never writes over an old one", () => {
    writeNew(at("scenario.yaml"), "1");
    expect(() => writeNew(at("scenario.yaml"), "2")).toThrow(/exists already and is left as it is/);
    expect(readFileSync(at("scenario.yaml"), "utf8")).toBe("1");
  });

  it("says that its folder does not exist", () => {
    expect(() => writeNew(at("no/scenario.yaml"), "1")).toThrow(/its folder does not exist/);
  });
});
