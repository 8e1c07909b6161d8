import { describe, expect, it } from 'vitest';
import type { Actor, CaseEvent, Notice } from '../../../shared/case/events.ts';
import { type CaseCommand, handle } from '../../../shared/rules/decide.ts';
import { leizhou } from '../../support/bureaus.ts';
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
  suggestion,
  system,
} from '../../support/case-file.ts';

const unitHead: Actor = { id: 'p-unit', name: '食品股负责人', role: 'unitHead', unit: 'food' };
const otherUnit: Actor = { ...liaison, id: 'p-drugs', unit: 'drugs' };
const open = (level = 'yellow', facts: Parameters<typeof opening>[0] = {}) => {
  const file = caseFile();
  file.give('03-02 10:30', officer, opening({ level, ...facts }));
  return file;
};
const noticesOf = (events: readonly CaseEvent[]): Notice[] =>
  events.flatMap((event) => (event.type === 'NoticesMade' ? event.notices : []));
const act = (action: string): CaseCommand => ({ type: 'RecordAction', action });
const publish = (form: string): CaseCommand => ({ type: 'RecordPublication', form });
const report: CaseCommand = { type: 'FileReport', kind: 'progress', form: 'telephone', to: ['deputyLeader'] };
const REVIEW_POINTS = leizhou.documents.find(({ id }) => id === 'review')!.fields;
const points = Object.fromEntries(REVIEW_POINTS.map((point) => [point, '已写明']));

describe('who may do what', () => {
  it.each<[string, CaseCommand, Actor, Actor]>([
    ['confirm a grade', { type: 'ConfirmGrade', level: 'yellow' }, officer, leader],
    [
      'change a level',
      { type: 'ChangeLevel', level: 'red', reason: '扩散', authority: 'change' },
      officer,
      liaison,
    ],
    ['assign a unit', { type: 'AssignUnit', unit: 'drugs' }, group, liaison],
    ['acknowledge', { type: 'Acknowledge' }, liaison, officer],
    ['file a report', report, liaison, chief],
    ['record a publication', publish('reply'), officer, liaison],
    ['request the plan', { type: 'RequestPlan', reason: '事态严重' }, unitHead, officer],
    ['start the plan', { type: 'StartPlan' }, group, head],
    ['record an instruction', { type: 'RecordInstruction', from: 'bureau', text: '速办' }, officer, liaison],
    ['record a decision', { type: 'RecordDecision', decision: 'reportUp', outcome: '上报' }, head, officer],
    ['declare calm at yellow', { type: 'DeclareCalm', reason: '平息' }, leader, officer],
    ['conclude', { type: 'Conclude', summary: '完', acknowledgeUnmet: '已说明' }, head, officer],
    ['file the review', { type: 'FileReview', points }, officer, leader],
    ['add a source', { type: 'AddSource', source: { kind: 'city-prompted' } }, officer, liaison],
    ['set flags', { type: 'SetFlags', add: ['crossRegion'], remove: [], reason: '核实' }, officer, leader],
    ['hold a meeting', { type: 'RecordMeeting' }, unitHead, { ...officer, role: 'operator' }],
  ])('%s: the regulation’s role may, another is refused and put on file', (_, command, may, mayNot) => {
    const prepare = () =>
      command.type === 'ConfirmGrade'
        ? (() => {
            const file = caseFile();
            file.give('03-02 10:30', system, {
              ...opening({ level: 'yellow', how: 'feed' }),
              level: undefined,
            });
            return file;
          })()
        : open();
    const refused = prepare();
    const outcome = refused.give('03-02 11:00', mayNot, command);
    expect(outcome.refusal?.code).toBe('ROLE_NOT_ALLOWED');
    expect(outcome).toMatchObject({
      rearms: false,
      events: [{ type: 'CommandRefused', command: command.type, code: 'ROLE_NOT_ALLOWED' }],
    });
    expect(refused.state.refusals).toBe(1);
    expect(refused.log.at(-1)).toMatchObject({ actor: mayNot, command: command.type });
    expect(prepare().give('03-02 11:00', may, command).refusal).toBeNull();
  });

  it('another unit has no business with the case, whatever its role', () => {
    const file = open();
    for (const command of [
      { type: 'Acknowledge' } as const,
      report,
      act('verified'),
      { type: 'RecordMeeting' } as const,
    ]) {
      expect(file.give('03-02 11:00', otherUnit, command).refusal?.code).toBe('NOT_YOUR_UNIT');
      expect(file.give('03-02 11:00', { ...unitHead, unit: undefined }, command).refusal?.code).toBe(
        'NOT_YOUR_UNIT',
      );
      expect(file.give('03-02 11:00', liaison, command).refusal).toBeNull();
    }
  });

  it('a role that the regulation does not know is refused', () => {
    expect(open().give('03-02 11:00', { ...officer, role: 'mayor' }, report).refusal?.code).toBe(
      'ROLE_UNKNOWN',
    );
  });

  it('a person cannot pass for the feeds: an item by hand needs the office’s authority', () => {
    const attach: CaseCommand = {
      type: 'AttachItem',
      item: { feed: 'f', id: '1', title: '转载' },
      grade: suggestion('blue'),
      flags: [],
    };
    expect(open().give('03-02 11:00', leader, attach).refusal?.code).toBe('ROLE_NOT_ALLOWED');
    expect(open().give('03-02 11:00', officer, attach).refusal).toBeNull();
  });

  it('a command to a case that is not there is refused', () => {
    const context = { regulation: leizhou, now: at('03-02 10:00'), actor: officer };
    expect(handle(context, null, report)).toMatchObject({ events: [], refusal: { code: 'CASE_UNKNOWN' } });
    expect(open().give('03-02 11:00', officer, opening()).refusal?.code).toBe('CASE_ALREADY_OPEN');
  });
});

