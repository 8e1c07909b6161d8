import { describe, expect, it } from 'vitest';
import { countedApart } from '../../../shared/deadlines/counted-apart.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import type { CaseCommand } from '../../../shared/rules/decide.ts';
import { at, leader, officer } from '../../support/case-file.ts';
import { assigned, type File, give, open } from '../given.ts';

// What is neither in time nor overdue is counted apart, each for itself.

const NONE = { unconfirmedActCount: 0, lateEntryCount: 0, unapprovedActCount: 0, gradedLate: false };
const counted = (file: File, when: string, bureau = 'leizhou') =>
  countedApart(regulations[bureau]!, file.state, at(when));
const telephoned = (madeAt: string): CaseCommand => ({
  type: 'FileReport',
  kind: 'first',
  form: 'telephone',
  to: ['zhanjiang'],
  madeAt: at(madeAt),
});
const owing = () => open({ level: 'orange', sources: [assigned('03-02 10:00')] });

describe('leizhou 办法 第二十二条(二)橙+ 电话: what was entered after its limit', () => {
  it.each([
    ['03-02 12:59:59', 0],
    ['03-02 13:00:00', 0],
    ['03-02 13:00:01', 1],
  ])('entered at %s as made at 12:00, due at 13:00: %i', (when, count) => {
    const file = owing();
    expect(give(file, when, officer, telephoned('03-02 12:00'))).toBe('done');
    expect(counted(file, when)).toEqual({ ...NONE, lateEntryCount: count });
  });

  it('counts no more once somebody else has verified it, nor what was made late', () => {
    const file = owing();
    give(file, '03-02 13:30', officer, telephoned('03-02 12:00'));
    const act = file.log.length;
    expect(counted(file, '03-02 13:30').lateEntryCount).toBe(1);
    expect(
      give(file, '03-02 14:00', leader, { type: 'ConfirmAct', act, agree: true, reference: '值班室收' }),
    ).toBe('done');
    expect(counted(file, '03-02 14:00')).toEqual(NONE);
    const late = owing();
    give(late, '03-02 13:30', officer, telephoned('03-02 13:10'));
    expect(counted(late, '03-02 13:30')).toEqual(NONE);
  });
});

describe('leizhou 办法 第二十七条(一): what waits for a word, and what went out past a gate', () => {
  it('are counted apart from each other, and a word that was given ends the waiting', () => {
    const file = open({ level: 'red' });
    // Whom it is entered for has to stand in the roster.
    give(file, '03-02 10:01', leader, { type: 'RecordInstruction', from: 'bureau', text: '抓紧办理' });
    const onBehalf = { person: leader.id, channel: '电话', at: at('03-02 10:05'), text: '通报' };
    const approve: CaseCommand = { type: 'RecordAction', action: 'statementApproved', onBehalf };
    expect(give(file, '03-02 10:10', officer, approve)).toBe('done');
    const act = file.log.length;
    expect(counted(file, '03-02 10:10')).toEqual({ ...NONE, unconfirmedActCount: 1 });
    const past: CaseCommand = {
      type: 'RecordPublication',
      form: 'results',
      title: '处置结果',
      happened: { reason: '已在网站发布' },
    };
    expect(give(file, '03-02 10:20', officer, past)).toBe('done');
    expect(counted(file, '03-02 10:20')).toEqual({ ...NONE, unconfirmedActCount: 1, unapprovedActCount: 1 });
    expect(give(file, '03-02 10:30', leader, { type: 'ConfirmAct', act, agree: true })).toBe('done');
    expect(counted(file, '03-02 10:30')).toEqual({ ...NONE, unapprovedActCount: 1 });
  });
});

describe('nanning B 四(四) ⑥ and 四(三) ①: counted alike', () => {
  it('what went out past a gate, and a level determined after the target', () => {
    const file = open({
      bureau: 'nanning',
      level: 'major',
      instants: { detectedAt: '03-02 09:29:59' },
    });
    expect(counted(file, '03-02 10:00', 'nanning')).toEqual({ ...NONE, gradedLate: true });
    const online: CaseCommand = {
      type: 'RecordPublication',
      form: 'online',
      happened: { reason: '已在网站发布' },
    };
    expect(give(file, '03-02 10:10', officer, online)).toBe('done');
    expect(counted(file, '03-02 10:10', 'nanning')).toEqual({
      ...NONE,
      gradedLate: true,
      unapprovedActCount: 1,
    });
  });
});
