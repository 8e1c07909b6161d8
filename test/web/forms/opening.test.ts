import { describe, expect, it } from 'vitest';
import type { OpeningTriedReply } from '../../../shared/contracts/replies/try.ts';
import { beginsOf } from '../../../web/model/forms/begins.ts';
import {
  afterOpening,
  groundsOf,
  levelOf,
  notBorne,
  openingLabel,
  shortReasons,
} from '../../../web/model/forms/guide/grounds.ts';
import { sourceBegins, sourceHint, sourcesFor } from '../../../web/model/forms/guide/source-choices.ts';
import { openingFields, openingOf } from '../../../web/model/forms/opening.ts';
import { withMarks } from '../../../web/model/limit-marks.ts';
import { formsIn, NOW } from './bureau-forms.ts';

// 立案: what a level rests on, who called, and what begins.

const duty = (more: object): OpeningTriedReply['duties'][number] =>
  ({
    ...{ duty: 'tell', name: '电话报告上级', limitKind: 'within', due: '2026-03-03T01:50:00+08:00' },
    ...{
      start: { instant: 'receivedAt', name: '收到' },
      responsible: { id: 'officeHead', name: '办公室负责人' },
    },
    ...{ provisional: false, byReference: false, basis: 'law', clauses: [], ...more },
  }) as unknown as OpeningTriedReply['duties'][number];
const level = { id: 'routine', name: '常规舆情', short: '常规' } as never;
const heat = { id: 'heat', name: '热度' };
const proposal = (more: object = {}) =>
  ({ level, score: 12.5, reasons: [], unknown: [heat], borne: false, ...more }) as never;

describe('a proposal', () => {
  const forms = formsIn('leizhou');
  it('that rests on nothing is no finding, in whatever words', () => {
    const stands = levelOf(forms, 'call', {}, { proposal: proposal() });
    expect(openingLabel(stands)).toBe('暂按常规立案');
    expect(afterOpening(stands, { duties: [] })).toBe('暂按常规立案后');
    expect(notBorne(proposal())).toBe('热度没有依据，暂按0分计');
    expect(notBorne(proposal({ unknown: [] }))).toBe('所填内容没有触及分级规定');
    expect(notBorne(proposal({ borne: true }))).toBe('');
  });
  it('that is borne, or a level that somebody has chosen, is opened at; what is counted begins', () => {
    const found = levelOf(forms, 'call', {}, { proposal: proposal({ borne: true }) });
    expect(openingLabel(found)).toBe('按常规立案');
    const chosen = levelOf(forms, 'call', { level: 'orange' }, { proposal: proposal() });
    expect(openingLabel(chosen)).toBe('按橙级立案');
    expect(afterOpening(chosen, { duties: [duty({})] })).toBe('按橙立案后，开始计时');
    // 开始计时 and 不计时限 never stand side by side.
    const uncounted = duty({ limitKind: 'prompt', due: null });
    expect(afterOpening(chosen, { duties: [uncounted] })).toBe('按橙立案后');
    expect(openingLabel(levelOf(forms, 'call', {}, {}))).toBe('立案');
  });
  it('asks for what is unknown, in the regulation’s words, and goes on asking what has been answered', () => {
    const names = (values: object, unknown: object[]) =>
      groundsOf(forms, 'call', values as never, { unknown: unknown as never }).asked.map(({ name }) => name);
    expect(names({}, [heat])).toEqual(['heat']);
    expect(names({ factors: { scope: '3', heat: '1' } }, [])).toEqual(['scope', 'heat']);
    const { asked, others, criteria } = groundsOf(forms, 'call', {}, { unknown: [heat] });
    const choice = (id: string) => asked[0]!.choices!.find((each) => each.id === id)!.name;
    expect(choice('0')).toBe('0分：以下都没有');
    expect(choice('1')).toBe('1分：转发量20、阅读量5000、评论量50、市级网站、论坛、本地榜');
    expect(choice('4')).toMatch(/^4分：转发量5万、阅读量500万、评论量5万、/);
    expect(others.map(({ name }) => name)).toEqual(['sensitivity', 'severity', 'urgency', 'scope']);
    expect(criteria.map(({ name }) => name)).toEqual(['sensitivity', 'severity', 'urgency', 'scope', 'heat']);
    for (const way of ['call', 'items', 'paper'] as const)
      expect(openingFields(forms, way).find(({ name }) => name === 'flags')).toMatchObject({ list: 'flag' });
    expect(openingFields(forms, 'call').find(({ name }) => name === 'flags')?.folded).toBeUndefined();
    expect(forms.raising).toContain('crossCounty');
    expect(groundsOf(forms, 'standing', {}, null)).toEqual({
      ...{ criteria: [], asked: [], others: [], isAnswered: false },
    });
  });
  it('at a bureau of rules and no criteria asks for what raises by itself', () => {
    const nanning = formsIn('nanning');
    const { asked, others } = groundsOf(nanning, 'call', {}, { unknown: [] });
    expect({ asked, raising: nanning.raising }).toMatchObject({
      asked: [],
      raising: ['crossRegion', 'greatImpact', 'mainstreamExposed', 'weiboReposts'],
    });
    expect(others).toEqual([]);
  });
});

