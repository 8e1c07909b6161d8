import { describe, expect, it } from 'vitest';
import { caseView } from '../../../functions/serve-desk/views/case.ts';
import { knewAt } from '../../../shared/deadlines/starts/beginnings.ts';
import type { CaseCommand } from '../../../shared/rules/decide.ts';
import { leizhou } from '../../support/bureaus.ts';
import { at, head, leader, officer, system } from '../../support/case-file.ts';
import { assigned, correct, type File, give, item, open, owed, pushed } from '../given.ts';

const receipt = (local: string, reference: string) =>
  correct('receivedAt', local, { source: reference, reference });
const add = (file: File, when: string, local: string, reference: string, by = officer) =>
  give(file, when, by, { type: 'AddSource', source: assigned(local, reference) });
const shown = (file: File) =>
  caseView(leizhou, file.state, file.state.lastAt, { numbers: true }).sources.map(({ receivedAt }) =>
    receivedAt?.slice(11, 16),
  );
/** 红, opened at 10:30, with two papers that both came in at 08:00. */
const two = () =>
  open({
    level: 'red',
    when: '03-02 10:30',
    sources: [assigned('03-02 08:00', '1号'), assigned('03-02 08:00', '2号')],
  });

describe('办法 第二十二条(二): a receipt that is put right moves itself and no other', () => {
  it('of two papers of one minute only the one that is meant', () => {
    const file = two();
    expect(give(file, '03-02 10:40', head, receipt('03-02 10:00', '2号'))).toBe('done');
    expect(shown(file)).toEqual(['08:00', '10:00']);
    expect(owed(file, 'zhanjiangTelephone').map(([due]) => due)).toEqual([
      at('03-02 11:00'),
      at('03-02 13:00'),
    ]);
    // 舆情发生 is not known: the bureau knew of it when the first paper came.
    expect(file.due('publicResponse')).toBe(at('03-02 13:00'));
  });

  it('the only one of its minute moves what was counted from it', () => {
    const file = two();
    give(file, '03-02 10:40', head, receipt('03-02 10:00', '2号'));
    give(file, '03-02 10:41', head, receipt('03-02 09:00', '1号'));
    expect(shown(file)).toEqual(['09:00', '10:00']);
    expect(knewAt(file.state)).toBe(at('03-02 09:00'));
    expect(file.due('publicResponse')).toBe(at('03-02 14:00'));
  });

  it('of one paper that came twice both times are put right', () => {
    const file = open({ level: 'red', when: '03-02 10:30', sources: [assigned('03-02 08:00', '1号')] });
    add(file, '03-02 10:31', '03-02 07:50', '1号');
    expect(knewAt(file.state)).toBe(at('03-02 07:50'));
    expect(give(file, '03-02 10:40', leader, receipt('03-02 08:10', '1号'))).toBe('done');
    expect(knewAt(file.state)).toBe(at('03-02 08:10'));
    expect(shown(file)).toEqual(['08:10', '08:10']);
  });

  it('a feed that repeats what was put right does not undo it', () => {
    const file = two();
    give(file, '03-02 10:40', head, receipt('03-02 10:00', '2号'));
    give(file, '03-02 10:45', system, {
      ...(item('w-2', 'red') as Extract<ReturnType<typeof item>, { type: 'AttachItem' }>),
      source: assigned('03-02 08:00', '2号'),
    });
    expect(owed(file, 'zhanjiangTelephone').map(([due]) => due)).toContain(at('03-02 13:00'));
    expect(file.state.sources).toHaveLength(2);
  });

  it('earlier than a feed said it is the word of who puts it right, and excuses nothing', () => {
    const file = pushed({
      proposed: 'red',
      when: '03-02 10:30',
      sources: [assigned('03-02 10:20', '1号')],
    });
    give(file, '03-02 10:31', officer, { type: 'ConfirmGrade', level: 'red' });
    give(file, '03-02 10:40', officer, receipt('03-02 05:00', '1号'));
    expect(file.duty('publicResponse')).toMatchObject({
      current: { due: at('03-02 10:00') },
      foundLate: null,
    });
  });
});

