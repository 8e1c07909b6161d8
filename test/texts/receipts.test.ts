import { beforeEach, describe, expect, it } from 'vitest';
import { caseIn, logIn, scheduleIn } from '../support/told.ts';
import { numberOf, openYellow } from './phones.ts';
import { createReceiving, type Receiving, resultsOf } from './receipts.ts';

const START = '2026-03-02T02:00:00.000Z';
const HOUR = 3_600_000;
const HEAD = numberOf('officeHead');

let bridged: Receiving;
let caseId: string;

const post: Receiving['post'] = (...given) => bridged.post(...given);
const receipt: Receiving['receipt'] = (...given) => bridged.receipt(...given);
const stateOf = async () => (await bridged.office.system.cases.load(caseId))!;
const labels = async (): Promise<string> =>
  JSON.stringify(logIn(await bridged.office.as('dutyOfficer')('GET', `/v1/cases/${caseId}/log`)));
const dutyOf = async (id: string) =>
  scheduleIn(await bridged.office.as('dutyOfficer')('GET', `/v1/cases/${caseId}/schedule`)).duties.find(
    ({ duty }) => duty === id,
  )!;
/** All that is to be told by now is told; the keys of the texts to one number. */
const tell = async (mobile = HEAD): Promise<string[]> => {
  for (let minute = 0; minute < 4; minute += 1) {
    for (const each of new Set([caseId, ...bridged.office.asked.splice(0)]))
      await bridged.office.notify(each);
    await bridged.office.notify();
    await bridged.carry();
    bridged.office.pass(60_000);
  }
  return bridged.gateway.taken.filter(({ message }) => message.to === mobile).map(({ key }) => key);
};

beforeEach(async () => {
  bridged = await createReceiving();
  bridged.office.at(START);
  // 48小时 for the head of the office to publish: until 03-04 02:00.
  caseId = await openYellow(bridged.office, 'k', { level: 'orange', instants: { occurredAt: START } });
});

