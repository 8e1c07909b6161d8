import type { IncomingMessage } from 'node:http';
import { RequestError } from '../../../shared/contracts/errors.ts';

/** By which names a server is asked for. */
export interface OwnName {
  scheme: 'http:' | 'https:';
  /** Whether it is one of its own, with or without a port. */
  isHost: (host: string) => boolean;
  /** What is said to who comes by another. */
  instead: string;
}

/** The names of this machine. */
const LOOPBACK_NAMES = ['127.0.0.1', 'localhost'];
/** A server that only this machine reaches: whoever makes a name of his own lead here has a page that could read what it is told. */
export const LOOPBACK: OwnName = {
  scheme: 'http:',
  isHost: (host) => LOOPBACK_NAMES.includes(host.replace(/:\d+$/, '')),
  instead: '请用 127.0.0.1 或 localhost 访问',
};

/** A server that is asked for by one address alone, `https://desk.example.gov.cn`. */
export const nameOfAddress = (address: string): OwnName => {
  const { protocol, host: own, origin } = new URL(address);
  const scheme = protocol === 'https:' ? protocol : 'http:';
  return {
    scheme,
    isHost: (host) => host !== '' && URL.parse(`${scheme}//${host}`)?.host === own,
    instead: `请用 ${origin} 访问`,
  };
};

/** Throws HOST_UNKNOWN or ORIGIN_FOREIGN: a request that a page of another site has had a browser send. */
export const requireOwn = (
  { headers: { host = '', origin } }: IncomingMessage,
  { scheme, isHost, instead }: OwnName,
): void => {
  if (!isHost(host)) throw new RequestError('HOST_UNKNOWN', instead);
  if (origin !== undefined && origin !== `${scheme}//${host}`) throw foreign();
};

export const foreign = (): RequestError =>
  new RequestError('ORIGIN_FOREIGN', '不接受其他网站的网页发来的请求');
