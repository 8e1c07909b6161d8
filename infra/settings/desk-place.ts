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
