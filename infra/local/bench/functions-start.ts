import { execFile } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { LOCAL_REGION } from '../local-names.ts';

const run = promisify(execFile);

/** Imports a bundle as the runtime does; only then looks at what it exports and whether it has opened a connection. */
const CHILD = `
const from = performance.now();
const { handler } = await import(process.argv[1]);
const milliseconds = performance.now() - from;
if (typeof handler !== 'function') throw new Error('exports no handler');
const open = process.getActiveResourcesInfo().filter((name) => /TCP|TLS|UDP|GetAddrInfo|GetNameInfo/.test(name));
if (open.length > 0) throw new Error('touches the network when it is imported: ' + open);
process.stdout.write(String(milliseconds));
process.exit(0);
`;

/** What Lambda itself gives to every function. */
const RUNTIME: Readonly<Record<string, string>> = {
  AWS_REGION: LOCAL_REGION,
  AWS_ACCESS_KEY_ID: 'bench',
  AWS_SECRET_ACCESS_KEY: 'bench',
  AWS_SESSION_TOKEN: 'bench',
  AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '512',
  LANG: 'en_US.UTF-8',
  TZ: ':UTC',
};

/**
 * Milliseconds from the import of a bundle until its handler is there, in a process of its own. Rejects with what the
 * bundle says when it does not start, such as the setting that it misses.
 */
export const startMilliseconds = async (
  bundle: string,
  environment: Readonly<Record<string, string>>,
): Promise<number> => {
  const { stdout } = await run(
    process.execPath,
    ['--input-type=module', '--eval', CHILD, pathToFileURL(bundle).href],
    {
      env: { ...RUNTIME, ...environment },
    },
  );
  return Number(stdout);
};
