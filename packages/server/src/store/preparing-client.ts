import { createHash } from "node:crypto";
import pg from "pg";
import { isOutdated } from "./database.ts";

/** Names of statements by their text. */
const names = new Map<string, string>();

/** Far more than the service has; whoever made texts without end would fill the memory of the server. */
const MOST_NAMES = 1000;

/** A connection to a server that reads and plans each statement with parameters but once. */
export class PreparingClient extends pg.Client {
  /** As of any other client; a connection whose statements are outdated ends, and another takes its place. */
  override query: pg.Client["query"] = ((text: unknown, values: unknown, ...rest: unknown[]) => {
    const send = super.query.bind(this) as (...parameters: unknown[]) => unknown;
    const name = typeof text === "string" && Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined;
    if (name === undefined) return send(text, values, ...rest);
    const answer = send({ text, values, name }, ...rest);
    if (answer instanceof Promise) answer.catch((error: unknown) => isOutdated(error) && void this.end());
    return answer;
  }) as pg.Client["query"];
}

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST_NAMES) return known;
  const name = createHash("sha256").update(text).digest("base64url");
  names.set(text, name);
  return name;
}
