import { context, propagation, SpanStatusCode, trace } from "@opentelemetry/api";
import type { SpanExporter } from "@opentelemetry/sdk-trace-node";
import { engineVersion } from "@praxis/engine/dispatch";
import type { FastifyPluginCallback } from "fastify";
import { pathInLogs } from "./log.ts";

/** Traces that are sent to whoever collects them. */
export interface Tracing {
  /** Makes a span of each request. */
  readonly requests: FastifyPluginCallback;
  /** Sends what is left, and ends it. */
  close(): Promise<void>;
}

/** What a ticket carries along, so that the span of a job belongs to the request that asked for it. */
export type TraceContext = Readonly<Record<string, string>>;

/**
 * Begins to send traces to where OTEL_EXPORTER_OTLP_ENDPOINT says, by OTLP over HTTP. Nobody loads what that takes who
 * does not want it.
 *
 * @param exporter what sends them; the one for OTLP unless given
 */
export async function startTracing(exporter?: SpanExporter): Promise<Tracing> {
  const [
    { BatchSpanProcessor, NodeTracerProvider },
    { OTLPTraceExporter },
    { resourceFromAttributes },
    { default: otel },
  ] = await Promise.all([
    import("@opentelemetry/sdk-trace-node"),
    import("@opentelemetry/exporter-trace-otlp-http"),
    import("@opentelemetry/resources"),
    import("@fastify/otel"),
  ]);
  const { OTEL_SERVICE_NAME: name = "praxis" } = process.env;
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ "service.name": name, "service.version": engineVersion }),
    spanProcessors: [new BatchSpanProcessor(exporter ?? new OTLPTraceExporter())],
  });
  provider.register();
  const requests = new otel.FastifyOtelInstrumentation({
    instrumentHooks: false,
    instrumentHandler: false,
    // Messages repeat what somebody has sent.
    recordExceptions: false,
    requestHook: (span, { method, url, routeOptions }) => {
      span.updateName(`${method} ${routeOptions.url ?? "unknown"}`);
      // What a query asks is nobody's business, nor are secret addresses.
      span.setAttribute("url.path", pathInLogs(url));
    },
  });
  requests.setTracerProvider(provider);
  return {
    requests: requests.plugin() as FastifyPluginCallback,
    async close() {
      await provider.shutdown();
      trace.disable();
      context.disable();
      propagation.disable();
    },
  };
}

/** Where we are, for whoever goes on elsewhere. */
export function presentTrace(): TraceContext {
  const carrier: Record<string, string> = {};
  propagation.inject(context.active(), carrier);
  return carrier;
}

/** Does something within a span of its own, below the one that a ticket brings along. */
export async function inSpan<Result>(
  {
    name,
    from,
    attributes,
  }: { name: string; from: TraceContext; attributes: Readonly<Record<string, string | number>> },
  work: () => Promise<Result>,
): Promise<Result> {
  const parent = propagation.extract(context.active(), from);
  return await trace.getTracer("praxis").startActiveSpan(name, { attributes }, parent, async (span) => {
    try {
      return await work();
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : "unknown" });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** Notes something of the span in which we are. */
export function noteInSpan(attributes: Readonly<Record<string, string>>, { failed = false } = {}): void {
  const span = trace.getActiveSpan();
  span?.setAttributes(attributes);
  if (failed) span?.setStatus({ code: SpanStatusCode.ERROR });
}
