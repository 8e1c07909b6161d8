import { beforeEach, describe, expect, it } from 'vitest';
import { claimsOf } from '../../../infra/local/api-event.ts';
import { exampleRoster, personFor } from '../../../infra/local/people.ts';
import { ActsReply } from '../../../shared/contracts/replies/acts.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { handlingScale, isPerUnit, postsOf } from '../../../shared/regulations/lookup.ts';
import { openerOf } from '../../properties/random-case.ts';
import { createOffice, type Office } from '../../support/office.ts';
import { caseIn, read, refusalIn, scheduleIn, type Told } from '../../support/told.ts';
import { type Desk, openDesk } from './desk.ts';

const actsIn = (told: Told) => read(ActsReply, told).acts;
const actIn = (told: Told, type: string) => actsIn(told).find((act) => act.type === type)!;

describe('what may be done to a case', () => {
  let desk: Desk;
  let caseId: string;
  beforeEach(async () => {
    desk = await openDesk();
    caseId = await desk.opened();
  });
  const actsOf = (by: 'officer' | 'head' = 'officer') => desk[by]('GET', `/v1/cases/${caseId}/acts`);

  it('says whose it is, by which clause, where it is not for his post', async () => {
    const { may, reason } = actIn(await actsOf(), 'Conclude');
    expect(may).toBe(false);
    for (const part of ['此事项应由局办公室负责人、', '《舆情监测及处置管理办法》第二十三条', '可转请其办理'])
      expect(reason).toContain(part);
  });

  it('says what stands in the way in the case as it is, and no more once it is gone', async () => {
    expect(actIn(await actsOf(), 'ReleaseDuty').reason).toBe('本案没有可由收文机关同意免报的事项');
    expect(actIn(await actsOf('head'), 'ResumeDuty')).toMatchObject({ may: false });
    expect(actIn(await actsOf('head'), 'PurgeContent').reason).toContain('只有涉密案卷');
    expect(actIn(await actsOf('head'), 'AddSource')).toMatchObject({ may: true, reason: null });
    await desk.give(caseId, { type: 'SetFlags', add: ['secret'], reason: '见纸质件' }, desk.head);
    expect(actIn(await actsOf('head'), 'PurgeContent')).toMatchObject({ may: true, reason: null });
  });

  it('says which open duties an act may meet, and only what the schedule has open', async () => {
    const { duties } = scheduleIn(await desk.officer('GET', `/v1/cases/${caseId}/schedule`));
    const open = duties
      .filter(({ status }) => status === 'open' || status === 'listed')
      .map(({ duty }) => duty);
    const met = actsIn(await actsOf()).flatMap((act) => act.duties);
    expect(met.length).toBeGreaterThan(0);
    expect(met.filter((duty) => !open.includes(duty))).toEqual([]);
    expect(actIn(await actsOf(), 'SetFlags').duties).toEqual([]);
  });

  it('says of a case that was concluded that it is, of all but what still may come', async () => {
    const mistaken = { type: 'Conclude', summary: '经核实系重复来电', mistaken: '与另案为同一件事情,系误立' };
    expect((await desk.give(caseId, mistaken, desk.head)).status).toBe(200);
    const leader = desk.office.as('deputyLeader');
    expect((await desk.give(caseId, { type: 'ApproveConclusion' }, leader)).status).toBe(200);
    const told = await actsOf('head');
    for (const type of ['AssignUnit', 'DeclareCalm', 'AttachItem'])
      expect(actIn(told, type), type).toMatchObject({ may: false, reason: '案卷已结报,不能再办理' });
    expect(actIn(told, 'RecordAction').may).toBe(true);
  });

  it('is not for a unit that has nothing to do with it, nor for a case that is not there', async () => {
    const other = await desk.office.as('unitLiaison', 'drugs')('GET', `/v1/cases/${caseId}/acts`);
    expect(refusalIn(other).code).toBe('NOT_YOUR_UNIT');
    expect(refusalIn(await desk.officer('GET', '/v1/cases/LZ2026-0999/acts')).code).toBe('CASE_UNKNOWN');
  });

  it('is asked of one post: who has several says which', async () => {
    const person = personFor(exampleRoster(), 'officeHead');
    const claims = { ...claimsOf(person), role: ['officeHead', 'dutyOfficer'] };
    const path = `/v1/cases/${caseId}/acts`;
    const ask = (headers = {}) => desk.office.http({ method: 'GET', path, claims, headers });
    expect(refusalIn(await ask()).code).toBe('POST_NOT_CHOSEN');
    expect(actIn(await ask({ 'shixian-post': 'officeHead' }), 'AddSource').may).toBe(true);
    // By the roster he is no duty officer: then nothing may be done, and it says why.
    const acts = actsIn(await ask({ 'shixian-post': 'dutyOfficer' }));
    expect(acts.filter(({ may }) => may)).toEqual([]);
    expect(new Set(acts.map(({ reason }) => reason))).toEqual(
      new Set(['按名册,你不任登录的岗位,不能以此岗位办理;名册有误的,请先更正']),
    );
  });
});

describe.each(Object.values(regulations))('what may be done to a case of $id', (regulation) => {
  const opened = async (office: Office): Promise<string> => {
    const level = handlingScale(regulation).levels.at(-1)!.id;
    const told = await office.as(openerOf(regulation, level).role)('POST', '/v1/cases', {
      title: '群众来电反映某超市销售过期食品',
      sources: [{ kind: regulation.sources[0]!.id, receivedAt: office.now() }],
      level,
    });
    return caseIn(told).case;
  };

  it('is said to every post that reads it in plain Chinese, without ids', async () => {
    const office = await createOffice({ regulation });
    const caseId = await opened(office);
    for (const { id: role } of postsOf(regulation).filter(({ id }) => !isPerUnit(regulation, id))) {
      const told = await office.as(role)('GET', `/v1/cases/${caseId}/acts`);
      if (told.status === 403) continue;
      const acts = actsIn(told);
      expect(acts.some(({ may }) => !may)).toBe(true);
      for (const { name, reason } of acts) expect(`${name}${reason ?? ''}`).not.toMatch(/[A-Za-z]/);
    }
  });
});
