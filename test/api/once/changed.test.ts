import { beforeEach, describe, expect, it, vi } from 'vitest';
import { claimsOf } from '../../../infra/local/api-event.ts';
import { personFor } from '../../../infra/local/people.ts';
import { scheduleCase } from '../../../shared/deadlines/schedule.ts';
import { SYSTEM_ACTOR } from '../../../shared/office/office.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { handlingScale } from '../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../shared/regulations/schema.ts';
import { giversOf, openerOf } from '../../properties/random-case.ts';
import { caseIn, refusalIn, type Told, triedIn } from '../../support/told.ts';
import { atOnce, instruct, openOnce, saidIn, waysOf } from './office.ts';

/** A case of the bureau, at its gravest level, and who may enter a 批示 there. */
const openCase = async (regulation: Regulation) => {
  const once = await openOnce({ regulation });
  const { office, people, open } = once;
  const level = handlingScale(regulation)
    .levels.toSorted((one, other) => one.rank - other.rank)
    .at(-1)!.id;
  const opened = caseIn(
    await open(openerOf(regulation, level).role, {
      title: '群众来电反映某超市销售过期食品',
      sources: [{ kind: regulation.sources[0]!.id, receivedAt: office.now() }],
      level,
    }),
  );
  const { case: caseId } = opened;
  const [first] = giversOf(regulation, 'RecordInstruction', level).filter(({ unit }) => unit === undefined);
  const give = (
    command: object,
    headers: Record<string, string> = {},
    query?: Record<string, string>,
    role = first!.role,
  ): Promise<Told> =>
    office.http({
      method: 'POST',
      path: `/v1/cases/${caseId}/commands`,
      claims: claimsOf(personFor(people, role)),
      headers,
      body: JSON.stringify(command),
      ...(query === undefined ? {} : { query }),
    });
  const log = () => office.system.cases.log(caseId);
  return { ...once, caseId, opened, give, log };
};
type Opened = Awaited<ReturnType<typeof openCase>>;

/** What the clocks do by themselves: a reminder, or a check, of whatever is due next. */
const runClock = async ({ office, caseId, stateOf }: Opened): Promise<void> => {
  const state = await stateOf(caseId);
  const [next] = scheduleCase(office.system.regulation, state)
    .duties.flatMap((each) => (each.next === null ? [] : [{ ...each, next: each.next }]))
    .sort((one, other) => (one.next.at < other.next.at ? -1 : 1));
  if (next === undefined) throw new Error('Nothing is due');
  if (next.next.at > office.now()) office.at(next.next.at);
  const { duty, current } = next;
  const command = {
    type: 'EnforceStage' as const,
    duty,
    occurrence: current.occurrence,
    stage: next.next.stage,
  };
  const { entry } = await office.system.office.carryOut(caseId, SYSTEM_ACTOR, {
    ...command,
    ...{ index: next.next.index, due: current.due ?? next.next.at },
  });
  expect(entry?.actor).toEqual(SYSTEM_ACTOR);
};

describe.each(Object.values(regulations))(
  'a command that says on which version it was decided, in $id',
  (regulation) => {
    let opened: Opened;
    let version: number;
    beforeEach(async () => {
      opened = await openCase(regulation);
      version = (await opened.stateOf(opened.caseId)).version;
    });

    it('is done while nothing has happened since, written as a tag or as a number', async () => {
      const told = await opened.give(instruct, { 'if-match': `"${version}"` });
      expect(told.status).toBe(200);
      const next = caseIn(told).version;
      expect((await opened.give(instruct, { 'if-match': `${next}` })).status).toBe(200);
    });

    it('is not done when another has acted between: it says how many, who, when and what, and writes nothing', async () => {
      await opened.give(instruct);
      await opened.give({ ...instruct, text: '请于今日反馈' });
      const before = await opened.log();
      const refusals = await opened.office.system.refusals.list(opened.office.now().slice(0, 10));
      for (const query of [undefined, { try: '' }]) {
        const told = await opened.give(instruct, { 'if-match': `"${version}"` }, query);
        expect(told.status).toBe(412);
        const { code, message } = refusalIn(told);
        expect(code).toBe('CASE_CHANGED');
        expect(message).toContain('又有2条新的办理记录');
        expect(message).toContain('3月2日');
        expect(message).toContain('请于今日反馈');
        expect(message).toContain(before.at(-1)!.actor.name);
      }
      expect(await opened.log()).toEqual(before);
      expect(await opened.office.system.refusals.list(opened.office.now().slice(0, 10))).toEqual(refusals);
      // Who has read what there is now goes on from that.
      expect((await opened.give(instruct, { 'if-match': `"${before.length}"` })).status).toBe(200);
    });

    it('is done when only the clocks have told somebody since, and texts were handed over', async () => {
      await opened.office.notify(opened.caseId);
      await runClock(opened);
      await opened.office.notify(opened.caseId);
      expect((await opened.stateOf(opened.caseId)).version).toBeGreaterThan(version);
      const tried = await opened.give(instruct, { 'if-match': `"${version}"` }, { try: '' });
      expect(triedIn(tried).wouldBe).toBe('done');
      expect((await opened.give(instruct, { 'if-match': `"${version}"` })).status).toBe(200);
    });

    it('is not overtaken by what was refused', async () => {
      const [by] = giversOf(regulation, 'ApproveLevelChange').filter(({ unit }) => unit === undefined);
      const refused = await opened.give({ type: 'ApproveLevelChange' }, {}, undefined, by!.role);
      expect(refusalIn(refused).code).toBe('NO_LOWERING_PENDING');
      expect((await opened.log()).at(-1)!.events).toMatchObject([{ type: 'CommandRefused' }]);
      expect((await opened.give(instruct, { 'if-match': `"${version}"` })).status).toBe(200);
    });

    it('of sixteen at once on one version one is done', async () => {
      const told = await atOnce((turn) =>
        opened.give({ ...instruct, text: `请速核查第${turn}件` }, { 'if-match': `"${version}"` }),
      );
      expect(waysOf(told)).toEqual({ '200': 1, '412 CASE_CHANGED': 15 });
      expect(await opened.instructed(opened.caseId)).toBe(1);
    });

    it('is not decided again past it when another is quicker at the last moment', async () => {
      const { cases } = opened.office.system;
      const append = cases.append;
      const spy = vi.spyOn(cases, 'append').mockImplementationOnce(async (caseId, before, addition) => {
        // Another process writes between the decision and the append.
        const other = await append(caseId, before, addition);
        expect(other).not.toBeNull();
        return append(caseId, before, addition);
      });
      const told = await opened.give(instruct, { 'if-match': `"${version}"` });
      spy.mockRestore();
      expect(refusalIn(told).code).toBe('CASE_CHANGED');
      expect(await opened.instructed(opened.caseId)).toBe(1);
    });
  },
);

