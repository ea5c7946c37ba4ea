import swagger from "@fastify/swagger";
import { engineVersion } from "@praxis/engine";
import type { FastifyInstance } from "fastify";
import { jsonSchemaTransform } from "fastify-type-provider-zod";

/** Collects the routes into an OpenAPI 3.1 document, and serves it. */
export async function describeRoutes(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Praxis",
        description: "Simulates a medical office, plans it, and trains the people who will run it.",
        version: engineVersion,
        license: { name: "MIT", identifier: "MIT" },
      },
    },
    transform: jsonSchemaTransform,
  });
  app.get("/openapi.json", { schema: { hide: true } }, () => app.swagger());
}
