import type { BridgeMessage } from '../../shared/notices/sms.ts';

/** A text as the SMS topic carries it. */
export const message: BridgeMessage = {
  to: '+8613800000001',
  templateId: 'SX05',
  variables: { case: 'LZ2026-0001', duty: '书面报告' },
  text: '【雷州市监】……',
  about: [],
};
