import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import type { CaseCommand } from '../../../shared/rules/decide.ts';
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

const change = (level: string, handleAs?: string): CaseCommand => ({
  type: 'ChangeLevel',
  level,
  ...(handleAs === undefined ? {} : { handleAs }),
  reason: '舆情变化',
  authority: 'change',
});
const assigned = { kind: 'zhanjiang-assigned', receivedAt: at('03-02 10:00') };
const open = (level: string, facts: Parameters<typeof opening>[0] = {}) => {
  const file = caseFile();
  file.give(
    '03-02 10:30',
    officer,
    opening({ level, sources: [assigned], instants: { occurredAt: at('03-02 08:00') }, ...facts }),
  );
  return file;
};
const lower = (file: ReturnType<typeof open>, when: string, level: string) => {
  file.give(when, officer, change(level));
  return file.give(when, head, { type: 'ApproveLevelChange' });
};
const item = (id: string, level: string, flags: string[] = []): CaseCommand => ({
  type: 'AttachItem',
  item: { feed: 'f', id, title: '转载' },
  grade: suggestion(level),
  flags,
});

describe('raising a level', () => {
  it('keeps the earlier of two due instants', () => {
    const file = open('yellow');
    expect(file.due('zhanjiangTelephone')).toBe(at('03-02 22:00'));
    file.give('03-02 20:30', officer, change('orange'));
    expect(file.due('zhanjiangTelephone')).toBe(at('03-02 22:00'));
    expect(file.due('zhanjiangWritten')).toBe(at('03-03 08:30'));
  });

  it('counts receipt limits from the raise, and occurrence limits from the occurrence', () => {
    const file = open('yellow');
    file.give('03-02 12:00', officer, change('red'));
    expect(file.due('zhanjiangTelephone')).toBe(at('03-02 15:00'));
    expect(file.due('publicResponse')).toBe(at('03-02 13:00'));
    expect(file.due('pressConference')).toBe(at('03-03 08:00'));
  });

  it('owes warnings, reports to leaders anew and cancels what the new level has not', () => {
    const file = open('blue');
    file.runTo('03-02 10:30');
    const { events, rearms } = file.give('03-02 12:00', officer, change('yellow'));
    expect(rearms).toBe(true);
    expect(file.duty('warnUnits')).toMatchObject({ status: 'open', current: { occurrence: '2' } });
    expect(file.schedule().cancelled).toContainEqual(
      expect.objectContaining({ duty: 'blueProgress', reason: '级别由蓝调整为黄,不再适用' }),
    );
    expect(events.flatMap((event) => (event.type === 'DutiesSettled' ? event.settled : []))).toContainEqual(
      expect.objectContaining({
        duty: 'blueProgress',
        outcome: 'cancelled',
        reason: '级别由蓝调整为黄,不再适用',
      }),
    );
  });

  it('does not stop or move the unit’s first report, which the first warning has started', () => {
    const file = open('yellow');
    file.runTo('03-02 10:30');
    expect(file.due('unitResponse')).toBe(at('03-02 10:30'));
    file.give('03-02 12:00', officer, change('orange'));
    expect(file.duty('unitResponse')).toMatchObject({ status: 'open', current: { due: at('03-02 10:30') } });
  });

  it('leaves done in time what was done in time', () => {
    const file = open('orange');
    file.give('03-02 11:00', head, { type: 'RecordAction', action: 'statementApproved' });
    file.give('03-03 10:00', officer, { type: 'RecordPublication', form: 'authoritative' });
    const { events } = file.give('03-03 12:00', officer, change('red'));
    expect(file.duty('publicResponse')).toMatchObject({
      status: 'fulfilled',
      current: { outcome: 'fulfilled', due: at('03-04 08:00') },
    });
    expect(JSON.stringify(events)).not.toContain('fulfilledLate');
    expect(file.duty('pressConference')).toMatchObject({ current: { due: at('03-03 08:00') } });
    expect(file.duty('pressConference')?.discoveryLagMilliseconds).toBe(4 * 3600_000);
  });

  it('asks for the form of the higher level when another form was used before', () => {
    const file = open('orange');
    file.give('03-02 11:00', head, { type: 'RecordAction', action: 'statementApproved' });
    file.give('03-02 11:30', officer, { type: 'RecordPublication', form: 'briefing' });
    expect(file.duty('publicResponse')?.status).toBe('fulfilled');
    file.give('03-02 12:00', officer, change('red'));
    expect(file.duty('publicResponse')).toMatchObject({
      status: 'open',
      current: { due: at('03-02 13:00') },
    });
  });

  it('takes an orange daily grid up from its next instant, not from those before the raise', () => {
    const file = open('yellow');
    file.give('03-05 10:00', officer, change('orange'));
    expect(file.duty('dailyReport')).toMatchObject({
      current: { occurrence: '1.4', due: at('03-06 08:00') },
    });
  });
});

