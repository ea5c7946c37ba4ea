import { createServer } from "node:http";
import type { Registry } from "prom-client";

/**
 * Lets others look at a worker, which answers nothing else: `/health/live`, and `/metrics` for Prometheus.
 *
 * @returns what ends it
 */
export async function showWorker(
  registry: Registry,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<() => Promise<void>> {
  const server = createServer(async ({ url, method }, response) => {
    if (method !== "GET" && method !== "HEAD") return response.writeHead(405, { allow: "GET" }).end();
    if (url === "/health/live") return response.writeHead(200, { "content-type": "application/json" }).end(live);
    if (url !== "/metrics") return response.writeHead(404).end();
    return response.writeHead(200, { "content-type": registry.contentType }).end(await registry.metrics());
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(port, host, resolve));
  return async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
}

const live = '{"status":"ok"}';
