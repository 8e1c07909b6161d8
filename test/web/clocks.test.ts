import { describe, expect, it } from 'vitest';
import type { ClocksReply } from '../../shared/contracts/replies/clocks.ts';
import type { DutyReply } from '../../shared/contracts/replies/duty.ts';
import type { StatusReply } from '../../shared/contracts/replies/health.ts';
import { healthFacts, healthLine } from '../../web/model/clocks/health.ts';
import { historyOf } from '../../web/model/clocks/history.ts';
import { lanesOf, runningIn } from '../../web/model/clocks/lanes.ts';
import { lightsOf } from '../../web/model/clocks/lit.ts';

const NOW = Date.parse('2026-03-03T01:08:00+08:00');
const status = (more: Partial<StatusReply> = {}): StatusReply => ({
  status: 'ok',
  bureau: 'nanning',
  time: '2026-03-03T01:08:00+08:00',
  store: 'ok',
  clocks: 'ok',
  clocksText: '时钟正常',
  regulation: { id: 'nanning', version: '2017-12-29;browseEvery=%22P1D%22' },
  records: { kind: 'sqlite', freeMegabytes: 20_480 },
  sweep: {
    at: '2026-03-03T01:05:00+08:00',
    milliseconds: 1250,
    cases: 14,
    started: 0,
    restarted: 0,
    woken: 0,
    failed: 0,
  },
  deadClocks: { days: 30, count: 0, last: null },
  missingHolidayYear: null,
  texts: { late: 0, more: false, oldest: null, notTaken: 0, calls: 0 },
  feeds: [],
  ...more,
});
const saidOf = (name: string, told: StatusReply) => healthFacts(told, NOW).find((fact) => fact.name === name);

describe('the health of the clocks', () => {
  it.each([
    ['ok', '时钟正常', false],
    ['starting', '时钟刚刚启动', false],
    ['unattended', '时钟无人看管', true],
    ['unreachable', '时钟没有应答', true],
  ] as const)('%s is the answer of the page', (clocks, text, isBad) => {
    expect(healthLine(status({ clocks }))).toEqual({ text, isBad });
  });
  it('says how many texts are late, and that there may be more', () => {
    const texts = { late: 3, more: false, oldest: '2026-03-03T01:02:00+08:00', notTaken: 2, calls: 1 };
    expect(healthLine(status({ texts })).text).toBe('时钟正常，3条短信未发出');
    expect(healthLine(status({ texts: { ...texts, more: true } })).text).toBe('时钟正常，3条以上短信未发出');
    expect(saidOf('短信', status({ texts }))).toEqual({
      name: '短信',
      text: '3条到时未发出，最早的是01:02；2条短信网关未接收，正在补发；1件须打电话告知',
      isBad: true,
    });
  });
  it('does not call them well and no more while a year’s holiday list is missing', () => {
    expect(healthLine(status({ missingHolidayYear: 2027 })).text).toBe('时钟正常，缺2027年放假安排');
    expect(saidOf('放假安排', status({ missingHolidayYear: 2027 }))).toMatchObject({ isBad: true });
    expect(saidOf('放假安排', status())).toBe(undefined);
  });
  it('says what the last sweep found and mended', () => {
    expect(saidOf('上次巡检', status())?.text).toBe('01:05，巡检14个案卷，用时1.3秒');
    const sweep = { ...status().sweep!, restarted: 2, failed: 1 };
    expect(saidOf('上次巡检', status({ sweep }))).toEqual({
      name: '上次巡检',
      text: '01:05，巡检14个案卷，用时1.3秒，重新启动2个，1个未能巡检',
      isBad: true,
    });
    expect(saidOf('上次巡检', status({ sweep: null }))?.text).toBe('尚未巡检');
  });
  it('names dead clocks of the last days, the room for records and the login where there is one', () => {
    const deadClocks = { days: 30, count: 1, last: '2026-02-19T03:12:00+08:00' };
    expect(saidOf('停摆', status({ deadClocks }))?.text).toBe(
      '近30天1个，都已重新启动；最近一次2月19日03:12',
    );
    expect(saidOf('停摆', status())?.text).toBe('近30天没有');
    expect(saidOf('记录', status())?.text).toBe('本机数据文件，剩余20GB');
    expect(saidOf('登录', status())).toBeUndefined();
    expect(saidOf('登录', status({ login: 'unreachable' }))?.isBad).toBe(true);
  });
});

type Active = ClocksReply['executions'][number]['active'][number];
const active = (more: Partial<Active>): Active => ({
  state: '电话报告湛江市局·等待时限(3小时)',
  type: 'Wait',
  since: '2026-03-02T22:50:00+08:00',
  until: '2026-03-03T01:50:00+08:00',
  duty: { id: 'telephone', name: '电话报告湛江市局' },
  stage: 'due',
  stageText: '时限',
  scheduled: '2026-03-03T01:50:00+08:00',
  differs: null,
  differsText: null,
  ...more,
});
const duty = (id: string, limitKind: DutyReply['limitKind']) => ({ duty: id, limitKind }) as DutyReply;
const lane = (given: Partial<Active>, duties: DutyReply[] = []) =>
  lanesOf({ active: [active(given)] }, duties, NOW)[0]!;
