import { describe, expect, it } from 'vitest';
import { OfficeCommand } from '../../../../shared/contracts/commands.ts';
import { isStillOwed } from '../../../../shared/deadlines/schedule.ts';
import { changeSince } from '../../../../shared/office/clocks.ts';
import { leizhou } from '../../../support/bureaus.ts';
import { at, group, head, leader, officer, system } from '../../../support/case-file.ts';
import { concludeCase, SUMMARY } from '../../../support/conclude.ts';
import { open } from './given.ts';

/** An orange case that 湛江市局 assigned at 10:00 (电话 13:00, 书面 22:00), calm, and concluded at 11:30. */
const concluded = () => {
  const file = open('orange', {
    sources: [{ kind: 'zhanjiang-assigned', receivedAt: at('03-02 10:00') }],
  });
  file.give('03-02 11:00', group, { type: 'DeclareCalm', reason: '平息' });
  expect(concludeCase(file, '03-02 11:30', head).refusal).toBeNull();
  return file;
};
const report = (form: 'telephone' | 'written') => ({
  type: 'FileReport' as const,
  kind: 'first',
  form,
  to: ['zhanjiang'],
});
const release = (duty: string, more: object = {}) => ({
  type: 'ReleaseDuty' as const,
  duty,
  reason: '对方已掌握情况',
  ...more,
});
const call = { post: '湛江市局值班室', at: at('03-02 11:40') };

describe('a concluded case that still owes a body outside (已结报·尚欠上报)', () => {
  it('keeps those clocks and no others, and is not archived', () => {
    const file = concluded();
    expect(file.state.status).toBe('concluded');
    const running = file.schedule().duties.filter(({ next }) => next !== null);
    expect(running.map(({ duty }) => duty)).toEqual(['zhanjiangTelephone', 'zhanjiangWritten']);
    expect(isStillOwed(leizhou, file.state)).toBe(true);
    expect(changeSince(file.state, { generation: 1, version: 0 })).toBe('CaseChanged');
    expect(file.give('03-02 11:31', system, { type: 'Archive' }).events).toEqual([]);
    const steps = file.runTo('03-02 13:30').filter((step) => step.includes('zhanjiangTelephone'));
    expect(steps).toEqual([
      '03-02 12:22 zhanjiangTelephone#1 remind0',
      '03-02 12:45 zhanjiangTelephone#1 remind1',
      '03-02 13:00 zhanjiangTelephone#1 due0',
      '03-02 13:30 zhanjiangTelephone#1 overdue0',
    ]);
  });

  it.each([
    ['a second before', '03-02 12:59:59', 'fulfilled'],
    ['at', '03-02 13:00', 'fulfilled'],
    ['a second after', '03-02 13:00:01', 'fulfilledLate'],
  ])('takes the report %s its limit', (_, when, outcome) => {
    const file = concluded();
    expect(file.give(when, officer, report('telephone')).refusal).toBeNull();
    expect(file.duty('zhanjiangTelephone')!.current.outcome).toBe(outcome);
  });

  it('is over with the last of them', () => {
    const file = concluded();
    file.give('03-02 12:00', officer, report('telephone'));
    expect(file.give('03-02 12:10', officer, report('written')).rearms).toBe(true);
    expect(changeSince(file.state, { generation: 1, version: 0 })).toBe('CaseConcluded');
    expect(file.give('03-02 12:20', officer, report('written')).refusal?.code).toBe('CASE_CONCLUDED');
  });
});

