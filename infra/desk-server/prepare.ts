import type { PackedFile } from '../../functions/serve-files/packed-file.ts';
import type { DeskLogin } from '../../shared/contracts/desk/config.ts';
import type { ClaimNames } from '../../shared/contracts/environment.ts';
import { regulationInForce } from '../../shared/regulations/index.ts';
import { deskSiteOf } from '../desk-site/site.ts';
import { deskPlaceOf } from '../settings/desk-place.ts';
import { readSettings } from '../settings/settings.ts';
import type { Serving } from './options.ts';

export interface ToPrepare extends Pick<Serving, 'exchange' | 'shiftHours'> {
  /** The deployment file. */
  deployment: string;
}
/** Of a bureau's deployment, what its desk is served by. */
export interface Prepared {
  bureau: string;
  files: PackedFile[];
  login: Extract<DeskLogin, { exchange: 'browser' }>;
  claims: ClaimNames;
  shiftHours: number;
}

/** Reads the deployment and makes the desk's files. Throws in Chinese when something is wrong or missing. */
export const prepareDesk = ({ deployment, exchange, shiftHours }: ToPrepare): Prepared => {
  const settings = readSettings(deployment);
  const place = deskPlaceOf(settings);
  const { login } = place;
  if (login.exchange !== 'browser')
    throw new Error(`部署设置 ${deployment} 缺少 identity.clientId:值班台在统一身份认证登记的客户端编号`);
  const regulation = regulationInForce(settings.regulation, settings.regulationSettings);
  const contract = {
    authorization: settings.intake.authorization,
    hasReceipts: settings.sms.channel === 'sns-bridge',
  };
  const hours = shiftHours ?? place.shiftHours;
  return {
    bureau: regulation.bureau,
    files: deskSiteOf(regulation, contract, {
      ...place,
      login: exchange === 'server' ? { exchange } : login,
      shiftHours: hours,
    }),
    login,
    claims: settings.identity.claims,
    shiftHours: hours,
  };
};
