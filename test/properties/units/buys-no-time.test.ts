import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../shared/case/events.ts';
import { jointUnits, unitsOf } from '../../../shared/case/units.ts';
import { isNumeric } from '../../../shared/deadlines/limits.ts';
import { isDone } from '../../../shared/deadlines/occurrences/occurrence.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import type { CaseCommand } from '../../../shared/rules/decide.ts';
import { configuredBureaus, giversOf, instantAt, storyOf } from '../random-case.ts';
import { tell } from '../telling.ts';

// Whichever units a case has, and whatever they give back: none of it buys time.

const RUNS = 25;
/** The place of the decision on a 退回 among the acts. */
const DECIDE = 5;
const REASON = '随机写下的一条理由';

type File = ReturnType<typeof tell>['file'];

/** Each limit in numbers that the case has now, by its time. */
const limitsOf = (file: File) =>
  new Map(
    file
      .schedule()
      .duties.filter(({ limit, isOfCase }) => isNumeric(limit) && !isOfCase)
      .flatMap(({ duty, history }) => history.map((each) => [`${duty}#${each.occurrence}`, each] as const)),
  );

/** One of the acts about units, by whoever may. */
const actOf = (regulation: Regulation, file: File, kind: number, pick: number): [Actor, CaseCommand] => {
  const units = regulation.units.map(({ id }) => id);
  const unit = units[pick % units.length]!;
  const office = giversOf(regulation, 'AssignUnit', file.state.handlingLevel)[0]!;
  const has = unitsOf(file.state);
  const own = has[pick % Math.max(1, has.length)] ?? unit;
  const liaison: Actor = { id: `p-${own}`, name: '联络员', role: 'unitLiaison', unit: own };
  const waiting = file.state.returns.find(({ ended }) => ended === null);
  const act = waiting?.entry ?? 1;
  const acts: [Actor, CaseCommand][] = [
    [office, { type: 'AssignUnit', unit }],
    [office, { type: 'AssignUnit', unit, part: 'joint' }],
    [office, { type: 'WithdrawUnit', unit: jointUnits(file.state)[0] ?? unit, reason: REASON }],
    [liaison, { type: 'Acknowledge' }],
    [liaison, { type: 'ReturnCase', reason: REASON }],
    [office, { type: 'DecideReturn', act, agree: pick % 4 === 0, to: unit, reason: REASON }],
  ];
  // What waits is decided on every other time.
  return acts[waiting !== undefined && pick % 2 === 0 ? DECIDE : kind]!;
};

const taken = new Set<string>();

describe.each(configuredBureaus)('the units of random cases of %s', (_, regulation: Regulation) => {
  it('move no limit and take none away', () => {
    const acts = fc.array(fc.record({ kind: fc.nat(5), pick: fc.nat(50), minutes: fc.nat(240) }), {
      minLength: 6,
      maxLength: 12,
    });
    fc.assert(
      fc.property(storyOf(regulation), acts, (story, all) => {
        const { file, minutes } = tell(regulation, story, { clocks: true });
        let now = minutes;
        for (const { kind, pick, minutes: later } of all) {
          now += later;
          // What the clocks themselves have to say by then they have said.
          file.runTo(instantAt(now));
          const before = limitsOf(file);
          const [who, command] = actOf(regulation, file, kind, pick);
          const { events, refusal } = file.give(instantAt(now), who, command);
          if (refusal !== null || events.length === 0) continue;
          taken.add(command.type);
          const after = limitsOf(file);
          for (const [key, was] of before) {
            const is = after.get(key);
            // What it starts may begin (签收); what ran is due when it was, done or not.
            if (was.due === null) continue;
            expect(is?.due, `${command.type} ${key}`).toBe(was.due);
            if (!isDone(was)) continue;
            expect(is?.outcome, `${command.type} ${key}`).toBe(was.outcome);
          }
          // One 主办 at most, no 会办 without it, and each of them once.
          const leads = file.state.units.filter(({ part }) => part === 'lead').map(({ unit }) => unit);
          expect(leads).toEqual(file.state.unit === null ? [] : [file.state.unit]);
          expect(new Set(unitsOf(file.state)).size).toBe(unitsOf(file.state).length);
        }
      }),
      { numRuns: RUNS },
    );
  });
});

it('units were handed cases, lost them, gave them back, and were decided on', () => {
  expect([...taken].sort()).toEqual([
    'Acknowledge',
    'AssignUnit',
    'DecideReturn',
    'ReturnCase',
    'WithdrawUnit',
  ]);
});
