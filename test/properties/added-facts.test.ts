import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../shared/case/events.ts';
import { isLimitOfLaw } from '../../shared/deadlines/breach.ts';
import type { Schedule } from '../../shared/deadlines/schedule.ts';
import type { ScheduledDuty } from '../../shared/deadlines/scheduled-duty.ts';
import { rankOf } from '../../shared/regulations/lookup.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import type { CaseCommand } from '../../shared/rules/decide.ts';
import { suggestion, system } from '../support/case-file.ts';
import { seedsOr } from '../support/random/seeds.ts';
import { meetAll } from './meeting.ts';
import { actorsOf, configuredBureaus, instantAt, type Story, storyOf } from './random-case.ts';
import { tell } from './telling.ts';

const RUNS = 180;
/** Among them those that showed a fault. */
const SEEDS = seedsOr(1456024460, 7);
const DAY = 24 * 60;
const keyOf = ({ duty, current }: ScheduledDuty): string => `${duty}#${current.occurrence}`;

/** Somebody who may give the command and may not grant time; the system for its own. */
const giverOf = (regulation: Regulation, type: string): Actor | undefined => {
  if (type === 'AttachItem' || type === 'ApplyOverlay') return system;
  const { authorities } = regulation;
  const mayGrant = authorities.find(({ command }) => command === 'PostponeInstant')?.roles ?? [];
  const roles = authorities.filter(({ command }) => command === type).flatMap((each) => each.roles);
  return actorsOf(regulation).find(({ role }) => roles.includes(role) && !mayGrant.includes(role));
};

interface Added {
  command: CaseCommand;
  /** How much later than the last step of the story. */
  afterMinutes: number;
}
/** A fact that is added, at whatever earlier instant it is said to lie. */
const addedTo = (regulation: Regulation): fc.Arbitrary<Added> => {
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  const some = (list: readonly string[]) => fc.constantFrom(...(list.length === 0 ? ['nothing'] : list));
  const flag = some(ids(regulation.flags));
  const kind = some(ids(regulation.sources));
  const at = fc.integer({ min: -2 * DAY, max: DAY }).map(instantAt);
  const reason = fc.constant('随机');
  const rated = regulation.scales.filter(({ use }) => use === 'rating');
  const rating = rated.flatMap(({ id, levels }) => levels.map((each) => ({ scale: id, level: each.id })));
  const source = fc.record({
    kind,
    receivedAt: at,
    reference: fc.constantFrom('1号', '2号'),
    same: fc.option(fc.boolean(), { nil: undefined }),
  });
  const item = fc.record({ feed: fc.constant('f'), id: fc.constant('new'), title: reason, publishedAt: at });
  const record = (type: string, shape: Record<string, fc.Arbitrary<unknown>>) =>
    fc.record({ type: fc.constant(type), ...shape }) as unknown as fc.Arbitrary<CaseCommand>;
  const none = fc.constant([]);
  return fc.record({
    afterMinutes: fc.integer({ min: 0, max: 3 * DAY }),
    command: fc.oneof(
      record('SetFlags', { add: flag.map((each) => [each]), remove: none, reason }),
      record('SetFlags', { add: none, remove: flag.map((each) => [each]), reason }),
      record('ApplyOverlay', { flag, reason }),
      record('AddSource', { source }),
      record('RecordInstruction', { from: fc.constantFrom('superior', 'bureau'), text: reason, madeAt: at }),
      record('CorrectInstant', {
        instant: some(ids(regulation.instants)),
        at,
        reason,
        dateOnly: fc.option(fc.boolean(), { nil: undefined }),
        reference: reason,
      }),
      record('AttachItem', {
        item,
        grade: some(ids(regulation.scales[0]!.levels)).map(suggestion),
        flags: fc.oneof(
          none,
          flag.map((each) => [each]),
        ),
        source: fc.option(source, { nil: undefined }),
      }),
      ...(rating.length === 0
        ? []
        : [
            fc
              .constantFrom(...rating)
              .map((each) => ({ type: 'RateCase', ...each, reason: '随机' }) as CaseCommand),
          ]),
    ),
  });
};

/** The limits of the law that run: each with its due instant. */
const runningOf = ({ duties }: Schedule): ScheduledDuty[] =>
  duties.filter(
    (each) => isLimitOfLaw(each) && !each.isOwn && each.status === 'open' && each.current.due !== null,
  );
type Time = ScheduledDuty['history'][number];
/** The times of a limit of the law that count as met, of the duties that are still there. */
const metOf = (
  { duties }: Schedule,
  isCounted: (time: Time) => boolean = ({ due, completedAt }) => due !== null && completedAt! <= due,
): string[] =>
  duties
    .filter((each) => isLimitOfLaw(each) && !each.isOwn && each.start !== null)
    .flatMap(({ duty, history }) =>
      history
        .filter((time) => time.outcome === 'fulfilled' && isCounted(time))
        .map(({ occurrence }) => `${duty}#${occurrence}`),
    );

