import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import type { FastifyInstance } from "fastify";
import helmet from "helmet";

/** Tells browsers what they should not do with an answer. */
export function warnBrowsers(app: FastifyInstance): void {
  const heads = Object.entries(headsOfHelmet()) as [name: string, value: string][];
  app.addHook("onRequest", (_request, { raw }, done) => {
    for (const [name, value] of heads) raw.setHeader(name, value);
    done();
  });
}

/** They are the same for every answer; to work them out each time costs more than most of what is asked. */
function headsOfHelmet() {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  // The service itself speaks plain HTTP; TLS is the business of whatever stands before it.
  helmet({ contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } } })(request, response, () => {});
  return response.getHeaders();
}
