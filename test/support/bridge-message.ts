import type { HandOver } from '../../shared/case/events.ts';
import type { BridgeMessage } from '../../shared/notices/sms.ts';

/** A text as the SMS topic carries it. */
export const message: BridgeMessage = {
  to: '+8613800000001',
  templateId: 'SX05',
  variables: { case: 'LZ2026-0001', duty: '书面报告' },
  text: '【雷州市监】……',
};

/** One text to the only person of a role. */
export const texted = (person: string, text = '短信'): Required<Pick<HandOver, 'among' | 'to'>> => ({
  among: [person],
  to: { address: person, person, name: '某人', mobile: '138****0000', tries: 0, text, messageId: 'm' },
});
