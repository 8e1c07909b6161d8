import { runCommand } from '../command-line.ts';
import { createFeedCommand } from '../feed-trial/command.ts';
import { INTAKE_FOLDER } from '../feed-trial/register.ts';

/** `npm run feed`: how vendors' items become ours; `try` shows what becomes of a sample. */
await runCommand(async () => {
  const run = createFeedCommand({ intake: INTAKE_FOLDER }, console.log);
  process.exitCode = run(process.argv.slice(2), new Date().toISOString());
});
