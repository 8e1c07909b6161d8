import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../../shared/case/events.ts';
import { regulations } from '../../../../shared/regulations/index.ts';
import { labelOf } from '../../../../shared/rules/labels/labels.ts';
import type { CommandOf } from '../../../../shared/rules/refusing.ts';
import { confirm } from '../../../support/approvals.ts';
import { leizhou } from '../../../support/bureaus.ts';
import {
  at,
  caseFile,
  chief,
  group,
  head,
  leader,
  liaison,
  officer,
  opening,
} from '../../../support/case-file.ts';
import { rosterOf } from '../../../support/roster.ts';
import { codeOf, openedAt, openedIn, person, toldBy } from './people.ts';

const byTelephone = (
  who: Actor,
  more: Partial<CommandOf<'RecordInstruction'>> = {},
): CommandOf<'RecordInstruction'> => ({
  type: 'RecordInstruction',
  from: 'bureau',
  text: '中午前查清进货渠道',
  task: '查清进货渠道',
  deadline: at('03-02 12:00'),
  onBehalf: { person: who.id, channel: '电话', at: at('03-02 09:30') },
  ...more,
});
const lastDuty = (file: ReturnType<typeof openedAt>) =>
  file.schedule().duties.find(({ duty }) => duty.startsWith('instruction-'));

describe('a 批示 that a leader gave by telephone', () => {
  it('names him, asks him, and is owed from the beginning all the same', () => {
    const file = openedAt('red');
    expect(codeOf(file.give('03-02 09:40', officer, byTelephone(leader)))).toBe('done');
    const act = file.state.version;
    expect(file.state.confirmations[act]).toMatchObject({ of: 'onBehalf', person: leader.id, answer: null });
    expect(toldBy(file)).toContainEqual(['confirm', leader.id]);
    expect(lastDuty(file)).toMatchObject({ status: 'open', current: { due: at('03-02 12:00') } });
    expect(file.state.instructions[0]).toMatchObject({ madeAt: at('03-02 09:30'), by: { id: officer.id } });
    const label = labelOf(leizhou, file.log.at(-1)!.events[0]!);
    expect(label).toContain('本局领导批示:中午前查清进货渠道');
    expect(label).toContain(`代录分管局领导${leader.name}`);
    expect(label).toContain('须本人确认');
    expect(
      file.give('03-02 11:00', head, { type: 'Conclude', summary: '已经处理完毕结报' }).refusal,
    ).not.toBeNull();
    expect(codeOf(file.give('03-02 11:01', chief, confirm(act)))).toBe('NOT_YOURS_TO_CONFIRM');
    expect(codeOf(file.give('03-02 11:02', leader, confirm(act)))).toBe('done');
    expect(lastDuty(file)?.status).toBe('open');
  });

  it('is nobody’s demand once he denies it, and its source is none', () => {
    const file = openedAt('red');
    file.give('03-02 09:40', officer, byTelephone(leader));
    const act = file.state.version;
    expect(codeOf(file.give('03-02 10:00', leader, confirm(act, false)))).toBe('REASON_REQUIRED');
    expect(codeOf(file.give('03-02 10:00', leader, confirm(act, false, '没有作过这一批示')))).toBe('done');
    expect(lastDuty(file)).toBeUndefined();
    expect(file.state.instructions).toEqual([]);
    expect(file.state.sources.some(({ entry }) => entry === act)).toBe(false);
    expect(toldBy(file).map(([template]) => template)).toContain('denied');
    expect(codeOf(file.give('03-02 10:01', liaison, { type: 'WithdrawAct', act, reason: '误录' }))).not.toBe(
      'done',
    );
  });

  it.each([
    [
      'of a superior, who stands in no roster of ours',
      officer,
      byTelephone(leader, { from: 'superior' }),
      'ON_BEHALF_NOT_ALLOWED',
    ],
    ['of who is no leader', officer, byTelephone(head), 'ROLE_NOT_ALLOWED'],
    ['of nobody known', officer, byTelephone({ ...leader, id: 'p-odd' }), 'PERSON_UNKNOWN'],
    [
      'without the way',
      officer,
      byTelephone(leader, { onBehalf: { person: leader.id } }),
      'ON_BEHALF_INCOMPLETE',
    ],
    ['by a leader for another', chief, byTelephone(leader), 'ROLE_NOT_ALLOWED'],
    ['by a unit', liaison, byTelephone(leader), 'ROLE_NOT_ALLOWED'],
    [
      'with a limit before it was given',
      officer,
      byTelephone(leader, { deadline: at('03-02 09:30') }),
      'DEADLINE_PAST',
    ],
  ] as const)('is refused %s', (_, giver, command, code) => {
    expect(codeOf(openedAt('red').give('03-02 09:40', giver, command))).toBe(code);
  });

  it('鄞州: not of a member of the leading group who does not head it', () => {
    const posts = rosterOf([officer, person('unitHead', 'elderly')]);
    posts.roles.leadingGroup = posts.roles.unitHead!.map(({ unit: _, ...member }) => member);
    const file = caseFile(regulations.yinzhou!, () => posts);
    const facts = { ...opening({ level: 'major', unit: 'elderly' }), sources: [{ kind: 'monitored' }] };
    expect(codeOf(file.give('03-02 09:00', officer, facts))).toBe('done');
    const command = byTelephone(person('unitHead', 'elderly'));
    expect(codeOf(file.give('03-02 09:40', officer, command))).toBe('GROUP_HEAD_REQUIRED');
  });

  it('asks nobody where it names nobody, and where a leader enters it himself', () => {
    for (const who of [officer, leader, group]) {
      const file = openedAt('red');
      expect(codeOf(file.give('03-02 09:40', who, byTelephone(leader, { onBehalf: undefined })))).toBe(
        'done',
      );
      expect(file.state.confirmations).toEqual({});
    }
  });

  it('南宁: of the leader of its business, who confirms it from his own list', () => {
    const business = person('businessLeader');
    const file = openedIn('nanning', {
      level: 'major',
      by: head,
      unit: 'business',
      people: [business, officer],
    });
    const given = byTelephone(business, { text: '请今天答复', task: undefined, deadline: undefined });
    expect(codeOf(file.give('03-02 09:40', officer, given))).toBe('done');
    const act = file.state.version;
    expect(file.state.instructions).toEqual([]);
    expect(toldBy(file)).toEqual([['confirm', business.id]]);
    expect(codeOf(file.give('03-02 10:00', business, confirm(act)))).toBe('done');
    expect(file.state.confirmations[act]?.answer?.agree).toBe(true);
  });
});
