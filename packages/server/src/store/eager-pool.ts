import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from "kysely";
import type { Client, Pool } from "pg";

/** How a transaction says whose it is, or that it is nobody's any more: without parameters, and nobody needs its result. */
const SAYS_WHOSE = /^select set_config\(/;

/** Stands at the end of what says whose a transaction is, when one statement follows and no more. */
export const ONCE = "/* once */";

/** A statement of the query builder that changes nothing. */
const READS = /^select (?!.* for update)[^;]* from "/s;

const NOTHING: PostgresQueryResult<never> = { command: "SELECT", rowCount: 0, rows: [] };

/**
 * A pool whose connections go to the server and back as seldom as they can: they need connections that send statements
 * without waiting for the answers to those before (`pipeline`).
 *
 * Every transaction of a tenant begins by saying whose it is. That is sent together with the next statement that asks or
 * changes something; should it fail, so does everything after it. When no other statement follows, the end of the
 * transaction is sent with it, too; else the end of one that has only read is not waited for.
 */
export function eagerPool(pool: Pool): PostgresPool {
  return {
    connect: async () => new EagerClient((await pool.connect()) as unknown as Client) as unknown as PostgresPoolClient,
    end: () => pool.end(),
  };
}

class EagerClient {
  readonly #client: Client & { release(): void };
  /** What goes before the next statement and has not been sent. */
  #before: string[] = [];
  #isOpen = false;
  #isOver = false;
  #hasWritten = false;

  constructor(client: Client) {
    this.#client = client as Client & { release(): void };
    this.#client.on("error", heard);
  }

  async query<Row>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<Row>> {
    if (text === "begin") {
      this.#before = [text];
      this.#hasWritten = false;
      this.#isOver = false;
      return NOTHING;
    }
    if (text === "commit" || text === "rollback") return await this.#end<Row>(text);
    if (parameters.length === 0 && SAYS_WHOSE.test(text)) {
      this.#before.push(text);
      return NOTHING;
    }
    if (this.#isOver) throw new Error("a transaction that was said to be of one statement has another");
    this.#hasWritten ||= !READS.test(text);
    const before = this.#before.join("; ");
    this.#before = [];
    if (before === "") return await this.#send<Row>(text, parameters);
    this.#isOver = before.endsWith(ONCE);
    this.#isOpen = !this.#isOver;
    return await this.#sendTogether<Row>(before, [text, parameters], this.#isOver ? "commit" : "");
  }

  release(): void {
    // From here on the pool listens again.
    this.#client.release();
    this.#client.off("error", heard);
  }

  async #end<Row>(text: string): Promise<PostgresQueryResult<Row>> {
    this.#before = [];
    this.#isOver = false;
    // Nothing has happened, or it has ended already.
    if (!this.#isOpen) return NOTHING;
    this.#isOpen = false;
    const ended = this.#send<Row>(text, []);
    if (this.#hasWritten) return await ended;
    // Whoever has the connection next is answered after it; if it has broken, they are told so.
    ended.catch(() => {});
    return NOTHING;
  }

  /** Sends a statement with what goes before and after it, and waits for all answers. */
  async #sendTogether<Row>(
    before: string,
    [text, parameters]: readonly [string, readonly unknown[]],
    after: string,
  ): Promise<PostgresQueryResult<Row>> {
    const { stream } = (this.#client as unknown as { connection: { stream: NodeJS.WritableStream & Corkable } })
      .connection;
    stream.cork();
    const went = this.#send(before, []);
    const answered = this.#send<Row>(text, parameters);
    const ended = after === "" ? undefined : this.#send(after, []);
    stream.uncork();
    const [first, result, last] = await Promise.allSettled([went, answered, ended]);
    // What could not go before is the reason why the statement after it failed.
    for (const each of [first, result, last]) if (each.status === "rejected") throw each.reason;
    return (result as PromiseFulfilledResult<PostgresQueryResult<Row>>).value;
  }

  async #send<Row>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<Row>> {
    return (await this.#client.query(text, parameters as unknown[])) as unknown as PostgresQueryResult<Row>;
  }
}

/** A connection that breaks while somebody has it fails their statement; an error that nobody hears would end the process. */
function heard(): void {}

interface Corkable {
  cork(): void;
  uncork(): void;
}
