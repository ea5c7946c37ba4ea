import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { FolderInUse, lockFolder } from "./folder-lock.ts";

const folder = mkdtempSync(join(tmpdir(), "praxis-"));
afterAll(() => rmSync(folder, { recursive: true }));
const lockOf = (process: number) => writeFileSync(join(folder, "praxis.lock"), `${process}\n`);

describe("the lock of a folder", () => {
  it("keeps others out until it is given back", () => {
    const unlock = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(FolderInUse);
    expect(() => lockFolder(folder)).toThrow("stop it, or choose another folder");
    unlock();
    lockFolder(folder)();
  });

  it("that another process holds is respected", () => {
    lockOf(process.ppid);
    expect(() => lockFolder(folder)).toThrow(`is in use by process ${process.ppid}`);
  });

  it("of a process that is gone is taken over; also when the number of that process is ours now", () => {
    for (const gone of [2 ** 22 + 1, process.pid]) {
      lockOf(gone);
      lockFolder(folder)();
    }
  });
});
