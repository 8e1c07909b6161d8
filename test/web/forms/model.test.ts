import { describe, expect, it } from 'vitest';
import type { FormField } from '../../../shared/contracts/desk/forms.ts';
import { RULE_REFUSALS } from '../../../shared/contracts/refusal-codes.ts';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import { bodyOf } from '../../../web/model/forms/body.ts';
import { wrongIn } from '../../../web/model/forms/check.ts';
import { draftFrom, draftName, isWorthKeeping } from '../../../web/model/forms/drafts.ts';
import { instantOf, pickAt, saidAs, wrongWith } from '../../../web/model/forms/moments.ts';
import { titleAt, wrongBy } from '../../../web/model/forms/problems.ts';
import { recordNames } from '../../../web/model/forms/record-names.ts';
import { fixedIn, startOf } from '../../../web/model/forms/start.ts';
import { giversIn, titleOf, verbOf } from '../../../web/model/forms/titles.ts';
import { carriedIn, valuesFrom, withValue } from '../../../web/model/forms/values.ts';
import { formsIn, NOW } from './bureau-forms.ts';

const forms = formsIn('leizhou');
const report = forms.commands.FileReport!;

describe('when something was done', () => {
  it('5分前 is a time from the moment it was picked on, by the server’s clock', () => {
    const picked = pickAt('5', NOW, { pick: '' });
    expect(instantOf(picked)).toBe('2026-03-03T01:03:00+08:00');
    expect(saidAs(picked, NOW)).toBe('01:03');
    expect(saidAs(pickAt('10', Date.parse('2026-03-03T00:04:00+08:00'), { pick: '' }), NOW)).toBe(
      '昨日23:54',
    );
  });

  it('by day and time of the bureau, which begin with today', () => {
    expect(pickAt('own', NOW, { pick: 'now' })).toEqual({ pick: 'own', day: '2026-03-03', clock: '' });
    expect(instantOf({ pick: 'own', day: '2026-03-02', clock: '22:40' })).toBe('2026-03-02T22:40:00+08:00');
    expect(instantOf({ pick: 'own', day: '2026-03-02', clock: '' })).toBeUndefined();
  });

  it.each([
    ['01:13', undefined],
    ['01:14', '01:14晚于现在。请填实际的时间，最晚到现在01:08。'],
  ])('%s: not later than the API lets clocks differ', (clock, wrong) => {
    expect(wrongWith({ pick: 'own', day: '2026-03-03', clock }, NOW)).toBe(wrong);
  });

  it('what is typed is said in words, whatever the browser writes a day like', () => {
    const day = '2026-03-02';
    expect(saidAs({ pick: 'own', day, clock: '22:40' }, NOW)).toBe('2026年3月2日（星期一）22:40');
    expect(saidAs({ pick: 'own', day, clock: '' }, NOW)).toBe('2026年3月2日（星期一）');
    expect(saidAs({ pick: 'day', day }, NOW)).toBe('2026年3月2日（星期一）');
    for (const none of ['2026-02-30', '03/02/2026', ''])
      expect(saidAs({ pick: 'own', day: none, clock: '22:40' }, NOW)).toBe('');
  });

  it('a limit lies ahead', () => {
    expect(wrongWith({ pick: 'own', day: '2026-03-03', clock: '01:09' }, NOW, true)).toBeUndefined();
    expect(wrongWith({ pick: 'own', day: '2026-03-03', clock: '01:08' }, NOW, true)).toMatch(/已经过去/);
  });

  it.each([
    { pick: 'own', day: '1970-01-01', clock: '00:00' },
    { pick: 'own', day: '0226-03-02', clock: '22:40' },
    { pick: 'day', day: '1926-03-02' },
  ] as const)('a year that cannot be meant: $day, $pick', (picked) => {
    expect(wrongWith(picked, NOW)).toBe('年份须在2000年至2099年之间，请核对年份');
  });
  it('nor one after the century, of what lies ahead', () => {
    const picked = { pick: 'own', day: '2226-03-02', clock: '22:40' } as const;
    expect(wrongWith(picked, NOW, true)).toBe('年份须在2000年至2099年之间，请核对年份');
  });

  it.each([
    [{ pick: 'own', day: '', clock: '01:00' }, '请填日期和时间'],
    [{ pick: 'own', day: '2026-02-30x', clock: '01:00' }, '请填日期和时间'],
    [{ pick: 'own', day: '2026-02-30', clock: '01:00' }, '请填日期和时间'],
    [{ pick: 'own', day: '03/02/2026', clock: '01:00' }, '请填日期和时间'],
    [{ pick: 'own', day: '2026-3-2', clock: '01:00' }, '请填日期和时间'],
    [{ pick: 'own', day: '2026-13-02', clock: '01:00' }, '请填日期和时间'],
    [{ pick: 'own', day: '2026-03-02', clock: '1:00' }, '请填日期和时间'],
    [{ pick: 'day', day: '' }, '请填日期'],
    [{ pick: 'day', day: '02/03/2026' }, '请填日期'],
    [{ pick: 'unknown' }, undefined],
    [{ pick: '' }, undefined],
  ] as const)('%o', (picked, wrong) => {
    expect(wrongWith(picked, NOW)).toBe(wrong);
  });
});

