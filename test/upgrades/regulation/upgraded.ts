import type { CaseEvent } from '../../../shared/case/events.ts';
import { leizhou } from '../../support/bureaus.ts';
import { machinesOf } from '../machines-of.ts';
import type { UpgradeRig } from '../rig.ts';

// What counts is that the machines differ: a case keeps its regulation, so the functions never ask for the later one.
export const before = machinesOf(leizhou);
/** The machines of a regulation that has none of the duties any more. */
export const bare = machinesOf({ ...leizhou, duties: [] });
const ENFORCED = new Set<CaseEvent['type']>([
  'DutyReminded',
  'DutyFellDue',
  'DutyOverdue',
  'DutyMissed',
  'SupervisionOrderDrafted',
]);
export const enforcedOf = async (rig: UpgradeRig, caseId: string) =>
  (await rig.logOf(caseId))
    .filter(({ event }) => ENFORCED.has(event.type))
    .map(({ at, event }) => ({ at, ...event }) as { at: string; type: string; duty: string });
/** Opened at 2026-03-02 08:00; 湛江市局 handed it over at 07:30. */
export const openCase = async (rig: UpgradeRig, level = 'yellow'): Promise<string> => {
  const opened = await rig.ask('dutyOfficer', 'POST', '/v1/cases', {
    key: 'upgrade',
    title: '某连锁超市过期食品被曝光',
    sources: [{ kind: 'zhanjiang-assigned', receivedAt: '2026-03-02T07:30:00+08:00' }],
    instants: { occurredAt: '2026-03-02T07:00:00+08:00', outbreakAt: '2026-03-02T07:00:00+08:00' },
    unit: 'food',
    level,
  });
  return String(opened.case);
};
export const command = (rig: UpgradeRig, caseId: string, who: string, body: object) =>
  rig.ask(who, 'POST', `/v1/cases/${caseId}/commands`, body);
/** Some days without anybody doing anything, then the end. */
export const runOut = async ({ rig, caseId }: { rig: UpgradeRig; caseId: string }) => {
  await rig.goTo('2026-03-04T00:00:00.000Z');
  const state = await rig.stateOf(caseId);
  await command(rig, caseId, 'leadingGroup', { type: 'DeclareCalm', reason: '传播得到控制' });
  await rig.goTo('2026-03-06T00:00:00.000Z');
  await rig.conclude(caseId);
  await rig.goTo('2026-03-06T01:00:00.000Z');
  return { state, enforced: await enforcedOf(rig, caseId) };
};

/** What was enforced of duties without a branch among these. */
export const outside = (branches: readonly string[], enforced: Awaited<ReturnType<typeof enforcedOf>>) =>
  enforced.filter(({ duty, type }) => type !== 'SupervisionOrderDrafted' && !branches.includes(duty));
/** When the branch for all others asked the functions to act. */
export const wakesOfOthers = ({ calls }: UpgradeRig): string[] =>
  calls.filter(({ input }) => 'clock' in input && !('duty' in input)).map(({ at }) => at);
