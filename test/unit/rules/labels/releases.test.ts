import { describe, expect, it } from 'vitest';
import { at, head, leader } from '../../../support/case-file.ts';
import { open } from '../commands/given.ts';
import { lastSaid } from './given.ts';

describe('a superior’s 批示 that he no longer wants answered', () => {
  it('is called by its own words when it is released, confirmed and documented', () => {
    const file = open();
    const asked = { from: 'superior', text: '速报', task: '查清来源', deadline: at('03-04 10:00') } as const;
    file.give('03-02 11:00', head, { type: 'RecordInstruction', ...asked });
    const duty = `instruction-${file.state.instructions[0]!.entry}`;
    const call = { post: '值班室', at: at('03-02 12:00') };
    file.give('03-02 12:10', head, { type: 'ReleaseDuty', duty, call, reason: '已知' });
    expect(lastSaid(file)).toContain('收文机关同意免报“落实批示:查清来源”(值班室3月2日12时来电,待补来文)');
    const act = file.state.releases[0]!.entry;
    file.give('03-02 12:20', leader, { type: 'ConfirmRelease', act });
    expect(lastSaid(file)).toContain('确认收文机关同意免报“落实批示:查清来源”');
    file.give('03-02 12:30', head, { type: 'ReleaseDuty', duty, document: '〔2026〕8号', reason: '已知' });
    expect(lastSaid(file)).toBe('补来文〔2026〕8号:免报“落实批示:查清来源”');
  });

  it('one of the regulation goes by the regulation’s name', () => {
    const sources = [{ kind: 'zhanjiang-assigned', receivedAt: at('03-02 10:00') }];
    const file = open('orange', { sources });
    const released = { duty: 'zhanjiangTelephone', document: '8号', reason: '已知' };
    file.give('03-02 10:40', head, { type: 'ReleaseDuty', ...released });
    expect(lastSaid(file)).toMatch(/^收文机关同意免报“[^“”\w]+”\(8号\)/);
    expect(file.state.releases[0]).not.toHaveProperty('name');
  });
});
