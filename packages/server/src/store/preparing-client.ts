import { createHash } from "node:crypto";
import pg from "pg";
import { isOutdated } from "./database.ts";
import { type Answered, LastQuery, type NamedStatement, Preparation, type Statement } from "./queries.ts";

/** Names of statements by their text. */
const names = new Map<string, string>();

/** Far more than the service has; whoever made texts without end would fill the memory of the server. */
const MOST_NAMES = 1000;

/** A connection to a server that reads and plans each statement with parameters but once. */
export class PreparingClient extends pg.Client {
  /** Names of what goes before other statements, and has been sent to be read. */
  readonly #prepared = new Set<string>();

  /** As of any other client; a connection whose statements are outdated ends, and another takes its place. */
  override query: pg.Client["query"] = ((text: unknown, values: unknown, ...rest: unknown[]) => {
    const send = super.query.bind(this) as (...parameters: unknown[]) => unknown;
    const name = typeof text === "string" && Array.isArray(values) ? nameOf({ text, values }) : undefined;
    if (name === undefined) return send(text, values, ...rest);
    const answer = send({ text, values, name }, ...rest);
    if (answer instanceof Promise) answer.catch((error: unknown) => this.#endIfOutdated(error));
    return answer;
  }) as pg.Client["query"];

  /**
   * Runs statements that go to the server together, and are answered together: what the last of them gives is told.
   *
   * Unless one of them begins a transaction that lasts, they are a transaction of their own. Those before the last
   * have texts of which there are few.
   */
  async queryAfter(before: readonly Statement[], last: Statement): Promise<pg.QueryResult> {
    const named = before.map((statement) => ({ ...statement, name: newName(statement.text) }));
    for (const statement of named) this.#prepare(statement);
    try {
      return await new Promise((resolve, reject) => {
        const answered: Answered = (error, result) => (error ? reject(error) : resolve(result));
        this.query(new LastQuery(named, { ...last, name: nameOf(last) }, answered));
      });
    } catch (error) {
      this.#endIfOutdated(error);
      throw error;
    }
  }

  #prepare(statement: NamedStatement): void {
    const { name } = statement;
    if (this.#prepared.has(name)) return;
    this.#prepared.add(name);
    this.query(new Preparation(statement, (error) => error && this.#prepared.delete(name)));
  }

  #endIfOutdated(error: unknown): void {
    if (isOutdated(error)) void this.end();
  }
}

function nameOf({ text, values }: Statement): string | undefined {
  if (values.length === 0) return undefined;
  return names.size < MOST_NAMES ? newName(text) : names.get(text);
}

function newName(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = createHash("sha256").update(text).digest("base64url");
    names.set(text, name);
  }
  return name;
}
