import type { DeskPlace } from '../desk-site/config.ts';
import { OPENID, type Settings } from './settings.ts';

/** How a deployment's desk in the browser is told to let people in. */
export const deskPlaceOf = ({ identity, deskShiftHours }: Settings): DeskPlace => {
  const { issuer, clientId, scopes, origins } = identity;
  return {
    login:
      clientId === undefined
        ? { exchange: 'none' }
        : { exchange: 'browser', issuer, clientId, scopes: scopes.filter((scope) => scope !== OPENID) },
    shiftHours: deskShiftHours,
    isExample: false,
    origins,
  };
};

/** What is wanting for anybody to log in at the desk; undefined where nothing is. */
export const deskHint = ({ identity }: Pick<Settings, 'identity'>): string | undefined =>
  identity.clientId === undefined
    ? '没有设置 identity.clientId(统一身份认证为值班台登记的客户端编号),值班台不能登录;接口照常'
    : undefined;
