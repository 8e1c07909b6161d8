import { describe, expect, it } from 'vitest';
import { NO_CLOCK, type ScheduleOutput } from '../../../shared/contracts/workflow.ts';
import { machinesOf } from '../machines-of.ts';
import { ADDED, nextRegulation, REMOVED, SHORTENED } from '../next-regulation.ts';
import { createUpgradeRig, type Machines, type UpgradeRig } from '../rig.ts';
import { bare, before, command, enforcedOf, openCase, outside, runOut, wakesOfOthers } from './upgraded.ts';

const after = machinesOf(nextRegulation);
/** The ways on which a case comes to a new execution. */
const WAYS: Record<string, (rig: UpgradeRig, caseId: string) => Promise<unknown>> = {
  'a raised level': async (rig, caseId) => {
    await command(rig, caseId, 'dutyOfficer', {
      type: 'RecordInstruction',
      from: 'superior',
      text: '请速核查',
    });
    const { version: newFact } = (await rig.logOf(caseId)).findLast(
      ({ event }) => event.type === 'InstructionRecorded',
    )!;
    const raise = { type: 'ChangeLevel', level: 'orange', authority: 'change', reason: '多地媒体转发' };
    return command(rig, caseId, 'officeHead', { ...raise, newFact });
  },
  'a full history': (rig, caseId) => rig.call('transfer-case', { caseId, generation: 1, reason: 'history' }),
  'a restart by the sweep': async (rig, caseId) => {
    await rig.stop(`${caseId}-orange-1`);
    return rig.sweep();
  },
};
/** A raise gives the limit of the new level from the raise on, 08:30; otherwise it runs from 07:30, when it was received. */
const startOf = (way: string): number =>
  Date.parse(way === 'a raised level' ? '2026-03-02T00:30:00.000Z' : '2026-03-01T23:30:00.000Z');
const MINUTE = 60_000;
const openingLevel = (way: string): string => (way === 'a raised level' ? 'yellow' : 'orange');
/** Opened on the machines of the case's own version, then brought at 08:30 to an execution on these. */
const upgraded = async (way: string, machines: Machines) => {
  const rig = await createUpgradeRig(before);
  const caseId = await openCase(rig, openingLevel(way));
  await rig.goTo('2026-03-02T00:30:00.000Z');
  rig.deploy(machines);
  await WAYS[way]!(rig, caseId);
  return { rig, caseId };
};
type Played = Awaited<ReturnType<typeof upgraded>> & Awaited<ReturnType<typeof runOut>>;
const told = new Map<string, Map<Machines, Promise<Played>>>();
/** The same, told to its end: once, however many tests look at it. */
const played = (way: string, machines: Machines): Promise<Played> => {
  const known = told.get(way) ?? new Map<Machines, Promise<Played>>();
  told.set(way, known);
  const found =
    known.get(machines) ??
    upgraded(way, machines).then(async (each) => ({ ...each, ...(await runOut(each)) }));
  known.set(machines, found);
  return found;
};
const byInstant = (events: { at: string; duty: string; type: string }[]) =>
  [...events].sort((one, other) => {
    const [a, b] = [one, other].map(({ at, duty, type }) => `${at} ${duty} ${type}`);
    return a! < b! ? -1 : a! > b! ? 1 : 0;
  });

