import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod/mini';
import { BridgeMessage } from '../../shared/notices/sms.ts';
import type { Office } from '../../shared/office/office.ts';
import { createRecordUndelivered } from '../../shared/office/record-undelivered.ts';
import type { Cases } from '../../shared/records/cases.ts';
import { SecretMissing } from '../../shared/secrets/secrets.ts';
import { type PartsOf, task } from '../lambda.ts';
import { type Gateway, GatewayRefused } from './gateway.ts';

interface Dependencies {
  cases: Cases;
  office: Office;
  gateway: Gateway;
  onProblem: (what: string, error: unknown) => void;
  /** Waits so many milliseconds. */
  wait?: (milliseconds: number) => Promise<unknown>;
}

/** What SNS hands to a function. */
const SnsEvent = z.object({
  Records: z
    .array(z.object({ Sns: z.object({ MessageId: z.string(), Message: z.string() }) }))
    .check(z.minLength(1)),
});
type SnsEvent = z.infer<typeof SnsEvent>;

/**
 * By this the gateway sees a repeat: the same notices to the same person, even when SNS got the message twice or an
 * operator sends a dead letter again. A message of no case has only its own id.
 */
const keyOf = ({ about, to }: BridgeMessage, messageId: string): string =>
  about.length === 0
    ? messageId
    : createHash('sha256')
        .update([to, ...about.map(({ caseId, notice, tries }) => `${caseId}#${notice}#${tries}`)].join('\n'))
        .digest('hex');

const why = (error: unknown): string => {
  if (error instanceof GatewayRefused) return error.message;
  return error instanceof SecretMissing ? '短信网关的密钥缺失或无效' : '短信转发程序出错';
};

const PAUSES_MILLISECONDS = [1_000, 3_000];

/**
 * Takes messages from the SMS topic to the gateway. What the gateway does not take becomes a telephone task in the case's
 * file within seconds; then this throws, so that Lambda tries twice more and finally puts the message into the
 * dead-letter queue, which alarms.
 */
export const createBridgeSms = ({ cases, office, gateway, onProblem, wait = pause }: Dependencies) => {
  const handOver = async (message: BridgeMessage, key: string): Promise<void> => {
    for (const milliseconds of PAUSES_MILLISECONDS) {
      try {
        return await gateway(message, key);
      } catch (error) {
        if (error instanceof SecretMissing || (error instanceof GatewayRefused && error.isLasting))
          throw error;
        await wait(milliseconds);
      }
    }
    await gateway(message, key);
  };

  const record = createRecordUndelivered({ cases, office });

  return async (event: SnsEvent): Promise<{ handedOver: number }> => {
    for (const { Sns } of event.Records) {
      const message = BridgeMessage.parse(JSON.parse(Sns.Message));
      try {
        await handOver(message, keyOf(message, Sns.MessageId));
      } catch (error) {
        onProblem(`sms ${message.templateId}`, error);
        for (const about of message.about)
          await record(about, why(error)).catch((lost: unknown) =>
            onProblem(`${about.caseId} undelivered`, lost),
          );
        throw error;
      }
    }
    return { handedOver: event.Records.length };
  };
};

export const bridgeSms = (parts: PartsOf<typeof createBridgeSms>) => task(SnsEvent, createBridgeSms(parts));