/** What stands against it: a limit of the law that fell later or went away, and what was met and is no more. */
const faults = (regulation: Regulation, before: Schedule, after: Schedule): string[] => {
  const isHigher = rankOf(regulation, after.level) > rankOf(regulation, before.level);
  const later = runningOf(before).flatMap((old) => {
    const due = old.current.due!;
    // The times of a repetition have other names where it began at another instant.
    const now = after.duties.find(
      (each) => keyOf(each) === keyOf(old) || (each.duty === old.duty && old.limit.kind === 'every'),
    );
    if (now !== undefined) {
      const isLater = now.status === 'open' && (now.current.due === null || now.current.due > due);
      return isLater ? [`${keyOf(old)} ${due} → ${now.current.due}`] : [];
    }
    // What only the higher level's own duty replaces ends.
    const replacedBy = regulation.duties.find(({ id }) => id === old.duty)!.replacedBy;
    if (isHigher && replacedBy.some((id) => after.duties.some(({ duty }) => duty === id))) return [];
    // Another duty to the same receivers, due no later: a graver rating.
    const instead = after.duties.some(
      (each) =>
        each.receivers.join() === old.receivers.join() &&
        isLimitOfLaw(each) &&
        each.current.due !== null &&
        each.current.due <= due,
    );
    return instead ? [] : [`${keyOf(old)} is gone`];
  });
  // While the level is only proposed nothing is late, also where a paper has moved the limit before what was done.
  const kept = new Set(metOf(after, () => true));
  const there = new Set(after.duties.map(({ duty }) => duty));
  // A higher level may ask for more than the one at which it was met.
  const undone = isHigher
    ? []
    : metOf(before).filter((key) => there.has(key.split('#')[0]!) && !kept.has(key));
  return [...later, ...undone.map((key) => `${key} is no longer met`)];
};

const OWN_ITEM = { feed: 'f', id: 'own', title: '随机' };
/** A later version of the item that a case was opened with, whatever times it says. */
const laterVersion = (regulation: Regulation): fc.Arbitrary<CaseCommand> => {
  const at = fc.option(fc.integer({ min: -2 * DAY, max: DAY }).map(instantAt), { nil: undefined });
  const marks = fc.constantFrom<object>(
    {},
    {},
    { dateOnly: true },
    { estimated: true },
    { eventDateOnly: true },
  );
  return fc
    .record({ publishedAt: at, eventAt: at, marks, level: fc.constantFrom(...regulation.scales[0]!.levels) })
    .map(({ publishedAt, eventAt, marks: said, level }) => ({
      type: 'AttachItem',
      item: {
        ...{ ...OWN_ITEM, version: 2, ...said },
        ...(publishedAt === undefined ? {} : { publishedAt }),
        ...(eventAt === undefined ? {} : { eventAt }),
      },
      grade: suggestion(level.id),
      flags: [],
    }));
};
/** The same story, of a case that was opened with an item that says when it was published and what happened when. */
const withItem = (story: Story): Story => {
  const { publishedAt, eventAt } = story.opening.instants;
  const item = {
    ...OWN_ITEM,
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(eventAt === undefined ? {} : { eventAt }),
  };
  return { ...story, opening: { ...story.opening, items: [item] } };
};

/** What was added in all bureaus, and how often to something that was met already. */
const kinds = new Set<string>();
let met = 0;

describe.each(configuredBureaus)('facts that are added to random cases of %s', (_, regulation) => {
  /** What was compared: facts that were taken, of what kind, at undetermined levels, and beside how many limits. */
  const seen = { kinds: new Set<string>(), undetermined: 0, running: 0, met: 0 };

  it.each(SEEDS)(
    'move no running limit of the law later and undo nothing that was met, from nobody who may not grant time (%i)',
    (seed) => {
      fc.assert(
        fc.property(
          storyOf(regulation),
          addedTo(regulation),
          fc.constantFrom(true, true, true, false),
          (story, { command, afterMinutes }, isMet) => {
            const giver = giverOf(regulation, command.type);
            if (giver === undefined) return;
            const { file, minutes } = tell(regulation, story);
            if (isMet) meetAll(regulation, file, instantAt(minutes));
            const before = file.schedule();
            const { refusal } = file.give(instantAt(minutes + afterMinutes), giver, command);
            if (refusal !== null) return;
            seen.kinds.add(command.type);
            if (file.state.provisional) seen.undetermined += 1;
            if (runningOf(before).length > 0) seen.running += 1;
            if (metOf(before).length > 0) seen.met += 1;
            expect(faults(regulation, before, file.schedule()), JSON.stringify(command)).toEqual([]);
          },
        ),
        { numRuns: RUNS, seed },
      );
    },
  );

  it.each(SEEDS)('nor does a later version of the item that it was opened with (%i)', (seed) => {
    const moved = { earlier: 0, none: 0 };
    fc.assert(
      fc.property(storyOf(regulation), laterVersion(regulation), (story, command) => {
        const { file, minutes } = tell(regulation, withItem(story));
        const before = file.schedule();
        const { instants } = file.state;
        expect(file.give(instantAt(minutes + 1), system, command).refusal).toBeNull();
        expect(faults(regulation, before, file.schedule()), JSON.stringify(command)).toEqual([]);
        // Said once more it changes nothing.
        const { state } = file;
        expect(file.give(instantAt(minutes + 2), system, command).refusal).toBeNull();
        expect(file.state).toEqual(state);
        moved[state.instants === instants ? 'none' : 'earlier'] += 1;
      }),
      { numRuns: RUNS / 2, seed },
    );
    expect(Math.min(moved.earlier, moved.none)).toBeGreaterThan(RUNS / 60);
  });

  it('were seen often enough, at undetermined levels too', () => {
    for (const kind of seen.kinds) kinds.add(kind);
    met += seen.met;
    expect(seen.undetermined).toBeGreaterThan(RUNS / 20);
    expect(seen.running).toBeGreaterThan(RUNS / 60);
  });
});

it('were seen of every kind, and where something was met already', () => {
  const all = ['SetFlags', 'ApplyOverlay', 'AddSource', 'RecordInstruction', 'CorrectInstant', 'AttachItem'];
  expect([...kinds]).toEqual(expect.arrayContaining(all));
  expect(met).toBeGreaterThan(RUNS / 20);
});
