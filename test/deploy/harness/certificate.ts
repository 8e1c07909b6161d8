import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';

export interface Certificate {
  /** Paths of the two files. */
  readonly certificate: string;
  readonly key: string;
}

/** A certificate for this machine alone, valid for two days, in `folder`: everything here speaks TLS, as AWS does. */
export const createCertificate = async (folder: string): Promise<Certificate> => {
  const certificate = `${folder}/certificate.pem`;
  const key = `${folder}/key.pem`;
  await promisify(execFile)('openssl', [
    ...['req', '-x509', '-nodes', '-days', '2', '-subj', '/CN=localhost'],
    ...['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-keyout', key, '-out', certificate],
    ...[
      '-addext',
      'subjectAltName=DNS:localhost,DNS:*.execute-api.localhost,IP:127.0.0.1',
      '-addext',
      'basicConstraints=critical,CA:TRUE',
    ],
  ]);
  return { certificate, key };
};

/** The certificate's content, for a server of this process. */
export const readPem = ({ certificate, key }: Certificate) => ({
  cert: readFileSync(certificate),
  key: readFileSync(key),
});
