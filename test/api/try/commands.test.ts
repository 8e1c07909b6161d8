import { beforeEach, describe, expect, it } from 'vitest';
import { regulations } from '../../../shared/regulations/index.ts';
import { caseIn, dutiesIn, refusalIn, triedIn } from '../../support/told.ts';
import { openTrying, type Trying } from './trying.ts';

const note = { title: '群众来电反映某超市销售过期食品', sources: [{ kind: 'monitored' }], unit: 'food' };
const outbreak = { outbreakAt: '2026-03-02T07:30:00+08:00', occurredAt: '2026-03-02T07:00:00+08:00' };
const raise = { type: 'ChangeLevel', level: '红', authority: 'change', reason: '多地媒体转发' };
const report = { type: 'FileReport', kind: 'first', form: 'telephone', to: ['chiefLeader'] };

let trying: Trying;
let caseId: string;
beforeEach(async () => {
  trying = await openTrying();
  caseId = await trying.opened('officeHead', { ...note, level: 'orange', instants: outbreak });
});
const tried = async (who: string, command: object) =>
  triedIn(await trying.attempt(who, `/v1/cases/${caseId}/commands`, command));

describe('what it would do to which limit', () => {
  it('each limit with what becomes of it, by when, whose it is and on which clause', async () => {
    const { wouldBe, limits, after } = await tried('officeHead', raise);
    expect(wouldBe).toBe('done');
    expect(after).toMatchObject({
      warningLevel: { short: '红' },
      gradingText: '已定级',
      stateText: '处置中',
    });
    const named = (name: string) => limits.filter((each) => each.name === name);
    expect(named('举行新闻发布会')).toEqual([
      expect.objectContaining({
        what: 'planned',
        whatText: '开始计时:举行新闻发布会(时限3月3日7时)',
        due: '2026-03-03T07:00:00+08:00',
        provisional: false,
      }),
    ]);
    for (const { clauses, responsible, whatText, limitText } of limits) {
      expect(clauses.every(({ quote, name: clause }) => quote.length > 0 && clause.length > 0)).toBe(true);
      expect(`${responsible.name}${whatText}${limitText}`).not.toMatch(/undefined|\b[a-z]{4,}/);
    }
    await trying.both('officeHead', caseId, raise);
  });

  it('a limit that is moved, with how it stood before; one that is met; one that is met too late', async () => {
    const correct = {
      type: 'CorrectInstant',
      instant: 'occurredAt',
      at: '2026-03-02T06:30:00+08:00',
      reason: '当事人确认',
    };
    const moved = await tried('officeHead', correct);
    expect(moved.limits).toContainEqual(
      expect.objectContaining({ what: 'moved', before: expect.any(String), reason: '更正舆情发生时间' }),
    );
    await trying.both('officeHead', caseId, correct);
    const acknowledge = { type: 'Acknowledge' };
    await trying.both({ role: 'unitLiaison', unit: 'food' }, caseId, acknowledge);
    trying.office.pass(9 * 3_600_000);
    const whole = {
      ...report,
      to: ['chiefLeader', 'deputyLeader', 'officeHead'],
      post: '值班室',
      summary: '已封存',
    };
    await trying.both({ role: 'unitLiaison', unit: 'food' }, caseId, whole);
  });

  it('what runs out between the try and the act is told as it is then', async () => {
    const happened = { reason: '已在网站发布' };
    const publish = { type: 'RecordPublication', form: 'authoritative', title: '情况通报', happened };
    const { limits: before, log } = await tried('officeHead', publish);
    expect(before).toEqual([
      expect.objectContaining({ what: 'unapproved', due: '2026-03-04T07:00:00+08:00' }),
    ]);
    expect(`${before[0]?.whatText}${log}`).not.toContain('已过');
    trying.office.pass(3 * 24 * 3_600_000);
    const { limits: after, log: then, at } = await tried('officeHead', publish);
    expect(at).toBe('2026-03-05T08:00:00+08:00');
    expect(after[0]?.whatText).toContain('已过时限');
    expect(then[0]).toContain('“对外回应”时限已过,仍未办理');
    await trying.both('officeHead', caseId, publish);
  });

  it.each([
    ['a little, the log’s time', 30_000, '2026-03-02T08:03:20+08:00'],
    ['far, since it had been ahead, its own', 120_000, '2026-03-02T08:01:20+08:00'],
  ])(
    'a clock that went back tries at the instant that the entry would tell: %s',
    async (_, back, instant) => {
      trying.office.pass(200_000);
      const first = { type: 'RecordInstruction', from: 'bureau', text: '核查' };
      await trying.send('officeHead', `/v1/cases/${caseId}/commands`, first);
      trying.office.pass(-back);
      const { at } = await tried('officeHead', raise);
      expect(at).toBe(instant);
      await trying.both('officeHead', caseId, raise);
    },
  );
});