describe('what stands in a form', () => {
  it('comes from the task; what it does not know is left out, and no JSON at all does no harm', () => {
    const carried = carriedIn(
      '{"kind":"first","form":"telephone","to":["zhanjiang"],"madeAt":7,"evil":{"a":1}}',
    );
    expect(valuesFrom(report.fields, carried)).toEqual({
      kind: 'first',
      form: 'telephone',
      to: ['zhanjiang'],
    });
    for (const text of ['', '[]', 'null', '{', '7', undefined]) expect(carriedIn(text)).toEqual({});
    expect(fixedIn(report.fields, carried)).toEqual(['kind', 'form']);
  });

  it('names the act as the call is named', () => {
    expect(titleOf(report, { form: 'telephone' }, forms)).toBe('登记电话报告');
    expect(titleOf(report, {}, forms)).toBe('登记报告');
    expect(verbOf('登记电话报告')).toBe('登记');
    expect(verbOf('定级')).toBe('定级');
    expect(giversIn(report)).toContain('局办公室值班员（舆情管理人员）、局办公室负责人');
  });

  it('where the case has only one thing to choose it is chosen', () => {
    const act: FormField = { name: 'act', title: '记录', kind: 'choice', of: 'toConfirm', required: true };
    expect(startOf([act], {}, () => [{ id: '9', name: '一条' }])).toEqual({ act: '9' });
    expect(
      startOf([act], {}, () => [
        { id: '9', name: '一条' },
        { id: '8', name: '两条' },
      ]),
    ).toEqual({});
    expect(startOf([act], { act: 8 }, () => [{ id: '9', name: '一条' }])).toEqual({ act: '8' });
  });

  it('changes one value and leaves the rest, within groups too', () => {
    const before = { a: '1', onBehalf: { person: 'x' } };
    expect(withValue(before, ['onBehalf', 'channel'], '电话')).toEqual({
      a: '1',
      onBehalf: { person: 'x', channel: '电话' },
    });
    expect(before.onBehalf).toEqual({ person: 'x' });
  });

  it('a list of none is sent where none is an answer', () => {
    const { fields } = forms.commands.RecordDecision!;
    expect(bodyOf(fields, { decision: 'reportUp', outcome: '不上报', to: [''] })).toEqual({
      ...{ decision: 'reportUp', outcome: '不上报', to: [] },
    });
    expect(bodyOf(fields, { to: [] })).toEqual({});
  });
});

