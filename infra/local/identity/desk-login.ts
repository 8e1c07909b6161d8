import type { DeskLogin } from '../../../shared/contracts/desk/config.ts';

/** The desk in the browser as the machine's own provider knows it. */
export const CLIENT = 'shixian-desk';
/** How long who has logged in stays so. */
export const SHIFT_HOURS = 12;

/** How people come in at this machine's desk: by its own provider, `own`, or by the office's. */
export const deskLoginFor = (
  own: string,
  office: { issuer: string; client?: string | undefined } | undefined,
): DeskLogin => {
  if (office === undefined) return { exchange: 'browser', issuer: own, clientId: CLIENT, scopes: [] };
  const { issuer, client } = office;
  return client === undefined
    ? { exchange: 'none' }
    : { exchange: 'browser', issuer, clientId: client, scopes: [] };
};
