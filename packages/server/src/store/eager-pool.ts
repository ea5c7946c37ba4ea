import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from "kysely";
import type { Pool, QueryResult } from "pg";
import type { PreparingClient } from "./preparing-client.ts";
import type { Statement } from "./queries.ts";

/** How a transaction says whose it is, or that it is nobody's any more; nobody needs its result. */
const SAYS_WHOSE = /^select set_config\(/;

const BEGIN: Statement = { text: "begin", values: [] };

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
 * changes something; should it fail, so does everything after it. When no other statement follows, they are a transaction
 * by themselves; else the end of one that has only read is not waited for.
 */
export function eagerPool(pool: Pool): PostgresPool {
  return {
    connect: async () =>
      new EagerClient((await pool.connect()) as unknown as PooledClient) as unknown as PostgresPoolClient,
    end: () => pool.end(),
  };
}

type PooledClient = PreparingClient & { release(): void };

class EagerClient {
  readonly #client: PooledClient;
  /** What goes before the next statement and has not been sent. */
  #before: Statement[] = [];
  #isOpen = false;
  #isOver = false;
  #hasWritten = false;

  constructor(client: PooledClient) {
    this.#client = client;
    this.#client.on("error", heard);
  }

  async query<Row>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>> {
    if (text === BEGIN.text) {
      this.#before = [BEGIN];
      this.#hasWritten = false;
      this.#isOver = false;
      return NOTHING;
    }
    if (text === "commit" || text === "rollback") return await this.#end<Row>(text);
    if (SAYS_WHOSE.test(text)) {
      this.#before.push({ text, values });
      return NOTHING;
    }
    if (this.#isOver) throw new Error("a transaction that was said to be of one statement has another");
    this.#hasWritten ||= !READS.test(text);
    const before = this.#before;
    this.#before = [];
    this.#isOver = before.at(-1)?.text.endsWith(ONCE) ?? false;
    if (before.length > 0) this.#isOpen = !this.#isOver;
    return resultOf<Row>(await this.#send(before.slice(this.#isOver ? 1 : 0), { text, values }));
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
    const ended = this.#client.query(text);
    if (this.#hasWritten) return resultOf<Row>(await ended);
    // Whoever has the connection next is answered after it; if it has broken, they are told so.
    ended.catch(() => {});
    return NOTHING;
  }

  /** Sends a statement with what goes before it. */
  async #send(before: readonly Statement[], statement: Statement): Promise<QueryResult> {
    const says = before.some(({ text }) => text !== BEGIN.text);
    if (says) return await this.#client.queryAfter(before, statement);
    // What is nobody's, such as a migration, may be several statements in one text, which must be sent by itself.
    if (before.length > 0) await this.#client.query(BEGIN.text);
    return await this.#client.query(statement.text, [...statement.values]);
  }
}

function resultOf<Row>(result: QueryResult): PostgresQueryResult<Row> {
  return result as unknown as PostgresQueryResult<Row>;
}

/** A connection that breaks while somebody has it fails their statement; an error that nobody hears would end the process. */
function heard(): void {}