describe('a gateway’s receipts', () => {
  it('送达 stands in the file with the masked number, once, and meets nothing', async () => {
    const [key] = await tell();
    const before = await stateOf();
    expect(resultsOf(await post(receipt('DELIVRD', key!)))).toEqual(['recorded']);
    expect(resultsOf(await post(receipt('DELIVRD', key!)))).toEqual(['repeated']);
    const after = await stateOf();
    expect([after.reached, after.met, after.passed]).toEqual([before.reached, before.met, before.passed]);
    const view = caseIn(await bridged.office.as('dutyOfficer')('GET', `/v1/cases/${caseId}`));
    expect(view.receipts.delivered).toBeGreaterThan(0);
    expect(view.receipts.undelivered).toBe(0);
    const said = await labels();
    expect(said).toMatch(/短信已送达:[^"]+\(138\*\*\*\*\d{4}\),3月2日10时4分/);
    expect(said).not.toContain(HEAD);
  });

  it.each([
    ['UNDELIV', '对方号码无法送达'],
    ['EXPIRED', '有效期内未能送达'],
    ['DELETED', '短信已被删除'],
    ['REJECTD', '短信被拒收'],
  ])('未送达 (%s) is told by telephone and again, within the time', async (state, why) => {
    const [key] = await tell();
    expect(resultsOf(await post(receipt(state, key!)))).toEqual(['recorded']);
    const { telephoneTasks, pendingNotices } = await stateOf();
    const [task] = Object.values(telephoneTasks);
    expect(task).toMatchObject({ role: 'officeHead' });
    expect(pendingNotices[task!.key]?.failed).toMatchObject({ 'head-1': { why } });
    const view = caseIn(await bridged.office.as('dutyOfficer')('GET', `/v1/cases/${caseId}`));
    expect(view.telephoneTasks[0]!.text).toMatchObject({ state: 'undelivered' });
    expect(view.telephoneTasks[0]!.text!.stateText).toBe(`短信未送达(${why}),补发至3月5日10时4分`);
    expect(view.receipts.undelivered).toBeGreaterThan(0);
    const sent = bridged.gateway.taken.length;
    const again = await tell();
    expect(bridged.gateway.taken.length).toBeGreaterThan(sent);
    expect(again.length).toBeGreaterThan(1);
    expect(again.at(-1)).not.toBe(key);
    // And who is on duty was asked to call.
    const texts = bridged.gateway.taken.slice(sent).map(({ message }) => message.templateId);
    expect(texts).toContain('SX56');
    expect((await stateOf()).telephoneTasks).toEqual({});
    expect(await labels()).toMatch(
      new RegExp(`短信未送达:[^"]+\\(138\\*\\*\\*\\*\\d{4}\\),${why};须改用电话,并补发`),
    );
  });

  it.each([
    ['a second before the limit', -1, true],
    ['at the limit', 0, true],
    ['a second after it', 1, false],
  ])('未送达 %s', async (_, seconds, isToldAgain) => {
    await tell();
    const due = Date.parse('2026-03-04T02:00:00.000Z');
    const told = bridged.gateway.taken.find(
      ({ message }) => message.to === HEAD && message.text.includes('3月4日10时'),
    )!;
    bridged.office.at(new Date(due + seconds * 1000).toISOString());
    const before = await stateOf();
    expect(resultsOf(await post(receipt('UNDELIV', told.key)))).toEqual(['recorded']);
    const about = Object.values((await stateOf()).telephoneTasks).filter(
      ({ duty }) => duty === 'publicResponse',
    );
    expect(about.length > 0).toBe(isToldAgain);
    const after = await stateOf();
    expect([after.met, after.missed]).toEqual([before.met, before.missed]);
    if (!isToldAgain) {
      expect(after.reached).toEqual(before.reached);
      expect(await labels()).toContain('时限已过或事项已办,仅作记录');
    }
  });

  it.each([
    ['a second before 72 hours are over', -1, true],
    ['after 72 hours', 0, true],
    ['a second later', 1, false],
  ])('未送达 of what has no limit, %s', async (_, seconds, isToldAgain) => {
    await tell();
    const liaison = numberOf('unitLiaison');
    const first = bridged.gateway.taken.find(({ message }) => message.to === liaison)!;
    const handedOver = (await bridged.office.system.cases.log(caseId))
      .flatMap(({ events }) =>
        events.flatMap((each) => (each.type === 'NoticesHandedOver' ? each.handOvers : [])),
      )
      .find(({ to }) => to?.messageId === first.key)!;
    expect((await stateOf()).telephoneTasks).toEqual({});
    bridged.office.at(new Date(Date.parse(handedOver.at) + 72 * HOUR + seconds * 1000).toISOString());
    await post(receipt('UNDELIV', first.key));
    const tasks = Object.values((await stateOf()).telephoneTasks).filter(({ duty }) => duty === undefined);
    expect(tasks.length > 0).toBe(isToldAgain);
  });

  it('a limit that has passed stays passed, whatever comes late', async () => {
    await tell();
    const told = bridged.gateway.taken.find(
      ({ message }) => message.to === HEAD && message.text.includes('3月4日10时'),
    )!;
    bridged.office.at('2026-03-04T03:00:00.000Z');
    const before = await dutyOf('publicResponse');
    for (const state of ['DELIVRD', 'UNDELIV']) await post(receipt(state, told.key));
    const after = await dutyOf('publicResponse');
    expect([after.statusText, after.due]).toEqual([before.statusText, before.due]);
  });

  it('送达 after 未送达 is said too, and takes nothing back; 未送达 after 送达 is not', async () => {
    const [key] = await tell();
    const second = bridged.gateway.taken.find(({ message }) => message.to !== HEAD)?.key;
    await post(receipt('EXPIRED', key!));
    const open = Object.keys((await stateOf()).telephoneTasks);
    expect(resultsOf(await post(receipt('DELIVRD', key!)))).toEqual(['recorded']);
    expect(Object.keys((await stateOf()).telephoneTasks)).toEqual(open);
    await post(receipt('DELIVRD', second!));
    const before = await stateOf();
    expect(resultsOf(await post(receipt('UNDELIV', second!)))).toEqual(['repeated']);
    expect((await stateOf()).version).toBe(before.version);
  });

  it.each(['DELIVRD', 'UNDELIV'])('%s is quicker than the line that it was handed over', async (state) => {
    bridged.gateway.onTaken = async ({ message, key }) => {
      if (message.to === HEAD) expect(resultsOf(await post(receipt(state, key)))).toEqual(['recorded']);
    };
    await bridged.office.notify(caseId);
    await bridged.carry();
    const current = await stateOf();
    const [key] = Object.keys(state === 'DELIVRD' ? current.delivered : current.undelivered);
    expect(key).toBeDefined();
    const own = (await bridged.office.system.cases.log(caseId))
      .flatMap(({ events }) =>
        events.flatMap((each) => (each.type === 'NoticesHandedOver' ? each.handOvers : [])),
      )
      .filter((each) => each.key === key && each.status === 'handedOver');
    // What did not get there was not handed over; what did was.
    expect(own).toHaveLength(state === 'DELIVRD' ? 1 : 0);
    expect(current.pendingNotices[key!] !== undefined).toBe(state === 'UNDELIV');
  });

  it('the call stands when 未送达 comes after it', async () => {
    const [key] = await tell();
    await post(receipt('UNDELIV', key!));
    const [notice] = Object.keys((await stateOf()).telephoneTasks);
    const told = await bridged.office.as('dutyOfficer')('POST', `/v1/cases/${caseId}/commands`, {
      type: 'AnswerNotice',
      notice,
    });
    expect(told.status).toBe(200);
    const before = await stateOf();
    expect(resultsOf(await post(receipt('UNDELIV', key!)))).toEqual(['repeated']);
    expect((await stateOf()).calls).toEqual(before.calls);
    expect((await stateOf()).telephoneTasks[notice!]).toBeUndefined();
  });

  it('are kept for nobody when the key is none of ours, or the state is not the last', async () => {
    const [key] = await tell();
    const { version } = await stateOf();
    const told = await post({
      receipts: [
        { key: 'f'.repeat(64), state: 'DELIVRD', at: bridged.office.now() },
        { key, state: 'ACCEPTD', at: bridged.office.now() },
        { key, state: 'UNKNOWN', at: bridged.office.now() },
      ],
    });
    expect(resultsOf(told)).toEqual(['unknown', 'notFinal', 'notFinal']);
    expect((await stateOf()).version).toBe(version);
  });

  it('of a text about several cases go into the file of each', async () => {
    await bridged.office.notify(caseId);
    await bridged.carry();
    // The minute of the first text is not over: these two go together.
    const others = [
      await openYellow(bridged.office, 'k2', { level: 'orange' }),
      await openYellow(bridged.office, 'k3', { level: 'orange' }),
    ];
    bridged.office.asked.push(...others);
    await tell();
    const both = bridged.gateway.taken.find(({ message }) => /等[23]件/.test(message.text));
    await post(receipt('DELIVRD', both!.key));
    for (const each of others)
      expect(Object.keys((await bridged.office.system.cases.load(each))!.delivered)).not.toEqual([]);
  });
});