describe('opening', () => {
  it.each<[string, Parameters<typeof opening>[0], string]>([
    ['an unknown source', { sources: [{ kind: 'rumour' }] }, 'SOURCE_UNKNOWN'],
    ['an unknown flag', { flags: ['odd'] }, 'FLAG_UNKNOWN'],
    ['an unknown unit', { unit: 'cars' }, 'UNIT_UNKNOWN'],
    ['an unknown level', { level: 'purple', grade: suggestion('blue') }, 'LEVEL_UNKNOWN'],
    ['an occurrence in the future', { instants: { occurredAt: at('03-02 10:30:01') } }, 'INSTANT_IN_FUTURE'],
    [
      'a receipt in the future',
      { sources: [{ kind: 'monitored', receivedAt: at('03-02 10:30:01') }] },
      'INSTANT_IN_FUTURE',
    ],
  ])('refuses %s', (_, facts, code) => {
    expect(caseFile().give('03-02 10:30', officer, opening({ level: 'blue', ...facts })).refusal?.code).toBe(
      code,
    );
  });

  it('takes instants of this very second, and keeps what it was given', () => {
    const file = open('blue', { instants: { occurredAt: at('03-02 10:30') }, flags: ['crossRegion'] });
    expect(file.state).toMatchObject({
      status: 'open',
      flags: ['crossRegion'],
      unit: 'food',
      openedAt: at('03-02 10:30'),
      version: 1,
    });
  });
});

