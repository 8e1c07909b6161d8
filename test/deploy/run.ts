import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EMULATORS_VARIABLE } from '../records/emulators.ts';
import { createCertificate } from './harness/certificate.ts';
import { CONTEXT_VARIABLE, type Context } from './harness/context.ts';
import { DIFFERENCES } from './harness/differences.ts';
import { startEmulator, startMoto } from './harness/emulator.ts';
import { installTools, ROOT } from './harness/tools.ts';

// `npm run test:deploy [-- <vitest arguments>]`: prepares tools, certificate and emulators, and runs the deployment tests, and
// those of the records on each emulator.
// Node reads the certificate to trust when it starts, so this program starts itself again with that set.

const START_AGAIN = 'SHIXIAN_DEPLOY_FOLDER';

const run = async (command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> => {
  const child = spawn(command, args, { cwd: ROOT, env, stdio: 'inherit' });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
};

const prepare = async (): Promise<number> => {
  const folder = mkdtempSync(join(tmpdir(), 'shixian-deploy-'));
  try {
    const { certificate } = await createCertificate(folder);
    return await run(process.execPath, [...process.execArgv, ...process.argv.slice(1)], {
      ...process.env,
      [START_AGAIN]: folder,
      NODE_EXTRA_CA_CERTS: certificate,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const test = async (folder: string): Promise<number> => {
  const { ministack, python, cfnLint } = await installTools();
  const certificate = { certificate: `${folder}/certificate.pem`, key: `${folder}/key.pem` };
  const emulator = await startEmulator(ministack, certificate, folder);
  const moto = await startMoto(python, folder);
  console.log(
    ['Where the emulators differ from AWS:', ...DIFFERENCES.map((each) => `  - ${each}`), ''].join('\n'),
  );
  const context: Context = {
    folder,
    endpoint: emulator.endpoint,
    emulatorLog: emulator.logFile,
    ...certificate,
    cfnLint,
    environment: emulator.environment,
  };
  try {
    const vitest = (args: readonly string[], env: Record<string, string>): Promise<number> =>
      run(`${ROOT}node_modules/.bin/vitest`, ['run', ...args], { ...process.env, ...env });
    const deployed = ['--config', 'test/deploy/vitest.config.ts', ...process.argv.slice(2)];
    const code =
      // The table's contract alone on the second emulator, which is slow.
      (await vitest(['test/records/table/'], {
        [EMULATORS_VARIABLE]: JSON.stringify({ moto: moto.endpoint }),
      })) ||
      (await vitest(deployed, {
        [CONTEXT_VARIABLE]: JSON.stringify(context),
        [EMULATORS_VARIABLE]: JSON.stringify({ MiniStack: emulator.endpoint }),
      }));
    if (code !== 0) cpSync(emulator.logFile, `${ROOT}.cache/emulator.log`);
    return code;
  } finally {
    await Promise.all([emulator.stop(), moto.stop()]);
  }
};

const folder = process.env[START_AGAIN];
process.exitCode = await (folder === undefined ? prepare() : test(folder));