describe('a release by the body that is owed', () => {
  it('needs a document or the post and time of a call', () => {
    const file = concluded();
    expect(file.give('03-02 11:45', officer, release('zhanjiangTelephone')).refusal?.code).toBe(
      'RELEASE_WITHOUT_BASIS',
    );
    const later = { call: { ...call, at: at('03-02 11:50:01') } };
    expect(file.give('03-02 11:45', officer, release('zhanjiangTelephone', later)).refusal?.code).toBe(
      'INSTANT_IN_FUTURE',
    );
  });

  it('counts when another, a leader, has confirmed it; without a document it stays 待补来文', () => {
    const file = concluded();
    file.give('03-02 11:45', head, release('zhanjiangTelephone', { call }));
    const act = file.state.releases[0]!.entry;
    const confirm = { type: 'ConfirmRelease' as const, act };
    expect(file.duty('zhanjiangTelephone')!.status).toBe('open');
    expect(file.give('03-02 11:46', head, confirm).refusal?.code).toBe('ROLE_NOT_ALLOWED');
    expect(file.give('03-02 11:47', { ...head, role: 'deputyLeader' }, confirm).refusal?.code).toBe(
      'SECOND_PERSON_REQUIRED',
    );
    expect(file.give('03-02 11:48', leader, confirm).refusal).toBeNull();
    expect(file.duty('zhanjiangTelephone')).toMatchObject({
      status: 'ended',
      next: null,
      reason: expect.stringContaining('待补来文'),
    });
    file.give('03-03 09:00', officer, release('zhanjiangTelephone', { document: '湛市监函〔2026〕8号' }));
    expect(file.duty('zhanjiangTelephone')!.reason).toContain('湛市监函〔2026〕8号');
    expect(isStillOwed(leizhou, file.state)).toBe(true);
  });

  it('may name the duty by its name, the release and the document that comes later', () => {
    const file = concluded();
    const { name } = file.duty('zhanjiangTelephone')!;
    file.give('03-02 11:45', head, release(name, { call }));
    const act = file.state.releases[0]!.entry;
    file.give('03-02 11:48', leader, { type: 'ConfirmRelease', act });
    const document = '湛市监函〔2026〕8号';
    expect(file.give('03-03 09:00', officer, release(name, { document })).refusal).toBeNull();
    expect(file.duty('zhanjiangTelephone')!.reason).toContain(document);
  });

  it('of two papers each gets its own document', () => {
    const file = open('orange', {
      sources: ['1号', '2号'].map((reference) => ({
        kind: 'zhanjiang-assigned',
        receivedAt: at('03-02 10:00'),
        reference,
      })),
    });
    for (const occurrence of ['1', '2']) {
      file.give('03-02 11:45', head, release('zhanjiangTelephone', { occurrence, call }));
      file.give('03-02 11:46', leader, { type: 'ConfirmRelease', act: file.state.version });
    }
    for (const document of ['湛市监函〔2026〕8号', '湛市监函〔2026〕9号'])
      expect(
        file.give('03-02 12:00', officer, release('zhanjiangTelephone', { document })).refusal,
      ).toBeNull();
    expect(file.state.releases.map(({ document }) => document)).toEqual([
      '湛市监函〔2026〕8号',
      '湛市监函〔2026〕9号',
    ]);
  });

  it('is of nothing that is owed within the bureau, or done', () => {
    const file = concluded();
    const more = { document: '湛市监函〔2026〕8号' };
    const refused = file.give('03-02 11:45', officer, release('dailyReport', more)).refusal;
    expect(refused?.code).toBe('RELEASE_NOT_OWED');
    expect(refused?.message).toMatch(/^“每日书面报告”不能免报;/);
    file.give('03-02 11:50', officer, report('telephone'));
    expect(file.give('03-02 11:51', officer, release('zhanjiangTelephone', more)).refusal?.code).toBe(
      'RELEASE_NOT_OWED',
    );
  });
});

describe('words that say nothing', () => {
  it.each([
    [{ type: 'Conclude', summary: '。' }, false],
    [{ type: 'Conclude', summary: '七个字不够长' }, false],
    [{ type: 'Conclude', summary: '。。。。。。。。。' }, false],
    [{ type: 'Conclude', summary: SUMMARY }, true],
    [{ type: 'Conclude', summary: SUMMARY, unmet: { warnUnits: '。' } }, false],
    [{ type: 'Conclude', summary: SUMMARY, unmet: { warnUnits: '已由领导小组办理' } }, true],
    [{ type: 'DeclareCalm', reason: '。' }, false],
    [{ type: 'DeclareCalm', reason: '平息' }, true],
  ])('%o', (command, isTaken) => expect(OfficeCommand.safeParse(command).success).toBe(isTaken));
});