describe('the header if-match', () => {
  let opened: Opened;
  beforeEach(async () => {
    opened = await openCase(regulations.leizhou!);
  });

  it.each(['*', 'W/"1"', '"1", "2"', '"a"', '-1', '1.5', ''])('is refused as %s', async (given) => {
    for (const query of [undefined, { try: '' }]) {
      const told = await opened.give(instruct, { 'if-match': given, 'idempotency-key': 'one' }, query);
      expect(told.status).toBe(422);
      expect(refusalIn(told).code).toBe('INVALID');
    }
    // What was wrong with it is not its key's answer.
    const version = (await opened.stateOf(opened.caseId)).version;
    const mended = await opened.give(instruct, { 'if-match': `${version}`, 'idempotency-key': 'one' });
    expect(mended.status).toBe(200);
  });

  it('cannot name a version that is still to come', async () => {
    const told = await opened.give(instruct, { 'if-match': '"99"' });
    expect(told.status).toBe(422);
    expect(refusalIn(told).message).toContain('还没有第99版');
  });

  it('lets a repeat have its first answer, whatever has happened since', async () => {
    const version = (await opened.stateOf(opened.caseId)).version;
    const headers = { 'if-match': `"${version}"`, 'idempotency-key': 'one' };
    const first = await opened.give(instruct, headers);
    expect(first.status).toBe(200);
    await opened.give({ ...instruct, text: '请于今日反馈' });
    expect(saidIn(await opened.give(instruct, headers))).toEqual(saidIn(first));
    expect(await opened.instructed(opened.caseId)).toBe(2);
  });

  it('is asked again under the same key once the giver has read what others did', async () => {
    const version = (await opened.stateOf(opened.caseId)).version;
    await opened.give(instruct);
    const stale = await opened.give(instruct, { 'if-match': `"${version}"`, 'idempotency-key': 'one' });
    expect(refusalIn(stale).code).toBe('CASE_CHANGED');
    const now = (await opened.stateOf(opened.caseId)).version;
    const told = await opened.give(instruct, { 'if-match': `"${now}"`, 'idempotency-key': 'one' });
    expect(told.status).toBe(200);
    expect(await opened.instructed(opened.caseId)).toBe(2);
  });

  it('of a 涉密 case says nothing of what it is about', async () => {
    const head = claimsOf(personFor(opened.people, 'officeHead'));
    const mark = { type: 'SetFlags', add: ['secret'], reason: '涉及国家秘密' };
    const version = (await opened.stateOf(opened.caseId)).version;
    await opened.give({ ...instruct, text: '某学校食堂的事' });
    const path = `/v1/cases/${opened.caseId}/commands`;
    const send = (body: object, headers = {}) =>
      opened.office.http({ method: 'POST', path, claims: head, headers, body: JSON.stringify(body) });
    expect((await send({ ...mark, reason: '见纸质件' })).status).toBe(200);
    const told = await send({ type: 'Acknowledge' }, { 'if-match': `"${version}"` });
    expect(refusalIn(told).code).toBe('CASE_CHANGED');
    expect(refusalIn(told).message).not.toContain('食堂');
  });

  it('counts what is brought in from outside, though no person of the bureau did it', async () => {
    const version = (await opened.stateOf(opened.caseId)).version;
    const [flag] = opened.office.system.regulation.flags;
    const { state } = await opened.office.system.office.carryOut(opened.caseId, SYSTEM_ACTOR, {
      type: 'ApplyOverlay',
      flag: flag!.id,
      reason: '特护期',
    });
    expect(state.version).toBeGreaterThan(version);
    const told = await opened.give(instruct, { 'if-match': `"${version}"` });
    expect(refusalIn(told).code).toBe('CASE_CHANGED');
    expect(refusalIn(told).message).toContain(flag!.name);
  });
});
