import { expect, it } from 'vitest';
import { setUp, TITLE } from './desk.ts';

const BODY = '经查,涉事产品已全部封存。';
const CASE = 'LZ2026-0001';

it('the words of an approved statement are kept as evidence: hashed in the log, not in the state', async () => {
  const { office, done } = await setUp();
  const entry = await done('deputyLeader', {
    type: 'RecordAction',
    action: 'statementApproved',
    text: TITLE,
    body: BODY,
  });
  const log = await office.system.cases.log(CASE);
  expect(log[entry - 1]?.events[0]).toMatchObject({ text: TITLE, body: BODY });
  expect(JSON.stringify(await office.system.cases.load(CASE))).not.toContain(BODY);
  const told = await office.as('dutyOfficer')('GET', `/v1/cases/${CASE}/log`);
  expect(told.body).toMatchObject({
    entries: expect.arrayContaining([
      expect.objectContaining({
        events: expect.arrayContaining([
          expect.objectContaining({ body: { saltedHash: expect.stringMatching(/^[0-9a-f]{64}$/) } }),
        ]),
      }),
    ]),
  });
});

it('办法 第十五条 ④: the text about a 批示 that asks for something carries none of its words', async () => {
  const { office, done } = await setUp();
  const words = '查清来源并下架';
  // The head of the unit has been told before that it has the case.
  await office.notify(CASE);
  office.pass(2 * 60_000);
  await done('deputyLeader', { type: 'RecordInstruction', from: 'bureau', text: words, task: words });
  await office.notify(CASE);
  const texts = office.sent.map(({ message }) => JSON.stringify(message));
  expect(texts.some((text) => text.includes('落实领导批示'))).toBe(true);
  expect(texts.filter((text) => text.includes(words))).toEqual([]);
  // The file and the desk have them.
  const { duties } = (await office.as('dutyOfficer')('GET', `/v1/cases/${CASE}`)).body as {
    duties: { name: string }[];
  };
  expect(duties.map(({ name }) => name)).toContain(`落实批示:${words}`);
});
