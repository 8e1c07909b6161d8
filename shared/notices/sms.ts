import { PublishCommand, type PublishCommandInput, SNSClient } from '@aws-sdk/client-sns';
import * as z from 'zod/mini';
import { MobileNumber } from '../contracts/roster.ts';
import type { Message } from './render.ts';

/** A notice that a message carries, and to whom: by it a gateway's refusal finds its way into the case's file. */
export const About = z.object({
  caseId: z.string(),
  notice: z.string(),
  address: z.string(),
  person: z.string(),
  tries: z.int(),
});
export type About = z.infer<typeof About>;

/** Hands one message over to a gateway; resolves with its id, throws when it was not taken. */
export interface Sms {
  send(to: string, message: Message, about?: readonly About[]): Promise<string>;
}

/** What the SMS topic carries to the bridge. */
export const BridgeMessage = z.object({
  to: MobileNumber,
  templateId: z.string(),
  variables: z.record(z.string(), z.string()),
  text: z.string(),
  about: z._default(z.array(About), []),
});
export type BridgeMessage = z.infer<typeof BridgeMessage>;

/** As much of the SNS client as sending takes. */
interface SnsClient {
  send(command: PublishCommand): Promise<{ MessageId?: string }>;
}

/** SNS's own words about a refusal quote the telephone number, and end up in logs: only its kind of error is kept. */
const publish = async (client: SnsClient, input: PublishCommandInput): Promise<string> => {
  try {
    return (await client.send(new PublishCommand(input))).MessageId ?? '';
  } catch (error) {
    throw Object.assign(new Error('SNS did not take the message'), {
      name: error instanceof Error ? error.name : 'Unknown',
    });
  }
};

/** SNS directly to the phone. The template id and variables go along for gateways that only take those. */
export const createSnsSms = (client: SnsClient = new SNSClient()): Sms => ({
  send: (to, { templateId, text, variables }) =>
    publish(client, {
      PhoneNumber: to,
      Message: text,
      MessageAttributes: {
        'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' },
        'Shixian.TemplateId': { DataType: 'String', StringValue: templateId },
        'Shixian.Variables': { DataType: 'String', StringValue: JSON.stringify(variables) },
      },
    }),
});

/** An SNS topic, from which the bridge takes messages to the government's own SMS gateway. */
export const createTopicSms = (topicArn: string, client: SnsClient = new SNSClient()): Sms => ({
  send: (to, { templateId, text, variables }, about = []) => {
    const message: BridgeMessage = {
      to,
      templateId,
      variables,
      text,
      about: [...about],
    };
    return publish(client, { TopicArn: topicArn, Message: JSON.stringify(message) });
  },
});
