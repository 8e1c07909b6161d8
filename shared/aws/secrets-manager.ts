import {
  GetSecretValueCommand,
  InvalidRequestException,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { type ReadSecret, SecretMissing } from '../secrets/secrets.ts';

/** So long a replaced secret may still be in use: an administrator waits this long after replacing one. */
const KEPT_MILLISECONDS = 60_000;
/** So long the last one is used when Secrets Manager does not answer: nobody should miss a text for that. */
const USED_MILLISECONDS = 15 * 60_000;

/** A service that does not answer must not take the time of the function that waits for it. Milliseconds. */
const IMPATIENT = {
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 2_000, throwOnRequestTimeout: true },
};

/** As much of the client of Secrets Manager as reading takes. */
interface SecretsClient {
  send(command: GetSecretValueCommand): Promise<{ SecretString?: string }>;
}

/** Secrets Manager, each secret kept for a minute, and longer while the service is away. `now` in milliseconds. */
export const createSecrets = (
  client: SecretsClient = new SecretsManagerClient(IMPATIENT),
  now: () => number = Date.now,
): ReadSecret => {
  const kept = new Map<string, { text: string; at: number }>();
  return async (name) => {
    const known = kept.get(name);
    const age = known === undefined ? Number.POSITIVE_INFINITY : now() - known.at;
    if (known !== undefined && age < KEPT_MILLISECONDS) return known.text;
    let text: string | undefined;
    try {
      text = (await client.send(new GetSecretValueCommand({ SecretId: name }))).SecretString;
    } catch (error) {
      if (error instanceof ResourceNotFoundException)
        throw new SecretMissing(name, 'does not exist or has no value');
      // AWS's word for one that somebody has marked for deletion.
      if (error instanceof InvalidRequestException) throw new SecretMissing(name, 'is marked for deletion');
      // For a name that does not exist there is nothing that a policy could allow: AWS answers like this then.
      if (error instanceof Error && error.name === 'AccessDeniedException')
        throw new SecretMissing(name, 'does not exist, or may not be read');
      if (known !== undefined && age < USED_MILLISECONDS) return known.text;
      throw error;
    }
    if (text === undefined || text.trim() === '') throw new SecretMissing(name, 'is empty');
    kept.set(name, { text, at: now() });
    return text;
  };
};
