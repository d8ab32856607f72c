import { z } from 'zod';
import type { TracesConfig } from './platform/tracing/index.ts';

const optionalText = z
  .string()
  .trim()
  .transform((text) => text || undefined)
  .optional();

/** What the driver takes: an address, or the folder of a socket. Anything else it would take for the name of a host. */
const databaseAddress = optionalText.pipe(
  z
    .string()
    .regex(/^(postgres(ql)?:\/\/|socket:|\/)/, 'must begin with postgres://')
    .optional(),
);

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  BASE_URL: optionalText.pipe(z.url({ protocol: /^https?$/ }).optional()),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: databaseAddress,
  DATABASE_OWNER_URL: databaseAddress,
  DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(100).default(10),
  SMTP_URL: optionalText,
  MAIL_FROM: optionalText,
  DOCUMENTS_INBOX: optionalText,
  APP_KEY: optionalText.pipe(z.string().min(32).optional()),
  PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),
  METRICS_TOKEN: optionalText.pipe(
    z
      .string()
      .regex(/^\S{16,}$/, 'at least 16 characters without spaces')
      .optional(),
  ),
  METRICS_PORT: optionalText.pipe(
    z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .pipe(z.number().max(65_535))
      .optional(),
  ),
  OTEL_EXPORTER_OTLP_ENDPOINT: optionalText.pipe(z.url({ protocol: /^https?$/ }).optional()),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: optionalText.pipe(z.url({ protocol: /^https?$/ }).optional()),
  OTEL_SERVICE_NAME: optionalText,
  OTEL_SDK_DISABLED: optionalText,
  OTEL_TRACES_EXPORTER: optionalText,
  OTEL_TRACES_SAMPLER_ARG: optionalText.pipe(
    z.string().transform(Number).pipe(z.number().min(0).max(1)).optional(),
  ),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).optional(),
});

/** What the environment says, checked once at start; nothing else in the program reads the environment. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Public address without a trailing slash; links in mails and the origin check use it. */
  readonly baseUrl: string | undefined;
  readonly dataDirectory: string;
  /** Undefined: the program starts a PostgreSQL of its own and shows the demo carrier. */
  readonly databaseUrl: string | undefined;
  readonly databaseOwnerUrl: string | undefined;
  readonly databaseConnections: number;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string | undefined;
  /** A folder into which another system drops documents for the portal to take in. */
  readonly documentInbox: string | undefined;
  readonly appKey: string | undefined;
  /** Reverse proxies in front of the program, each of which appends to X-Forwarded-For. */
  readonly proxyHops: number;
  /** What Prometheus sends as bearer token to `/metrics`; undefined: there is no such address. */
  readonly metricsToken: string | undefined;
  /** Where the metrics are served on the loopback address, without a token. */
  readonly metricsPort: number | undefined;
  /** Where traces are sent; undefined: nowhere. What else OpenTelemetry can be told (headers, certificates, time
   * limits, attributes) its libraries read from their `OTEL_…` variables. */
  readonly traces: TracesConfig | undefined;
  /** Undefined: `info`, and `warn` where the demo talks to a person. */
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent' | undefined;
}

/** The environment is not usable; the message names each variable and what it must be. */
export class ConfigError extends Error {}

/** Reads and checks the environment. Refuses with {@link ConfigError}. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError(`These environment variables cannot be used:\n${lines.join('\n')}`);
  }
  const env = parsed.data;
  if (env.DATABASE_URL && !env.APP_KEY) {
    throw new ConfigError(
      'APP_KEY is missing: with DATABASE_URL set it must hold at least 32 random characters.',
    );
  }
  return Object.freeze({
    host: env.HOST,
    port: env.PORT,
    baseUrl: env.BASE_URL?.replace(/\/+$/, ''),
    dataDirectory: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL,
    databaseOwnerUrl: env.DATABASE_OWNER_URL ?? env.DATABASE_URL,
    databaseConnections: env.DATABASE_CONNECTIONS,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    documentInbox: env.DOCUMENTS_INBOX,
    appKey: env.APP_KEY,
    proxyHops: env.PROXY_HOPS,
    metricsToken: env.METRICS_TOKEN,
    metricsPort: env.METRICS_PORT,
    traces: tracesOf(env),
    logLevel: env.LOG_LEVEL,
  });
}

/** The standard variables of OpenTelemetry: an address of its own for traces, or a common one with the usual path. */
function tracesOf(env: z.output<typeof Environment>): TracesConfig | undefined {
  const common = env.OTEL_EXPORTER_OTLP_ENDPOINT?.replace(/\/+$/, '');
  const url = env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? (common && `${common}/v1/traces`);
  const isOff = env.OTEL_SDK_DISABLED?.toLowerCase() === 'true' || env.OTEL_TRACES_EXPORTER === 'none';
  if (!url || isOff) return undefined;
  return {
    url,
    serviceName: env.OTEL_SERVICE_NAME ?? 'kundenportal',
    share: env.OTEL_TRACES_SAMPLER_ARG ?? 1,
  };
}
