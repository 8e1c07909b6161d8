import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { incompleteActs } from '../../../../shared/rules/parts/incomplete.ts';
import {
  act,
  codeOf,
  group,
  head,
  nanning,
  newsLeader,
  openFile,
  openPost,
  person,
  publish,
  unitClerk,
  unitHead,
} from './nanning-file.ts';

describe('nanning B 四(五) ①: the end', () => {
  const conditions = ['handledProperly', 'mediaQuiet', 'publicCalm'];
  const conclude: CaseCommand = { type: 'Conclude', summary: '舆情已经处置完毕' };

  it.each(conditions)('is not reached without %s', (left) => {
    const file = openFile();
    for (const action of conditions.filter((each) => each !== left))
      file.give('03-04 09:00', head, act(action));
    expect(codeOf(file.give('03-04 09:10', head, conclude))).toBe('CONCLUSION_NOT_CLEARED');
    file.give('03-04 09:11', head, act(left));
    expect(codeOf(file.give('03-04 09:12', head, conclude))).toBeNull();
  });

  it('of a 重大 case is not the office’s to declare', () => {
    const file = openFile({ level: 'major', settings: { majorIsImportant: false } });
    for (const action of conditions) file.give('03-04 09:00', head, act(action));
    expect(codeOf(file.give('03-04 09:10', head, conclude))).toBe('ROLE_NOT_ALLOWED');
    expect(codeOf(file.give('03-04 09:11', head, { type: 'DeclareCalm', reason: '平和' }))).toBe(
      'ROLE_NOT_ALLOWED',
    );
    expect(codeOf(file.give('03-04 09:12', newsLeader, conclude))).toBeNull();
  });

  it('names what is still owed', () => {
    const file = openFile({ level: 'major' });
    for (const action of conditions) file.give('03-02 10:00', group, act(action));
    const { refusal } = file.give('03-02 10:01', group, conclude);
    expect(refusal?.code).toBe('DUTIES_UNMET');
    expect(refusal?.message).toContain('通过网络发布权威信息');
    // What the superior is owed outlives the conclusion, and is not asked for here.
    expect(refusal?.message).not.toContain('向上级报告重要敏感负面舆情');
  });

  const ended = (flags: string[]) => {
    const file = openFile({ flags });
    for (const action of conditions) file.give('03-04 09:00', head, act(action));
    file.give('03-04 09:10', head, conclude);
    file.give('03-04 09:10', person('system'), { type: 'Archive' });
    return file;
  };
  it('archives the case, unless the group wants it looked back upon', () => {
    expect(ended([]).state.status).toBe('archived');
    const file = ended(['reviewOrdered']);
    expect(file.state.status).toBe('concluded');
    const points = { 处置回顾: '略', 改进工作的措施: '略', 防止再次出现的措施: '略' };
    const { 处置回顾: _, ...incomplete } = points;
    expect(codeOf(file.give('03-05 09:00', head, { type: 'FileReview', points: incomplete }))).toBeNull();
    expect(file.state.status).toBe('concluded');
    const [{ act } = { act: 0 }] = incompleteActs(nanning, file.state);
    const rest = { fields: { 处置回顾: '略' } };
    expect(codeOf(file.give('03-05 09:01', head, { type: 'CompleteAct', act, ...rest }))).toBeNull();
    expect(file.state.status).toBe('archived');
  });

  it('of a mere post needs no checklist', () => {
    const file = openPost('03-03 09:00');
    file.give('03-03 09:31', unitHead, act('replySigned'));
    file.give('03-03 09:32', unitClerk, publish('firstReply'));
    expect(codeOf(file.give('03-03 10:00', head, conclude))).toBeNull();
  });
});
