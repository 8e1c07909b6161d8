import { printRegulation } from '../docs/regulation/command.ts';

/**
 * `npm run regulation -- <bureau>` shows a bureau's regulation; `check <file>` and `register <file>` are for whoever
 * writes one.
 */
const run = async (args: string[]): Promise<number> => {
  if (args[0] !== 'check' && args[0] !== 'register') return printRegulation(args, process.stdout.columns);
  const { runCheck } = await import('../regulation-check/command.ts');
  return runCheck(args);
};

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
