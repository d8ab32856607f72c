import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Context,
  DiagLogLevel,
  diag,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace as spans,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import {
  defaultResource,
  detectResources,
  resourceAttributesEnvDetector,
  resourceFromAttributes,
  serviceInstanceIdDetector,
} from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { Refused } from '../../domain/refusal.ts';
import type { OpenTrace, TracesConfig, Tracing } from './tracing.ts';

/** A collector that does not answer must not hold the end of the program up. */
const LONGEST_CLOSE_MILLISECONDS = 3000;

const KINDS = { request: SpanKind.SERVER, job: SpanKind.CONSUMER } as const;

/** Traces by the libraries of OpenTelemetry, over OTLP/HTTP as JSON, in batches. See {@link Tracing}. */
export function startTracing(config: TracesConfig, log: { warn(said: object): void }): Tracing {
  const said = (message: string) => log.warn({ traces: message });
  const silent = () => {};
  diag.setLogger(
    { error: said, warn: said, info: silent, debug: silent, verbose: silent },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
  const provider = new TracerProvider({
    resource: defaultResource()
      .merge(detectResources({ detectors: [resourceAttributesEnvDetector, serviceInstanceIdDetector] }))
      .merge(resourceFromAttributes({ 'service.name': config.serviceName })),
    sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(config.share) }),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url: config.url }) })],
  });
  const tracer = provider.getTracer('kundenportal');
  const open = new AsyncLocalStorage<{ readonly span: Span; readonly context: Context }>();

  async function run<T>(span: Span, parent: Context, work: (trace: OpenTrace) => Promise<T>): Promise<T> {
    const fail = () => void span.setStatus({ code: SpanStatusCode.ERROR });
    try {
      return await open.run({ span, context: spans.setSpan(parent, span) }, () =>
        work({ note: (facts) => void span.setAttributes(facts), fail }),
      );
    } catch (error) {
      if (error instanceof Refused) span.setAttribute('portal.refusal', error.refusal.code);
      else fail();
      // the kind alone: a message may quote what somebody typed
      if (error instanceof Error) span.setAttribute('error.type', error.name);
      throw error;
    } finally {
      span.end();
    }
  }

  return {
    trace({ kind, name, facts }, work) {
      const span = tracer.startSpan(name, { kind: KINDS[kind], attributes: facts, root: true }, ROOT_CONTEXT);
      return run(span, ROOT_CONTEXT, work);
    },
    part(name, facts, work) {
      const around = open.getStore();
      // timers and streams go on when their request has ended; what they do belongs to no trace
      if (!around?.span.isRecording()) return work();
      const span = tracer.startSpan(name, { kind: SpanKind.CLIENT, attributes: facts }, around.context);
      return run(span, around.context, work);
    },
    async close() {
      const late = new Promise<void>((resolve) => {
        setTimeout(resolve, LONGEST_CLOSE_MILLISECONDS).unref();
      });
      const sent = provider.shutdown().catch((error: Error) => said(error.message));
      await Promise.race([sent, late]);
    },
  };
}
