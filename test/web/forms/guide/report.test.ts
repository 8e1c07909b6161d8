import { describe, expect, it } from 'vitest';
import type { CaseReply } from '../../../../shared/contracts/replies/case.ts';
import type { TaskReply } from '../../../../shared/contracts/replies/task.ts';
import type { TriedReply } from '../../../../shared/contracts/replies/try.ts';
import { linesOf } from '../../../../web/model/forms/does.ts';
import { isBegun, lacksAt, lackWord } from '../../../../web/model/forms/guide/lacking.ts';
import { dutyFor, mayHead, numbersOf } from '../../../../web/model/forms/guide/meant.ts';
import { isByWord, shownFields } from '../../../../web/model/forms/guide/shown-fields.ts';
import { likelyIn, startOf } from '../../../../web/model/forms/start.ts';
import { BUREAUS, formsIn, NOW } from '../bureau-forms.ts';

// A report at night: asked for in the order of the call, in one word for each thing.

describe.each(BUREAUS)('at %s', (bureau) => {
  const forms = formsIn(bureau);
  const { fields } = forms.commands.FileReport!;
  const shown = (form: string) => {
    const all = shownFields(forms, 'FileReport', fields, { form });
    return (name: string) => all.find((field) => field.name === name)!;
  };

  it('asks to whom, when and who took it before anything else', () => {
    const asked = fields.filter(({ folded }) => !folded).map(({ name }) => name);
    expect(asked.slice(0, 5)).toEqual(['to', 'madeAt', 'post', 'kind', 'form']);
  });

  it('asks for whoever took it, and his number, of what is told alone', () => {
    const all = forms.lists.reportForm!.map(({ id }) => id);
    expect(forms.spoken.length).toBeGreaterThan(0);
    for (const id of all) {
      const isSpoken = forms.spoken.includes(id);
      expect(shown(id)('post').folded === true, id).toBe(!isSpoken);
      expect(shown(id)('reference').title, id).toBe(isSpoken ? '对方记录编号' : '文号');
      expect(isByWord({ type: 'FileReport' }, { form: id }, forms), id).toBe(isSpoken);
    }
    expect(isByWord({ type: 'FileReport' }, {}, forms)).toBe(true);
    expect(isByWord({ type: 'RecordDecision' }, {}, forms)).toBe(false);
  });

  it('says what is missing in the word of its field, and takes it there', () => {
    for (const [part, name] of Object.entries(forms.lacks))
      for (const { fields: its } of Object.values(forms.commands)) {
        const field = its.find((each) => each.name === name);
        if (field !== undefined) expect(lackWord(part, forms, its)).not.toBe('');
      }
    const post = fields.find(({ name }) => name === 'post')!;
    const missing = [
      {
        parts: ['接听人姓名或对方接听人的单位和职务'],
        text: '“电话初报”缺接听人姓名或对方接听人的单位和职务;照常计入',
      },
    ];
    const nothing = { limits: [], late: [], notes: [], toConfirm: [], texts: [], textsAtOnce: [], log: [] };
    const tried = { ...nothing, missing, after: null } as unknown as TriedReply;
    expect(lacksAt(tried, forms, fields)).toEqual({ post: `还缺：${post.title}` });
    const called = (part: string): string => lackWord(part, forms, fields);
    expect(linesOf(tried, undefined, NOW, called)[0]!.text).toBe(`还缺：${post.title}；照常计入`);
    expect(
      lacksAt({ missing: [{ parts: ['别的'], text: '' }] } as unknown as TriedReply, forms, fields),
    ).toEqual({
      '': '还缺：别的',
    });
  });
});

it('a meeting is asked for what the regulation asks of it, by its word', () => {
  const titles = (bureau: string): string[] =>
    formsIn(bureau)
      .commands.RecordMeeting!.fields.filter(({ name }) => name === 'participants' || name === 'conclusion')
      .map(({ title }) => title);
  expect(titles('leizhou')).toEqual(['参会人员', '研究的应对措施']);
  expect(titles('hohhot')).toEqual(['参会人员', '会议结论']);
});

