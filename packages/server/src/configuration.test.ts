import { describe, expect, it } from "vitest";
import { readConfiguration } from "./configuration.ts";

describe("the configuration", () => {
  it("needs nothing: this machine alone, a folder, and as many threads as there are cores", () => {
    expect(readConfiguration({})).toMatchObject({
      host: "127.0.0.1",
      port: 3000,
      database: { folder: "praxis-data" },
      threads: undefined,
      origins: [],
      webhookTargets: "public",
    });
  });

  it("is taken from the environment", () => {
    const url = "postgres://praxis:secret@db/praxis";
    const found = readConfiguration({ PORT: "0", HOST: "0.0.0.0", PRAXIS_DATABASE_URL: url, PRAXIS_THREADS: "0" });
    expect(found).toMatchObject({ host: "0.0.0.0", port: 0, database: { url }, threads: 0 });
  });

  it("names everything that is wrong at once, and what would be right", () => {
    const wrong = {
      PORT: "http",
      PRAXIS_JOB_SECONDS: "0",
      PRAXIS_ORIGINS: "example.org",
      PRAXIS_WEBHOOK_TARGETS: "all",
      PRAXIS_LOG: "loud",
      PRAXIS_PUBLIC_URL: "practice.example",
      PRAXIS_OIDC_ISSUER: "http://login.example",
    };
    expect(() => readConfiguration(wrong)).toThrow(
      [
        'PORT must be a whole number from 0 to 65535, got "http"',
        'PRAXIS_JOB_SECONDS must be a whole number from 1 to 86000, got "0"',
        'PRAXIS_ORIGINS must be origins such as https://practice.example with commas between, got "example.org"',
        'PRAXIS_PUBLIC_URL must be an address such as https://praxis.practice.example, got "practice.example"',
        'PRAXIS_OIDC_ISSUER must be an address such as https://login.practice.example, got "http://login.example"',
        "PRAXIS_OIDC_AUDIENCE must say for whom the issuer's tokens are",
        'PRAXIS_WEBHOOK_TARGETS must be public or any, got "all"',
        'PRAXIS_LOG must be silent, warn or info, got "loud"',
      ].join("\n"),
    );
  });

  it("does not repeat the address of a database, which holds a password", () => {
    expect(() => readConfiguration({ PRAXIS_DATABASE_URL: "mysql://me:secret@db" })).toThrow(/^(?!.*secret)/s);
  });
});
