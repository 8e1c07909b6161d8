import { describe, expect, it } from 'vitest';
import { byNoticeText } from '../../../functions/serve-desk/views/by-notice.ts';
import { scheduleView } from '../../../functions/serve-desk/views/schedule.ts';
import { leizhou } from '../../support/bureaus.ts';
import { at, caseFile, leader, liaison, officer, opening } from '../../support/case-file.ts';
import { rosterOf } from '../../support/roster.ts';

const roster = rosterOf([officer, leader, liaison]);
const told = (file: ReturnType<typeof caseFile>) =>
  scheduleView(leizhou, file.state, at('03-02 12:00'), roster).duties.filter(
    ({ byNotice }) => byNotice !== null,
  );

describe('what is met by a text', () => {
  it('reads as handed over, and as signed for only once its receiver has signed since', () => {
    const file = caseFile(leizhou, () => roster);
    file.give('03-02 10:30', officer, opening({ level: 'red' }));
    expect(told(file)).toEqual([]);
    file.release('03-02 10:35');
    const before = told(file);
    expect(before.length).toBeGreaterThan(0);
    for (const { statusText, outcome, byNotice } of before) {
      expect([outcome, byNotice!.how]).toEqual(['fulfilled', 'text']);
      expect(statusText).toBe('已发短信(提交网关),未签收');
    }
    file.give('03-02 10:39', leader, { type: 'Acknowledge' });
    file.give('03-02 10:40', liaison, { type: 'Acknowledge' });
    const signed = told(file).flatMap(({ byNotice }) =>
      byNotice!.receivers.filter(({ acknowledgedAt }) => acknowledgedAt !== null),
    );
    expect(new Set(signed.map(({ role }) => role.id))).toEqual(
      new Set(
        before
          .flatMap(({ receivers }) => receivers.map(({ id }) => id))
          .filter((id) => ['unitLiaison', 'deputyLeader'].includes(id)),
      ),
    );
    expect(signed.find(({ role }) => role.id === 'unitLiaison')?.acknowledgedAt).toContain('10:40:00');
  });

  it('says how many of several have signed', () => {
    const role = { id: 'deputyLeader', name: '分管局领导' };
    const [done, open] = [
      { role, acknowledgedAt: '2026-03-02T10:40:00+08:00' },
      { role, acknowledgedAt: null },
    ];
    expect(byNoticeText({ how: 'text', receivers: [done] })).toBe('已发短信(提交网关),已签收');
    expect(byNoticeText({ how: 'text', receivers: [done, open] })).toBe('已发短信(提交网关),部分签收');
    expect(byNoticeText({ how: 'telephone', receivers: [open] })).toBe('已电话告知,未签收');
  });
});