describe('lowering a level', () => {
  it('waits for a second person and changes nothing meanwhile', () => {
    const file = open('red');
    const before = file.schedule();
    const { events, rearms } = file.give('03-02 11:00', officer, change('orange'));
    expect(events[0]).toMatchObject({ type: 'LoweringProposed', to: 'orange' });
    expect(rearms).toBe(false);
    expect(file.schedule().duties).toEqual(before.duties);
    expect(file.give('03-02 11:05', officer, { type: 'ApproveLevelChange' }).refusal?.code).toBe(
      'ROLE_NOT_ALLOWED',
    );
    expect(file.give('03-02 11:06', head, { type: 'ApproveLevelChange' }).refusal).toBeNull();
    expect(file.state.handlingLevel).toBe('orange');
  });

  it('is not approved by the one who proposed it', () => {
    const file = open('red');
    file.give('03-02 11:00', head, change('orange'));
    expect(file.give('03-02 11:05', head, { type: 'ApproveLevelChange' }).refusal?.code).toBe(
      'SECOND_PERSON_REQUIRED',
    );
    expect(
      file.give('03-02 11:05', { ...leader, id: head.id }, { type: 'ApproveLevelChange' }).refusal?.code,
    ).toBe('SECOND_PERSON_REQUIRED');
    expect(file.give('03-02 11:06', leader, { type: 'ApproveLevelChange' }).refusal).toBeNull();
  });

  it('can be rejected; then there is nothing left to approve', () => {
    const file = open('red');
    file.give('03-02 11:00', officer, change('yellow'));
    expect(file.give('03-02 11:01', officer, change('blue')).refusal?.code).toBe('LOWERING_PENDING');
    file.give('03-02 11:05', leader, { type: 'RejectLevelChange', reason: '仍在扩散' });
    expect(file.state).toMatchObject({ handlingLevel: 'red', lowering: null });
    expect(file.give('03-02 11:06', leader, { type: 'ApproveLevelChange' }).refusal?.code).toBe(
      'NO_LOWERING_PENDING',
    );
    expect(file.give('03-02 11:07', leader, { type: 'RejectLevelChange', reason: '无' }).refusal?.code).toBe(
      'NO_LOWERING_PENDING',
    );
  });

  it('keeps the earlier due instant and shows the clause that set it', () => {
    const file = open('red');
    lower(file, '03-02 11:00', 'orange');
    const scheduled = file.duty('publicResponse')!;
    expect(scheduled.current.due).toBe(at('03-02 13:00'));
    expect(scheduled.limitText).toBe('5小时内');
    expect(scheduled.cite).toEqual(
      expect.arrayContaining(['办法 第二十一条(二)红 ②', '办法 第二十一条(二)橙 ②']),
    );
    expect(file.duty('pressConference')).toBeUndefined();
  });

  it('wakes the clocks even when every duty waits for the same as before', () => {
    const file = open('red');
    file.runTo('03-02 10:30');
    file.give('03-02 10:40', head, { type: 'RecordAction', action: 'statementApproved' });
    file.give('03-02 10:41', head, { type: 'RecordAction', action: 'emergencyHandlingStarted' });
    file.give('03-02 10:42', officer, { type: 'RecordPublication', form: 'pressConference' });
    file.give('03-02 10:43', officer, {
      type: 'FileReport',
      kind: 'first',
      form: 'oa',
      to: ['zhanjiang', 'cityCommittee', 'cityGovernment'],
    });
    file.give('03-02 10:44', officer, { type: 'RecordPublication', form: 'authoritative' });
    const waits = () => file.schedule().duties.flatMap(({ duty, next }) => (next === null ? [] : [duty]));
    const before = waits();
    const { rearms } = lower(file, '03-02 11:00', 'orange');
    expect(waits()).toEqual(before);
    expect(file.state.generation).toBe(2);
    expect(rearms).toBe(true);
  });

  it('owes an each-level duty anew after a raise again, under a name of its own', () => {
    const file = open('orange');
    file.runTo('03-02 10:30');
    lower(file, '03-02 11:00', 'yellow');
    expect(file.duty('warnUnits')).toMatchObject({ status: 'fulfilled', current: { occurrence: '1' } });
    file.give('03-02 12:00', officer, change('red'));
    expect(file.duty('warnUnits')).toMatchObject({ status: 'open', current: { occurrence: '3' } });
  });

  it('owes no daily report for the days at a level without one', () => {
    const file = open('orange');
    file.runTo('03-02 12:00');
    lower(file, '03-02 12:00', 'yellow');
    file.give('03-05 12:00', officer, change('orange'));
    expect(file.duty('dailyReport')!.history).toEqual([
      { occurrence: '1.4', due: at('03-06 08:00'), outcome: 'open', completedAt: null },
    ]);
    expect(file.runTo('03-05 12:00').filter((line) => line.includes('dailyReport'))).toEqual([]);
  });

  it('records as missed a daily report that was overdue before the lowering, once the level is raised again', () => {
    const file = open('orange');
    file.runTo('03-03 09:00');
    lower(file, '03-03 09:00', 'yellow');
    file.give('03-05 12:00', officer, change('orange'));
    const seen = file.runTo('03-05 12:00').filter((line) => line.includes('dailyReport'));
    expect(seen.at(-1)).toContain('dailyReport#1.1 missed');
    expect(file.duty('dailyReport')!.current).toMatchObject({ occurrence: '1.4', due: at('03-06 08:00') });
  });

  it('of the warning level with a higher handling level is a raise of the clocks, approved by two', () => {
    const file = open('yellow');
    file.give('03-02 11:00', officer, change('blue', 'red'));
    expect(file.state.lowering).not.toBeNull();
    file.give('03-02 11:05', head, { type: 'ApproveLevelChange' });
    expect(file.state.segments.at(-1)).toMatchObject({ level: 'red', kind: 'raised' });
    expect(file.duty('warnUnits')).toMatchObject({ status: 'open', current: { occurrence: '2' } });
  });
});