describe('the date of an act', () => {
  const dated = (madeAt: string): CaseCommand[] => [
    { ...report, madeAt: at(madeAt) } as CaseCommand,
    { type: 'RecordMeeting', madeAt: at(madeAt) },
    { ...publish('reply'), madeAt: at(madeAt) } as CaseCommand,
    { ...act('verified'), madeAt: at(madeAt) } as CaseCommand,
    { type: 'RecordDecision', decision: 'respondPublicly', outcome: '回应', madeAt: at(madeAt) },
    { type: 'RecordInstruction', from: 'superior', text: '速办', madeAt: at(madeAt) },
  ];

  it('may lie before now, when the act was made, and is what counts', () => {
    for (const command of dated('03-02 10:40'))
      expect(open().give('03-02 11:00', head, command).refusal).toBeNull();
    const file = open();
    file.give('03-02 11:00', head, { type: 'RecordMeeting', madeAt: at('03-02 10:40') });
    expect(file.duty('emergencyMeeting')!.current).toMatchObject({
      outcome: 'fulfilled',
      completedAt: at('03-02 10:40'),
    });
  });

  it('may be this second and never the next', () => {
    for (const command of dated('03-02 11:00:00'))
      expect(open().give('03-02 11:00', head, command).refusal).toBeNull();
    for (const command of dated('03-02 11:00:01'))
      expect(open().give('03-02 11:00', head, command).refusal?.code).toBe('INSTANT_IN_FUTURE');
    expect(
      open().give('03-02 11:00', officer, {
        type: 'AddSource',
        source: { kind: 'city-prompted', receivedAt: at('03-02 11:00:01') },
      }).refusal?.code,
    ).toBe('INSTANT_IN_FUTURE');
    expect(
      open().give('03-02 11:00', group, { type: 'StartPlan', madeAt: at('03-02 11:00:01') }).refusal?.code,
    ).toBe('INSTANT_IN_FUTURE');
  });

  it('makes a late record of a timely report timely', () => {
    const file = open('orange', { sources: [{ kind: 'zhanjiang-assigned', receivedAt: at('03-02 10:00') }] });
    file.runTo('03-02 14:00');
    file.give('03-02 14:05', officer, {
      type: 'FileReport',
      kind: 'first',
      form: 'telephone',
      to: ['zhanjiang'],
      madeAt: at('03-02 13:00'),
    });
    expect(file.duty('zhanjiangTelephone')!.current.outcome).toBe('fulfilled');
  });
});

describe('correcting an instant', () => {
  const correct = (instant: 'occurredAt' | 'outbreakAt' | 'publishedAt', when: string): CaseCommand => ({
    type: 'CorrectInstant',
    instant,
    at: at(when),
    reason: '核实',
  });

  it('to later is not the duty officer’s, to earlier is', () => {
    const facts = { instants: { occurredAt: at('03-02 08:00') } };
    expect(
      open('red', facts).give('03-02 11:00', officer, correct('occurredAt', '03-02 08:00:01')).refusal?.code,
    ).toBe('ROLE_NOT_ALLOWED');
    expect(
      open('red', facts).give('03-02 11:00', head, correct('occurredAt', '03-02 08:00:01')).refusal,
    ).toBeNull();
    expect(
      open('red', facts).give('03-02 11:00', officer, correct('occurredAt', '03-02 07:59:59')).refusal,
    ).toBeNull();
    expect(
      open('red', facts).give('03-02 11:00', head, correct('occurredAt', '03-02 08:00')).refusal?.code,
    ).toBe('INSTANT_UNCHANGED');
    expect(
      open('red', facts).give('03-02 11:00', head, correct('occurredAt', '03-02 11:00:01')).refusal?.code,
    ).toBe('INSTANT_IN_FUTURE');
  });

  it('that was estimated counts as later when it is later than the estimate', () => {
    const facts = { instants: { publishedAt: at('03-02 08:00') } };
    expect(
      open('red', facts).give('03-02 11:00', officer, correct('occurredAt', '03-02 08:00:01')).refusal?.code,
    ).toBe('ROLE_NOT_ALLOWED');
    expect(
      open('red', facts).give('03-02 11:00', officer, correct('outbreakAt', '03-02 08:00:01')).refusal?.code,
    ).toBe('ROLE_NOT_ALLOWED');
    expect(
      open('red', facts).give('03-02 11:00', officer, correct('occurredAt', '03-02 07:00')).refusal,
    ).toBeNull();
    expect(open('red').give('03-02 11:00', officer, correct('occurredAt', '03-02 10:00')).refusal).toBeNull();
  });

  it('takes the earlier publication of an item that joins the case', () => {
    const file = open('red', { instants: { publishedAt: at('03-02 08:00') } });
    const { rearms } = file.give('03-02 11:00', system, {
      type: 'AttachItem',
      item: { feed: 'f', id: '1', title: '首发', publishedAt: at('03-02 07:00') },
      grade: suggestion('blue'),
      flags: [],
    });
    expect(rearms).toBe(true);
    expect(file.due('publicResponse')).toBe(at('03-02 12:00'));
  });
});

