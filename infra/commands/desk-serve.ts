import { messageOf, printPlainly, readCommandLine } from '../command-line.ts';
import { readCertificate } from '../desk-server/certificate.ts';
import { readServing, SECRET_VARIABLE, SERVE_OPTIONS } from '../desk-server/options.ts';
import { prepareApart } from '../desk-server/prepare-apart.ts';
import { createDesk } from '../desk-server/start.ts';
import { stopWhenTold } from '../local/server/stop.ts';

const COMMAND = {
  usage: ['npm run desk:serve -- --api <网址> [选项]          在办公室服务器上提供值班台,Ctrl-C 停止'],
  options: SERVE_OPTIONS,
  mostWords: 0,
} as const;

/** `npm run desk:serve`: the desk for an office whose browsers do not reach the API themselves, until it is stopped. */
const main = async (): Promise<void> => {
  const line = readCommandLine(COMMAND);
  if (line === undefined) return;
  const { deployment, check, ...given } = line.values;
  const serving = readServing(given, process.env[SECRET_VARIABLE]);
  // Whatever this process starts has no business with it.
  delete process.env[SECRET_VARIABLE];
  const { exchange, shiftHours, certificate: paths } = serving;
  const certificate = paths && readCertificate(paths);
  const prepared = await prepareApart({ deployment, exchange, shiftHours });
  const { banner, open } = createDesk(serving, prepared, certificate);
  if (check) {
    console.log(`${banner}\n设置、证书和文件无误;没有启动`);
    return;
  }
  const close = await open();
  console.log(banner);
  stopWhenTold('desk:serve', '正在停止……', close);
};

printPlainly();
try {
  await main();
} catch (error) {
  console.error(`未能启动:${messageOf(error)}`);
  process.exit(1);
}
