import { describe, expect, it } from 'vitest';
import { loadRegulation } from '../../infra/regulation-check/checks/load.ts';
import { CONTRACT_VERSION, type ScheduleOutput } from '../../shared/contracts/workflow.ts';
import { clockedDuties } from '../../shared/deadlines/clocks.ts';
import { versions } from '../../shared/regulations/index.ts';
import { clockedLevels } from '../../shared/regulations/lookup.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import {
  type CaseOnMachine,
  CONTINUE_AT,
  casesOnMachines,
  HISTORY_LIMIT,
  hasHistoryRoom,
  mustContinue,
  requireHistoryRoom,
  worstWindow,
} from '../../shared/workflows/history-bound.ts';
import { leizhou } from '../support/bureaus.ts';
import { createOffice } from '../support/office.ts';
import { caseIn } from '../support/told.ts';
import { dutiesOf, levels } from './level-rig.ts';

/** The regulation with other names for some duties, wherever they are named. */
const renamed = (ids: readonly string[]): Regulation =>
  loadRegulation({
    ...ids.reduce<Regulation>(
      (regulation, id) => JSON.parse(JSON.stringify(regulation).replaceAll(`"${id}"`, `"${id}Anew"`)),
      leizhou,
    ),
    version: '2027-01-01',
  });
/** The regulation with so many duties at a level, as many as needed being copies. */
const crowded = (level: string, count: number, version = '2028-01-01'): Regulation => {
  const { duty } = clockedDuties(leizhou, level).find(({ duty }) => duty.id === 'zhanjiangWritten')!;
  const { name: _, ...term } = duty.terms[0]!;
  const copies = Array.from({ length: count - dutiesOf(level).length }, (_, index) => ({
    ...duty,
    id: `${duty.id}${index}`,
    name: `${duty.name}${index}`,
    terms: [{ ...term, levels: [level] }],
  }));
  return loadRegulation({ ...leizhou, version, duties: [...leizhou.duties, ...copies] });
};
const titleOf = ({ ofCase, ofMachine, level }: CaseOnMachine): string =>
  `${level.id}: ${ofCase.version} on ${ofMachine.version}`;
const fullOf = (known: readonly Regulation[]): string[] =>
  casesOnMachines(known)
    .filter(({ running }) => !hasHistoryRoom(running))
    .map(titleOf);

