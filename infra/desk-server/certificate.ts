import { X509Certificate } from 'node:crypto';
import { readFileSync, unwatchFile, watchFile } from 'node:fs';
import type { Server as HttpServer } from 'node:http';
import { Server } from 'node:https';
import { createSecureContext } from 'node:tls';
import { messageOf } from '../command-line.ts';

/** Where the office's certificate and its key lie, both PEM. */
export interface CertificateFiles {
  certificate: string;
  key: string;
}
export interface CertificateText {
  cert: Buffer;
  key: Buffer;
  /** An instant. */
  validUntil: string;
}

const read = (what: string, path: string): Buffer => {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Error(`读不到${what} ${path}`, { cause: error });
  }
};

/** Reads both. Throws in Chinese when one is not there, or they do not belong together. */
export const readCertificate = ({ certificate, key }: CertificateFiles): CertificateText => {
  const text = { cert: read('证书', certificate), key: read('证书私钥', key) };
  try {
    createSecureContext(text);
    return { ...text, validUntil: new X509Certificate(text.cert).validToDate.toISOString() };
  } catch (error) {
    throw new Error(`证书 ${certificate} 和私钥 ${key} 不能使用(不是 PEM,或两者不配套)`, { cause: error });
  }
};

const LOOKS_EVERY_MILLISECONDS = 30_000;

/**
 * Has a server go on with the office's new certificate when its files change, and on SIGHUP; with the one that it has while the new
 * one is of no use. Answers how this ends.
 */
export const renewCertificate = (
  server: HttpServer,
  files: CertificateFiles,
  interval = LOOKS_EVERY_MILLISECONDS,
): (() => void) => {
  const renew = (): void => {
    try {
      const text = readCertificate(files);
      if (server instanceof Server) server.setSecureContext(text);
      console.log(`已换用新证书,有效期至 ${text.validUntil.slice(0, 10)}`);
    } catch (error) {
      console.error(`仍用原证书:${messageOf(error)}`);
    }
  };
  const paths = Object.values(files);
  for (const path of paths) watchFile(path, { interval, persistent: false }, renew);
  process.on('SIGHUP', renew);
  return () => {
    for (const path of paths) unwatchFile(path, renew);
    process.off('SIGHUP', renew);
  };
};
