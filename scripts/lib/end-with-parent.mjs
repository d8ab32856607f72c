/**
 * Loaded before the program: when the script that started it is killed, the channel between them
 * closes, and the program stops as it would for SIGTERM instead of staying behind with its port.
 */
if (process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  // The channel itself must not keep a program alive that is done.
  process.channel.unref();
}
