import type { PGlite, Results, Transaction } from "@electric-sql/pglite";
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from "kysely";

/**
 * Lets Kysely speak with a PGlite as with a pool of connections.
 *
 * There is one connection only. PGlite keeps a transaction apart from all other statements as long as it is run by
 * `transaction`; so `begin` opens one, and holds it until `commit` or `rollback`.
 */
export function pglitePool(lite: PGlite): PostgresPool {
  return {
    connect: async () => new PgliteClient(lite) as unknown as PostgresPoolClient,
    end: () => lite.close(),
  };
}

class PgliteClient {
  readonly #lite: PGlite;
  #open: OpenTransaction | undefined;

  constructor(lite: PGlite) {
    this.#lite = lite;
  }

  async query<Row>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<Row>> {
    if (text === "begin") {
      this.#open = await OpenTransaction.begin(this.#lite);
      return nothing;
    }
    if (text === "commit" || text === "rollback") {
      const open = this.#open;
      this.#open = undefined;
      await open?.end(text);
      return nothing;
    }
    return resultOf(text, await (this.#open?.transaction ?? this.#lite).query<Row>(text, [...parameters]));
  }

  release(): void {}
}

/** A transaction that stays open until it is told how to end. */
class OpenTransaction {
  readonly transaction: Transaction;
  readonly #tell: (how: "commit" | "rollback") => void;
  readonly #ended: Promise<void>;

  private constructor(transaction: Transaction, tell: (how: "commit" | "rollback") => void, ended: Promise<void>) {
    this.transaction = transaction;
    this.#tell = tell;
    this.#ended = ended;
  }

  static begin(lite: PGlite): Promise<OpenTransaction> {
    return new Promise((resolve, reject) => {
      let tell!: (how: "commit" | "rollback") => void;
      const told = new Promise<"commit" | "rollback">((resolve) => {
        tell = resolve;
      });
      const ended = lite.transaction(async (transaction) => {
        resolve(new OpenTransaction(transaction, tell, ended));
        if ((await told) === "rollback") await transaction.rollback();
      });
      ended.catch(reject);
    });
  }

  end(how: "commit" | "rollback"): Promise<void> {
    this.#tell(how);
    return this.#ended;
  }
}

const nothing = { command: "SELECT", rowCount: 0, rows: [] } as const satisfies PostgresQueryResult<never>;

/** Kysely asks which command it was, to know whether the count of rows means anything. */
function resultOf<Row>(text: string, { rows, affectedRows = 0 }: Results<Row>): PostgresQueryResult<Row> {
  const [word = ""] = /\b(insert|update|delete|merge|select)\b/i.exec(text) ?? [];
  return { command: (word.toUpperCase() || "SELECT") as "SELECT", rowCount: affectedRows, rows };
}
