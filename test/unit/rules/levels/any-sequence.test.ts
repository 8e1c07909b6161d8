import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, caseFile, head, liaison, officer, opening, system } from '../../../support/case-file.ts';
import { change, item } from './given.ts';

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
                .duties.filter(
                  // What runs at a proposed level may turn out not to be adopted.
                  ({ duty, status }) =>
                    status === 'open' && duty !== 'blueProgress' && !file.state.provisional,
                )
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
      { numRuns: 80 },
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
                .flatMap((event): { duty: string; occurrence: string }[] => {
                  if (event.type === 'DutyMissed') return [event];
                  if (event.type !== 'DutiesSettled') return [];
                  return event.settled.filter(({ outcome }) => !['planned', 'moved'].includes(outcome));
                })
                .map(({ duty, occurrence }) => `${duty}#${occurrence}`),
            );
            const after = new Set(open());
            for (const key of before) expect(after.has(key) || told.has(key), key).toBe(true);
          });
        },
      ),
      { numRuns: 60 },
    );
  });
});