describe('a provisional level', () => {
  const provisional = (level: string) => {
    const file = caseFile();
    file.give('03-02 10:30', system, {
      ...opening({ level, how: 'feed', sources: [assigned], instants: { occurredAt: at('03-02 08:00') } }),
      level: undefined,
    });
    return file;
  };

  it('starts the clocks, and confirming it moves nothing', () => {
    const file = provisional('orange');
    expect(file.state.provisional).toBe(true);
    const before = file.schedule().duties.filter(({ duty }) => duty !== 'confirmGrade');
    file.give('03-02 10:45', officer, { type: 'ConfirmGrade', level: 'orange' });
    expect(file.schedule().duties.filter(({ duty }) => duty !== 'confirmGrade')).toEqual(before);
    expect(file.state).toMatchObject({ provisional: false, generation: 1 });
    expect(file.give('03-02 10:46', officer, { type: 'ConfirmGrade', level: 'orange' }).refusal?.code).toBe(
      'GRADE_ALREADY_CONFIRMED',
    );
  });

  it('confirmed higher counts receipt from the receipt: it is one first grading', () => {
    const file = provisional('yellow');
    file.give('03-02 12:00', officer, { type: 'ConfirmGrade', level: 'orange' });
    expect(file.due('zhanjiangTelephone')).toBe(at('03-02 13:00'));
  });

  it('is confirmed lower by two persons only', () => {
    const file = provisional('orange');
    file.give('03-02 10:45', officer, { type: 'ConfirmGrade', level: 'yellow' });
    expect(file.state).toMatchObject({ provisional: true, handlingLevel: 'orange' });
    file.give('03-02 10:50', head, { type: 'ApproveLevelChange' });
    expect(file.state).toMatchObject({ provisional: false, handlingLevel: 'yellow' });
    expect(file.duty('confirmGrade')?.status).toBe('fulfilled');
    expect(file.due('zhanjiangTelephone')).toBe(at('03-02 13:00'));
  });

  it('is raised by a graver item by itself, and never lowered by a lighter one', () => {
    const file = provisional('yellow');
    const up = file.give('03-02 11:00', system, item('1', 'red'));
    expect(up.rearms).toBe(true);
    expect(file.state).toMatchObject({ warningLevel: 'red', handlingLevel: 'red', provisional: true });
    file.give('03-02 11:10', system, item('2', 'blue'));
    expect(file.state).toMatchObject({ warningLevel: 'red', handlingLevel: 'red' });
    expect(file.give('03-02 11:11', system, item('2', 'blue')).events).toEqual([]);
  });

  it('once confirmed is not raised by an item; the office is told', () => {
    const file = open('yellow');
    const { events } = file.give('03-02 11:00', system, item('1', 'red'));
    expect(file.state.handlingLevel).toBe('yellow');
    expect(events.flatMap((event) => (event.type === 'NoticesMade' ? event.notices : []))).toMatchObject([
      { template: 'hotter', role: 'dutyOfficer', byTelephone: false },
      { template: 'hotter', role: 'officeHead', byTelephone: false },
    ]);
  });

  it('raised by an item withdraws a lowering that was proposed on the facts before it', () => {
    const file = provisional('orange');
    file.give('03-02 10:45', officer, { type: 'ConfirmGrade', level: 'blue' });
    file.give('03-02 10:50', system, item('1', 'red'));
    expect(file.give('03-02 10:55', head, { type: 'ApproveLevelChange' }).refusal?.code).toBe(
      'NO_LOWERING_PENDING',
    );
    expect(file.state.handlingLevel).toBe('red');
  });

  it('keeps the handling level that an instruction has set when it is confirmed', () => {
    const file = provisional('blue');
    file.give('03-02 10:40', chief, {
      type: 'RecordInstruction',
      from: 'bureau',
      text: '按橙色办',
      handleAs: 'orange',
    });
    expect(file.state).toMatchObject({ handlingLevel: 'orange', provisional: true });
    file.give('03-02 10:45', officer, { type: 'ConfirmGrade', level: 'blue' });
    expect(file.state).toMatchObject({ handlingLevel: 'orange', provisional: false, lowering: null });
  });

  it('cannot be put below the suggestion by a unit that opens the case, only above', () => {
    const file = caseFile();
    file.give('03-02 10:30', liaison, { ...opening({ grade: suggestion('orange') }), level: 'routine' });
    expect(file.state).toMatchObject({ warningLevel: 'orange', provisional: true });
    const higher = caseFile();
    higher.give('03-02 10:30', liaison, { ...opening({ grade: suggestion('blue') }), level: 'yellow' });
    expect(higher.state).toMatchObject({ warningLevel: 'yellow', provisional: true });
    const office = caseFile();
    office.give('03-02 10:30', officer, { ...opening({ grade: suggestion('orange') }), level: 'blue' });
    expect(office.state).toMatchObject({ warningLevel: 'blue', provisional: false });
  });
});

