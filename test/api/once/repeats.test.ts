import { describe, expect, it } from 'vitest';
import { claimsOf } from '../../../infra/local/api-event.ts';
import { exampleRoster, personFor } from '../../../infra/local/people.ts';
import { concludeByDesk } from '../../support/conclude.ts';
import { createOffice } from '../../support/office.ts';
import { caseIn, caseOf, refusalIn } from '../../support/told.ts';

const claims = claimsOf(personFor(exampleRoster(), 'dutyOfficer'));
const opened = { title: '某市场计量投诉', level: 'blue', unit: 'price', sources: [{ kind: 'monitored' }] };
const report = { type: 'FileReport', kind: 'progress', form: 'written', to: ['officeHead'] };

describe('a request that is sent again', () => {
  it('is carried out once when it carries the same idempotency key', async () => {
    const office = await createOffice();
    const caseId = caseIn(await office.as('dutyOfficer')('POST', '/v1/cases', opened)).case;
    const send = (key?: string) =>
      office.http({
        method: 'POST',
        path: `/v1/cases/${caseId}/commands`,
        claims,
        body: JSON.stringify(report),
        ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
      });
    const reports = async () => (await office.system.cases.load(caseId))?.reports.length;
    expect((await send('r-1')).status).toBe(200);
    expect((await send('r-1')).status).toBe(200);
    expect(await reports()).toBe(1);
    expect((await send('r-2')).status).toBe(200);
    expect((await send()).status).toBe(200);
    expect(await reports()).toBe(3);
    expect((await send('x'.repeat(81))).body).toMatchObject({ code: 'INVALID' });
  });

  it('after a refusal is refused again under its key, and decided anew under another', async () => {
    const office = await createOffice();
    const told = await office.as('dutyOfficer')('POST', '/v1/cases', { ...opened, level: 'orange' });
    const caseId = caseIn(told).case;
    const send = (role: string, command: object, key: string) =>
      office.http({
        method: 'POST',
        path: `/v1/cases/${caseId}/commands`,
        claims: claimsOf(personFor(exampleRoster(), role)),
        body: JSON.stringify(command),
        headers: { 'idempotency-key': key },
      });
    const title = '情况通报';
    const publish = { type: 'RecordPublication', form: 'authoritative', title };
    const refused = await send('officeHead', publish, 'p-1');
    expect(refused.status).toBe(409);
    await send('deputyLeader', { type: 'RecordAction', action: 'statementApproved', text: title }, 'a-1');
    const again = await send('officeHead', publish, 'p-1');
    expect(refusalIn(again)).toEqual({ ...refusalIn(refused), requestId: expect.any(String) });
    expect((await office.system.cases.load(caseId))?.refusals).toBe(1);
    expect((await send('officeHead', publish, 'p-2')).status).toBe(200);
  });

  it('opens a new case when the same words come again after the first case is over', async () => {
    const office = await createOffice();
    const desk = office.as('dutyOfficer');
    const open = () => desk('POST', '/v1/cases', opened);
    const first = caseIn(await open()).case;
    expect(caseIn(await open()).case).toBe(first);
    expect(await concludeByDesk(office, first)).toBe(200);
    const again = await open();
    expect(again.status).toBe(201);
    const second = caseIn(again).case;
    expect(second).not.toBe(first);
    expect(caseIn(await open()).case).toBe(second);
  });
});

describe('an item that is pushed again with a 涉密 mark', () => {
  it('flags its case, and no message goes out any more but that there is something to come for', async () => {
    const office = await createOffice();
    const item = {
      id: 's-1',
      title: '某超市食物中毒多人住院',
      content: '多名顾客食物中毒住院,质疑监管不作为,多地媒体转发。',
      metrics: { reposts: 800 },
    };
    const pushed = await office.push(item);
    const caseId = caseOf(pushed);
    await office.push({ ...item, flags: ['secret'] });
    const state = await office.system.cases.load(caseId);
    expect(state?.flags).toContain('secret');
    await office.sweep();
    const before = office.sent.length;
    await office.as('dutyOfficer')('POST', `/v1/cases/${caseId}/commands`, {
      type: 'AssignUnit',
      unit: 'food',
    });
    await office.notify(caseId);
    office.pass(60_000);
    await office.notify();
    // Who is on duty, and the head of the office.
    expect([...new Set(office.sent.slice(before).map(({ message }) => message.text))]).toEqual([
      '【雷州市监】有一件急件,请立即到办公室办理。',
    ]);
  });
});
