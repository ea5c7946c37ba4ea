import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from "kysely";
import type { Client, Pool } from "pg";

/** How the transaction of a tenant says whose it is: without parameters, and nobody needs its result. */
const SAYS_WHOSE = /^select set_config\('praxis\.tenant'/;

/** A statement of the query builder that changes nothing. */
const READS = /^select (?!.* for update)[^;]* from "/s;

const NOTHING: PostgresQueryResult<never> = { command: "SELECT", rowCount: 0, rows: [] };

/**
 * A pool whose connections go to the server and back as seldom as they can: they need connections that send statements
 * without waiting for the answers to those before (`pipeline`).
 *
 * Every transaction of a tenant begins by saying whose it is. That is sent together with the first statement that asks or
 * changes something; should it fail, so does everything after it. The end of a transaction that has only read is not
 * waited for.
 */
export function eagerPool(pool: Pool): PostgresPool {
  return {
    connect: async () => new EagerClient((await pool.connect()) as unknown as Client) as unknown as PostgresPoolClient,
    end: () => pool.end(),
  };
}

class EagerClient {
  readonly #client: Client & { release(): void };
  /** What begins the transaction and has not been sent. */
  #opening: string[] = [];
  #hasWritten = false;

  constructor(client: Client) {
    this.#client = client as Client & { release(): void };
    this.#client.on("error", heard);
  }

  async query<Row>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<Row>> {
    if (text === "begin" || (this.#opening.length > 0 && parameters.length === 0 && SAYS_WHOSE.test(text))) {
      if (text === "begin") this.#hasWritten = false;
      this.#opening.push(text);
      return NOTHING;
    }
    if (text === "commit" || text === "rollback") return await this.#end<Row>(text);
    this.#hasWritten ||= !READS.test(text);
    const opening = this.#opening.join("; ");
    this.#opening = [];
    if (opening === "") return await this.#send<Row>(text, parameters);
    const { stream } = (this.#client as unknown as { connection: { stream: NodeJS.WritableStream & Corkable } })
      .connection;
    stream.cork();
    const opened = this.#send(opening, []);
    const answered = this.#send<Row>(text, parameters);
    stream.uncork();
    const [, result] = await Promise.all([opened, answered.catch((error: unknown) => this.#causeOf(opened, error))]);
    return result;
  }

  release(): void {
    // From here on the pool listens again.
    this.#client.release();
    this.#client.off("error", heard);
  }

  async #end<Row>(text: string): Promise<PostgresQueryResult<Row>> {
    if (this.#opening.length > 0) {
      // Nothing has happened.
      this.#opening = [];
      return NOTHING;
    }
    const ended = this.#send<Row>(text, []);
    if (this.#hasWritten) return await ended;
    // Whoever has the connection next is answered after it; if it has broken, they are told so.
    ended.catch(() => {});
    return NOTHING;
  }

  async #send<Row>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<Row>> {
    return (await this.#client.query(text, parameters as unknown[])) as unknown as PostgresQueryResult<Row>;
  }

  /** A transaction that could not begin is the reason why the statement in it failed. */
  async #causeOf(opened: Promise<unknown>, error: unknown): Promise<never> {
    await opened;
    throw error;
  }
}

/** A connection that breaks while somebody has it fails their statement; an error that nobody hears would end the process. */
function heard(): void {}

interface Corkable {
  cork(): void;
  uncork(): void;
}
