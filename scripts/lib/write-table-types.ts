import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase } from '../../src/platform/db/database.ts';
import { migrate } from '../../src/platform/db/migrate.ts';
import { tableTypes } from '../../src/platform/db/table-types.ts';
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/index.ts';

const directory = await mkdtemp(path.join(tmpdir(), 'kundenportal-types-'));
const server = await startEmbeddedPostgres({ directory, durable: false });
await migrate(server.ownerUrl);
const db = openDatabase({ url: server.ownerUrl, maxConnections: 1 });
await writeFile(new URL('../../src/platform/db/tables.ts', import.meta.url), await tableTypes(db));
await db.close();
await server.stop();
await rm(directory, { recursive: true });
