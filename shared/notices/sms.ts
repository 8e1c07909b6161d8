import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import * as z from 'zod/mini';
import { MobileNumber } from '../contracts/roster.ts';
import type { Message } from './templates.ts';

/** The notice that a message carries: by it a gateway's failure finds its way back into the case's file. */
export const About = z.object({ caseId: z.string(), notice: z.string() });
export type About = z.infer<typeof About>;

/** Hands one message over to a gateway; resolves with its id, throws when it was not taken. */
export interface Sms {
  send(to: string, message: Message, about?: About): Promise<string>;
}

/** What the SMS topic carries to the bridge. */
export const BridgeMessage = z.object({
  to: MobileNumber,
  templateId: z.string(),
  variables: z.record(z.string(), z.string()),
  text: z.string(),
  about: z.optional(About),
});
export type BridgeMessage = z.infer<typeof BridgeMessage>;

/** SNS directly to the phone. The template id and variables go along for gateways that only take those. */
export const createSnsSms = (client: SNSClient = new SNSClient()): Sms => ({
  send: async (to, { templateId, text, variables }) => {
    const answer = await client.send(
      new PublishCommand({
        PhoneNumber: to,
        Message: text,
        MessageAttributes: {
          'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' },
          'Shixian.TemplateId': { DataType: 'String', StringValue: templateId },
          'Shixian.Variables': { DataType: 'String', StringValue: JSON.stringify(variables) },
        },
      }),
    );
    return answer.MessageId ?? '';
  },
});

/** An SNS topic, from which the bridge takes messages to the government's own SMS gateway. */
export const createTopicSms = (topicArn: string, client: SNSClient = new SNSClient()): Sms => ({
  send: async (to, { templateId, text, variables }, about) => {
    const message: BridgeMessage = {
      to,
      templateId,
      variables,
      text,
      ...(about === undefined ? {} : { about }),
    };
    const answer = await client.send(
      new PublishCommand({ TopicArn: topicArn, Message: JSON.stringify(message) }),
    );
    return answer.MessageId ?? '';
  },
});