const here = ({ steps }: { steps: { name: string; state: string }[] }) =>
  steps.map(({ name, state }) => `${state === 'here' ? '>' : state === 'past' ? '-' : ''}${name}`);

describe('where the clocks stand', () => {
  it('shows a wait for a reminder, for the limit and after it', () => {
    expect(here(lane({}))).toEqual(['-提醒', '>时限', '逾期', '办结']);
    expect(lane({}).text).toBe('等到01:50');
    expect(lane({ until: '2026-03-04T00:00:00+08:00' }).text).toBe('等到24时');
    const remind = lane({ stage: 'remind', until: '2026-03-03T01:20:00+08:00' });
    expect([here(remind), remind.text]).toEqual([['>提醒', '时限', '逾期', '办结'], '等到01:20提醒']);
    const overdue = lane({ stage: 'overdue', until: '2026-03-03T02:20:00+08:00' });
    expect([here(overdue), overdue.text]).toEqual([['-提醒', '-时限', '>逾期', '办结'], '等到02:20逾期']);
  });
  it('urges what is owed at once, which has no limit', () => {
    const shown = lane({ duty: { id: 'meeting', name: '召开紧急会议' } }, [duty('meeting', 'immediate')]);
    expect([here(shown), shown.text]).toEqual([['>催办', '办结'], '下次催办01:50']);
  });
  it('says what differs from the log, and that a wait that is too long is late', () => {
    const late = lane({ differs: 'later', differsText: '应于00:50' });
    expect([late.differs, late.isLate]).toEqual(['应于00:50', true]);
    expect(lane({ differs: 'notNeeded', differsText: '已经办结' }).isLate).toBe(false);
  });
  it('shows what belongs to no duty, not the frame of all, and what ends first comes first', () => {
    const lanes = lanesOf(
      {
        active: [
          active({ state: '处置中', type: 'Parallel', duty: null, until: null }),
          active({
            state: '等待案卷变更',
            type: 'Task',
            duty: null,
            until: null,
            stage: null,
            stageText: null,
          }),
          active({}),
        ],
      },
      [],
      NOW,
    );
    expect(lanes.map(({ name, text }) => [name, text])).toEqual([
      ['电话报告湛江市局', '等到01:50'],
      ['等待案卷变更', '有人办理即重新排期'],
    ]);
  });
  it('takes the execution that runs, if one does', () => {
    const executions = [{ status: 'SUCCEEDED' }, { status: 'RUNNING' }] as ClocksReply['executions'];
    expect(runningIn({ executions })).toBe(executions[1]);
    expect(runningIn({ executions: [] })).toBeUndefined();
  });
});

describe('the lights of the picture', () => {
  const drawn = ['排定时限', '处置中', '电话报告湛江市局·等待时限(3小时)', '书面报告湛江市局·阶段'];
  const event = (state: string | null) => ({ state }) as ClocksReply['executions'][number]['events'][number];
  it('lights what is active, greys what has passed, and leaves the rest', () => {
    const lights = lightsOf({ active: [active({})], events: [event('排定时限'), event(null)] }, drawn);
    expect([...lights]).toEqual([
      ['排定时限', 'past'],
      ['电话报告湛江市局·等待时限(3小时)', 'lit'],
    ]);
  });
  it('lights the branch where its state is not drawn, and nothing for a state of which the picture knows nothing', () => {
    const lights = lightsOf(
      { active: [active({ state: '书面报告湛江市局·等待提醒' }), active({ state: '别处' })], events: [] },
      drawn,
    );
    expect([...lights]).toEqual([['书面报告湛江市局·阶段', 'lit']]);
  });
});

describe('what an execution has done', () => {
  const event = (id: number, type: string, state: string | null, error: string | null = null) =>
    ({ ...{ id, type, state, error }, at: '2026-03-03T01:05:00+08:00', text: `${type}:${state}` }) as never;
  const texts = (events: never[]) => historyOf(events).map(({ id, text }) => `${id} ${text}`);
  it('is one line for each step, in words, the newest first', () => {
    const round = (id: number, name: string) => [
      event(id, 'WaitStateExited', `${name}·等待提醒`),
      event(id + 1, 'TaskStateEntered', `${name}·提醒`),
      event(id + 2, 'TaskStateExited', `${name}·提醒`),
      event(id + 3, 'WaitStateEntered', `${name}·等待提醒`),
    ];
    expect(texts([...round(1, '召开紧急会议'), ...round(5, '对外回应')])).toEqual([
      '7 对外回应：提醒',
      '3 召开紧急会议：提醒',
    ]);
  });
  it('has what is not over yet, what failed, and how it began and ended', () => {
    const events = [
      event(1, 'ExecutionStarted', null),
      event(2, 'TaskStateEntered', '对外回应·提醒'),
      event(3, 'TaskFailed', '对外回应·提醒', '超时'),
      event(4, 'TaskStateEntered', '排定时限'),
    ];
    expect(historyOf(events).map(({ id }) => id)).toEqual([4, 3, 2, 1]);
    expect(historyOf(events)[1]!.error).toBe('超时');
  });
});
