/** PostgreSQL's settings for a small server that only this machine can reach. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 60,
  shared_buffers: '64MB',
  max_wal_size: '256MB',
  // Its compile time exceeds what it saves on queries as short as the portal's.
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
};

/** Loses the last seconds in a power cut, and only then. */
const withoutSync = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** The settings, with or without the guarantee that a commit survives a power cut. */
export function settingsFor(durable: boolean): Readonly<Record<string, string | number>> {
  return durable ? settings : { ...settings, ...withoutSync };
}
