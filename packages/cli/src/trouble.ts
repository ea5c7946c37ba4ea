/** Exit codes of every command. */
export const exitCodes = { done: 0, ourFault: 1, inputsFault: 2, noFeasibleAnswer: 3 } as const;

/**
 * Something that the person at the terminal can put right: a flag, a file, a full disk.
 * Its message says what, and what would be right.
 */
export class InputError extends Error {
  override readonly name = "InputError";
}

/** The code of an operating system's error, such as "ENOENT". */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

/** What an operating system's error means, in words; its own message when we have none. */
export function systemTrouble(error: unknown): string {
  const words: Readonly<Record<string, string>> = {
    ENOENT: "no such file or folder; check its name and where you are",
    EACCES: "no permission",
    EPERM: "not permitted",
    EISDIR: "it is a folder",
    ENOTDIR: "a part of its path is not a folder",
    ENOSPC: "the disk is full",
    EDQUOT: "the disk quota is used up",
    EROFS: "the disk is read-only",
    EFBIG: "it would become larger than allowed",
    ENAMETOOLONG: "its name is too long",
    ELOOP: "its links lead round in a circle",
    EMFILE: "too many files are open",
    EIO: "the disk reports an error",
  };
  return words[codeOf(error) ?? ""] ?? (error instanceof Error ? error.message : String(error));
}
