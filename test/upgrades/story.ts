import { createUpgradeRig, type Machines, type TaskCall, type UpgradeRig } from './rig.ts';

const ORANGE = {
  key: 'zhanjiang-2026-071',
  title: '某连锁超市过期食品被曝光',
  sources: [{ kind: 'zhanjiang-assigned', receivedAt: '2026-03-02T07:30:00+08:00' }],
  instants: { occurredAt: '2026-03-02T07:00:00+08:00', outbreakAt: '2026-03-02T07:00:00+08:00' },
  unit: 'food',
  level: 'orange',
};
const command = (rig: UpgradeRig, caseId: string, who: string, body: object) =>
  rig.ask(who, 'POST', `/v1/cases/${caseId}/commands`, body);

/** What differs from run to run by nature. */
const withoutChance = ({ input, ...call }: TaskCall): TaskCall => ({
  ...call,
  input: {
    ...input,
    ...('token' in input ? { token: 'token' } : {}),
    // A stack would hold the paths of one machine.
    ...('cause' in input ? { cause: 'cause' } : {}),
  },
});

/**
 * Two cases on whose way every function of the machines is called for every reason: 提醒, 到期, 逾期, a change, a raised
 * level, 结报, a full history and a fault. Returns the calls.
 */
export const playStory = async (machines: Machines): Promise<TaskCall[]> => {
  const rig = await createUpgradeRig(machines);
  const open = async (key: string): Promise<string> =>
    String((await rig.ask('dutyOfficer', 'POST', '/v1/cases', { ...ORANGE, key })).case);

  const first = await open('first');
  await rig.goTo('2026-03-02T01:00:00.000Z');
  await command(rig, first, 'unitLiaison@food', { type: 'Acknowledge' });
  await command(rig, first, 'leadingGroup', { type: 'StartPlan' });
  await rig.goTo('2026-03-02T05:00:00.000Z');
  await command(rig, first, 'officeHead', {
    type: 'ChangeLevel',
    level: 'red',
    authority: 'change',
    reason: '外省媒体转发',
  });
  await rig.goTo('2026-03-02T12:00:00.000Z');
  await command(rig, first, 'leadingGroup', { type: 'DeclareCalm', reason: '检验结果公布' });
  await rig.goTo('2026-03-03T12:00:00.000Z');
  await command(rig, first, 'leadingGroup', { type: 'EndPlan', reason: '处置完毕' });
  await rig.conclude(first);

  const second = await open('second');
  rig.stands.set('schedule-duties', async ({ generation }, run) => {
    const scheduled = (await run()) as object;
    return generation === 1 ? { ...scheduled, outcome: 'continue' } : scheduled;
  });
  await command(rig, second, 'leadingGroup', { type: 'StartPlan' });
  rig.stands.set('schedule-duties', () => {
    throw Object.assign(new Error('out of order'), { name: 'OutOfOrder' });
  });
  await command(rig, second, 'unitHead@food', { type: 'RecordMeeting' });
  await rig.goTo('2026-03-03T12:10:00.000Z');
  return rig.calls.map(withoutChance);
};