describe('a regulation whose levels word the same duty differently', () => {
  const prompt = { kind: 'prompt' as const, word: '及时' };
  const softOrange: Regulation = {
    ...leizhou,
    duties: leizhou.duties.map((duty) =>
      duty.id === 'publicResponse'
        ? {
            ...duty,
            terms: duty.terms.map((term) =>
              term.levels.includes('orange') ? { ...term, limit: prompt } : term,
            ),
          }
        : duty,
    ),
  };
  const openSoft = (level: string) => {
    const file = caseFile(softOrange);
    file.give('03-02 10:30', officer, opening({ level, instants: { occurredAt: at('03-02 08:00') } }));
    return file;
  };

  it('gets the number when a raise brings one', () => {
    const file = openSoft('orange');
    expect(file.duty('publicResponse')).toMatchObject({ status: 'listed', current: { due: null } });
    file.give('03-02 11:00', officer, change('red'));
    expect(file.duty('publicResponse')).toMatchObject({
      status: 'open',
      current: { due: at('03-02 13:00') },
    });
  });

  it('keeps the number, as a limit of the law, when a lowering would take it', () => {
    const file = openSoft('red');
    lower(file, '03-02 11:00', 'orange');
    expect(file.due('publicResponse')).toBe(at('03-02 13:00'));
    expect(file.duty('publicResponse')!.limitText).toBe('5小时内');
    file.runTo('03-02 13:30');
    expect(file.state.orders.map(({ duty }) => duty)).toContain('publicResponse');
  });
});

