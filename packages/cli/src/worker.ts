// A one-liner, because coverage does not see what runs in a thread.
export { answerTask as default } from "./answer-task.ts";
