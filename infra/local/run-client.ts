/** Runs a console command that talks to the bureau on this machine; an error becomes one sentence and exit code 1. */
export const runClient = async (main: () => Promise<void>): Promise<void> => {
  try {
    await main();
  } catch (error) {
    const isRefused = error instanceof Error && String(error.cause).includes('ECONNREFUSED');
    const text = error instanceof Error ? error.message : String(error);
    console.error(isRefused ? '连接不上:请先运行 npm start(或用 PORT 指明端口)' : text);
    process.exitCode = 1;
  }
};
