import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from "kysely";

/**
 * A pool whose connections send `begin` together with the statement that follows, if that has no parameters.
 *
 * Every transaction of a tenant begins by saying whose it is: so it goes to the server and back once less.
 */
export function eagerPool(pool: PostgresPool): PostgresPool {
  return {
    connect: async () => new EagerClient(await pool.connect()) as unknown as PostgresPoolClient,
    end: () => pool.end(),
  };
}

class EagerClient {
  readonly #client: PostgresPoolClient;
  #isBeginning = false;

  constructor(client: PostgresPoolClient) {
    this.#client = client;
  }

  async query<Row>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<Row>> {
    if (text === "begin") {
      this.#isBeginning = true;
      return { command: "SELECT", rowCount: 0, rows: [] };
    }
    if (!this.#isBeginning) return await this.#client.query<Row>(text, parameters);
    this.#isBeginning = false;
    if (parameters.length > 0) {
      await this.#client.query("begin", []);
      return await this.#client.query<Row>(text, parameters);
    }
    // Of several statements there are several results.
    const results: unknown = await this.#client.query(`begin; ${text}`, []);
    return (results as readonly PostgresQueryResult<Row>[]).at(-1)!;
  }

  release(): void {
    this.#client.release();
  }
}
