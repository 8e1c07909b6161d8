import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../../shared/case/events.ts';
import { NOBODY } from '../../../../shared/contracts/roster.ts';
import { type CaseCommand, handle } from '../../../../shared/rules/decide.ts';
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
  suggestion,
  system,
} from '../../../support/case-file.ts';
import { act, open, otherUnit, points, publish, report } from './given.ts';

const unitHead: Actor = { id: 'p-unit', name: '食品股负责人', role: 'unitHead', unit: 'food' };

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
    ['acknowledge', { type: 'Acknowledge' }, liaison, { ...officer, role: 'operator' }],
    ['file a report', report, liaison, chief],
    ['record a publication', publish('reply'), officer, liaison],
    ['request the plan', { type: 'RequestPlan', reason: '事态严重' }, unitHead, officer],
    ['start the plan', { type: 'StartPlan' }, group, head],
    ['record an instruction', { type: 'RecordInstruction', from: 'bureau', text: '速办' }, officer, liaison],
    ['record a decision', { type: 'RecordDecision', decision: 'reportUp', outcome: '上报' }, leader, head],
    ['declare calm at yellow', { type: 'DeclareCalm', reason: '平息' }, leader, officer],
    [
      'conclude',
      { type: 'Conclude', summary: '舆情已经处置完毕', mistaken: '经核实并非涉局舆情' },
      head,
      officer,
    ],
    ['file the review', { type: 'FileReview', points }, officer, leader],
    ['add a source', { type: 'AddSource', source: { kind: 'city-prompted' } }, officer, liaison],
    ['set flags', { type: 'SetFlags', add: ['crossRegion'], remove: [], reason: '核实' }, officer, liaison],
    ['hold a meeting', { type: 'RecordMeeting' }, unitHead, { ...officer, role: 'operator' }],
  ])(
    '%s: the regulation’s role may, another is refused, and the file says nothing of it',
    (_, command, may, mayNot) => {
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
      expect(outcome).toMatchObject({ rearms: false, events: [] });
      expect(refused.state.refusals).toBe(0);
      expect(prepare().give('03-02 11:00', may, command).refusal).toBeNull();
    },
  );

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
    const refusal = open().give('03-02 11:00', { ...officer, role: 'mayor' }, report).refusal;
    expect(refusal?.code).toBe('ROLE_UNKNOWN');
    expect(refusal?.message).toContain(';本局岗位:');
    expect(refusal?.message).toContain('值班员');
    expect(refusal?.message).not.toContain('湛江市局');
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
    const context = { regulation: leizhou, now: at('03-02 10:00'), actor: officer, roster: NOBODY };
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
    ['an occurrence in the future', { instants: { occurredAt: at('03-02 10:35:01') } }, 'INSTANT_IN_FUTURE'],
    [
      'a receipt in the future',
      { sources: [{ kind: 'monitored', receivedAt: at('03-02 10:35:01') }] },
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
