import { describe, expect, it } from 'vitest';
import type { FormField } from '../../../shared/contracts/desk/forms.ts';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import type { OpeningTriedReply, TriedReply } from '../../../shared/contracts/replies/try.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { bodyOf } from '../../../web/model/forms/body.ts';
import { choicesIn, type LogEntry } from '../../../web/model/forms/case-lists.ts';
import { wrongIn } from '../../../web/model/forms/check.ts';
import { linesOf } from '../../../web/model/forms/does.ts';
import { lacksAt } from '../../../web/model/forms/guide/lacking.ts';
import { openingFields, openingOf } from '../../../web/model/forms/opening.ts';
import { type Values, wordsIn } from '../../../web/model/forms/values.ts';
import { createOffice, type Office, plain } from '../../support/office.ts';
import { caseIn, logIn, refusalIn, triedIn } from '../../support/told.ts';
import { filled, formsIn } from './bureau-forms.ts';

// Forms as people fill them in, with what a real case offers them, given to the real API.

const DAY: Values = { pick: 'own', day: '2026-03-02', clock: '07:50' };

/** A case of a bureau with the desk's forms before it. */
const openDesk = async (bureau: string) => {
  const regulation = regulations[bureau]!;
  const office: Office = await createOffice({ regulation });
  const forms = formsIn(bureau);
  const now = () => Date.parse(office.now());
  const opening = (way: 'call' | 'items', values: Values) => openingOf(forms, way, values);
  const open = async (values: Values, way: 'call' | 'items' = 'call'): Promise<CaseReply> => {
    expect(wrongIn(openingFields(forms, way), values, now())).toEqual([]);
    const told = await office.as('officeHead')('POST', '/v1/cases', opening(way, values));
    expect(told.status, JSON.stringify(told.body)).toBe(201);
    return caseIn(told) as CaseReply;
  };

  const readCase = async (id: string): Promise<CaseReply> =>
    caseIn(await office.as('officeHead')('GET', `/v1/cases/${id}`)) as CaseReply;
  const choicesFor = async (id: string) => {
    const open = await readCase(id);
    const log = logIn(await office.as('officeHead')('GET', `/v1/cases/${id}/log`)).entries as LogEntry[];
    const { items } = (await office.as('officeHead')('GET', '/v1/items')).body as { items: [] };
    return (field: FormField, values: Values) => {
      if (field.of !== undefined)
        return choicesIn(field.of, {
          ...{
            case: open,
            log,
            posts: forms.lists.receiver!,
            approvals: forms.approvals,
            roster: {},
            items,
            values,
            now: now(),
          },
        });
      if (field.list === 'ratingLevel') return forms.ratings[wordsIn(values.scale)] ?? [];
      return field.choices ?? forms.lists[field.list ?? ''] ?? [];
    };
  };
  /** Fills in what is required, and what is told; tries it, then does it. */
  const act = async (who: readonly [string, string?], id: string, type: string, told: Values = {}) => {
    const { fields } = forms.commands[type]!;
    const needed = fields.filter(({ required, name }) => required && !(name in told));
    const values = { ...filled(needed, await choicesFor(id)), ...told };
    expect(wrongIn(fields, values, now()), type).toEqual([]);
    const body = { type, ...bodyOf(fields, values) };
    const path = `/v1/cases/${id}/commands`;
    const tried = triedIn(await office.as(...who)('POST', path, body, { try: '' })) as TriedReply;
    expect(tried, type).toMatchObject({ wouldBe: 'done' });
    const done = await office.as(...who)('POST', path, body);
    expect(done.status, `${type} ${JSON.stringify(done.body)}`).toBe(200);
    return { tried, done: caseIn(done) as CaseReply, body };
  };
  return { office, forms, open, act, readCase, choicesFor, opening, now };
};