describe('turning a case over to a unit', () => {
  it('tells the new unit, and moves neither the clock nor the record of the first 转办', () => {
    const file = open('yellow');
    file.give('03-02 10:31', liaison, { type: 'Acknowledge' });
    expect(file.due('unitResponse')).toBe(at('03-02 10:31'));
    const { events } = file.give('03-02 12:00', officer, { type: 'AssignUnit', unit: 'drugs' });
    expect(noticesOf(events)).toMatchObject([{ template: 'assigned', role: 'unitLiaison', unit: 'drugs' }]);
    expect(file.state).toMatchObject({ unit: 'drugs', acknowledgedAt: null });
    expect(file.duty('unitResponse')).toMatchObject({ status: 'open', current: { due: at('03-02 10:31') } });
    expect(file.duty('transferUnit')!.current.completedAt).toBe(at('03-02 10:30'));
    expect(file.give('03-02 12:10', otherUnit, { type: 'Acknowledge' }).refusal).toBeNull();
    expect(file.due('unitResponse')).toBe(at('03-02 10:31'));
    expect(file.give('03-02 12:11', otherUnit, { type: 'Acknowledge' }).refusal?.code).toBe(
      'ALREADY_ACKNOWLEDGED',
    );
  });

  it('needs a unit that is another one and exists', () => {
    const file = open();
    expect(file.give('03-02 11:00', officer, { type: 'AssignUnit', unit: 'food' }).refusal?.code).toBe(
      'UNIT_UNCHANGED',
    );
    expect(file.give('03-02 11:00', officer, { type: 'AssignUnit', unit: 'cars' }).refusal?.code).toBe(
      'UNIT_UNKNOWN',
    );
    expect(file.give('03-02 11:00', officer, { type: 'AssignUnit', unit: 'ip' }).refusal).toBeNull();
  });

  it('is chased until it is done, when the case has no unit', () => {
    const file = open('yellow', { unit: undefined });
    expect(file.duty('transferUnit')).toMatchObject({
      status: 'open',
      next: { stage: 'due', at: at('03-02 10:30') },
    });
    expect(
      file.give('03-02 10:40', { ...liaison, role: 'coordination' }, { type: 'Acknowledge' }).refusal?.code,
    ).toBe('UNIT_NOT_ASSIGNED');
    file.give('03-02 10:40', officer, { type: 'AssignUnit', unit: 'food' });
    expect(file.duty('transferUnit')).toMatchObject({
      status: 'fulfilled',
      current: { outcome: 'fulfilled' },
    });
  });

  it('acknowledging starts the unit’s report when the warning has not, and never makes it later', () => {
    const file = open('yellow');
    file.give('03-02 10:40', liaison, { type: 'Acknowledge' });
    expect(file.due('unitResponse')).toBe(at('03-02 10:40'));
    file.runTo('03-02 10:40');
    expect(file.due('unitResponse')).toBe(at('03-02 10:40'));
    const warned = open('yellow');
    warned.runTo('03-02 10:30');
    warned.give('03-02 10:40', liaison, { type: 'Acknowledge' });
    expect(warned.due('unitResponse')).toBe(at('03-02 10:30'));
  });
});

describe('the emergency plan', () => {
  it('is started once, ended once, and its verification clock stays where the first start put it', () => {
    const file = open('orange');
    expect(file.give('03-02 10:40', group, { type: 'EndPlan', reason: '结束' }).refusal?.code).toBe(
      'PLAN_NOT_STARTED',
    );
    file.give('03-02 11:00', group, { type: 'StartPlan' });
    expect(file.duty('emergencyPlan')!.status).toBe('fulfilled');
    expect(file.due('planVerification')).toBe(at('03-02 11:00'));
    expect(file.give('03-02 11:10', group, { type: 'StartPlan' }).refusal?.code).toBe('PLAN_ALREADY_STARTED');
    file.give('03-02 12:00', group, { type: 'EndPlan', reason: '得到控制' });
    expect(file.give('03-02 12:01', group, { type: 'EndPlan', reason: '再结束' }).refusal?.code).toBe(
      'PLAN_NOT_STARTED',
    );
    file.give('03-02 13:00', group, { type: 'StartPlan' });
    expect(file.state.planEndedAt).toBeNull();
    expect(file.due('planVerification')).toBe(at('03-02 11:00'));
    expect(file.duty('emergencyPlan')!.current.completedAt).toBe(at('03-02 11:00'));
  });
});

