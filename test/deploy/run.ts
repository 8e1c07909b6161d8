import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCertificate } from './harness/certificate.ts';
import { CONTEXT_VARIABLE, type Context } from './harness/context.ts';
import { DIFFERENCES } from './harness/differences.ts';
import { startEmulator } from './harness/emulator.ts';
import { installTools, ROOT } from './harness/tools.ts';

// `npm run test:deploy [-- <vitest arguments>]`: prepares tools, certificate and emulator, and runs the deployment tests.
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
  const { ministack, cfnLint } = await installTools();
  const certificate = { certificate: `${folder}/certificate.pem`, key: `${folder}/key.pem` };
  const emulator = await startEmulator(ministack, certificate, folder);
  console.log(
    ['Where the emulator differs from AWS:', ...DIFFERENCES.map((each) => `  - ${each}`), ''].join('\n'),
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
    const args = ['run', '--config', 'test/deploy/vitest.config.ts', ...process.argv.slice(2)];
    const code = await run(`${ROOT}node_modules/.bin/vitest`, args, {
      ...process.env,
      [CONTEXT_VARIABLE]: JSON.stringify(context),
    });
    if (code !== 0) cpSync(emulator.logFile, `${ROOT}.cache/emulator.log`);
    return code;
  } finally {
    await emulator.stop();
  }
};

const folder = process.env[START_AGAIN];
process.exitCode = await (folder === undefined ? prepare() : test(folder));