describe('a change that is none', () => {
  it('is refused, as is a level that the regulation has not', () => {
    const file = open('yellow');
    expect(file.give('03-02 11:00', officer, change('yellow')).refusal?.code).toBe('LEVEL_UNCHANGED');
    expect(file.give('03-02 11:00', officer, change('purple')).refusal?.code).toBe('LEVEL_UNKNOWN');
    expect(file.give('03-02 11:00', officer, change('red', 'purple')).refusal?.code).toBe('LEVEL_UNKNOWN');
    expect(file.give('03-02 11:00', officer, change('orange')).refusal).toBeNull();
  });

  it('of the response level is the leading group’s, and apart from the warning level', () => {
    const file = open('orange');
    const set = { type: 'SetResponseLevel', level: 'response2', reason: '专家组研判' } as const;
    expect(file.give('03-02 11:00', head, set).refusal?.code).toBe('ROLE_NOT_ALLOWED');
    const { rearms } = file.give('03-02 11:00', group, set);
    expect(rearms).toBe(false);
    expect(file.state).toMatchObject({ responseLevel: 'response2', handlingLevel: 'orange' });
    expect(file.give('03-02 11:01', group, set).refusal?.code).toBe('LEVEL_UNCHANGED');
    expect(file.give('03-02 11:01', group, { ...set, level: 'red' }).refusal?.code).toBe('LEVEL_UNKNOWN');
  });
});