describe('what is wrong', () => {
  it('is told at its field before anything is sent', () => {
    expect(wrongIn(report.fields, { kind: 'first', to: [], summary: '长'.repeat(2001) }, NOW)).toEqual([
      { path: 'to', message: '至少选一个' },
      { path: 'form', message: '须选一个' },
      { path: 'summary', message: '不能超过2000字，现有2001字' },
    ]);
    expect(
      wrongIn(forms.commands.Conclude!.fields, { summary: '办结了', unmet: { 召开紧急会议: '不用' } }, NOW),
    ).toEqual([
      { path: 'summary', message: '不少于8个字' },
      { path: 'unmet.召开紧急会议', message: '不少于8个字' },
    ]);
  });

  it('a group that nothing stands in is not asked for; one that is begun is', () => {
    const { fields } = forms.commands.ReleaseDuty!;
    const values = { duty: 'a', reason: '来电免报', call: {} };
    expect(wrongIn(fields, values, NOW)).toEqual([]);
    expect(wrongIn(fields, { ...values, call: { post: '市局值班室' } }, NOW)).toEqual([
      { path: 'call.at', message: '须填写' },
    ]);
  });

  it('a refusal stands at the field that it is about, else with the act', () => {
    const at = (code: string, type: string) =>
      wrongBy({ code, message: '不行' }, forms.commands[type]!.fields)[0]!.path;
    expect(at('INSTANT_IN_FUTURE', 'FileReport')).toBe('madeAt');
    expect(at('CONTACT_NOT_ALLOWED', 'FileReport')).toBe('to');
    expect(at('DUTIES_UNMET', 'Conclude')).toBe('unmet');
    expect(at('EXTENSION_TOO_LONG', 'ExtendDuty')).toBe('to');
    expect(at('GATE_CLOSED', 'RecordPublication')).toBe('');
    expect(at('PUBLICATION_NOT_CLEARED', 'RecordPublication')).toBe('approval');
    expect(at('PUBLICATION_NOT_CLEARED', 'IssueDocument')).toBe('happened');
    expect(at('REFERENCE_REQUIRED', 'ConfirmAct')).toBe('reference');
    expect(at('REASON_REQUIRED', 'ConfirmAct')).toBe('reason');
    for (const code of Object.keys(RULE_REFUSALS))
      for (const { fields } of Object.values(forms.commands)) {
        const [{ path } = { path: 'none' }] = wrongBy({ code, message: '不行' }, fields);
        expect(path === '' || fields.some(({ name }) => name === path)).toBe(true);
      }
  });

  it('what the API says of a field stands there, with full-width marks', () => {
    const fault = {
      code: 'INVALID',
      message: 'madeAt 不对',
      problems: [
        { field: 'onBehalf.person', message: '不能空白,须写明' },
        { field: 'sources.0.kind', message: '没有' },
      ],
    };
    expect(wrongBy(fault, report.fields)).toEqual([
      { path: 'onBehalf.person', message: '不能空白，须写明' },
      { path: '', message: '没有' },
    ]);
    expect(titleAt(report.fields, 'onBehalf.person')).toBe('替别人录入：替谁录入');
    expect(titleAt(report.fields, 'fields.标题')).toBe('栏目内容：标题');
  });
});

describe('what is left undone', () => {
  it('has a name for each thing that 结报 would leave undone, and for nothing else that is open', () => {
    const field = forms.commands.Conclude!.fields.find(({ names }) => names === 'unmet')!;
    const leftUndone = ['书面报告湛江市局', '书面答复(湛监函〔2026〕1号)'].map((name, index) => ({
      ...{ duty: `d${index}`, occurrence: '1', name },
    }));
    const open = { leftUndone, duties: [{ name: '续报处置进展', status: 'listed' }] } as unknown as CaseReply;
    expect(recordNames(field, {}, forms, open).map(({ name }) => name)).toEqual(
      leftUndone.map(({ name }) => name),
    );
    expect(recordNames(field, {}, forms, undefined)).toEqual([]);
  });
});

describe('drafts', () => {
  it('lie under the post, the case, the command and what it was begun with', () => {
    expect(draftName('dutyOfficer', 'LZ2026-0007/FileReport', '')).not.toBe(
      draftName('officeHead', 'LZ2026-0007/FileReport', ''),
    );
  });

  it('are worth keeping when something stands in them, or something is out', () => {
    const sending = { key: 'a' };
    expect(isWorthKeeping({ kind: 'first' }, { kind: 'first' }, sending)).toBe(false);
    expect(isWorthKeeping({ kind: 'first', summary: '封' }, { kind: 'first' }, sending)).toBe(true);
    expect(isWorthKeeping({}, {}, { ...sending, unsettled: { body: {} } })).toBe(true);
  });

  it('what is no draft is none', () => {
    for (const kept of [undefined, null, 7, {}, { values: {} }, { values: {}, at: 1, sending: {} }])
      expect(draftFrom(kept)).toBeUndefined();
    const draft = { values: {}, at: 1, sending: { key: 'a' } };
    expect(draftFrom(draft)).toBe(draft);
  });
});
