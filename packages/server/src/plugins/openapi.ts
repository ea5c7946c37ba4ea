import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import { engineVersion } from "@praxis/engine";
import type { FastifyInstance } from "fastify";
import { jsonSchemaTransform, jsonSchemaTransformObject } from "fastify-type-provider-zod";

interface Described {
  readonly components?: { readonly schemas?: Readonly<Record<string, unknown>> };
}

/** Collects the routes into an OpenAPI 3.1 document, serves it, and shows it under /docs. */
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
      components: { securitySchemes: { key: { type: "http", scheme: "bearer" } } },
    },
    transform: (route) => {
      // Plugins bring routes with JSON Schema, which this transform does not read.
      if (route.schema?.hide === true || route.url.startsWith("/docs"))
        return { schema: { hide: true }, url: route.url };
      const described = jsonSchemaTransform(route);
      return route.url.startsWith("/v1/")
        ? { ...described, schema: { ...described.schema, security: [{ key: [] }] } }
        : described;
    },
    transformObject: (document) => withoutUnused(jsonSchemaTransformObject(document) as Described) as never,
  });
  await app.register(swaggerUi, {
    routePrefix: "/docs",
    staticCSP: true,
    transformStaticCSP: (header) => header.replace(/;?\s*upgrade-insecure-requests/, ""),
  });
  app.get("/openapi.json", { schema: { hide: true } }, () => app.swagger());
}

/** Leaves out schemas that no route leads to: the engine names some of its own, for files. */
function withoutUnused({ components = {}, ...document }: Described) {
  const { schemas = {}, ...others } = components;
  const used = new Set<string>();
  const follow = (part: unknown) => {
    for (const [, name = ""] of JSON.stringify(part).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (used.has(name)) continue;
      used.add(name);
      follow(schemas[name]);
    }
  };
  follow(document);
  const kept = Object.entries(schemas).filter(([name]) => used.has(name));
  return { ...document, components: { ...others, schemas: Object.fromEntries(kept) } };
}
