import { ReceiveMessageCommand, type ReceiveMessageCommandOutput, SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod/mini';
import { BridgeMessage } from './sms.ts';

/** The texts that never got to the gateway. They are looked at and left: an operator decides what becomes of them. */
export type ReadDeadLetters = () => Promise<BridgeMessage[]>;

/** What SNS puts there when it cannot call the bridge, and what Lambda does when the bridge failed to the last. */
const Letter = z.union([
  z.object({
    requestPayload: z.object({ Records: z.array(z.object({ Sns: z.object({ Message: z.string() }) })) }),
  }),
  z.object({ Message: z.string() }),
]);
const textsIn = (letter: z.infer<typeof Letter>): string[] =>
  'requestPayload' in letter ? letter.requestPayload.Records.map(({ Sns }) => Sns.Message) : [letter.Message];

/** Long enough to see each message once in one reading, short enough for the alarm to see them all the same. */
const HIDDEN_SECONDS = 20;
const AT_ONCE = 10;
/** More than these are no single failures any more; the rest is seen when some have been cleared away. */
const MOST = 1_000;

/** As much of the SQS client as reading takes. */
interface SqsClient {
  send(command: ReceiveMessageCommand): Promise<Pick<ReceiveMessageCommandOutput, 'Messages'>>;
}

/** The dead-letter queue of the SMS bridge. Throws when it cannot be read; what is no text of ours is passed over. */
export const createDeadLetters =
  (
    queueUrl: string,
    onProblem: (what: string, error: unknown) => void,
    client: SqsClient = new SQSClient(),
  ): ReadDeadLetters =>
  async () => {
    const found: BridgeMessage[] = [];
    let read = 0;
    while (read < MOST) {
      const { Messages = [] } = await client.send(
        new ReceiveMessageCommand({
          QueueUrl: queueUrl,
          MaxNumberOfMessages: AT_ONCE,
          VisibilityTimeout: HIDDEN_SECONDS,
        }),
      );
      if (Messages.length === 0) break;
      read += Messages.length;
      for (const { Body, MessageId } of Messages) {
        try {
          const texts = textsIn(z.parse(Letter, JSON.parse(Body ?? '')));
          found.push(...texts.map((text) => z.parse(BridgeMessage, JSON.parse(text))));
        } catch (error) {
          onProblem(`dead letter ${MessageId}`, error);
        }
      }
    }
    if (read >= MOST) onProblem('dead letters', new Error(`More than ${MOST}: the rest was not looked at`));
    return found;
  };
