import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryTable } from '../../shared/records/memory-table.ts';
import type { Table } from '../../shared/records/table.ts';
import { withSettings } from '../../shared/regulations/settings.ts';
import { leizhou } from '../support/bureaus.ts';
import { concludeByDesk } from '../support/conclude.ts';
import { createOffice, type Office, START } from '../support/office.ts';
import { caseIn } from '../support/told.ts';

const MINUTE = 60_000;
const SECOND = 1_000;
let office: Office;
let caseId: string;
let isTableAway = false;

/** A table of which nothing can be read while `isTableAway`. */
const tableThatMayBeAway = (): Table => {
  const inner = createMemoryTable();
  return {
    ...inner,
    list: async (...given) => {
      if (isTableAway) throw new Error('table away');
      return inner.list(...given);
    },
    get: async (key) => {
      if (isTableAway && key.pk.startsWith('CASE#')) throw new Error('table away');
      return inner.get(key);
    },
  };
};

beforeEach(async () => {
  isTableAway = false;
  office = await createOffice({ table: tableThatMayBeAway() });
  const body = {
    title: '群众来电',
    sources: [{ kind: 'monitored' }],
    level: 'blue',
    unit: 'food',
    key: 'k',
  };
  caseId = caseIn(await office.as('dutyOfficer')('POST', '/v1/cases', body)).case;
  await office.notify(caseId);
  office.sent.length = 0;
  office.problems.length = 0;
});

/** EventBridge's event about an execution that lived so many milliseconds. */
const ended = (status: string, lived: number, more: Record<string, unknown> = {}) => ({
  source: 'aws.states',
  'detail-type': 'Step Functions Execution Status Change',
  detail: {
    name: `${caseId}-blue-1`,
    status,
    input: JSON.stringify({ caseId, level: 'blue', generation: 1 }),
    startDate: Date.parse(START),
    stopDate: Date.parse(START) + lived,
    ...more,
  },
});
const guard = (event: unknown) => office.lambdas.invoke('leizhou-guard-clocks', event);

describe('the guard', () => {
  it.each([
    ['FAILED', '出错'],
    ['TIMED_OUT', '超过最长期限'],
    ['ABORTED', '被人为停止'],
  ])('restarts a clock that ended as %s from the log', async (status, word) => {
    expect(await guard(ended(status, 60 * MINUTE))).toEqual({ verdict: 'restarted' });
    expect(office.flows.started.at(-1)).toBe(`${caseId}-blue-2`);
    expect((await office.system.cases.log(caseId)).at(-1)?.events).toMatchObject([
      { type: 'ClockContinued', generation: 2, reason: `流程已停止(${word}),时钟守护重新启动` },
    ]);
  });

  it('does nothing the second time', async () => {
    await guard(ended('FAILED', 60 * MINUTE));
    expect(await guard(ended('FAILED', 60 * MINUTE))).toEqual({ verdict: 'settled' });
    expect(office.flows.started.filter((name) => name.endsWith('-2'))).toHaveLength(1);
  });

  it.each([
    [5 * MINUTE - SECOND, 'leftToSweep'],
    [5 * MINUTE, 'restarted'],
    [5 * MINUTE + SECOND, 'restarted'],
  ])(
    'leaves to the sweep what failed within five minutes of its start: %i ms, %s',
    async (lived, verdict) => {
      expect(await guard(ended('FAILED', lived))).toEqual({ verdict });
    },
  );

  it('restarts at once what somebody stopped by hand', async () => {
    expect(await guard(ended('ABORTED', SECOND))).toEqual({ verdict: 'restarted' });
  });

  it('knows the case by the execution’s name when EventBridge left the input out', async () => {
    expect(await guard(ended('FAILED', 60 * MINUTE, { input: null }))).toEqual({ verdict: 'restarted' });
  });

  it('leaves a concluded case alone, and one that is not known', async () => {
    await office.as('leadingGroup')('POST', `/v1/cases/${caseId}/commands`, {
      type: 'DeclareCalm',
      reason: '已平息',
    });
    expect(await concludeByDesk(office, caseId)).toBe(200);
    expect(await guard(ended('FAILED', 60 * MINUTE))).toEqual({ verdict: 'settled' });
    const other = JSON.stringify({ caseId: 'LZ2026-9999', level: 'blue', generation: 1 });
    expect(await guard(ended('FAILED', 60 * MINUTE, { input: other }))).toEqual({ verdict: 'settled' });
  });

  it('texts operators and the duty officer when it cannot restart', async () => {
    isTableAway = true;
    expect(await guard(ended('FAILED', 60 * MINUTE))).toEqual({ verdict: 'texted' });
    expect(office.sent.map(({ to, message }) => [to, message.text])).toEqual(
      ['+8613800000007', '+8613800000001'].map((to) => [
        to,
        `【雷州市监】${caseId}计时程序故障,请人工掌握本案时限并联系运维。`,
      ]),
    );
    expect(office.problems).toEqual([`guard ${caseId}`]);
  });

  it.each([
    ['of a case that it can read', {}, false, true],
    ['not of a 涉密 one', { title: '见纸质件', flags: ['secret'], key: 's' }, false, false],
    ['nor where it cannot know', {}, true, false],
  ])('ends its text with an address %s', async (_, more, away, isLinked) => {
    const regulation = withSettings(leizhou, { smsLink: 'https://yq.example.gov.cn/desk/cases/' });
    office = await createOffice({ regulation, table: tableThatMayBeAway() });
    const body = { title: '来电', sources: [{ kind: 'monitored' }], level: 'blue', unit: 'food', key: 'k' };
    caseId = caseIn(await office.as('dutyOfficer')('POST', '/v1/cases', { ...body, ...more })).case;
    office.flows.isDown = true;
    isTableAway = away;
    expect(await guard(ended('TIMED_OUT', 60 * MINUTE))).toEqual({ verdict: 'texted' });
    const link = `详见https://yq.example.gov.cn/desk/cases/${caseId}`;
    for (const { message } of office.sent) expect(message.text.endsWith(link)).toBe(isLinked);
    expect(office.sent.length).toBeGreaterThan(0);
  });

  it('restarts nothing, texts, and does not throw when Step Functions is away', async () => {
    office.flows.isDown = true;
    expect(await guard(ended('TIMED_OUT', 60 * MINUTE))).toEqual({ verdict: 'texted' });
  });

  it('never throws, even when nobody can be told and whatever it is given', async () => {
    isTableAway = true;
    office.sms.isDown = true;
    expect(await guard(ended('FAILED', 60 * MINUTE))).toEqual({ verdict: 'unheard' });
    expect(office.problems.length).toBeGreaterThan(1);
    for (const odd of [null, {}, { detail: { name: 'x', status: 'FAILED', startDate: 0 } }, 'text'])
      expect(await guard(odd)).toEqual({ verdict: 'unheard' });
  });
});
