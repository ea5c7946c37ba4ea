import { mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A folder that another process has in use. */
export class FolderInUse extends Error {
  override readonly name = "FolderInUse";
}

/** Folders that this process holds. After a crash in a container the next process has the same number. */
const held = new Set<string>();

/** Milliseconds in which somebody else who takes over the same lock would be noticed. */
const SETTLING = 100;

/**
 * Keeps other processes out of a folder with a database, which does not do so itself: what two of them write is lost.
 *
 * The lock of a process that is gone is taken over.
 *
 * @returns what gives the folder free
 * @throws {FolderInUse} when it is in use
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(realpathSync(folder), "praxis.lock");
  if (!isTaken(file)) {
    const holder = Number.parseInt(readIfThere(file), 10);
    if (held.has(file) || (holder !== process.pid && isAlive(holder))) throw inUse(folder, holder);
    rmSync(file, { force: true });
    if (!isTaken(file)) throw inUse(folder, Number.parseInt(readIfThere(file), 10));
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, SETTLING);
    const settled = Number.parseInt(readIfThere(file), 10);
    if (settled !== process.pid) throw inUse(folder, settled);
  }
  held.add(file);
  return () => {
    held.delete(file);
    rmSync(file, { force: true });
  };
}

/** Takes the lock if there is none. */
function isTaken(file: string): boolean {
  try {
    writeFileSync(file, `${process.pid}\n`, { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function inUse(folder: string, holder: number): FolderInUse {
  return new FolderInUse(`${folder} is in use by process ${holder}; stop it, or choose another folder`);
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function isAlive(holder: number): boolean {
  if (!(holder > 0)) return false;
  try {
    process.kill(holder, 0);
    return true;
  } catch (error) {
    // It is there, but belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
