import { describe, expect, it } from 'vitest';
import type { FormField } from '../../../shared/contracts/desk/forms.ts';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import type { OpeningTriedReply, TriedReply } from '../../../shared/contracts/replies/try.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { choicesIn, type LogEntry } from '../../../web/model/forms/case-lists.ts';
import { wrongIn } from '../../../web/model/forms/check.ts';
import { linesOf } from '../../../web/model/forms/does.ts';
import { levelWarnings } from '../../../web/model/forms/guide/level-warnings.ts';
import { dutyFor, dutyMeant, meantIn, meantWords, unmetWords } from '../../../web/model/forms/guide/meant.ts';
import { meanwhile } from '../../../web/model/forms/guide/meanwhile.ts';
import { nothingToChoose } from '../../../web/model/forms/guide/nothing.ts';
import { instantChoices } from '../../../web/model/forms/instant-names.ts';
import { openingFields } from '../../../web/model/forms/opening.ts';
import { toFill, wrongWords } from '../../../web/model/forms/problems.ts';
import { BUREAUS, formsIn, NOW } from './bureau-forms.ts';
import { triedReply } from './tried.ts';

// What a form tells somebody who has never seen it.

const START = { name: '收到', at: '2026-03-02T22:50:00+08:00', estimated: false };
const owed = (more: object): CaseReply['duties'][number] =>
  ({
    ...{ duty: 'tell', name: '电话报告上级', occurrence: '1', status: 'open', outcome: 'open' },
    ...{ due: '2026-03-03T01:50:00+08:00', limitKind: 'within', start: START, history: [] },
    ...{ missingReceivers: [[{ id: 'city', name: '市局' }]] },
    ...more,
  }) as unknown as CaseReply['duties'][number];
const caseWith = (...duties: CaseReply['duties']): CaseReply => ({ duties }) as unknown as CaseReply;
const limit = (duty: string, what: string, occurrence = '1') => ({ duty, occurrence, what });
const triedWith = (...limits: object[]): TriedReply => triedReply({ limits });

describe('the duty that a form was opened for', () => {
  const other = owed({ duty: 'earlier', name: '另一项', due: '2026-03-03T00:00:00+08:00' });
  const open = caseWith(other, owed({}));
  const meant = { duty: 'tell', occurrence: '1' };

  it('is in the address, and nothing else is taken for one', () => {
    expect(meantIn(meantWords(meant))).toEqual(meant);
    for (const none of [undefined, null, '', '7', '{}', '["tell"]', '[1,2]', 'null'])
      expect(meantIn(none)).toBeUndefined();
  });

  it('stands at the head, whatever else the act would meet; what is met stands there no more', () => {
    const tried = triedWith(limit('earlier', 'fulfilled'));
    expect(dutyFor(open, meant, ['earlier', 'tell'], tried)?.name).toBe('电话报告上级');
    expect(dutyFor(open, undefined, ['earlier', 'tell'], undefined)?.name).toBe('另一项');
    expect(dutyFor(caseWith(owed({ outcome: 'fulfilled' })), meant, ['tell'], undefined)).toBeUndefined();
  });

  it('at an earlier time than the present one has the limit of that time', () => {
    const due = '2026-03-02T22:00:00+08:00';
    const history = [{ occurrence: '1', due, outcome: 'missed', completedAt: null, entry: null }];
    expect(dutyMeant(caseWith(owed({ occurrence: '2', history })), meant)).toMatchObject({ due });
  });

  const fields: FormField[] = [{ name: 'form', title: '报告形式', kind: 'choice' }];
  const opened = { open, meant, meets: ['tell'], carried: { form: 'telephone' }, fields };
  const early = { madeAt: '2026-03-02T22:40:00+08:00', to: ['city'], form: 'telephone' };
  it.each([
    ['before it began to count', early, '所填时间昨日22:40早于起算时间昨日22:50（收到）'],
    ['to somebody else', { ...early, madeAt: undefined, to: ['county'] }, '还没有报给市局'],
    ['in another form', { ...early, madeAt: undefined, form: 'written' }, '“报告形式”与这一项要求的不同'],
  ])('that would not be met by an act %s: it is said, with why', (_, body, why) => {
    expect(unmetWords(opened, body, triedWith(), NOW)).toBe(`照这样填，不能办结“电话报告上级”：${why}`);
  });
  it('that would not be met, and nobody knows why: it is said', () => {
    expect(unmetWords(opened, {}, triedWith(limit('tell', 'fulfilled', '2')), NOW)).toBe(
      '照这样填，不能办结“电话报告上级”',
    );
  });
  it('that would be met, or is not what such an act is for, or cannot be sent: nothing is said', () => {
    for (const what of ['fulfilled', 'fulfilledLate', 'unconfirmed', 'lateEntry', 'cancelled'])
      expect(unmetWords(opened, early, triedWith(limit('tell', what)), NOW)).toBeUndefined();
    expect(unmetWords({ ...opened, meets: [] }, early, triedWith(), NOW)).toBeUndefined();
    expect(unmetWords({ ...opened, meant: undefined }, early, triedWith(), NOW)).toBeUndefined();
    expect(unmetWords(opened, early, { ...triedWith(), wouldBe: 'refused' }, NOW)).toBeUndefined();
  });
});

