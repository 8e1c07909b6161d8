import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import type { Message } from './templates.ts';

/** Hands one message over to a gateway; resolves with its id, throws when it was not taken. */
export interface Sms {
  send(to: string, message: Message): Promise<string>;
}

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
