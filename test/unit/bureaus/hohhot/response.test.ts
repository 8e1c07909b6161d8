import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { concludeCase } from '../../../support/conclude.ts';
import { missingParts } from '../../../support/whole-acts.ts';
import {
  act,
  code,
  type File,
  feedback,
  group,
  head,
  hohhot,
  issue,
  leader,
  message,
  openFile,
  outcomeOf,
  person,
  unitHead,
} from './hohhot-file.ts';

describe('hohhot C 回应: the public response, with the guidance of C 处置 引导', () => {
  it.each(['positiveResponse', 'commentGuidance', 'strongPublicity'])(
    'hohhot C 处置 引导: is begun by %s',
    (action) => {
      const file = openFile();
      file.give('03-02 20:40', head, { type: 'RecordDecision', decision: 'guidanceTier', outcome: '递进' });
      file.give('03-02 20:41', group, act(action));
      expect([outcomeOf(file, 'chooseTier'), outcomeOf(file, 'guidance')]).toEqual([
        'fulfilled',
        'fulfilled',
      ]);
    },
  );

  it('waits for the wording, which the command group does not set by itself', () => {
    const file = openFile();
    const publish: CaseCommand = { type: 'RecordPublication', form: 'officialNotice' };
    expect(code(file.give('03-02 20:40', group, publish))).toBe('PUBLICATION_NOT_CLEARED');
    expect(code(file.give('03-02 20:41', group, act('statementSet')))).toBe('ROLE_NOT_ALLOWED');
    file.give('03-02 20:42', leader, act('statementSet'));
    expect(code(file.give('03-02 20:43', group, publish))).toBeUndefined();
  });

  it.each(['pressConference', 'officialNotice', 'interview'])(
    'of a matter of high attention follows the unit’s feedback and the material, as %s',
    (form) => {
      const file = openFile({ flags: ['highAttention'] });
      expect(file.duty('responseMaterial')?.status).toBe('notStarted');
      file.give('03-02 21:00', unitHead, {
        type: 'FileReport',
        kind: 'handlingFeedback',
        form: 'written',
        to: ['commandGroup'],
      });
      expect(file.duty('responseMaterial')?.status).toBe('listed');
      file.give('03-02 21:10', group, issue('responseMaterial', { 标题: '说明', 正文: '已增开名额' }));
      file.give('03-02 21:11', leader, act('statementSet'));
      file.give('03-02 21:20', group, { type: 'RecordPublication', form });
      expect(outcomeOf(file, 'publicResponse')).toBe('fulfilled');
    },
  );

  it('is not owed of a matter that few attend to', () => {
    expect(openFile().duty('responseMaterial')).toBeUndefined();
    expect(openFile().duty('publicResponse')).toBeUndefined();
  });
});

describe('hohhot C 总结: the special report', () => {
  const points: Record<string, string> = {
    网络舆情发展特点: '集中',
    舆情应对措施及效果: '有效',
    取得的经验: '快',
    存在的问题: '规则不清',
    对策建议: '公开规则',
  };
  const concluded = (): File => {
    const file = openFile();
    file.give('03-03 09:00', group, feedback);
    const outcome = concludeCase(file, '03-04 09:00', head);
    expect(code(outcome)).toBeUndefined();
    return file;
  };

  it.each(Object.keys(points))('without %s it is asked for, and the case is not archived', (point) => {
    const { [point]: _, ...rest } = points;
    const file = concluded();
    expect(code(file.give('03-04 10:00', group, { type: 'FileReview', points: rest }))).toBeUndefined();
    expect(missingParts(hohhot, file.state)).toEqual([point]);
    expect(file.state.status).toBe('concluded');
  });

  it('keeps a concluded case from the archive until it is in', () => {
    const file = concluded();
    file.give('03-04 09:30', person('system'), { type: 'Archive' });
    expect(file.state.status).toBe('concluded');
    file.give('03-04 10:00', group, { type: 'FileReview', points });
    expect(file.state.status).toBe('archived');
  });

  it('is not all: what was asked and not done must be answered for at the conclusion', () => {
    const file = openFile();
    const outcome = file.give('03-03 09:00', head, { type: 'Conclude', summary: '舆情已经处置完毕' });
    expect(code(outcome)).toBe('DUTIES_UNMET');
    // The answer to 宣传网信部门 outlives the conclusion, and is not asked for here.
    expect(message(outcome)).toContain('上报信息');
    expect(message(outcome)).not.toContain('向宣传网信部门书面反馈办理情况');
  });
});
