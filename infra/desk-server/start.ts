import { once } from 'node:events';
import type { DeskLogin } from '../../shared/contracts/desk/config.ts';
import { regulationInForce } from '../../shared/regulations/index.ts';
import type { DeskPlace } from '../desk-site/config.ts';
import { deskSiteOf } from '../desk-site/site.ts';
import { listen } from '../local/server/http-server.ts';
import { deskPlaceOf } from '../settings/desk-place.ts';
import type { Settings } from '../settings/settings.ts';
import { bannerText, returnsOf } from './banner.ts';
import { readCertificate, renewCertificate } from './certificate.ts';
import type { Serving } from './options.ts';
import { createDeskServer } from './server.ts';
import { createSignIn } from './sign-in.ts';

type BrowserLogin = Extract<DeskLogin, { exchange: 'browser' }>;
/** As what the desk is registered with the issuer. Throws in Chinese where it is not. */
const registered = ({ login }: DeskPlace): BrowserLogin => {
  if (login.exchange !== 'browser')
    throw new Error('部署设置缺少 identity.clientId:值班台在统一身份认证登记的客户端编号');
  return login;
};

/** Tells of the connection to the API when it is lost, and when it is back. */
const createConnectionLog = (api: string) => {
  let isLost = false;
  return (reason: string | undefined): void => {
    if (reason !== undefined && !isLost) console.error(`连不上接口 ${api}(${reason})`);
    if (reason === undefined && isLost) console.log(`与接口的连接已恢复`);
    isLost = reason !== undefined;
  };
};

/**
 * Reads and makes all that the office's server needs. Throws in Chinese. `open` then has it listen, and answers how it is ended: what is
 * being answered is answered first.
 */
export const prepareDesk = (serving: Serving, settings: Settings) => {
  const place = deskPlaceOf(settings);
  const login = registered(place);
  const { exchange, secret, shiftHours = place.shiftHours, certificate: paths, host, port } = serving;
  const certificate = paths && readCertificate(paths);
  const regulation = regulationInForce(settings.regulation, settings.regulationSettings);
  const contract = {
    authorization: settings.intake.authorization,
    hasReceipts: settings.sms.channel === 'sns-bridge',
  };
  const ways = returnsOf(serving);
  const server = createDeskServer({
    address: serving.address,
    api: serving.api,
    files: deskSiteOf(regulation, contract, {
      ...place,
      login: exchange === 'server' ? { exchange } : login,
      shiftHours,
    }),
    signIn: exchange === 'server' ? createSignIn({ ...login, ...ways, secret }) : undefined,
    claims: settings.identity.claims,
    shiftHours,
    certificate,
    onConnection: createConnectionLog(serving.api),
  });
  const banner = bannerText({
    ...serving,
    bureau: regulation.bureau,
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
      await closed;
    };
  };
  return { banner, open };
};
