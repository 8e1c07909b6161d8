import { CASE_VERSION } from '../../shared/contracts/api/headers.ts';
import { RequestError } from '../../shared/contracts/errors.ts';
import type { HttpEvent } from '../http.ts';

/** The version of the case on which the giver of a command has decided, if he says so. Throws INVALID (422). */
export const decidedOnIn = ({ headers }: HttpEvent): number | undefined => {
  const given = headers['if-match'];
  if (given === undefined) return undefined;
  const [, quoted, bare] = CASE_VERSION.exec(given.trim()) ?? [];
  const version = quoted ?? bare;
  if (version === undefined) throw new RequestError('INVALID', 'if-match 应为案卷的版本号,写作 "12" 或 12');
  return Number(version);
};
