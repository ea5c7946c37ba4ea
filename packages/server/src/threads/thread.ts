// A one-liner, because coverage does not see what runs in a thread.
export * from "./tasks.ts";
