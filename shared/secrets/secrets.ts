/** A secret that the deployment names and that is not there, or holds nothing. The name is told, never the value. */
export class SecretMissing extends Error {
  override name = 'SecretMissing';
  readonly secret: string;
  constructor(secret: string, why: string) {
    super(`Secret ${secret}: ${why}`);
    this.secret = secret;
  }
}

/** Reads a secret's text by its ARN or name. Throws SecretMissing. */
export type ReadSecret = (name: string) => Promise<string>;