it('nothing is missing before somebody has begun to write', () => {
  const { fields } = formsIn('leizhou').commands.FileReport!;
  const start = startOf(fields, { form: 'telephone', to: ['zhanjiang'], reference: '33号' }, () => []);
  expect(isBegun(fields, start, start)).toBe(false);
  expect(isBegun(fields, { ...start, kind: 'first', madeAt: { pick: 'now', at: '' } }, start)).toBe(false);
  expect(isBegun(fields, { ...start, summary: ' ' }, start)).toBe(false);
  expect(isBegun(fields, { ...start, post: '值' }, start)).toBe(true);
  expect(isBegun(fields, { ...start, fields: { 基本情况: '已封存' } }, start)).toBe(true);
});

describe('at the head of a form', () => {
  const duty = (id: string) => ({
    ...{ duty: id, name: id, status: 'open', due: '2026-03-03T01:50:00+08:00' },
    ...{ receivers: [{ id: `${id}Receiver`, name: '' }], missingReceivers: [] },
  });
  const open = { duties: [duty('one'), duty('other')] } as unknown as CaseReply;
  const done = { wouldBe: 'done', limits: [{ duty: 'other', what: 'fulfilled' }] } as unknown as TriedReply;
  const refused = { wouldBe: 'refused', limits: [] } as unknown as TriedReply;
  const head = (tried: TriedReply | undefined, last?: string) =>
    dutyFor(open, undefined, mayHead(['one', 'other'], last), tried)?.duty;

  it('what is known to be met stays there while what is filled in is wrong or not whole', () => {
    expect(head(undefined)).toBeUndefined();
    expect(head(done)).toBe('other');
    expect(head(undefined, 'other')).toBe('other');
    expect(head(refused, 'other')).toBe('other');
    expect(head(done, 'one')).toBe('other');
    expect(mayHead(['one'], undefined)).toEqual(['one']);
  });

  it('offers whom the task named, else whom the duties name', () => {
    const to = { name: 'to', kind: 'choices' } as const;
    const likely = (carried: object) =>
      likelyIn(to, {
        open,
        meets: ['one'],
        meant: undefined,
        carried: { ...carried },
        forms: { offers: {} },
      });
    expect(likely({ to: ['zhanjiang'] })).toEqual(['zhanjiang']);
    expect(likely({})).toEqual(['oneReceiver']);
  });

  it('offers of one choice what meets the duty first, where it is several and not all', () => {
    const forms = formsIn('leizhou');
    const likely = (name: string, duty: string | undefined) =>
      likelyIn(
        { name, kind: 'choice' },
        { open, meets: [], meant: duty === undefined ? undefined : { duty }, carried: {}, forms },
      );
    expect(likely('kind', 'unitResponse')).toEqual(['first', 'progress', 'final']);
    expect(likely('kind', 'dailyReport')).toEqual(['progress', 'final']);
    // Any kind will do, only one will, or nobody knows for which duty it is.
    expect(likely('kind', 'zhanjiangTelephone')).toEqual([]);
    expect(likely('kind', 'continuousMonitoring')).toEqual([]);
    expect(likely('kind', undefined)).toEqual([]);
    expect(likely('form', 'unitResponse')).toEqual([]);
  });

  it('has the numbers of those who are chosen, of this duty and not of what is pressed', () => {
    const task = (id: string, kind: string, ...posts: string[]) =>
      ({ duty: id, occurrence: '1', kind, call: posts.map((post) => ({ role: { id: post } })) }) as TaskReply;
    const tasks = [task('one', 'duty', 'a', 'b'), task('one', 'climbed', 'c'), task('other', 'duty', 'a')];
    const found = (...chosen: string[]) =>
      numbersOf(tasks, { duty: 'one', occurrence: '1' }, chosen).map(({ role }) => role.id);
    expect(found('a', 'c')).toEqual(['a']);
    expect(found()).toEqual([]);
    expect(numbersOf(tasks, { duty: 'one', occurrence: '2' }, ['a'])).toEqual([]);
  });
});
