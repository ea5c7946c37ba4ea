// A one-liner, because coverage does not see what runs in a thread.
export { answerTemplateTask as default } from "./template-task.ts";
