import { describe, expect, it } from 'vitest';
import { regulations } from '../../../shared/regulations/index.ts';
import type { CaseCommand } from '../../../shared/rules/decide.ts';
import { at, caseFile, chief, head, leader, liaison, officer, opening } from '../../support/case-file.ts';
import { history, orange, progress } from './repetition.ts';

const onBehalf = (local: string): CaseCommand => ({
  type: 'DeclareCalm',
  reason: '已平息',
  onBehalf: { person: chief.id, channel: '电话', at: at(local) },
});
const rekindle = (local: string): CaseCommand => ({
  type: 'Rekindle',
  reason: '又起',
  outbreakAt: at(local),
});
const answer = (act: number, agree: boolean): CaseCommand => ({
  type: 'ConfirmAct',
  act,
  agree,
  ...(agree ? {} : { reason: '没有说过' }),
});
/** 爆发 at 08:00 on 2 March; the chief has acted before, so that the roster knows him. */
const known = () => {
  const file = orange();
  file.give('03-02 10:31', chief, { type: 'RecordInstruction', from: 'bureau', text: '抓紧' });
  return file;
};
/** A calm in the chief's name a quarter of an hour before the first daily report. */
const calmed = () => {
  const file = known();
  expect(file.give('03-03 07:50', officer, onBehalf('03-03 07:45')).refusal).toBeNull();
  return { file, act: file.log.length };
};

describe('leizhou 办法 第二十三条(二)③: a calm that was entered for the chief', () => {
  it('ends the daily report until he denies it, and then it is owed at its own instants', () => {
    const { file, act } = calmed();
    expect(history(file, 'dailyReport')).toEqual([]);
    expect(file.give('03-03 12:00', chief, answer(act, false)).refusal).toBeNull();
    expect(history(file, 'dailyReport')).toEqual([['1.1', at('03-03 08:00'), 'open']]);
  });

  it('starts no new grid when the story flares up: the old one runs on, and its points are missed', () => {
    const { file, act } = calmed();
    expect(file.give('03-03 08:10', officer, rekindle('03-03 08:05')).refusal).toBeNull();
    expect(history(file, 'dailyReport')).toEqual([['1.1', at('03-03 08:00'), 'open']]);
    file.runTo('03-04 09:00');
    const missed = [
      ['1.1', at('03-03 08:00'), 'missed'],
      ['1.2', at('03-04 08:00'), 'open'],
    ];
    expect(history(file, 'dailyReport')).toEqual(missed);
    expect(file.give('03-04 10:00', chief, answer(act, false)).refusal).toBeNull();
    expect(history(file, 'dailyReport')).toEqual(missed);
    expect(file.state.outbreaks).toHaveLength(1);
  });

  it.each([
    ['03-04 07:59:59', 'fulfilled'],
    ['03-04 08:00:00', 'fulfilled'],
    ['03-04 08:00:01', 'fulfilledLate'],
  ])('after the flare a report at %s is %s by the old grid', (when, outcome) => {
    const { file } = calmed();
    file.give('03-03 07:55', officer, rekindle('03-03 07:55'));
    file.give('03-03 07:56', liaison, progress());
    file.give(when, liaison, progress());
    expect(history(file, 'dailyReport').find(([name]) => name === '1.2')).toEqual([
      '1.2',
      at('03-04 08:00'),
      outcome,
    ]);
  });

  it('once he confirms it, what flared up after it began anew, and what passed before his word stays missed', () => {
    const { file, act } = calmed();
    file.give('03-03 08:10', officer, rekindle('03-03 08:05'));
    expect(file.give('03-03 12:00', chief, answer(act, true)).refusal).toBeNull();
    expect(history(file, 'dailyReport')).toEqual([
      ['1.1', at('03-03 08:00'), 'missed'],
      ['2.1', at('03-04 08:05'), 'open'],
    ]);
    expect(file.state.outbreaks.map(({ number, calmedAt }) => [number, calmedAt])).toEqual([
      [1, at('03-03 07:45')],
      [2, null],
    ]);
  });

  it('confirmed after the story was calmed again, it splits nothing', () => {
    const { file, act } = calmed();
    file.give('03-03 08:10', officer, rekindle('03-03 08:05'));
    expect(file.give('03-03 18:00', chief, { type: 'DeclareCalm', reason: '平息' }).refusal).toBeNull();
    file.give('03-03 19:00', chief, answer(act, true));
    expect(file.state.outbreaks).toHaveLength(1);
    expect(history(file, 'weeklyReport')).toEqual([['1.1', at('03-11 00:00'), 'open']]);
  });

  it('nothing of it gives the clerk time: an outbreak that he names after it is owed nothing anew', () => {
    const { file } = calmed();
    file.give('03-03 08:10', officer, rekindle('03-03 08:05'));
    const later: CaseCommand = {
      type: 'CorrectInstant',
      instant: 'outbreakAt',
      at: at('03-03 08:05'),
      reason: '核实',
    };
    expect(file.give('03-03 08:11', officer, later).refusal?.code).toBe('ROLE_NOT_ALLOWED');
    expect(file.due('dailyReport')).toBe(at('03-03 08:00'));
  });
});

describe('a calm that is taken back after the story flared up', () => {
  const flared = () => {
    const file = known();
    file.give('03-03 07:50', chief, { type: 'DeclareCalm', reason: '平息', calmedAt: at('03-03 07:45') });
    const act = file.log.length;
    file.give('03-03 08:10', officer, rekindle('03-03 08:05'));
    expect(history(file, 'dailyReport')).toEqual([['2.1', at('03-04 08:05'), 'open']]);
    return { file, act };
  };

  it('brings the old grid back, under its own names', () => {
    const { file, act } = flared();
    const back = file.give('03-03 12:00', leader, { type: 'WithdrawAct', act, reason: '误录' });
    expect(back.refusal?.code).toBe('ROLE_NOT_ALLOWED');
    expect(file.give('03-03 12:01', head, { type: 'WithdrawAct', act, reason: '误录' }).refusal).toBeNull();
    expect(history(file, 'dailyReport')).toEqual([['1.1', at('03-03 08:00'), 'open']]);
  });

  it('and what begins later has a number that none had before', () => {
    const { file, act } = flared();
    file.give('03-03 12:01', head, { type: 'WithdrawAct', act, reason: '误录' });
    file.give('03-03 13:00', chief, { type: 'DeclareCalm', reason: '平息' });
    file.give('03-03 14:00', officer, rekindle('03-03 14:00'));
    expect(file.duty('dailyReport')?.current.occurrence).toBe('3.1');
  });
});

describe('yinzhou E 四(三) 已完: a calm in the name of the head of the office', () => {
  it('that he denies after the story flared up leaves one outbreak', () => {
    const file = caseFile(regulations.yinzhou!);
    file.give('03-02 09:00', officer, opening({ level: 'general', unit: 'welfareHome' }));
    file.give('03-02 09:01', head, { type: 'RecordInstruction', from: 'bureau', text: '抓紧' });
    const word = { person: head.id, channel: '电话', at: at('03-02 10:00') };
    expect(
      file.give('03-02 10:01', officer, { type: 'DeclareCalm', reason: '完毕', onBehalf: word }).refusal,
    ).toBeNull();
    const act = file.log.length;
    file.give('03-02 11:00', officer, rekindle('03-02 10:30'));
    expect(file.state.outbreaks).toHaveLength(1);
    file.give('03-02 12:00', head, answer(act, false));
    expect(file.state.outbreaks).toHaveLength(1);
    expect(file.state.outbreaks[0]).toMatchObject({ calm: null, doubtedCalm: null });
  });
});