describe('the gates before a publication', () => {
  it('an orange statement needs the leaders’ approval first', () => {
    const file = open('orange', { instants: { occurredAt: at('03-02 08:00') } });
    const refused = file.give('03-02 11:00', officer, publish('authoritative'));
    expect(refused.refusal?.code).toBe('PUBLICATION_NOT_CLEARED');
    expect(refused.refusal?.message).toContain('办法 第二十七条(一)');
    file.give('03-02 11:10', leader, act('responseSchemeApproved'));
    expect(file.give('03-02 11:20', officer, publish('authoritative')).refusal).toBeNull();
    expect(file.duty('publicResponse')!.status).toBe('fulfilled');
  });

  it('a yellow statement needs none', () => {
    expect(open('yellow').give('03-02 11:00', officer, publish('authoritative')).refusal).toBeNull();
  });

  it('results need the superior’s consent at orange, and below only with the flag 重大敏感', () => {
    const file = open('orange');
    file.give('03-02 11:00', leader, act('statementApproved'));
    expect(file.give('03-02 11:01', officer, publish('results')).refusal?.code).toBe(
      'PUBLICATION_NOT_CLEARED',
    );
    file.give('03-02 11:02', leader, act('superiorConsent'));
    expect(file.give('03-02 11:03', officer, publish('results')).refusal).toBeNull();
    expect(open('yellow').give('03-02 11:00', officer, publish('results')).refusal).toBeNull();
    const flagged = open('yellow', { flags: ['majorSensitive'] });
    expect(flagged.give('03-02 11:00', officer, publish('results')).refusal?.code).toBe(
      'PUBLICATION_NOT_CLEARED',
    );
    flagged.give('03-02 11:01', officer, act('propagandaConsent'));
    expect(flagged.give('03-02 11:02', officer, publish('results')).refusal).toBeNull();
  });

  it.each([
    ['crossRegion', 'peersInformed'],
    ['political', 'guidanceObtained'],
    ['ideologySign', 'guidanceObtained'],
    ['ideologyError', 'guidanceObtained'],
  ])('the flag %s asks for %s first', (flag, action) => {
    const file = open('blue', { flags: [flag] });
    expect(file.give('03-02 11:00', officer, publish('reply')).refusal?.code).toBe('PUBLICATION_NOT_CLEARED');
    file.give('03-02 11:01', officer, act(action));
    expect(file.give('03-02 11:02', officer, publish('reply')).refusal).toBeNull();
  });

  it('an unknown form is refused before any gate', () => {
    expect(open('orange').give('03-02 11:00', officer, publish('song')).refusal?.code).toBe(
      'PUBLICATION_FORM_UNKNOWN',
    );
  });
});

