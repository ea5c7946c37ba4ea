import { MessageChannel, type MessagePort, receiveMessageOnPort } from "node:worker_threads";

/** Lets a thread tell how far it is while it works: it is given a port, to be sent with its task. */
export async function withNews<News, Result>(
  hear: (news: News) => void,
  work: (port: MessagePort) => Promise<Result>,
): Promise<Result> {
  const { port1: ours, port2: theirs } = new MessageChannel();
  ours.on("message", hear);
  try {
    const result = await work(theirs);
    // The result has a way of its own, and may overtake what was told last.
    for (let last = receiveMessageOnPort(ours); last !== undefined; last = receiveMessageOnPort(ours))
      hear(last.message);
    return result;
  } finally {
    ours.close();
  }
}
