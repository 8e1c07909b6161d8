import type { BridgeEnvironment } from '../../shared/contracts/environment.ts';
import type { BridgeMessage } from '../../shared/notices/sms.ts';
import { type ReadSecret, SecretMissing } from '../../shared/secrets/secrets.ts';

/** The gateway did not take a message. `isLasting`: it will not take it the next time either. */
export class GatewayRefused extends Error {
  override name = 'GatewayRefused';
  readonly isLasting: boolean;
  constructor(what: string, isLasting: boolean, cause?: unknown) {
    super(what, { cause });
    this.isLasting = isLasting;
  }
}

/** Hands one message to the gateway under a key that makes a repeat visible. Throws GatewayRefused. */
export type Gateway = (message: BridgeMessage, key: string) => Promise<void>;

/** One try; three of them and their pauses fit into the function's time. */
const TRY_MILLISECONDS = 6_000;

/**
 * A government SMS gateway over HTTPS: a registered template and its variables as JSON, the gateway's secret as a bearer
 * token. Another gateway's dialect is another function of this type.
 */
export const createHttpsGateway =
  (gateway: BridgeEnvironment['GATEWAY'], readSecret: ReadSecret, request: typeof fetch = fetch): Gateway =>
  async ({ to, templateId, variables, text }, key) => {
    const template = gateway.templates[templateId];
    if (template === undefined) throw new GatewayRefused(`短信模板${templateId}没有对应的网关模板`, true);
    const secret = (await readSecret(gateway.secret)).trim();
    if (!/^[\x21-\x7e]+$/.test(secret)) throw new SecretMissing(gateway.secret, 'cannot be a bearer token');
    let answer: Response;
    try {
      answer = await request(gateway.url, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${secret}`,
          'content-type': 'application/json; charset=utf-8',
          'idempotency-key': key,
        },
        body: JSON.stringify({ template, phone: to, variables, text }),
        redirect: 'error',
        signal: AbortSignal.timeout(TRY_MILLISECONDS),
      });
    } catch (error) {
      const isSlow = error instanceof Error && error.name === 'TimeoutError';
      // What was wrong with address, certificate or network is for the operators' log; the file says what it meant.
      const { cause = error } = error as { cause?: unknown };
      throw new GatewayRefused(isSlow ? '短信网关超时未答复' : '连接不上短信网关', false, cause);
    }
    await answer.body?.cancel();
    if (answer.ok) return;
    const isLasting = answer.status >= 400 && answer.status < 500 && ![408, 425, 429].includes(answer.status);
    throw new GatewayRefused(`短信网关答复${answer.status}`, isLasting);
  };
