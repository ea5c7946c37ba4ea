import { describe, expect, it } from "vitest";
import { isAway } from "./database.ts";

const coded = (code: string, message = "something") => Object.assign(new Error(message), { code });

describe("a database is away", () => {
  it.each([
    coded("57P01", "terminating connection due to administrator command"),
    coded("57P03", "the database system is starting up"),
    coded("08006", "connection failure"),
    coded("53300", "sorry, too many clients already"),
    coded("ECONNREFUSED"),
    coded("ECONNRESET"),
    new Error("Connection terminated unexpectedly"),
    new Error("Connection terminated due to connection timeout"),
    new Error("Client has encountered a connection error and is not queryable"),
    new Error("timeout exceeded when trying to connect"),
    coded("0A000", "cached plan must not change result type"),
  ])("when an error says “%s”", (error) => {
    expect(isAway(error)).toBe(true);
  });

  it.each([
    coded("23505", "duplicate key"),
    coded("57014", "canceling statement"),
    coded("ENOENT"),
    new Error("no"),
    "no",
  ])("and not when it says “%s”", (error) => {
    expect(isAway(error)).toBe(false);
  });
});
