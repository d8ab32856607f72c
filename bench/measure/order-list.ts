import { type Bench, CLIENTS, type Measured, type Site } from '../bench.ts';
import { fillOrders, putJobsOff } from '../portal/database.ts';
import { FIRMS, signIn } from '../portal/sign-in.ts';
import { withRecorder } from '../portal/statement-log.ts';
import { startHelper } from '../processes/helper.ts';
import { recordingOf } from '../replay.ts';
import { rounded } from '../statistics.ts';
import { compare, sideJson } from './compare.ts';
import { comparisonLines } from './lines.ts';

const TARGET = 0.3;
export const LIST = '/auftraege';
/** Enough for pages of fifty rows. */
export const FEW_ORDERS = 1000;
/** As many connections as the portal opens. */
const CONNECTIONS = 10;

/** The list of orders as HTML, and beside it the same statements with a constant answer of the same size. */
export async function measureOrderList(bench: Bench, { portal, database }: Site): Promise<Measured> {
  bench.say('orderList: recording statements');
  // what jobs ask of the database is not part of a list
  await putJobsOff(database);
  await fillOrders(database, FIRMS[0], FEW_ORDERS);
  const browser = await signIn(portal.port, FIRMS[0]);
  const { bytes, text } = await browser.get(LIST);
  const rows = text.match(/<tr\b/g)?.length ?? 0;
  if (rows !== 51) throw new Error(`The list has ${rows - 1} rows instead of 50`);
  const statements = await withRecorder(database, (recorded) =>
    recorded(async () => void (await browser.get(LIST))),
  );

  bench.say('orderList: rounds');
  const floor = startHelper(bench.cleanup, 'orderListFloor');
  const { port } = await floor.run({
    url: database.appUrl,
    stages: recordingOf(statements),
    bytes,
    connections: CONNECTIONS,
  });
  const requests = [browser.written('GET', LIST)];
  const run = (port: number) => () =>
    bench.load({ port, requests, connections: CLIENTS, expectedStatus: 200 });
  const result = await compare(
    bench.options.rounds,
    { pids: [portal.pid], run: run(portal.port) },
    { pids: [floor.pid], run: run(port) },
  );
  await floor.stop();
  return {
    json: {
      ratio: rounded(result.ratio.median),
      target: TARGET,
      ratioMin: rounded(result.ratio.min),
      ratioMax: rounded(result.ratio.max),
      clients: CLIENTS,
      statements: statements.length,
      bytes,
      portal: sideJson(result.portal),
      floor: sideJson(result.floor),
    },
    lines: comparisonLines(`list of 50 orders (${Math.round(bytes / 1024)} KB)`, 'pages/s', TARGET, result),
  };
}
