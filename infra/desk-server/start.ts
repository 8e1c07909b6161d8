import { once } from 'node:events';
import { listen } from '../local/server/http-server.ts';
import { bannerText, returnsOf } from './banner.ts';
import { type CertificateText, renewCertificate } from './certificate.ts';
import type { Serving } from './options.ts';
import type { Prepared } from './prepare.ts';
import { createDeskServer } from './server.ts';
import { createSignIn } from './sign-in.ts';

const IDLE_MILLISECONDS = 50;

/** Tells of the connection to the API when it is lost, and when it is back. */
const createConnectionLog = (api: string) => {
  let isLost = false;
  return (reason: string | undefined): void => {
    if (reason !== undefined && !isLost) console.error(`连不上接口 ${api}(${reason})`);
    if (reason === undefined && isLost) console.log('与接口的连接已恢复');
    isLost = reason !== undefined;
  };
};

/**
 * The office's server, ready. `open` has it listen, and answers how it is ended: what is being answered is answered first.
 */
export const createDesk = (
  serving: Serving,
  prepared: Prepared,
  certificate: CertificateText | undefined,
) => {
  const { exchange, secret, certificate: paths, host, port, address, api } = serving;
  const { bureau, files, login, claims, shiftHours } = prepared;
  const server = createDeskServer({
    ...{ address, api, files, claims, shiftHours, certificate },
    signIn: exchange === 'server' ? createSignIn({ ...login, ...returnsOf(serving), secret }) : undefined,
    onConnection: createConnectionLog(api),
  });
  const banner = bannerText({
    ...serving,
    bureau,
    issuer: login.issuer,
    certificateUntil: certificate?.validUntil,
    now: new Date(),
  });
  const open = async (): Promise<() => Promise<void>> => {
    await listen(server, port, { host, option: '--listen' });
    const stopRenewing = paths === undefined ? () => undefined : renewCertificate(server, paths);
    return async () => {
      stopRenewing();
      const closed = once(server, 'close');
      server.close();
      // A connection that has been answered is kept open for the next request, which does not come any more.
      const idle = setInterval(() => server.closeIdleConnections(), IDLE_MILLISECONDS);
      await closed;
      clearInterval(idle);
    };
  };
  return { banner, open };
};