describe('a case of one version on the machine of another', () => {
  it.each(casesOnMachines(versions).map((each) => [titleOf(each), each] as const))(
    'leaves room in the history: %s',
    (_, { running }) => {
      expect(CONTINUE_AT + worstWindow(running)).toBeLessThan(HISTORY_LIMIT);
    },
  );

  it('is looked at for each pair of versions at each level that both have', () => {
    expect(casesOnMachines(versions).map(({ ofMachine, level }) => `${ofMachine.id} ${level.id}`)).toEqual(
      versions.flatMap((ofMachine) =>
        clockedLevels(ofMachine).flatMap(({ id }) =>
          versions
            .filter((ofCase) => ofCase.id === ofMachine.id)
            .filter((ofCase) => clockedLevels(ofCase).some((level) => level.id === id))
            .map(() => `${ofMachine.id} ${id}`),
        ),
      ),
    );
    const later = renamed(['zhanjiangWritten']);
    const titles = casesOnMachines([leizhou, later]).map(titleOf);
    expect(titles).toHaveLength(levels.length * 4);
    expect(titles).toContain(`red: ${leizhou.version} on ${later.version}`);
    expect(titles).toContain(`red: ${later.version} on ${leizhou.version}`);
    const otherBureau = { ...leizhou, id: 'elsewhere' };
    expect(casesOnMachines([leizhou, otherBureau])).toHaveLength(levels.length * 2);
  });

  it.each(levels)('has its duties outside when they are renamed, and needs no more room: %s', (level) => {
    // “review” is also the word for an act.
    const ids = leizhou.duties.map(({ id }) => id).filter((id) => id !== 'review');
    const later = renamed(ids);
    const [own, old] = [leizhou, later].map(
      (ofMachine) =>
        casesOnMachines([leizhou, later]).find(
          (each) => each.ofCase === leizhou && each.ofMachine === ofMachine && each.level.id === level,
        )!,
    );
    expect(own!.outside).toEqual([]);
    expect(old!.outside).toEqual(dutiesOf(level));
    expect(old!.running).toEqual(own!.running);
    expect(() => requireHistoryRoom([leizhou, later])).not.toThrow();
  });

  it('is counted as the schedule step counts it', async () => {
    const later = renamed(['zhanjiangWritten', 'zhanjiangTelephone', 'dailyReport']);
    const office = await createOffice();
    const opened = await office.as('dutyOfficer')('POST', '/v1/cases', {
      key: 'k',
      title: '某连锁超市过期食品被曝光',
      sources: [{ kind: 'zhanjiang-assigned', receivedAt: '2026-03-02T07:30:00+08:00' }],
      level: 'red',
    });
    const meeting = casesOnMachines([leizhou, later]).find(
      (each) => each.ofCase === leizhou && each.ofMachine === later && each.level.id === 'red',
    )!;
    expect(meeting.outside).toHaveLength(3);
    const outcomeAfter = async (schedules: number): Promise<unknown> => {
      const input = {
        caseId: caseIn(opened).case,
        level: 'red',
        generation: 1,
        enforcedBefore: 0,
        contract: CONTRACT_VERSION,
      };
      const branches = clockedDuties(later, 'red').map(({ duty }) => duty.id);
      const told = await office.lambdas.invoke('leizhou-schedule-duties', { ...input, branches, schedules });
      return (told as ScheduleOutput).outcome;
    };
    const last = Array.from({ length: 1000 }, (_, schedules) => schedules).findLast(
      (schedules) => !mustContinue(meeting.running, schedules, 0),
    )!;
    expect(await outcomeAfter(last - 1)).toBe('handle');
    expect(await outcomeAfter(last)).toBe('continue');
  });

  /** The most duties that fit, each with a branch of its own or on a machine with so many branches. */
  const mostOn = (branchesOf: (duties: number) => number): number =>
    Array.from({ length: 100 }, (_, duties) => duties).findLast((duties) =>
      hasHistoryRoom({ branches: branchesOf(duties), duties }),
    )!;
  const most = mostOn((duties) => duties + 1);

  it('is refused where its version has more duties than there is room for', () => {
    expect(most).toBeGreaterThan(dutiesOf('red').length);
    const [fits, full] = [crowded('red', most), crowded('red', most + 1, '2029-01-01')];
    expect(fullOf([leizhou, fits])).toEqual([]);
    expect(fullOf([full])).toEqual([`red: ${full.version} on ${full.version}`]);
    expect(() => requireHistoryRoom([leizhou, fits])).not.toThrow();
    expect(() => requireHistoryRoom([full])).toThrow(
      `${full.version} 版案卷的 ${most + 1} 项计时职责在 ${full.version} 版流程`,
    );
  });

  it('is refused on the machine of before too, from the first duty that has no room there', () => {
    const onOlder = mostOn(() => dutiesOf('red').length + 1);
    const older = (count: number): string[] =>
      fullOf([leizhou, crowded('red', count)]).filter((title) => title.endsWith(` on ${leizhou.version}`));
    expect(older(onOlder)).toEqual([]);
    expect(older(onOlder + 1)).toEqual([`red: 2028-01-01 on ${leizhou.version}`]);
  });

  it('is refused where branches without a duty take the room', () => {
    const [narrow, wide] = [crowded('red', most), crowded('red', 60, '2029-01-01')];
    expect(fullOf([narrow])).toEqual([]);
    expect(fullOf([narrow, wide])).toContain(`red: ${narrow.version} on ${wide.version}`);
  });
});
