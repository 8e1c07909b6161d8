import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../../shared/case/events.ts';
import { regulations } from '../../../../shared/regulations/index.ts';
import type { CaseCommand } from '../../../../shared/rules/decide.ts';
import { identified, rolesOf } from '../../../../shared/rules/persons.ts';
import { tasksOf } from '../../../../shared/rules/tasks/tasks-of.ts';
import { confirm, withdraw } from '../../../support/approvals.ts';
import { at, chief, head, leader, officer } from '../../../support/case-file.ts';
import { rosterOf } from '../../../support/roster.ts';
import { codeOf, openedAt, openedIn, person, roster } from './people.ts';

type File = ReturnType<typeof openedAt>;
const DOUBT = '的办理时间早于案卷最早时点';
/** What somebody is asked about times that lie before the case. */
const asked = (file: File, actor: Actor, bureau = 'leizhou', known = roster): string[] =>
  tasksOf(
    { actor: identified(known, actor), posts: rolesOf(known, actor.id) },
    [{ regulation: regulations[bureau]!, state: file.state }],
    { roster: known, now: file.state.lastAt },
  )
    .filter(({ text }) => text.includes(DOUBT))
    .map(({ kind, text }) => `${kind} ${text}`);
const meeting = (madeAt: string): CaseCommand => ({ type: 'RecordMeeting', madeAt: at(madeAt) });

describe('leizhou: an act made before the case’s first instant, 08:00, is asked about', () => {
  it.each([
    ['03-02 07:59:59', 1],
    ['03-02 08:00:00', 0],
    ['03-02 08:00:01', 0],
  ])('made at %s: %i', (madeAt, count) => {
    const file = openedAt('red');
    file.give('03-02 09:10', officer, meeting(madeAt));
    for (const who of [officer, head]) expect(asked(file, who)).toHaveLength(count);
  });

  it('its maker is asked to check it, the head of the office to confirm it; others are not asked', () => {
    const file = openedAt('red');
    file.give('03-02 09:10', officer, meeting('03-02 07:30'));
    const entry = `会议(案卷日志第${file.state.version}条)${DOUBT}`;
    expect(asked(file, officer)).toEqual([`complete 请核对:${entry},有误的请撤回后重新录入`]);
    expect(asked(file, head)).toEqual([`confirm 请核实:${entry}`]);
  });

  it.each([true, false])('until the head says whether it is right (%s); its maker cannot', (agree) => {
    const file = openedAt('red');
    file.give('03-02 09:10', officer, meeting('03-02 07:30'));
    const act = file.state.version;
    expect(codeOf(file.give('03-02 09:20', officer, confirm(act)))).toBe('SECOND_PERSON_REQUIRED');
    expect(codeOf(file.give('03-02 09:20', head, confirm(act, agree, '查过会议记录')))).toBe('done');
    for (const who of [officer, head, leader, chief]) expect(asked(file, who)).toEqual([]);
    expect(file.state.verified[act]).toBe(agree);
  });

  it('or it is taken back, or an earlier beginning becomes known', () => {
    const file = openedAt('red');
    file.give('03-02 09:10', officer, meeting('03-02 07:30'));
    const act = file.state.version;
    file.give('03-02 09:20', officer, withdraw(act));
    expect(asked(file, head)).toEqual([]);
    file.give('03-02 09:30', officer, meeting('03-02 07:30'));
    expect(asked(file, head)).toHaveLength(1);
    file.give('03-02 09:40', officer, {
      type: 'CorrectInstant',
      instant: 'occurredAt',
      at: at('03-02 07:30'),
      reason: '首帖更早',
    });
    expect(asked(file, head)).toEqual([]);
  });
});

describe('yinzhou: of a unit’s act the head of the office is asked', () => {
  const office = person('dutyOfficer');
  const unit = person('unitLiaison', 'welfareHome');
  const first = person('officeHead');
  const known = rosterOf([office, unit, first]);

  it.each([
    ['03-02 08:59:59', 1],
    ['03-02 09:00:00', 0],
    ['03-02 09:00:01', 0],
  ])('made at %s: %i', (madeAt, count) => {
    const file = openedIn('yinzhou', {
      level: 'larger',
      by: office,
      unit: 'welfareHome',
      people: [unit, first],
    });
    file.give('03-02 09:05', unit, { type: 'RecordAction', action: 'workSystemStarted', madeAt: at(madeAt) });
    expect(asked(file, first, 'yinzhou', known)).toHaveLength(count);
    expect(asked(file, office, 'yinzhou', known)).toEqual([]);
  });
});
