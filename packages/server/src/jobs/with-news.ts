import { MessageChannel, type MessagePort } from "node:worker_threads";

/** Lets a thread tell how far it is while it works: it is given a port, to be sent with its task. */
export async function withNews<News, Result>(
  hear: (news: News) => void,
  work: (port: MessagePort) => Promise<Result>,
): Promise<Result> {
  const { port1: ours, port2: theirs } = new MessageChannel();
  ours.on("message", hear);
  try {
    return await work(theirs);
  } finally {
    ours.close();
  }
}
