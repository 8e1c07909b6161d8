import { describe, expect, it } from 'vitest';
import { evidence, Reference } from '../../../shared/contracts/command-fields.ts';
import { OfficeCommand } from '../../../shared/contracts/commands.ts';
import { OpenCase } from '../../../shared/contracts/opening-command.ts';
import { refusalIn } from '../../support/told.ts';
import { setUp, TITLE } from './desk.ts';

// Who, by which way, under which number: an empty tick is no evidence, and is refused by the name of what is missing.

const PAST = '2026-03-02T07:50:00+08:00';
const outside = { body: 'zhanjiang', who: '值班室', channel: '电话', at: PAST, reference: '通话记录1号' };
const consent = (given: object) => ({
  type: 'RecordAction',
  action: 'superiorConsent',
  outside: { ...outside, ...given },
});
const word = (given: object) => ({
  type: 'RecordAction',
  action: 'statementApproved',
  onBehalf: { person: 'chief-1', channel: '电话', at: PAST, text: TITLE, ...given },
});
const release = (post: string) => ({
  type: 'ReleaseDuty',
  duty: 'zhanjiangWritten',
  reason: '湛江市局来电不再要求书面',
  call: { post, at: PAST },
});

const PLACES: readonly [string, (tick: string) => object, RegExp][] = [
  ['outside.who', (who) => consent({ who }), /答复人姓名或岗位须写明/],
  ['outside.channel', (channel) => consent({ channel }), /方式须写明/],
  ['outside.reference', (reference) => consent({ reference }), /收文号、文号或通话记录/],
  ['onBehalf.person', (person) => word({ person }), /本人须写明/],
  ['onBehalf.channel', (channel) => word({ channel }), /方式须写明/],
  ['onBehalf.text', (text) => word({ text }), /不能(为空|只有标点)/],
  ['call.post', release, /来电单位或岗位须写明/],
];

describe('an empty tick is refused, and the refusal names the part', () => {
  it.each(
    PLACES.flatMap(([part, command, says]) =>
      ['。', ' ', ''].map((tick) => [part, tick, command, says] as const),
    ),
  )('%s: “%s”', async (part, tick, command, says) => {
    const { tell } = await setUp();
    const told = await tell('dutyOfficer', command(tick));
    const { code, message } = refusalIn(told);
    expect({ status: told.status, code }).toEqual({ status: 422, code: 'INVALID' });
    expect(message).toContain(part);
    expect(message).toMatch(says);
  });

  it('what says something is taken, with blanks around it too', async () => {
    const { tell } = await setUp();
    expect((await tell('dutyOfficer', consent({ who: ' 甲 ' }))).status).toBe(200);
    expect((await tell('dutyOfficer', word({ channel: '电话' }))).status).toBe(200);
    expect((await tell('dutyOfficer', release('值班室'))).status).toBe(200);
  });

  it.each([
    ['commander', { type: 'StartPlan', commander: '。' }],
    ['approvedBy', { type: 'ExtendDuty', duty: 'settle', to: PAST, reason: '情况复杂', approvedBy: ' ' }],
  ])('of every bureau alike: %s', (part, command) => {
    const { error } = OfficeCommand.safeParse(command);
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual([part]);
  });

  it.each(['caller', 'number', 'post', 'takenBy'])('of the call that opens a case: %s', (part) => {
    const { error } = OpenCase.safeParse({
      title: '来电反映',
      sources: [{ kind: 'monitored' }],
      call: { [part]: '——' },
    });
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual([`call.${part}`]);
  });

  it('one letter is a name, and no number', () => {
    expect(evidence('方式').parse(' 甲 ')).toBe('甲');
    expect(Reference.safeParse('甲').success).toBe(false);
  });
});
