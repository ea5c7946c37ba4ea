import { engineVersion } from "@praxis/engine";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import { Problem, problemsOf } from "../plugins/problem.ts";
import { type ProblemName, problemKinds } from "../plugins/problems.ts";
import type { Services } from "../services.ts";

const Health = z.object({ status: z.literal("ok") });

const Version = z.object({
  engineVersion: z.string().meta({ description: "The version that every result carries." }),
});

const Kind = z.object({ type: z.string(), title: z.string(), status: z.int(), documentation: z.string() });

/** Is the service there, can it do its work, which one is it, and what do its problems mean? */
export function healthRoutes({ store, closing }: Services): FastifyPluginAsyncZod {
  const tags = ["service"];
  return async (app) => {
    app.get(
      "/health/live",
      {
        schema: {
          operationId: "getLiveness",
          summary: "Answers as long as the process does",
          tags,
          response: { 200: Health.describe("The process is there.") },
        },
      },
      async () => ({ status: "ok" as const }),
    );

    app.get(
      "/health/ready",
      {
        schema: {
          operationId: "getReadiness",
          summary: "Answers when requests can be served",
          tags,
          response: { 200: Health.describe("The service takes requests."), ...problemsOf("busy") },
        },
      },
      async () => {
        if (closing.aborted) throw new Problem("busy", "the service is closing; ask another one", { retryAfter: 5 });
        if (!(await store.isReady()))
          throw new Problem("busy", "the database does not answer; wait", { retryAfter: 5 });
        return { status: "ok" as const };
      },
    );

    app.get(
      "/version",
      {
        schema: {
          operationId: "getVersion",
          summary: "The version of the engine that computes the results",
          tags,
          response: { 200: Version.describe("The version in use.") },
        },
      },
      async () => ({ engineVersion }),
    );

    app.get(
      "/problems/:name",
      {
        schema: {
          operationId: "explainProblem",
          summary: "What a kind of problem means",
          tags,
          params: z.object({ name: z.string().max(100) }),
          response: { 200: Kind.describe("The kind of problem."), ...problemsOf("not-found") },
        },
      },
      async ({ params: { name } }) => {
        if (!Object.hasOwn(problemKinds, name))
          throw new Problem("not-found", `there is no kind of problem called ${name}`);
        const { title, status } = problemKinds[name as ProblemName];
        return { type: `/problems/${name}`, title, status, documentation: `docs/errors.md#problem-${name}` };
      },
    );
  };
}
