// A one-liner, because coverage does not see what runs in a thread.
export { answerInThread as default } from "./roster-task.ts";