describe('who must confirm', () => {
  const lower = { type: 'ChangeLevel', level: '黄', authority: 'change', reason: '舆情已趋平稳' };

  it('the posts of a second person, whose list then asks him the same', async () => {
    const { toConfirm, limits } = await tried('dutyOfficer', { ...lower });
    expect(limits).toEqual([]);
    expect(toConfirm).toHaveLength(1);
    const [{ text, roles, person, nobody }] = toConfirm as [(typeof toConfirm)[number]];
    expect(text).toMatch(/申请降为黄,请审批:舆情已趋平稳$/);
    expect({ person, nobody }).toEqual({ person: null, nobody: false });
    await trying.both('dutyOfficer', caseId, lower);
    for (const { id } of roles) {
      const list = dutiesIn(await trying.office.as(id)('GET', '/v1/duties'));
      expect(
        list.map((task) => task.text),
        id,
      ).toContain(text);
    }
    expect(roles.map(({ id }) => id)).not.toContain('unitLiaison');
  });

  it('nobody, where the roster has no other who may', async () => {
    const { system } = trying.office;
    const { people } = trying;
    const [officer] = people.roles.dutyOfficer!;
    await system.rosters.write({
      version: 2,
      roster: { roles: { dutyOfficer: [officer!], officeHead: [{ ...officer!, id: 'same-man' }] } },
      changedBy: 'test',
      changedAt: trying.office.now(),
    });
    const { toConfirm } = await tried('dutyOfficer', lower);
    expect(toConfirm).toEqual([expect.objectContaining({ nobody: true })]);
  });

  it('the person in whose name it is entered', async () => {
    const approved = {
      type: 'RecordAction',
      action: 'statementApproved',
      onBehalf: { person: 'deputy-1', channel: '电话', at: '2026-03-02T07:59:00+08:00', text: '情况通报' },
    };
    const { toConfirm } = await tried('officeHead', approved);
    const deputy = trying.people.roles.deputyLeader!.find(({ id }) => id === 'deputy-1')!;
    expect(toConfirm).toEqual([expect.objectContaining({ person: deputy.name, roles: [], nobody: false })]);
    await trying.both('officeHead', caseId, approved);
  });
});

describe('what is missing', () => {
  it('the parts that the act lacks, and that it counts all the same', async () => {
    const { wouldBe, missing } = await tried('officeHead', report);
    expect(wouldBe).toBe('done');
    expect(missing).toEqual([
      {
        name: '报局主要负责人的电话初报',
        parts: ['接听人姓名或对方接听人的单位和职务', '报告的情况'],
        text: '“报局主要负责人的电话初报”缺接听人姓名或对方接听人的单位和职务、报告的情况;照常计入,结报前须补齐',
      },
    ]);
    await trying.both('officeHead', caseId, report);
    const complete = { type: 'CompleteAct', act: 2, post: '值班室' };
    expect((await tried('officeHead', complete)).missing).toEqual([
      expect.objectContaining({ parts: ['报告的情况'] }),
    ]);
    expect((await tried('officeHead', { ...complete, summary: '已封存当餐食品' })).missing).toEqual([]);
  });

  it('a form that is wrong is 422 and names the fields, as when it is meant', async () => {
    const told = await trying.attempt('officeHead', `/v1/cases/${caseId}/commands`, {
      type: 'Conclude',
      summary: '短',
    });
    expect(told.status).toBe(422);
    expect(refusalIn(told)).toMatchObject({ code: 'INVALID', problems: [{ field: 'summary' }, {}] });
  });
});

it('the texts that would go out are those that go', async () => {
  const given = { type: 'AssignUnit', unit: '药械监管股' };
  const { texts } = await tried('officeHead', given);
  await trying.both('officeHead', caseId, given);
  trying.office.sent.length = 0;
  await trying.office.notify(caseId);
  const said = trying.office.sent.map(({ message }) => message.text);
  const heads = texts.filter(({ to }) => to.id === 'unitHead');
  const told = heads.filter(({ unit }) => unit?.id === 'drugs').map(({ text }) => text);
  expect(told).toHaveLength(1);
  expect(said).toContain(told[0]);
  expect(heads.every(({ toText }) => toText.includes('('))).toBe(true);
});

it.each(['nanning', 'hohhot', 'petition', 'yinzhou'])(
  '%s: an instruction with a task makes a limit that the try has told',
  async (bureau) => {
    const other = await openTrying({ regulation: regulations[bureau]! });
    const { regulation } = other.office.system;
    const by = (command: string) =>
      regulation.authorities.find((each) => each.command === command)!.roles[0]!;
    const own = caseIn(
      await other.send(by('OpenCase'), '/v1/cases', { title: '某事项', sources: [{ kind: 'monitored' }] }),
    ).case;
    const { tried: told } = await other.both(by('RecordInstruction'), own, {
      ...{ type: 'RecordInstruction', from: 'bureau', text: '请速核查', task: '核查并报告' },
      deadline: '2026-03-02T18:00:00+08:00',
    });
    expect(told?.limits).toContainEqual(
      expect.objectContaining({ what: 'planned', due: '2026-03-02T18:00:00+08:00' }),
    );
  },
);
