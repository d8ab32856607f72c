/** Where the PostgreSQL of this test run is; the global setup tells its test processes by the environment. */
export interface TestServer {
  /** As the owner of everything, in a database that nobody clones. */
  readonly maintenanceUrl: string;
  /** The database to clone; nobody may connect to it. */
  readonly template: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
}

const VARIABLE = 'KUNDENPORTAL_TEST_SERVER';

export function announceTestServer(server: TestServer): void {
  process.env[VARIABLE] = JSON.stringify(server);
}

export function testServer(): TestServer {
  const announced = process.env[VARIABLE];
  if (!announced) {
    throw new Error(
      'No database for tests: start them with `npm test`, which can be given single files too.',
    );
  }
  return JSON.parse(announced) as TestServer;
}
