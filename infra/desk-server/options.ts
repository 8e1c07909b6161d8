import { readFileSync } from 'node:fs';
import type { DeskLogin } from '../../shared/contracts/desk/config.ts';
import type { CommandOption } from '../command-line.ts';
import type { CertificateFiles } from './certificate.ts';

/** The secret of a client that is not public, in the environment. */
export const SECRET_VARIABLE = 'SHIXIAN_DESK_CLIENT_SECRET';
const DEFAULT_LISTEN = '127.0.0.1:8080';

export const SERVE_OPTIONS = {
  api: {
    type: 'string',
    value: '网址',
    about: '接口的地址(https),部署完成时写在输出 ApiUrl 中',
  },
  deployment: {
    type: 'string',
    value: '文件',
    about: '部署设置,与部署时的是同一份,不写为 deployment.json',
    default: 'deployment.json',
  },
  listen: {
    type: 'string',
    value: '地址:端口',
    about: `在哪里监听,不写为 ${DEFAULT_LISTEN}(只有本机能访问)`,
  },
  address: { type: 'string', value: '网址', about: '办公室访问所用的网址;只认这个名称' },
  certificate: { type: 'string', value: '文件', about: '本单位的证书(PEM);与 --key 一起写,即以 https 提供' },
  key: { type: 'string', value: '文件', about: '证书的私钥(PEM)' },
  exchange: {
    type: 'string',
    value: '方式',
    about: '登录由谁完成:browser(浏览器)或 server(本进程);不写的,https 为 browser,其余为 server',
  },
  'secret-file': {
    type: 'string',
    value: '文件',
    about: `统一身份认证登记的客户端密钥,也可用环境变量 ${SECRET_VARIABLE};有密钥的由本进程完成登录`,
  },
  'shift-hours': { type: 'string', value: '小时', about: '一次登录最长多久,不写为部署设置的 deskShiftHours' },
  check: { type: 'boolean', about: '只核对设置、证书和文件,不启动', default: false },
} as const satisfies Record<string, CommandOption>;

type Given = Partial<Record<Exclude<keyof typeof SERVE_OPTIONS, 'check'>, string | undefined>>;
export interface Serving {
  host: string;
  port: number;
  /** By which the office asks for it. */
  address: string;
  api: string;
  certificate: CertificateFiles | undefined;
  exchange: Exclude<DeskLogin['exchange'], 'none'>;
  secret: string | undefined;
  /** As given; the deployment's where not. */
  shiftHours: number | undefined;
}

const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/.test(host);
/** Whether a browser has there what a login needs (WebCrypto): a secure context. */
const isSecureContext = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || isLoopback(hostname);
/** Whether what goes to and fro can be read on the way: plain http that others than this machine reach. */
export const isReadable = ({ address }: Pick<Serving, 'address'>): boolean =>
  !isSecureContext(new URL(address));

const readListen = (text: string): { host: string; port: number } => {
  const [, host = '', digits = ''] = /^(\[[\da-f:]+\]|[^:\s]+):(\d{1,5})$/i.exec(text) ?? [];
  const port = Number(digits);
  if (host === '' || port < 1 || port > 65_535)
    throw new Error(`--listen 应写作 地址:端口,如 ${DEFAULT_LISTEN},现为“${text}”`);
  return { host: host.replace(/^\[|\]$/g, ''), port };
};

const isWildcard = (host: string): boolean => host === '0.0.0.0' || host === '::';
const readAddress = (
  given: string | undefined,
  { host, port }: { host: string; port: number },
  hasCertificate: boolean,
): URL => {
  const scheme = hasCertificate ? 'https:' : 'http:';
  if (given === undefined && isWildcard(host))
    throw new Error('监听所有地址的,请用 --address 写明办公室访问所用的网址,如 http://10.0.0.8:8080');
  const text = given ?? `${scheme}//${host.includes(':') ? `[${host}]` : host}:${port}`;
  const url = URL.parse(text);
  const isWhole = url !== null && `${url.origin}/` === url.href;
  if (!isWhole || !['http:', 'https:'].includes(url.protocol))
    throw new Error(`--address 应为不带路径的网址,如 https://desk.example.gov.cn,现为“${text}”`);
  if (hasCertificate && url.protocol !== 'https:') throw new Error('有证书的,--address 应为 https 网址');
  return url;
};

const readApi = (given: string | undefined): string => {
  if (given === undefined) throw new Error('请用 --api 写明接口的地址(部署后输出的 ApiUrl)');
  const url = URL.parse(given);
  const isUsable = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  if (!isUsable || url.search !== '' || url.hash !== '' || url.username !== '')
    throw new Error(`--api 应为 https 地址(本机的可为 http),现为“${given}”`);
  return url.href;
};

const readCertificateFiles = ({ certificate, key }: Given): CertificateFiles | undefined => {
  if (certificate === undefined && key === undefined) return undefined;
  if (certificate === undefined || key === undefined) throw new Error('--certificate 和 --key 一起写');
  return { certificate, key };
};

const readSecret = (file: string | undefined, variable: string | undefined): string | undefined => {
  if (file === undefined) return variable === '' ? undefined : variable;
  let secret: string;
  try {
    secret = readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new Error(`读不到客户端密钥文件 ${file}`, { cause: error });
  }
  if (secret === '') throw new Error(`客户端密钥文件 ${file} 是空的`);
  return secret;
};

const readExchange = (given: string | undefined, address: URL, hasSecret: boolean): Serving['exchange'] => {
  if (given !== undefined && given !== 'browser' && given !== 'server')
    throw new Error(`--exchange 应为 browser 或 server,现为“${given}”`);
  const usual = isSecureContext(address) && !hasSecret ? 'browser' : 'server';
  if (given === 'browser' && usual === 'server')
    throw new Error(
      hasSecret
        ? '浏览器不能保管客户端密钥:请写 --exchange server,或去掉密钥'
        : `浏览器在 ${address.origin} 不能自行登录(不是 https):请写 --exchange server`,
    );
  return given ?? usual;
};

const readHours = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  const hours = Number(text);
  if (!(hours > 0 && hours <= 24)) throw new Error(`--shift-hours 应为大于0、不超过24的数,现为“${text}”`);
  return hours;
};

/** What the command line says. `variable`: the secret of the environment. Throws an Error in Chinese. */
export const readServing = (given: Given, variable: string | undefined): Serving => {
  const place = readListen(given.listen ?? DEFAULT_LISTEN);
  const certificate = readCertificateFiles(given);
  const address = readAddress(given.address, place, certificate !== undefined);
  const secret = readSecret(given['secret-file'], variable);
  return {
    ...place,
    address: address.origin,
    api: readApi(given.api),
    certificate,
    exchange: readExchange(given.exchange, address, secret !== undefined),
    secret,
    shiftHours: readHours(given['shift-hours']),
  };
};