describe('what is a little ahead is the clock of who sent it, and now', () => {
  const call: CaseCommand = { type: 'FileReport', kind: 'first', form: 'telephone', to: ['zhanjiang'] };
  it('an answer made at once answers a source that was entered as of two minutes ahead', () => {
    const file = open({ level: 'red', when: '03-02 10:00' });
    add(file, '03-02 10:30', '03-02 10:32', '1号');
    expect(shown(file)).toEqual([undefined, '10:30']);
    give(file, '03-02 10:30', officer, call);
    expect(owed(file, 'zhanjiangTelephone')).toEqual([[at('03-02 13:30'), 'fulfilled']]);
  });

  it('at an opening too, of every instant', () => {
    const instants = { occurredAt: '03-02 10:32', eventAt: '03-02 10:31' };
    const caller = { call: { at: at('03-02 10:33') } };
    const sources = [assigned('03-02 10:34', '1号')];
    const { state } = open({ when: '03-02 10:30', instants, sources, facts: caller });
    const now = at('03-02 10:30');
    expect(state.instants).toMatchObject({ occurredAt: now, eventAt: now });
    expect(state.note.call?.at).toBe(now);
    expect(state.received[0]?.at).toBe(now);
  });

  it.each([
    ['03-02 10:35', 'done'],
    ['03-02 10:35:01', 'INSTANT_IN_FUTURE'],
  ])('stated as %s at 10:30 an instant is %s', (local, code) => {
    const file = open({ when: '03-02 10:00', instants: { occurredAt: '03-02 09:00' } });
    expect(give(file, '03-02 10:30', head, correct('occurredAt', local))).toBe(code);
    if (code === 'done') expect(file.state.instants.occurredAt).toBe(at('03-02 10:30'));
    expect(add(file, '03-02 10:30', local, '1号')).toBe(code);
  });

  it.each([
    ['03-02 10:35', undefined],
    ['03-02 10:35:01', 'INSTANT_IN_FUTURE'],
  ])('a body outside called at %s, entered at 10:30: %s', (local, code) => {
    const file = open({ when: '03-02 10:00', sources: [assigned('03-02 10:00', '1号')] });
    const { refusal } = file.give('03-02 10:30', officer, {
      type: 'ReleaseDuty',
      duty: 'zhanjiangTelephone',
      call: { post: '湛江市局值班室', at: at(local) },
      reason: '对方已掌握情况',
    });
    expect(refusal?.code).toBe(code);
    if (code !== undefined) expect(refusal?.message).toBe('来电时间不能晚于现在');
    else expect(file.state.releases[0]?.call?.at).toBe(at('03-02 10:30'));
  });
});

describe('a source that was taken back says nothing of when the bureau knew', () => {
  it('办法 第二十七条(三): 对外回应 counts from what is still there', () => {
    const file = open({ level: 'red', when: '03-02 10:30' });
    add(file, '03-02 10:31', '03-02 08:00', '1号', officer);
    expect(file.due('publicResponse')).toBe(at('03-02 13:00'));
    expect(give(file, '03-02 10:40', head, { type: 'WithdrawAct', act: 2, reason: '误录' })).toBe('done');
    expect(knewAt(file.state)).toBe(at('03-02 10:30'));
    expect(file.due('publicResponse')).toBe(at('03-02 15:30'));
  });

  it('entered anew under its number it says what it said', () => {
    const file = open({ level: 'red', when: '03-02 10:30' });
    add(file, '03-02 10:31', '03-02 08:00', '1号');
    give(file, '03-02 10:40', head, { type: 'WithdrawAct', act: 2, reason: '误录' });
    add(file, '03-02 10:41', '03-02 10:00', '1号');
    expect(knewAt(file.state)).toBe(at('03-02 08:00'));
    expect(file.due('publicResponse')).toBe(at('03-02 13:00'));
  });
});
