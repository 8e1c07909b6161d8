import { GatewayRefused } from '../../functions/bridge-sms/gateway.ts';
import { createBridgeSms } from '../../functions/bridge-sms/handler.ts';
import { buildSystem } from '../../functions/system.ts';
import { createTopicSms } from '../../shared/aws/sns-sms.ts';
import { BridgeMessage } from '../../shared/notices/sms.ts';
import { createSentTexts } from '../../shared/records/texts/sent-texts.ts';
import { createOffice, type Office, type OfficeSettings } from '../support/office.ts';

/** What a gateway was asked, and by which key. */
export interface Asked {
  message: BridgeMessage;
  key: string;
}
export interface Bridged {
  office: Office;
  /** What SNS has and no bridge was run on. */
  topic: string[];
  gateway: {
    /** Every request, whatever was answered. */
    asked: Asked[];
    /** What was taken. */
    taken: Asked[];
    isDown: boolean;
    /** What the next requests are answered, before `isDown` is looked at; undefined takes the text. */
    answers: (Error | undefined)[];
    onAsked?: () => void;
    /** Called while a text is being taken. */
    onTaken?: (asked: Asked) => Promise<unknown>;
  };
  pauses: number[];
  /** Runs the bridge on one message, as SNS calls it. */
  bridge: (message: string, id?: string) => Promise<void>;
  /** Runs the bridge on all that the topic has; rejects as the bridge does. */
  carry: () => Promise<void>;
}

export const runAsNobody = <T>(_: string, run: () => Promise<T>): Promise<T> => run();

export const passing = (): Error => new GatewayRefused('短信网关答复503', false);
export const lasting = (): Error => new GatewayRefused('短信网关答复400', true);

/** An office whose texts go over the topic and the bridge to a gateway. */
export const createBridged = async (settings: Omit<OfficeSettings, 'sms'> = {}): Promise<Bridged> => {
  const topic: string[] = [];
  const client = {
    send: async ({ input }: { input: { Message?: string | undefined } }) => {
      topic.push(input.Message ?? '');
      return { MessageId: `sns-${topic.length}` };
    },
  };
  const office = await createOffice({ ...settings, sms: createTopicSms('arn:topic', client) });
  const gateway: Bridged['gateway'] = { asked: [], taken: [], isDown: false, answers: [] };
  const pauses: number[] = [];
  const { system } = office;
  const { during = runAsNobody } = settings.watch ?? {};
  const create = () =>
    createBridgeSms({
      // Each call is a cold one: it remembers nothing.
      ...buildSystem(system),
      sentTexts: createSentTexts(system.table),
      gateway: async (message, key) => {
        gateway.asked.push({ message, key });
        gateway.onAsked?.();
        const answer = gateway.answers.length > 0 ? gateway.answers.shift() : undefined;
        if (answer !== undefined) throw answer;
        if (gateway.isDown) throw passing();
        gateway.taken.push({ message, key });
        await gateway.onTaken?.({ message, key });
      },
      wait: async (milliseconds) => pauses.push(milliseconds),
    });
  const bridge = (message: string, id = 'sns'): Promise<void> =>
    during('bridge-sms', () => create()({ Records: [{ Sns: { MessageId: id, Message: message } }] }));
  const carry = async (): Promise<void> => {
    let refused: unknown;
    for (let next = topic.shift(); next !== undefined; next = topic.shift())
      await bridge(next).catch((error: unknown) => {
        refused = error;
      });
    if (refused !== undefined) throw refused;
  };
  return { office, topic, gateway, pauses, bridge, carry };
};

/** The message as an object. */
export const messageIn = (text: string): BridgeMessage => BridgeMessage.parse(JSON.parse(text));