describe.each(Object.keys(WAYS))('a case that comes to a later machine by %s', (way) => {
  it.each([
    ['one duty removed, one added, one limit changed', after],
    ['every duty removed', bare],
  ])('keeps every stage of every duty at its instant: %s', async (_, machines) => {
    const [wanted, found] = [await played(way, before), await played(way, machines)];
    expect(byInstant(found.enforced)).toEqual(byInstant(wanted.enforced));
    // Not for want of anything to do: reminded, due, overdue, and given up each day.
    const typesOf = (duty: string) =>
      new Set(found.enforced.filter((event) => event.duty === duty).map(({ type }) => type));
    for (const duty of [REMOVED, SHORTENED])
      expect(typesOf(duty)).toEqual(new Set(['DutyReminded', 'DutyFellDue', 'DutyOverdue']));
    expect(typesOf('dailyReport')).toContain('DutyMissed');
    expect(found.state.enforcements).toBe(wanted.state.enforcements);
  });

  it('has no execution die, no fault reported and no clock left', async () => {
    const { rig } = await played(way, after);
    expect(rig.ended.filter(({ status }) => status === 'FAILED')).toEqual([]);
    expect(rig.calls.filter(({ function: name }) => name === 'report-fault')).toEqual([]);
    expect(rig.office.problems).toEqual([]);
    expect(rig.timersLeft()).toBe(0);
  });

  it('reminds, falls due and goes overdue to the second for the duty that has no branch', async () => {
    const { rig, caseId } = await upgraded(way, after);
    const stages = async () =>
      (await enforcedOf(rig, caseId)).filter(({ duty }) => duty === REMOVED).map(({ type }) => type);
    let seen = (await stages()).length;
    // 办法第二十二条(二): within 3 hours; chased every half hour. Reminded when a quarter of the time from telling is left,
    // and a quarter of an hour before. Of a raise it is told at once, of what was received at 07:30 at 08:00.
    for (const [minutes, types] of [
      [way === 'a raised level' ? 135 : 142.5, ['DutyReminded']],
      [165, ['DutyReminded']],
      [180, ['DutyFellDue']],
      [210, ['DutyOverdue']],
      [240, ['DutyOverdue']],
    ] as const) {
      const second = (offset: number) =>
        new Date(startOf(way) + minutes * MINUTE + offset * 1000).toISOString();
      await rig.goTo(second(-1));
      expect((await stages()).slice(seen), second(-1)).toEqual([]);
      await rig.goTo(second(0));
      expect((await stages()).slice(seen), second(0)).toEqual(types);
      seen += types.length;
      await rig.goTo(second(1));
      expect((await stages()).slice(seen), second(1)).toEqual([]);
    }
  });

  it('wakes the branch for all others for that duty, and for the orders of the case, alone', async () => {
    const { rig, enforced } = await played(way, after);
    const moved = rig.calls.find(({ input }) => (input.branches as string[] | undefined)?.includes(ADDED))!;
    const branches = moved.input.branches as string[];
    const acted = outside(branches, enforced).filter(({ at }) => at >= moved.at);
    expect(new Set(acted.map(({ duty }) => duty))).toContain(REMOVED);
    expect(new Set(wakesOfOthers(rig))).toEqual(new Set(acted.map(({ at }) => at)));
  });

  it('lets the duty with the changed limit fall due at its old instant only', async () => {
    const { rig, caseId } = await upgraded(way, after);
    const fellDue = async () =>
      (await enforcedOf(rig, caseId)).filter(
        ({ duty, type }) => duty === SHORTENED && type === 'DutyFellDue',
      );
    // Twelve hours, not six.
    const due = startOf(way) + 12 * 60 * MINUTE;
    await rig.goTo(new Date(due - 1000).toISOString());
    expect(await fellDue()).toEqual([]);
    await rig.goTo(new Date(due).toISOString());
    expect(await fellDue()).toMatchObject([{ at: new Date(due).toISOString() }]);
  });

  it('does not know the added duty, whose branch waits for nothing', async () => {
    const { rig, caseId } = await played(way, after);
    expect(JSON.stringify(await rig.logOf(caseId))).not.toContain(ADDED);
    const schedules = rig.calls.filter(
      ({ function: name, input }) =>
        name === 'schedule-duties' && (input.branches as string[] | undefined)?.includes(ADDED),
    );
    expect(schedules).not.toHaveLength(0);
    for (const { output } of schedules) expect((output as ScheduleOutput).duties[ADDED]).toEqual(NO_CLOCK);
    expect(rig.calls.filter(({ input }) => input.duty === ADDED)).toEqual([]);
  });
});
