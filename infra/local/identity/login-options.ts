import { ClaimNames } from '../../../shared/contracts/environment.ts';
import type { CommandOption } from '../../command-line.ts';
import type { OfficeLogin } from './doors.ts';

/** The options that point a bureau on this machine at the office's own issuer. */
export const LOGIN_OPTIONS = {
  issuer: {
    type: 'string',
    value: '地址',
    about: '以统一身份认证登录(OpenID 签发者的地址);不写为本机演示人员',
  },
  audience: { type: 'string', value: '受众', about: '统一身份认证为本系统登记的受众(aud)' },
  client: {
    type: 'string',
    value: '客户端',
    about: '统一身份认证为值班台登记的客户端编号(client_id);不写则值班台不能登录,接口照常',
  },
  claim: {
    type: 'string',
    value: '名称=声明',
    about: '令牌中的声明:person、name、role、unit;不写为 sub、name、role、unit',
    multiple: true,
  },
} as const satisfies Record<string, CommandOption>;

interface Given {
  issuer?: string | undefined;
  audience?: string | undefined;
  client?: string | undefined;
  claim?: string[] | undefined;
}

const isUsable = (text: string): boolean => {
  const url = URL.parse(text);
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && url.hostname === '127.0.0.1');
};

const claimsFrom = (pairs: readonly string[]): ClaimNames => {
  const given = pairs.map((pair) => pair.split('=', 2));
  const { data } = ClaimNames.safeParse(Object.fromEntries(given));
  if (data === undefined || given.some(({ length }) => length < 2))
    throw new Error('--claim 应写作 名称=声明,名称为 person、name、role 或 unit,如 role=realm_access.roles');
  return data;
};

/** The office's issuer; undefined where the machine's own is meant. Throws an Error in Chinese. */
export const readLogin = ({ issuer, audience, client, claim = [] }: Given): OfficeLogin | undefined => {
  if (issuer === undefined) {
    if (audience !== undefined || client !== undefined || claim.length > 0)
      throw new Error('--audience、--client 和 --claim 与 --issuer 一起写');
    return undefined;
  }
  if (!isUsable(issuer)) throw new Error(`--issuer 应为 https 地址,现为“${issuer}”`);
  if (audience === undefined || audience === '') throw new Error('写了 --issuer 的,须同时写 --audience');
  if (client === '') throw new Error('--client 不能为空');
  return { issuer, audience, client, claims: claimsFrom(claim) };
};