it('what is missing is said with what it bars', () => {
  const missing = [
    { name: '书面报告', parts: ['签发人', '文号'], text: '“书面报告”缺签发人、文号;照常计入,结报前须补齐' },
  ];
  expect(linesOf({ ...triedWith(), missing }, undefined, NOW)).toContainEqual({
    ...{ mark: 'go', text: '还缺：签发人、文号；照常计入，结报前须补齐' },
  });
});

describe.each(BUREAUS)('at %s', (bureau) => {
  const forms = formsIn(bureau);
  const { actions, gates, grading } = regulations[bureau]!;

  it('only approvals that stand are offered as such', () => {
    const known = actions.filter(({ approval }) => approval !== undefined).map(({ id }) => id);
    expect(forms.approvals).toEqual(expect.arrayContaining(known));
    const none = actions.find(({ id }) => !forms.approvals.includes(id))!;
    expect(none.approval).toBeUndefined();
    expect(
      gates.flatMap(({ on, needs = [] }) => (on.includes('RecordPublication') ? needs : [])),
    ).not.toContain(none.id);
    const entry = (version: number, action: string) =>
      ({
        ...{ version, localTime: START.at, actor: { name: '甲' }, labels: ['办理'] },
        events: [{ type: 'ActionRecorded', action }],
      }) as unknown as LogEntry;
    const log = [entry(3, known[0]!), entry(4, none.id), entry(5, known[0]!), entry(6, known[0]!)];
    const [withdrawn, denied] = [[{ act: 5 }], [{ act: 6 }]];
    const choices = choicesIn('approvals', {
      ...{ case: { withdrawn, denied } as unknown as CaseReply, log, posts: [], approvals: forms.approvals },
      ...{ roster: {}, items: [], values: {}, now: NOW },
    });
    expect(choices.map(({ id }) => id)).toEqual(['3']);
  });

  it('the criteria are called as in the reasons, and each number says what it means', () => {
    for (const { fields } of [forms.opening, forms.commands.ConfirmGrade!]) {
      const asked = fields.find(({ name }) => name === 'factors')?.fields ?? [];
      for (const { id, name, words } of grading.criteria) {
        const field = asked.find((each) => each.name === id);
        expect(field?.title).toBe(name);
        for (const { value, reason } of words)
          expect(field?.choices?.find((each) => each.id === String(value))?.name).toContain(reason);
      }
    }
  });

  it('an instant has one name, at the opening and when it is corrected, where it says what it is now', () => {
    const listed = forms.lists.correctedInstant!;
    const { name } = listed.find(({ id }) => id === 'occurredAt')!;
    const asked = openingFields(forms, 'call').find((field) => field.name === 'instants.occurredAt');
    expect(asked?.title).toBe(`${name}：最早什么时候公开的`);
    const open = {
      ...{ instants: { occurredAt: '2026-02-11T07:50:00+08:00' }, dateOnly: [] },
      sources: [{ id: 'a', name: '甲', receivedAt: '2026-03-02T22:50:00+08:00' }],
    } as unknown as CaseReply;
    const said = instantChoices(listed, open, NOW);
    expect(said.find(({ id }) => id === 'occurredAt')?.name).toBe(`${name}：现为2月11日07:50`);
    expect(said.find(({ id }) => id === 'eventAt')?.name).toMatch(/：现未填$/);
    for (const { id, name: word } of said.filter((each) => each.id === 'receivedAt'))
      expect([id, word]).toEqual(['receivedAt', expect.stringMatching(/：现为昨日22:50$/)]);
  });

  it('a form with nothing to choose cannot be sent, and names commands that there are', () => {
    const { fields } = forms.commands.WithdrawAct!;
    const words = nothingToChoose(
      fields,
      forms,
      () => [],
      () => true,
    );
    expect(words).toMatch(/^本案目前没有可撤回的记录。/);
    expect(words).toContain(`时间录错的，用“${forms.commands.CorrectInstant!.title}”`);
    expect(
      nothingToChoose(
        fields,
        forms,
        () => [],
        () => false,
      ),
    ).toBeUndefined();
    expect(
      nothingToChoose(
        fields,
        forms,
        () => [{ id: '3', name: '一条' }],
        () => true,
      ),
    ).toBeUndefined();
  });
});

