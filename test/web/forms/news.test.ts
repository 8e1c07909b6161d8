import { describe, expect, it } from 'vitest';
import { isNews } from '../../../shared/contracts/desk/news.ts';
import type { LogEntry } from '../../../web/model/forms/case-lists.ts';
import { meanwhile } from '../../../web/model/forms/guide/meanwhile.ts';
import { NOW } from './bureau-forms.ts';

const entry = (version: number, command: string, role: string, ...types: string[]): LogEntry =>
  ({
    ...{ version, command, actor: { id: role, name: '甲', role }, labels: [`第${version}条`] },
    ...{ events: types.map((type) => ({ type })), localTime: '2026-03-02T22:50:00+08:00' },
  }) as unknown as LogEntry;

describe('news of a case', () => {
  it('is what somebody has done, and what a feed or the calendar has brought in', () => {
    for (const news of [
      entry(1, 'RecordInstruction', 'officeHead', 'InstructionRecorded'),
      entry(2, 'AttachItem', 'system', 'ItemAttached'),
      entry(3, 'AttachItem', 'system', 'ItemAttached', 'LevelChanged'),
      entry(4, 'ApplyOverlay', 'system', 'FlagsChanged'),
    ])
      expect(isNews(news), news.command).toBe(true);
  });

  it('is not what the clocks do by themselves, nor what was refused', () => {
    for (const none of [
      entry(1, 'EnforceStage', 'system', 'NoticesMade'),
      entry(2, 'RecordTextReceipt', 'system', 'TextReceiptRecorded'),
      entry(3, 'Conclude', 'officeHead', 'CommandRefused'),
    ])
      expect(isNews(none), none.command).toBe(false);
  });

  it('that was brought in has to do with every act, and is told in full', () => {
    const brought = entry(2, 'AttachItem', 'system', 'ItemAttached');
    const other = entry(3, 'Acknowledge', 'unitLiaison', 'Acknowledged');
    const { about, others } = meanwhile([brought, other], 'RecordMeeting', [], NOW);
    expect(about.map(({ key }) => key)).toEqual([2]);
    expect(others).toBe('与本次办理无关的1条：第3条');
  });
});
