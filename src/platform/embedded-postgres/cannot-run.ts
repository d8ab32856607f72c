/** PostgreSQL cannot be run here as things are; the message tells the administrator what to do. */
export class PostgresCannotRun extends Error {}