describe.each([
  {
    bureau: 'leizhou',
    source: 'monitored',
    level: 'orange',
    unit: 'food',
    kind: 'progress',
    to: 'chiefLeader',
  },
  {
    bureau: 'nanning',
    source: 'monitored',
    level: 'major',
    unit: 'branch',
    kind: 'circular',
    to: 'chiefLeader',
  },
])('at $bureau', ({ bureau, source, level, unit, kind, to }) => {
  const call: Values = {
    way: 'call',
    'sources.kind': source,
    'call.post': '某家长',
    'call.at': DAY,
    text: '群众来电反映某学校食堂食品变质。多名学生身体不适',
    place: '某镇中心小学',
    unit,
  };

  it('what is filled in of a call opens a case by its first sentence, with the place among its words', async () => {
    const { open } = await openDesk(bureau);
    const opened = await open({ ...call, level });
    expect(opened).toMatchObject({ title: '群众来电反映某学校食堂食品变质', handlingLevel: { id: level } });
    expect(opened.note).toMatchObject({
      text: '群众来电反映某学校食堂食品变质。多名学生身体不适\n地点：某镇中心小学',
      call: { post: '某家长', at: '2026-03-02T07:50:00+08:00' },
    });
    expect(opened.sources[0]).toMatchObject({ id: source, receivedAt: '2026-03-02T07:50:00+08:00' });
  });

  it('what an opening would do is told before it is done, with the proposal and each limit', async () => {
    const { office, opening } = await openDesk(bureau);
    const told = await office.as('dutyOfficer')('POST', '/v1/cases', opening('call', call), { try: '' });
    const tried = told.body as OpeningTriedReply;
    expect(tried.proposal?.reasons.length).toBeGreaterThan(0);
    expect((await office.as('dutyOfficer')('GET', '/v1/cases')).body).toMatchObject({ cases: [] });
  });

  it('an item is chosen from the list, and becomes a case or joins one', async () => {
    const { office, open, act, choicesFor } = await openDesk(bureau);
    await office.push({ items: [plain('a'), plain('b')] });
    const chosen = JSON.stringify(['demo', 'a']);
    const opened = await open(
      { way: 'items', items: [chosen], 'sources.kind': source, unit, level },
      'items',
    );
    expect(opened.items).toMatchObject([{ feed: 'demo', id: 'a' }]);
    const choices = (await choicesFor(opened.case))(
      { name: 'id', title: '', kind: 'choice', of: 'items' },
      {},
    );
    expect(choices.map(({ id }) => id)).toEqual([JSON.stringify(['demo', 'b'])]);
    const { done } = await act(['officeHead'], opened.case, 'AttachItem');
    expect(done.items.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('an act is done as it was filled in; what it lacks is shown at its field and filled in later', async () => {
    const { open, act, forms, now, readCase, choicesFor } = await openDesk(bureau);
    const { case: id } = await open({ ...call, level });
    const report = { kind, form: 'telephone', to: [to], madeAt: DAY };
    const { tried } = await act(['unitLiaison', unit], id, 'FileReport', report);
    expect(lacksAt(tried, forms, forms.commands.FileReport!.fields).post).toMatch(/^还缺：对方/);
    expect(
      linesOf(tried, await readCase(id), now())
        .map(({ text }) => text)
        .join(),
    ).not.toMatch(/undefined|\b[a-z]{4,}/);
    const before = (await choicesFor(id))({ name: 'act', title: '', kind: 'choice', of: 'incomplete' }, {});
    expect(before).toHaveLength(1);
    const { done } = await act(['unitLiaison', unit], id, 'CompleteAct', {
      ...{ spokeTo: '值班员', post: '值班室', summary: '已经封存当餐食品' },
      act: before[0]!.id,
    });
    expect(done.incompleteActs).toEqual([]);
  });

  it('an entry is chosen by its words and taken back', async () => {
    const { open, act, choicesFor } = await openDesk(bureau);
    const { case: id } = await open({ ...call, level });
    await act(['unitLiaison', unit], id, 'FileReport', {
      kind,
      form: 'telephone',
      to: [to],
      madeAt: DAY,
      summary: '已经封存',
    });
    const choices = (await choicesFor(id))({ name: 'act', title: '', kind: 'choice', of: 'doneActs' }, {});
    expect(choices).toHaveLength(1);
    expect(choices[0]!.name).toMatch(/^\d\d:\d\d .+：.*报/);
    const { done } = await act(['unitLiaison', unit], id, 'WithdrawAct', { reason: '报错了对象' });
    expect(done.withdrawn).toMatchObject([{ reason: '报错了对象' }]);
    expect((await choicesFor(id))({ name: 'act', title: '', kind: 'choice', of: 'doneActs' }, {})).toEqual(
      [],
    );
  });

  it('a number of other acts', async () => {
    const { open, act } = await openDesk(bureau);
    const { case: id } = await open({ ...call, level });
    await act(['unitLiaison', unit], id, 'Acknowledge');
    await act(['officeHead'], id, 'RecordInstruction', {
      from: 'bureau',
      text: '请速核查',
      task: '查明原因',
    });
    await act(['officeHead'], id, 'AddSource', {
      source: { kind: source, receivedAt: DAY, reference: '办函第12号' },
    });
    await act(['officeHead'], id, 'SetFlags', { add: ['crossRegion'], reason: '涉及外地' });
    await act(['officeHead'], id, 'CorrectInstant', {
      ...{
        instant: 'occurredAt',
        reason: '当事人确认',
        at: { pick: 'own', day: '2026-03-02', clock: '06:50' },
      },
    });
    const { tried } = await act(['dutyOfficer'], id, 'ChangeLevel', {
      level: LOWER[bureau]!,
      authority: 'change',
      reason: '传播有限',
    });
    expect(tried.toConfirm).toHaveLength(1);
    expect(
      linesOf(tried, undefined, 0)
        .map(({ text }) => text)
        .join(),
    ).toContain('须第二人同意或确认');
    const { done } = await act(['chiefLeader'], id, 'ApproveLevelChange');
    expect(done.handlingLevel.id).toBe(LOWER[bureau]);
  });

  it('only the day is known: the instant is that day’s end', async () => {
    const { open, act } = await openDesk(bureau);
    const { case: id } = await open({ ...call, level });
    const { body, done } = await act(['officeHead'], id, 'CorrectInstant', {
      ...{ instant: 'occurredAt', reason: '当事人确认', at: { pick: 'day', day: '2026-03-01' } },
    });
    expect(body).toMatchObject({ dateOnly: true });
    expect(done.dateOnly.map(({ id: each }) => each)).toEqual(['occurredAt']);
  });

  it('what the rules refuse is told by the try, and nothing stands in the log', async () => {
    const { office, open, forms } = await openDesk(bureau);
    const { case: id } = await open({ ...call, level });
    const { fields } = forms.commands.Conclude!;
    const body = { type: 'Conclude', ...bodyOf(fields, { summary: '涉事食品已经全部下架' }) };
    const path = `/v1/cases/${id}/commands`;
    const tried = triedIn(await office.as('officeHead')('POST', path, body, { try: '' }));
    expect(tried.wouldBe).toBe('refused');
    expect(tried.refusal?.code).toBe(refusalIn(await office.as('officeHead')('POST', path, body)).code);
  });
});
const LOWER: Readonly<Record<string, string>> = { leizhou: 'yellow', nanning: 'general' };