describe('words that the regulation does not have', () => {
  it.each<[CaseCommand, string]>([
    [{ ...report, kind: 'odd' } as CaseCommand, 'REPORT_KIND_UNKNOWN'],
    [{ ...report, form: 'odd' } as CaseCommand, 'REPORT_FORM_UNKNOWN'],
    [{ ...report, to: ['deputyLeader', 'odd'] } as CaseCommand, 'RECEIVER_UNKNOWN'],
    [{ ...report, channel: 'odd' } as CaseCommand, 'CHANNEL_UNKNOWN'],
    [act('odd'), 'ACTION_UNKNOWN'],
    [{ type: 'RecordDecision', decision: 'odd', outcome: '是' }, 'DECISION_UNKNOWN'],
    [{ type: 'AddSource', source: { kind: 'odd' } }, 'SOURCE_UNKNOWN'],
    [{ type: 'SetFlags', add: ['odd'], remove: [], reason: '试' }, 'FLAG_UNKNOWN'],
    [{ type: 'SetFlags', add: [], remove: ['secret'], reason: '试' }, 'FLAGS_UNCHANGED'],
    [{ type: 'RecordInstruction', from: 'bureau', text: '办', handleAs: 'purple' }, 'LEVEL_UNKNOWN'],
    [{ type: 'AnswerNotice', notice: 'odd', how: 'telephoned' }, 'NOTICE_UNKNOWN'],
    [{ type: 'IssueSupervisionOrder', duty: 'odd', reason: '办理不力' }, 'DUTY_UNKNOWN'],
    [{ type: 'IssueSupervisionOrder', reason: '办理不力' }, 'ORDER_WITHOUT_NUMBER'],
  ])('%o is refused with %s', (command, code) => {
    expect(open().give('03-02 11:00', head, command).refusal?.code).toBe(code);
  });

  it('a supervision order by hand carries its number to the unit', () => {
    const { events } = open().give('03-02 11:00', head, {
      type: 'IssueSupervisionOrder',
      reason: '办理不力',
      orderNumber: '督7',
    } as CaseCommand);
    expect(noticesOf(events).map(({ role, variables }) => [role, variables.number])).toEqual([
      ['unitHead', '督7'],
      ['unitLiaison', '督7'],
    ]);
  });
});

describe('a 涉密 case', () => {
  const secret = () =>
    open('orange', {
      flags: ['secret'],
      sources: [{ kind: 'zhanjiang-assigned', receivedAt: at('03-02 10:00') }],
    });

  it('sends nothing: every notice is to be told by telephone', () => {
    const file = secret();
    file.runTo('03-03 12:00');
    const notices = noticesOf(file.log.flatMap(({ events }) => events));
    expect(notices.length).toBeGreaterThan(20);
    expect(notices.every(({ byTelephone }) => byTelephone)).toBe(true);
    expect(file.state.pendingNotices).toEqual({});
  });

  it('meets a duty of warning when each receiver was told, at the instant of the last call', () => {
    const file = secret();
    file.runTo('03-02 10:30');
    const warnings = Object.values(file.state.telephoneTasks).filter(
      ({ duty, template }) => duty === 'warnUnits' && template === 'warning',
    );
    expect(warnings).toHaveLength(2);
    file.give('03-02 10:40', officer, {
      type: 'AnswerNotice',
      notice: warnings[0]!.key,
      how: 'telephoned',
      madeAt: at('03-02 10:35'),
    });
    expect(file.duty('warnUnits')!.status).toBe('open');
    const { rearms } = file.give('03-02 10:41', officer, {
      type: 'AnswerNotice',
      notice: warnings[1]!.key,
      how: 'telephoned',
    });
    expect(rearms).toBe(true);
    expect(file.duty('warnUnits')).toMatchObject({
      status: 'fulfilled',
      current: { completedAt: at('03-02 10:41') },
    });
    expect(
      file.give('03-02 10:42', officer, { type: 'AnswerNotice', notice: warnings[1]!.key, how: 'telephoned' })
        .refusal?.code,
    ).toBe('NOTICE_UNKNOWN');
  });

  it('keeps from the mobile phones what was made before the flag and not yet sent', () => {
    const file = open('orange');
    expect(Object.keys(file.state.pendingNotices)).toHaveLength(1);
    file.give('03-02 10:31', officer, { type: 'SetFlags', add: ['secret'], remove: [], reason: '涉密' });
    expect(file.state.pendingNotices).toEqual({});
    expect(Object.values(file.state.telephoneTasks)).toMatchObject([
      { template: 'opened', byTelephone: true },
    ]);
  });

  it('that an item makes secret tells of that item by telephone too', () => {
    const { events } = open('blue').give('03-02 11:00', system, {
      type: 'AttachItem',
      item: { feed: 'f', id: '1', title: '转载' },
      grade: suggestion('red'),
      flags: ['secret'],
    });
    expect(noticesOf(events).map(({ byTelephone }) => byTelephone)).toEqual([true, true]);
  });

  it('loses the flag by the head of the office, not by the duty officer', () => {
    const lift: CaseCommand = { type: 'SetFlags', add: [], remove: ['secret'], reason: '已解密' };
    expect(secret().give('03-02 11:00', officer, lift).refusal?.code).toBe('ROLE_NOT_ALLOWED');
    expect(secret().give('03-02 11:00', head, lift).refusal).toBeNull();
  });
});

