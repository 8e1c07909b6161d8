import { describe, expect, it } from 'vitest';
import { render } from '../../../../shared/notices/render.ts';
import { assigned, correct, open as found } from '../../../readings/given.ts';
import { at, head, leader, officer } from '../../../support/case-file.ts';
import { noticesOf, open } from '../commands/given.ts';
import { draft, lastDraft, orange, sign } from '../orders/given.ts';
import { lastSaid } from './given.ts';

describe('what the file says', () => {
  it('of flags: those that are set and those that are taken off, apart', () => {
    const file = open('yellow', { flags: ['secret'] });
    const change = (add: string[], remove: string[]) =>
      ({ type: 'SetFlags', add, remove, reason: '核实' }) as const;
    const byPaper = { ...change(['political'], ['secret']), reference: '保密〔2026〕3号' };
    expect(file.give('03-02 11:00', leader, byPaper).refusal).toBeNull();
    expect(lastSaid(file)).toMatch(/^标记涉政治[^,;]*,取消标记涉密[^,;]*:核实\(依据保密〔2026〕3号\)/);
    file.give('03-02 11:10', leader, change([], ['political']));
    expect(lastSaid(file)).toMatch(/^取消标记涉政治[^,;]*:核实/);
  });

  it('leizhou 预案 1.6 ④: of a hold after the limit, that it excuses nothing', () => {
    const file = open('red');
    file.give('03-02 10:30:01', officer, { type: 'ConfirmGrade', level: 'red' });
    file.give('03-05 10:00', leader, { type: 'HoldDuty', duty: 'publicResponse', reason: '先行救援' });
    expect(lastSaid(file)).toContain('(时限已过,不免除逾期)');
  });

  it('of a corrected receipt, which one it is', () => {
    const [one, two] = [assigned('03-02 08:00', '1号'), assigned('03-02 08:00', '2号')];
    const file = found({ level: 'orange', when: '03-02 10:30', by: officer, sources: [one, two] });
    const reference = '通话记录';
    file.give('03-02 10:40', head, correct('receivedAt', '03-02 10:00', { source: '2号', reference }));
    expect(lastSaid(file)).toMatch(
      /^更正“[^“”\w]+”\(2号\)收到时间:由3月2日8时改为3月2日10时,依据通话记录:核实/,
    );
  });
});

describe('what somebody wrote with a stop at its end, within a sentence', () => {
  it('办法 第三十三条 ①: a 督办通知 and its text message', () => {
    const file = orange();
    file.give('03-02 09:00', officer, draft('处置不力。'));
    const { events } = file.give('03-02 09:10', head, sign(lastDraft(file)));
    expect(file.state.orders[0]!.issued!.text).toContain(':处置不力。依据《');
    expect(file.state.orders[0]!.reason).toBe('处置不力。');
    expect(noticesOf(events)[0]!.variables).toMatchObject({ duty: '处置不力' });
  });

  it('a 批示: its text message is one sentence', () => {
    const file = open();
    const deadline = at('03-03 12:00');
    const asked = { from: 'bureau', text: '速办。', task: '查清来源。', deadline } as const;
    const { events } = file.give('03-02 11:00', leader, { type: 'RecordInstruction', ...asked });
    const { duty, variables } = noticesOf(events)[0]!;
    const { name, toldAs } = file.duty(duty!)!;
    expect(name).toBe('落实批示:查清来源');
    const { text } = render('instructed', {
      ...variables,
      sign: '雷州市监',
      case: '1',
      level: '黄',
      duty: toldAs!,
    });
    expect(text).toBe('【雷州市监】1(黄)请于3月3日12时前落实领导批示,并报告办理情况。');
  });
});

describe('an entry of the log goes by one name', () => {
  it.each([
    { by: head, command: { type: 'CompleteAct', act: 1, summary: '已核查' } },
    { by: head, command: { type: 'ConfirmAct', act: 1, agree: true } },
    { by: leader, command: { type: 'ConfirmRelease', act: 1 } },
    { by: head, command: { type: 'VoidOrder', order: 1, reason: '有误' } },
  ] as const)('in the refusal of $command.type', ({ by, command }) => {
    expect(open().give('03-02 11:00', by, command).refusal?.message).toContain('案卷日志第1条');
  });

  it('in the file', () => {
    const file = open();
    file.give('03-02 11:00', officer, { type: 'RecordMeeting', madeAt: at('03-02 10:50') });
    file.give('03-02 11:10', officer, { type: 'WithdrawAct', act: 2, reason: '录错' });
    expect(lastSaid(file)).toContain('撤回案卷日志第2条:录错');
  });
});