describe('the reasons of a proposal', () => {
  it('are told where they lie in what was filled in; how it was counted is not', () => {
    const reasons = [
      { text: '敏感程度(无依据):未提到词表中的词,按0分计', clauses: [] },
      { text: '严重程度(2分):提到“就医”', clauses: [], ground: true },
      { text: '得分12.5', clauses: [] },
    ];
    expect(shortReasons({ reasons })).toEqual(['严重程度(2分):提到“就医”']);
  });
});

describe('who called', () => {
  it('is a body that asks, or what the bureau found; what is no caller stands apart', () => {
    const forms = formsIn('leizhou');
    const called = sourcesFor(forms, 'call');
    expect(called.map(({ group, name }) => `${group} ${name}`)).toEqual([
      '交办、提示或转来的 湛江市局交办',
      '交办、提示或转来的 湛江市局提示关注',
      '交办、提示或转来的 雷州市委、市政府舆情监测部门提示关注',
      '交办、提示或转来的 本局领导批办',
      '交办、提示或转来的 上级领导批办',
      '本局发现的 监测发现',
      '本局发现的 股室自行发现',
    ]);
    expect(sourcesFor(forms, 'standing').map(({ name }) => name)).toContain('本局确定特护期');
    expect(sourcesFor(forms, 'standing').map(({ name }) => name)).not.toContain('监测发现');
    expect(sourceHint(forms, 'call')).toBe('群众、12345、媒体等来电，列表中没有的，选“监测发现”');
    expect(sourceHint(forms, 'paper')).toBe('');
    const field = openingFields(forms, 'call').find(({ name }) => name === 'sources.kind');
    expect(field?.choices).toEqual(called);
  });
  it('at another bureau has what its data has', () => {
    const called = sourcesFor(formsIn('petition'), 'call').map(({ name }) => name);
    expect(called).toEqual(['相关部门提供', '监测、巡查发现', '群众咨询投诉']);
    // A bureau without sources of its own for standing matters has all.
    expect(sourcesFor(formsIn('nanning'), 'standing')).toHaveLength(3);
  });
  it('begins which limits, as the preview has it', () => {
    const forms = formsIn('leizhou');
    const other = duty({ name: '发布', start: { instant: 'occurredAt', name: '舆情发生' } });
    expect(sourceBegins(forms, 'zhanjiang-assigned', [duty({}), other])).toBe(
      '选“湛江市局交办”，收到后开始计时：电话报告上级',
    );
    expect(sourceBegins(forms, 'monitored', [other])).toBe('选“监测发现”，目前没有从收到起算的时限');
    expect(sourceBegins(forms, 'monitored', undefined)).toBe('');
    expect(sourceBegins(forms, '', [])).toBe('');
  });
});

it('a title made of what was heard has no half of a sign at its end', () => {
  const { title } = openingOf(formsIn('yinzhou'), 'call', {
    text: `${'雷'.repeat(59)}\u{1f35e}\u{1f35e}。另`,
  });
  expect(title).toBe(`${'雷'.repeat(59)}\u{1f35e}`);
});

it('a mark that the words say themselves is not said twice', () => {
  expect(withMarks('开始计时：电话报告，01:50前（暂定）', ['暂定'])).toBe(
    '开始计时：电话报告，01:50前（暂定）',
  );
  expect(withMarks('01:50前', ['暂定', '参照'])).toBe('01:50前，暂定，参照');
});

it('a limit at the opening has the marks that it will have', () => {
  const text = (more: object, late: OpeningTriedReply['late'] = []) =>
    beginsOf(
      { duties: [duty(more)], late, texts: [], textsAtOnce: [], toConfirm: [] },
      NOW,
      'officeHead',
    ).map((line) => line.text);
  expect(text({})).toEqual(['01:50前 电话报告上级，你']);
  expect(text({ byReference: true, provisional: true })).toEqual(['01:50前 电话报告上级，你（暂定，参照）']);
  expect(text({ basis: 'bureau' })).toEqual(['01:50前 电话报告上级，你（本局自定）']);
  // What has passed breaks nothing while the level is proposed.
  const due = new Date(NOW - 1000).toISOString().replace('.000Z', '+00:00');
  expect(text({ due, provisional: true })).toEqual([
    expect.stringMatching(/^应于.*前，已过：电话报告上级，你（暂定）$/),
  ]);
  const late = {
    duty: duty({}).duty,
    name: '',
    occurrence: '1',
    due,
    foundLateText: '发现时已逾期',
  };
  expect(text({ due }, [late])).toEqual([
    expect.stringMatching(/^应于.*前，发现时已逾期：电话报告上级，你$/),
  ]);
  expect(text({ due }, [{ ...late, foundLateText: null }])).toEqual([expect.stringMatching(/前，已逾期：/)]);
});
