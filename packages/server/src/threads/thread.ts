import { constants, setPriority } from "node:os";
import { workerData } from "piscina";

// Whoever answers goes first. On Linux this is about the thread alone; elsewhere it would be about the whole process.
if (workerData?.isPatient === true && process.platform === "linux") {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
}

// No more than this, because coverage does not see what runs in a thread.
export * from "./tasks.ts";
