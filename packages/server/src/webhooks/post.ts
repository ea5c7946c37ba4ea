import { request as plainRequest } from "node:http";
import { request as secureRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import type { DeliveryAttempt } from "../store/tables.ts";
import { ForbiddenTarget, hostOf, isPublic, lookupOf, type Targets } from "./targets.ts";

/** Milliseconds that a receiver has for its answer. */
const ANSWER_MILLISECONDS = 10_000;

/** Bytes of the head of an answer. Its body is not read. */
const HEAD_BYTES = 8192;

/** What is sent, and where to. */
export interface Message {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** How messages are sent. */
export interface PostOptions {
  readonly targets: Targets;
  /** Looks names up: by `targets` unless given. */
  readonly lookup?: LookupFunction;
  readonly answerMilliseconds?: number;
}

/** Sends a message once. It follows no redirection, and never throws. */
export async function post(message: Message, options: PostOptions): Promise<DeliveryAttempt> {
  const began = Date.now();
  const told = (outcome: DeliveryAttempt["outcome"], status: number | null = null): DeliveryAttempt => ({
    at: new Date(began).toISOString(),
    milliseconds: Date.now() - began,
    outcome,
    status,
  });
  try {
    const status = await statusOf(message, options);
    if (status >= 200 && status < 300) return told("delivered", status);
    return told(status === 410 ? "gone" : "refused", status);
  } catch (error) {
    if (error instanceof ForbiddenTarget) return told("forbidden");
    return told((error as Error).name === "TimeoutError" ? "too-slow" : "unreachable");
  }
}

async function statusOf({ url: address, headers, body }: Message, options: PostOptions): Promise<number> {
  const { targets, lookup = lookupOf(targets), answerMilliseconds = ANSWER_MILLISECONDS } = options;
  const url = new URL(address);
  const host = hostOf(url);
  // What is an address already is not looked up.
  if (targets === "public" && isIP(host) !== 0 && !isPublic(host)) throw new ForbiddenTarget(host);
  const request = url.protocol === "https:" ? secureRequest : plainRequest;
  const signal = AbortSignal.timeout(answerMilliseconds);
  return await new Promise((resolve, reject) => {
    // Only the reason of the signal tells that it was the time.
    const failed = (error: Error) => reject(signal.aborted ? signal.reason : error);
    const length = String(Buffer.byteLength(body));
    const sending = request(
      url,
      {
        method: "POST",
        headers: { ...headers, "content-type": "application/json", "content-length": length, "user-agent": "praxis" },
        lookup,
        signal,
        agent: false,
        maxHeaderSize: HEAD_BYTES,
      },
      (answer) => {
        resolve(answer.statusCode!);
        answer.on("error", () => {});
        answer.destroy();
      },
    );
    sending.on("error", failed);
    sending.end(body);
  });
}