describe('an opening', () => {
  const forms = formsIn('leizhou');
  it('says what is still to be filled in, and what is wrong, by the names of the fields', () => {
    const fields = openingFields(forms, 'call');
    const values = { 'call.at': { pick: 'own' as const, day: '2026-03-02', clock: '' } };
    const words = toFill(wrongIn(fields, values, NOW), fields);
    expect(words).toBe('“什么时候收到电话的”要改：请填日期和时间。还须填：谁来的电话、什么事。');
    expect(toFill([], fields)).toBe('');
    expect(wrongWords([{ path: 'text', message: '太长' }], fields)).toBe('“什么事”：太长。');
  });

  const level = (id: string, name: string) => ({ id, name, short: name });
  const tried = (more: object) =>
    ({
      wouldBe: 'done',
      duties: [],
      proposal: { level: level('routine', '常规') },
      ...more,
    }) as unknown as OpeningTriedReply;
  const routine = { handlingLevel: level('routine', '常规') };
  it('warns of a proposal without clocks, and of a level that is not what those above have said', () => {
    expect(levelWarnings(tried({ after: routine }), {}, forms)).toEqual([
      '按此立案不计时限，请核对是否应定得更高',
    ]);
    const timed = tried({ after: routine, duties: [{ limitKind: 'within' }] });
    expect(levelWarnings(timed, {}, forms)).toEqual([]);
    const [words] = levelWarnings(timed, { 'sources.regardedAs': 'orange' }, forms);
    expect(words).toMatch(/^上级认定为.*，照这样填，立案后为常规，请核对$/);
    const same = tried({
      after: { handlingLevel: level('orange', '橙') },
      duties: [{ limitKind: 'within' }],
    });
    expect(levelWarnings(same, { 'sources.regardedAs': 'orange' }, forms)).toEqual([]);
    expect(levelWarnings(tried({ wouldBe: 'refused', after: null }), {}, forms)).toEqual([]);
  });
});

it('news that has nothing to do with an act is told in one line', () => {
  const entry = (version: number, command: string, label: string) =>
    ({
      version,
      command,
      localTime: START.at,
      actor: { name: '甲' },
      labels: [label],
      events: [],
    }) as unknown as LogEntry;
  const news = [
    entry(1, 'FileReport', '3月2日22时40分(3月3日1时8分补录)电话初报:已封存'),
    entry(2, 'Acknowledge', '签收'),
    entry(3, 'ChangeLevel', '调整级别'),
  ];
  const { about, others } = meanwhile(news, 'RecordMeeting', [], NOW);
  expect(about.map(({ text }) => text)).toEqual(['昨日22:50 甲：调整级别']);
  expect(others).toBe('与本次办理无关的2条：电话初报、签收');
  expect(meanwhile(news, 'FileReport', [], NOW).about).toHaveLength(2);
  const resting = meanwhile(news, 'RecordMeeting', ['2'], NOW);
  expect(resting.about.map(({ key }) => key)).toEqual([2, 3]);
  expect(resting.others).toBe('与本次办理无关的1条：电话初报');
});