describe('any sequence of level changes, sources, items and reports', () => {
  const level = fc.constantFrom('routine', 'blue', 'yellow', 'orange', 'red');
  const sourceKind = fc.constantFrom(
    'zhanjiang-assigned',
    'zhanjiang-prompted',
    'city-prompted',
    'unit-found',
    'superior-instruction',
  );
  const step = fc.oneof(
    fc.record({
      what: fc.constant('change' as const),
      level,
      handleAs: fc.option(level, { nil: undefined }),
    }),
    fc.record({ what: fc.constant('approve' as const) }),
    fc.record({ what: fc.constant('source' as const), kind: sourceKind, minutesAgo: fc.nat(3000) }),
    fc.record({ what: fc.constant('confirm' as const), level }),
    fc.record({ what: fc.constant('item' as const), level }),
    fc.record({
      what: fc.constant('report' as const),
      kind: fc.constantFrom('first', 'progress'),
      form: fc.constantFrom('telephone', 'written'),
      to: fc.constantFrom('zhanjiang', 'deputyLeader', 'officeHead'),
    }),
    fc.record({ what: fc.constant('acknowledge' as const) }),
    fc.record({ what: fc.constant('assign' as const), unit: fc.constantFrom('food', 'drugs') }),
    fc.record({ what: fc.constant('run' as const) }),
  );
  type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

  const give = (file: ReturnType<typeof caseFile>, now: string, index: number, act: Step) => {
    const ago = (minutes: number) => new Date(Date.parse(now) - minutes * 60_000).toISOString();
    switch (act.what) {
      case 'change':
        return file.give(now, officer, change(act.level, act.handleAs));
      case 'approve':
        return file.give(now, head, { type: 'ApproveLevelChange' });
      case 'source':
        return file.give(now, officer, {
          type: 'AddSource',
          source: { kind: act.kind, receivedAt: ago(act.minutesAgo) },
        });
      case 'confirm':
        return file.give(now, officer, { type: 'ConfirmGrade', level: act.level });
      case 'item':
        return file.give(now, system, item(`${index}`, act.level));
      case 'report':
        return file.give(now, officer, { type: 'FileReport', kind: act.kind, form: act.form, to: [act.to] });
      case 'acknowledge':
        return file.give(now, { ...liaison, unit: file.state.unit! }, { type: 'Acknowledge' });
      case 'assign':
        return file.give(now, officer, { type: 'AssignUnit', unit: act.unit });
      case 'run': {
        const local = new Date(Date.parse(now) + 8 * 3600_000).toISOString();
        file.runTo(`${local.slice(5, 10)} ${local.slice(11, 19)}`);
        return undefined;
      }
    }
  };

  it('never makes a running due instant later', () => {
    fc.assert(
      fc.property(
        level,
        fc.boolean(),
        fc.array(fc.tuple(step, fc.integer({ min: 1, max: 900 })), { maxLength: 14 }),
        (first, byHand, steps) => {
          const file = caseFile();
          const facts = opening({
            level: first,
            sources: [{ kind: 'monitored' }],
            instants: { occurredAt: at('03-02 08:00'), detectedAt: at('03-02 09:00') },
          });
          if (byHand) file.give('03-02 10:30', officer, facts);
          else file.give('03-02 10:30', system, { ...facts, how: 'feed', level: undefined });
          /** Running clocks of duties that are owed once, by occurrence; those of repetitions by their grid. */
          const running = () =>
            new Map(
              file
                .schedule()
                .duties.filter(({ duty, status }) => status === 'open' && duty !== 'blueProgress')
                .map(({ duty, current }) => [`${duty}#${current.occurrence}`, current.due] as const),
            );
          const worst = new Map<string, string>();
          let now = Date.parse(at('03-02 10:30'));
          steps.forEach(([act, minutes], index) => {
            now += minutes * 60_000;
            give(file, new Date(now).toISOString(), index, act);
            for (const [key, due] of running()) {
              const before = worst.get(key);
              if (before !== undefined) expect(due !== null && due <= before, `${key} ${due}`).toBe(true);
              if (due !== null) worst.set(key, due);
            }
          });
        },
      ),
      { numRuns: 200 },
    );
  });

  it('never lets a running clock vanish without a word of why on the file', () => {
    fc.assert(
      fc.property(
        level,
        fc.array(fc.tuple(step, fc.integer({ min: 1, max: 900 })), { maxLength: 12 }),
        (first, steps) => {
          const file = caseFile();
          file.give(
            '03-02 10:30',
            officer,
            opening({ level: first, instants: { occurredAt: at('03-02 08:00') } }),
          );
          const open = () =>
            file
              .schedule()
              .duties.filter(({ status, current }) => status === 'open' && current.due !== null)
              .map(({ duty, current }) => `${duty}#${current.occurrence}`);
          let now = Date.parse(at('03-02 10:30'));
          steps.forEach(([act, minutes], index) => {
            now += minutes * 60_000;
            const before = open();
            const version = file.log.length;
            give(file, new Date(now).toISOString(), index, act);
            const told = new Set(
              file.log
                .slice(version)
                .flatMap(({ events }) => events)
                .flatMap((event) => (event.type === 'DutiesSettled' ? event.settled : []))
                .filter(({ outcome }) => !['planned', 'moved'].includes(outcome))
                .map(({ duty, occurrence }) => `${duty}#${occurrence}`),
            );
            const after = new Set(open());
            for (const key of before) expect(after.has(key) || told.has(key), key).toBe(true);
          });
        },
      ),
      { numRuns: 150 },
    );
  });
});
