import { PublishCommand, type PublishCommandInput, SNSClient } from '@aws-sdk/client-sns';
import type { BridgeMessage, Sms } from '../notices/sms.ts';

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
  relays: true,
  send: (to, { templateId, text, variables }, sending) => {
    const message: BridgeMessage = {
      to,
      templateId,
      variables,
      text,
      ...(sending === undefined ? {} : { key: sending.key }),
    };
    return publish(client, { TopicArn: topicArn, Message: JSON.stringify(message) });
  },
});
