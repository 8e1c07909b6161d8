import { describe, expect, it } from 'vitest';
import { OfficeCommand } from '../../../shared/contracts/commands.ts';

const AT = '2026-03-02T08:00:00+08:00';
/** Every command that names a paper or a call by its number. */
const naming = (word: string): object[] => [
  { type: 'AddSource', source: { kind: 'zhanjiang-assigned', reference: word } },
  { type: 'CorrectInstant', instant: 'receivedAt', at: AT, reason: '笔误', reference: word },
  { type: 'ReleaseDuty', duty: 'zhanjiangWritten', document: word, reason: '来文免报' },
  { type: 'SetDeadline', duty: 'reportCityGovernment', due: AT, reason: '另有规定', reference: word },
  { type: 'ConfirmAct', act: 3, agree: true, reference: word },
];
const refused = (word: string) =>
  naming(word).map((command) => {
    const { success, error } = OfficeCommand.safeParse(command);
    return success ? '' : error.issues[0]?.message;
  });

describe('the number of a paper or call', () => {
  it.each(['。', '无', '1', ' - ', '…无。', ''])('“%s” is none', (word) => {
    for (const message of refused(word)) expect(message).toMatch(/至少两个字/);
  });
  it.each(['1号', '湛市监〔2026〕1号', '李科长3月2日8时来电', 'No12'])('“%s” is one', (word) => {
    expect(refused(word)).toEqual(['', '', '', '', '']);
  });
});
