import pg from "pg";

/** What a server is told or asked. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** A statement by whose name the server knows it once it has read it. */
export interface NamedStatement extends Statement {
  readonly name: string;
}

/** What of the protocol these queries speak; pg's types tell of it as it was years ago. */
interface Connection {
  parse(statement: { readonly name: string; readonly text: string }): void;
  bind(values: { readonly statement: string; readonly values: readonly unknown[] }): void;
  execute(rows: object): void;
  sync(): void;
}

/** What every query of pg does by itself, of which its types say nothing. */
interface PlainQuery extends pg.Submittable {
  /** Sends what is asked. */
  prepare(connection: Connection): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Connection): void;
}

/** How a query has ended. */
export type Answered = (error: Error | null, result: pg.QueryResult) => void;

const PlainQuery = pg.Query as unknown as new (
  config: { readonly name?: string | undefined; readonly text: string; readonly queryMode: "extended" },
  values: readonly unknown[],
  answered: Answered,
) => PlainQuery;

/** Lets the server read a statement, and remember it by its name. */
export class Preparation extends PlainQuery {
  readonly #statement: Omit<NamedStatement, "values">;

  constructor({ name, text }: Omit<NamedStatement, "values">, answered: Answered) {
    super({ name, text, queryMode: "extended" }, [], answered);
    this.#statement = { name, text };
  }

  override prepare(connection: Connection): void {
    connection.parse(this.#statement);
    connection.sync();
  }
}

/** A statement that is sent together with others before it, which the server has read; what those give is left out. */
export class LastQuery extends PlainQuery {
  readonly #before: readonly NamedStatement[];
  /** How many of those before it have not been answered. */
  #awaited: number;

  constructor(
    before: readonly NamedStatement[],
    { name, text, values }: Statement & { readonly name: string | undefined },
    answered: Answered,
  ) {
    super({ name, text, queryMode: "extended" }, values, answered);
    this.#before = before;
    this.#awaited = before.length;
  }

  override prepare(connection: Connection): void {
    for (const { name, values } of this.#before) {
      connection.bind({ statement: name, values });
      connection.execute({});
    }
    super.prepare(connection);
  }

  override handleDataRow(message: unknown): void {
    if (this.#awaited === 0) super.handleDataRow(message);
  }

  override handleCommandComplete(message: unknown, connection: Connection): void {
    if (this.#awaited === 0) super.handleCommandComplete(message, connection);
    else this.#awaited -= 1;
  }
}
