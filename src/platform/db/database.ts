import type { Writable } from 'node:stream';
import { type CompiledQuery, DummyDriver, Kysely, PostgresAdapter, PostgresQueryCompiler } from 'kysely';
import pg from 'pg';
import { type Facts, statementName, type Tracing } from '../tracing/index.ts';
import type { Tables } from './tables.ts';
import { toParameter, valueTypes } from './values.ts';

/** Something Kysely built: it knows its SQL and the type of its rows, but never runs by itself. */
interface Query<Row> {
  compile(): CompiledQuery<Row>;
}

/** Runs statements one after the other on one connection, inside one transaction. */
export interface Transaction {
  /** All rows. */
  all<Row>(query: Query<Row>): Promise<Row[]>;
  /** The first row, or undefined. */
  first<Row>(query: Query<Row>): Promise<Row | undefined>;
  /** Plain SQL, for libraries that write their own. */
  sql<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

export interface Database {
  /**
   * Runs `work` in a transaction that sees and writes only the rows of one customer (row level security);
   * `undefined` sees no customer's rows. Commits when `work` resolves, rolls back when it throws.
   */
  transaction<T>(customerId: number | undefined, work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** The same as the role of the desk, which sees the rows of all customers as far as its policies and grants go. */
  deskTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Runs one statement outside a transaction, without a customer: sessions, throttle, catalogue. */
  all<Row>(query: Query<Row>): Promise<Row[]>;
  sql<Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Connections of the pool, and how many wait for one. */
  stats(): { readonly total: number; readonly idle: number; readonly waiting: number };
  close(): Promise<void>;
}

/** Builds SQL with the column types of the migrated database; execution belongs to {@link Transaction}. */
export const query = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: () => {
      throw new Error('this Kysely only builds statements');
    },
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

// Every statement is prepared once per connection. The texts are few: lists with filters have some dozens of
// shapes. Past the bound a statement simply runs unprepared.
const MAX_PREPARED = 500;
const names = new Map<string, string>();

const traced = new Map<string, { readonly name: string; readonly facts: Facts }>();

/** What a trace says about a statement: its name, never its text or its values. */
function tracedStatement(text: string) {
  const known = traced.get(text);
  if (known) return known;
  const { operation, name } = statementName(text);
  const made = { name, facts: { ...TRACED, 'db.operation.name': operation, 'db.query.summary': name } };
  if (traced.size < MAX_PREPARED) traced.set(text, made);
  return made;
}

const TRACED: Facts = { 'db.system.name': 'postgresql' };

function statement(text: string, values: readonly unknown[]): pg.QueryConfig {
  let name = names.get(text);
  if (name === undefined && names.size < MAX_PREPARED) {
    name = `s${names.size}`;
    names.set(text, name);
  }
  return { name, text, values: values.map(toParameter), types: valueTypes };
}

/**
 * Opens a pool of connections. With `role` every connection acts as that role, for installations that have
 * one login for everything.
 */
export function openDatabase(options: {
  url: string;
  role?: string;
  maxConnections?: number;
  onError?: (error: Error) => void;
  /** Where transactions and statements are written down as parts of requests and jobs; undefined: nowhere. */
  tracing?: Pick<Tracing, 'part'> | undefined;
}): Database {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.maxConnections ?? 10,
    // begin and "set the customer" travel with the first statement instead of waiting for their answers
    pipeline: true,
    application_name: 'kundenportal',
    ...(options.role ? { options: `-c role=${options.role}` } : {}),
  });
  pool.on('error', (error) => options.onError?.(error));

  const { tracing } = options;
  const part = <T>(name: string, facts: Facts, work: () => Promise<T>): Promise<T> =>
    tracing ? tracing.part(name, facts, work) : work();

  const run = <Row extends pg.QueryResultRow>(
    on: pg.Pool | pg.PoolClient,
    text: string,
    values: readonly unknown[],
  ): Promise<Row[]> => {
    const ask = async () => (await on.query<Row>(statement(text, values))).rows;
    if (!tracing) return ask();
    const { name, facts } = tracedStatement(text);
    return tracing.part(name, facts, ask);
  };

  /** A transaction with one setting of its own, which ends with it: whose rows it sees. */
  async function within<T>(
    setting: readonly [name: string, value: string],
    work: (tx: Transaction) => Promise<T>,
  ): Promise<T> {
    const client = await pool.connect();
    let broken: Error | undefined;
    const lost = (error: Error) => {
      broken = error;
    };
    // The pool listens only while it holds the connection; an unheard error would end the whole program.
    client.on('error', lost);
    try {
      sendTogether(client);
      const begun = Promise.all([
        client.query('begin'),
        client.query(statement('select set_config($1, $2, true)', setting)),
      ]);
      begun.catch(() => {}); // awaited below; a failing first statement must not leave it unhandled
      const tx: Transaction = {
        async all<Row>(built: Query<Row>) {
          const { sql, parameters } = built.compile();
          return (await run(client, sql, parameters)) as Row[];
        },
        async first<Row>(built: Query<Row>) {
          return (await tx.all(built))[0];
        },
        sql: (text, values = []) => run(client, text, values),
      };
      const result = await work(tx);
      await begun;
      // PostgreSQL answers the commit of a failed transaction with a rollback, and calls that a success
      const { command } = await client.query('commit');
      if (command !== 'COMMIT')
        throw new Error('A statement failed, its error was passed over, nothing is written');
      return result;
    } catch (error) {
      await client.query('rollback').catch(lost);
      throw error;
    } finally {
      client.off('error', lost);
      client.release(broken);
    }
  }

  return {
    async all<Row>(built: Query<Row>) {
      const { sql, parameters } = built.compile();
      return (await run(pool, sql, parameters)) as Row[];
    },
    sql: (text, values = []) => run(pool, text, values),
    transaction: (customerId, work) =>
      part('transaction', TRACED, () => within(['app.customer_id', String(customerId ?? '')], work)),
    deskTransaction: (work) =>
      part('transaction of the desk', TRACED, () => within(['role', 'portal_desk'], work)),
    stats: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close: () => pool.end(),
  };
}

/**
 * Sends whatever the connection is asked until its answer is waited for in one packet: begin, the customer, the first
 * statement. Each packet of its own would wake the server up once more. The driver has no word for this.
 */
function sendTogether(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

/** The name of the constraint that a statement ran against, when that is what the error is about. */
export function violatedConstraint(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError && error.code?.startsWith('23') ? error.constraint : undefined;
}