describe('a notice that no message could carry', () => {
  it.each(['failed', 'nobody'] as const)(
    '%s: becomes a telephone task, and the answer meets the duty',
    (status) => {
      const file = open('yellow');
      const { next } = file.duty('warnUnits')!;
      file.give('03-02 10:30', system, {
        type: 'EnforceStage',
        duty: 'warnUnits',
        occurrence: '1',
        stage: 'due',
        index: 0,
        due: next!.due,
      });
      const pending = Object.values(file.state.pendingNotices);
      file.give('03-02 10:31', system, {
        type: 'RecordHandOvers',
        handOvers: pending.map(({ key, role }) => ({
          key,
          role,
          status: role === 'unitLiaison' ? status : 'handedOver',
          people: [],
          at: at('03-02 10:31'),
          messageIds: [],
        })),
      });
      expect(file.duty('warnUnits')!.status).toBe('open');
      const [task] = Object.values(file.state.telephoneTasks);
      expect(task).toMatchObject({ duty: 'warnUnits', role: 'unitLiaison' });
      file.give('03-02 10:35', officer, { type: 'AnswerNotice', notice: task!.key, how: 'telephoned' });
      expect(file.duty('warnUnits')).toMatchObject({
        status: 'fulfilled',
        current: { completedAt: at('03-02 10:35') },
      });
      expect(file.duty('unitResponse')).toMatchObject({
        status: 'open',
        current: { due: at('03-02 10:35') },
      });
    },
  );

  it('a hand-over told twice is recorded once', () => {
    const file = open('yellow');
    const [notice] = Object.values(file.state.pendingNotices);
    const done: CaseCommand = {
      type: 'RecordHandOvers',
      handOvers: [
        {
          key: notice!.key,
          role: notice!.role,
          status: 'handedOver',
          people: ['p'],
          at: at('03-02 10:31'),
          messageIds: ['m'],
        },
      ],
    };
    expect(file.give('03-02 10:31', system, done).events).toHaveLength(1);
    expect(file.give('03-02 10:32', system, done).events).toEqual([]);
  });
});

describe('concluding', () => {
  const conclude = (acknowledgeUnmet?: string): CaseCommand => ({
    type: 'Conclude',
    summary: '已处置',
    ...(acknowledgeUnmet === undefined ? {} : { acknowledgeUnmet }),
  });

  it('with duties unmet is refused unless somebody answers for them by name', () => {
    const file = open('blue');
    const refused = file.give('03-02 11:00', head, conclude());
    expect(refused.refusal?.code).toBe('DUTIES_UNMET');
    expect(refused.refusal?.message).toContain('预警相关股室和领导小组');
    const { events, rearms } = file.give('03-02 11:01', head, conclude('电话已告知'));
    expect(rearms).toBe(true);
    expect(events[0]).toMatchObject({
      type: 'CaseConcluded',
      unmet: ['warnUnits'],
      acknowledged: '电话已告知',
    });
    expect(events.flatMap((event) => (event.type === 'DutiesSettled' ? event.settled : []))).toContainEqual(
      expect.objectContaining({ duty: 'warnUnits', outcome: 'cancelled', reason: '已结报' }),
    );
  });

  it('with everything met needs no acknowledgement', () => {
    const file = open('blue');
    file.runTo('03-02 10:30');
    file.give('03-02 10:40', liaison, report);
    expect(file.give('03-02 11:00', head, conclude()).refusal).toBeNull();
  });

  it('an orange case has to have calmed; a pending lowering has to be decided', () => {
    const file = open('orange');
    expect(file.give('03-02 11:00', head, conclude('有数')).refusal?.code).toBe('NOT_CALM');
    file.give('03-02 11:00', group, { type: 'DeclareCalm', reason: '平息' });
    file.give('03-02 11:01', officer, {
      type: 'ChangeLevel',
      level: 'blue',
      reason: '回落',
      authority: 'change',
    });
    expect(file.give('03-02 11:02', head, conclude('有数')).refusal?.code).toBe('LOWERING_PENDING');
    file.give('03-02 11:03', leader, { type: 'RejectLevelChange', reason: '直接结报' });
    expect(file.give('03-02 11:04', head, conclude('有数')).refusal).toBeNull();
  });

  it('stops every clock; afterwards only the file is completed', () => {
    const file = open('blue');
    file.give('03-02 11:00', head, conclude('有数'));
    expect(file.schedule().duties.every(({ next }) => next === null)).toBe(true);
    expect(
      file.give('03-02 11:01', officer, {
        type: 'ChangeLevel',
        level: 'red',
        reason: '扩散',
        authority: 'change',
      }).refusal?.code,
    ).toBe('CASE_CONCLUDED');
    expect(file.give('03-02 11:01', system, { type: 'ContinueClock', from: 1, reason: '满' })).toMatchObject({
      events: [],
      refusal: null,
    });
    expect(file.give('03-02 11:02', officer, act('aftermath')).refusal).toBeNull();
  });
});

