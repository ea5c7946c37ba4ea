import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readConfiguration } from "../src/configuration.ts";

describe("the configuration", () => {
  it("listens on this machine alone unless told otherwise", () => {
    expect(readConfiguration({})).toEqual({ host: "127.0.0.1", port: 3000 });
    expect(readConfiguration({ PORT: "8080", HOST: "0.0.0.0" })).toEqual({ host: "0.0.0.0", port: 8080 });
  });

  it.each(["http", "-1", "65536", "80.5", ""])("refuses the port %j and says what would be one", (PORT) => {
    expect(() => readConfiguration({ PORT })).toThrow(`PORT must be a whole number from 0 to 65535, got "${PORT}"`);
  });
});

describe("the program", () => {
  it("answers on its port, and on SIGTERM closes with grace", async () => {
    await using service = start({ PORT: "0" });
    const address = await service.address();
    expect(await (await fetch(`${address}/health`)).json()).toEqual({ status: "ok" });

    service.process.kill("SIGTERM");
    expect(await service.exitCode()).toBe(0);
  });

  it("exits with 2 when the configuration is wrong", async () => {
    await using service = start({ PORT: "http" });
    expect(await service.exitCode()).toBe(2);
  });

  it("exits with 1 when the port is taken", async () => {
    await using first = start({ PORT: "0" });
    await using second = start({ PORT: new URL(await first.address()).port });
    expect(await second.exitCode()).toBe(1);
  });
});

/** Starts the built program, which `pnpm test:local` has built beforehand. */
function start(environment: Record<string, string>) {
  const main = fileURLToPath(new URL("../dist/main.js", import.meta.url));
  if (!existsSync(main)) throw new Error("packages/server/dist is missing; `pnpm build:ts` builds it");
  const child = spawn(process.execPath, [main], { env: { ...process.env, ...environment } });
  const exited = once(child, "exit");
  return {
    process: child,
    exitCode: async () => (await exited)[0] as number | null,
    async address(): Promise<string> {
      for await (const line of createInterface(child.stdout)) {
        const address = /listening at (http:[^"]+)/.exec(line)?.[1];
        if (address !== undefined) return address;
      }
      throw new Error("the service ended before it listened");
    },
    async [Symbol.asyncDispose]() {
      child.kill("SIGKILL");
      await exited;
    },
  };
}
