const LONGEST_STOP_MILLISECONDS = 15_000;

/**
 * Has a command of npm (`script`) stop by itself: on Ctrl-C, on SIGTERM, and when npm is gone. `close` ends it in order; whatever
 * still hangs after a quarter of a minute is left.
 */
export const stopWhenTold = (script: string, saying: string, close: () => Promise<void>): void => {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    console.log(saying);
    setTimeout(() => process.exit(0), LONGEST_STOP_MILLISECONDS).unref();
    await close();
    process.exit(0);
  };
  // npm passes no signal on when it is killed: whoever it started must not be left behind.
  const parent = process.ppid;
  const orphaned = (): void => {
    if (process.ppid !== parent) void stop();
  };
  if (process.env.npm_lifecycle_event === script) setInterval(orphaned, 500).unref();
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
};