describe('review and archive', () => {
  const concluded = (level: string) => {
    const file = open(level);
    file.give('03-02 11:00', group, { type: 'DeclareCalm', reason: '平息' });
    file.give('03-02 11:10', head, { type: 'Conclude', summary: '完', acknowledgeUnmet: '有数' });
    return file;
  };

  it('a blue case is archived at once, and once', () => {
    const file = concluded('blue');
    expect(file.give('03-02 11:11', system, { type: 'Archive' }).events).toEqual([{ type: 'CaseArchived' }]);
    expect(file.state).toMatchObject({ status: 'archived', archivedAt: at('03-02 11:11') });
    expect(file.give('03-02 11:12', system, { type: 'Archive' }).events).toEqual([]);
  });

  it('an orange case waits for its review, which survives the conclusion', () => {
    const file = concluded('orange');
    expect(file.give('03-02 11:11', system, { type: 'Archive' }).events).toEqual([]);
    expect(file.duty('review')).toMatchObject({ status: 'listed', next: null });
    const { events } = file.give('03-05 10:00', officer, { type: 'FileReview', points });
    expect(events.map(({ type }) => type)).toEqual(expect.arrayContaining(['ReviewFiled', 'CaseArchived']));
    expect(file.state).toMatchObject({ status: 'archived', reviewedAt: at('03-05 10:00') });
    expect(file.give('03-05 10:01', officer, { type: 'FileReview', points }).refusal?.code).toBe(
      'ALREADY_REVIEWED',
    );
  });

  it.each(REVIEW_POINTS)('a review without %s is refused', (point) => {
    const { [point]: _, ...rest } = points;
    const outcome = concluded('orange').give('03-05 10:00', officer, { type: 'FileReview', points: rest });
    expect(outcome.refusal).toMatchObject({
      code: 'REVIEW_INCOMPLETE',
      message: expect.stringContaining(point),
    });
  });

  it('before calm there is nothing to review; filed before the conclusion it lets the archive follow', () => {
    const file = open('red');
    expect(file.give('03-02 11:00', officer, { type: 'FileReview', points }).refusal?.code).toBe('NOT_CALM');
    file.give('03-02 11:10', group, { type: 'DeclareCalm', reason: '平息' });
    expect(file.give('03-02 11:20', officer, { type: 'FileReview', points }).refusal).toBeNull();
    expect(file.state.status).toBe('open');
    file.give('03-02 11:30', head, { type: 'Conclude', summary: '完', acknowledgeUnmet: '有数' });
    expect(file.give('03-02 11:31', system, { type: 'Archive' }).events).toEqual([{ type: 'CaseArchived' }]);
  });
});
