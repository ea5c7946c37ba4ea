import { engineVersion } from "@praxis/engine";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";

const Health = z.object({ status: z.literal("ok") });

const Version = z.object({
  engineVersion: z.string().meta({ description: "The version that every result carries." }),
});

/** Is the service there, and which one is it? */
export const healthRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    "/health",
    {
      schema: {
        operationId: "getHealth",
        summary: "Answers as long as the service does",
        response: { 200: Health.describe("The service takes requests.") },
      },
    },
    async () => ({ status: "ok" as const }),
  );

  app.get(
    "/version",
    {
      schema: {
        operationId: "getVersion",
        summary: "The version of the engine that computes the results",
        response: { 200: Version.describe("The version in use.") },
      },
    },
    async () => ({ engineVersion }),
  );
};
