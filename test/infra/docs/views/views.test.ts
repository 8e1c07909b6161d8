import { describe, expect, it } from 'vitest';
import { viewOf } from '../../../../infra/docs/views/view-of.ts';
import { RegulationView } from '../../../../shared/contracts/regulation-view/view.ts';
import { regulations } from '../../../../shared/regulations/index.ts';
import type { Term } from '../../../../shared/regulations/schema.ts';
import { withSettings } from '../../../../shared/regulations/settings.ts';
import { leizhou } from '../../../support/bureaus.ts';
import { withDuties, withLimits } from '../regulation/one-duty.ts';

const limitOf = (limit: Term['limit'], settings = {}) =>
  viewOf(withSettings(withLimits(limit), settings)).duties[0]!.limit;
const bureaus = Object.values(regulations);

describe('the limit of a duty', () => {
  it.each<[string, Term['limit'], boolean]>([
    ['5小时内', { kind: 'within', within: 'PT5H' }, true],
    ['一般12小时,最迟24小时内', { kind: 'within', within: 'PT24H', soft: 'PT12H' }, true],
    [
      '5个工作日内(至期满日24时),可延长至最长10个工作日',
      { kind: 'within', within: '5WD', extension: { upTo: '10WD', cite: ['办法 第三条'] } },
      true,
    ],
    [
      '1周内(至期满日24时,遇休息日顺延),可延长',
      { kind: 'within', within: 'P1W', extension: { upTo: null, cite: ['办法 第三条'] } },
      true,
    ],
    ['每24小时,至舆情平息', { kind: 'every', every: 'PT24H', until: 'calmedAt', from: 'due' }, true],
    [
      '每15日(自上一次完成起;每期至期满日24时,遇休息日顺延),至结报',
      { kind: 'every', every: 'P15D', until: 'concludedAt', from: 'completion' },
      true,
    ],
    ['立即', { kind: 'immediate', word: '立即' }, false],
    ['及时', { kind: 'prompt', word: '及时' }, false],
    ['(未规定)', { kind: 'prompt', word: '' }, false],
    ['随时', { kind: 'ongoing', word: '随时' }, false],
    [
      '按规定执行(区委办规定;时限由人工录入)',
      { kind: 'external', word: '按规定执行', rule: '区委办规定' },
      true,
    ],
  ])('says %s', (text, limit, isNumeric) => {
    expect(limitOf(limit)).toMatchObject({ text, isNumeric, kind: limit.kind });
  });

  const periodic: Term['limit'] = {
    kind: 'every',
    every: { setting: 'bulletinEvery' },
    until: 'concludedAt',
    from: 'due',
  };
  it('has no number while the bureau has not given the period', () => {
    expect(limitOf(periodic)).toMatchObject({
      kind: 'ongoing',
      text: '定期(周期未填),至结报',
      isNumeric: false,
      every: null,
      unset: { id: 'bulletinEvery' },
    });
  });
  it('has the period that the bureau has chosen', () => {
    expect(limitOf(periodic, { bulletinEvery: 'P1W' })).toMatchObject({
      kind: 'every',
      text: '每1周(每期至期满日24时,遇休息日顺延),至结报',
      every: 'P1W',
      unset: null,
    });
  });
});

describe('the clock of a duty', () => {
  const clockOf = (term: Partial<Term>) => viewOf(withDuties({ term })).duties[0]!.clock;

  it('says what stands in for an instant that nobody gave', () => {
    expect(clockOf({}).text).toBe('舆情发生(不晚于最早公开时间、监测发现、收到、立案)');
  });
  it('names the sources that 收到 counts for, and the condition', () => {
    const { text } = clockOf({
      start: [
        {
          instant: 'receivedAt',
          of: ['zhanjiang-assigned'],
          when: { setting: 'promptCountsAsAssigned' },
        },
      ],
    });
    expect(text).toBe('收到(湛江市局交办;设置“湛江市局提示关注视同交办”(现为开))');
  });
  it('knows which anchor the settings rule out', () => {
    const { anchors } = clockOf({
      start: [
        { instant: 'receivedAt', when: { setting: 'receiptLimitsForSelfFound' } },
        { instant: 'receivedAt', when: { not: { setting: 'receiptLimitsForSelfFound' } } },
      ],
    });
    expect(anchors.map(({ isOff }) => isOff)).toEqual([true, false]);
  });
  it('knows that nothing behind an anchor that every case has can count', () => {
    const start: Term['start'] = [{ instant: 'detectedAt' }, { instant: 'gradedAt' }];
    expect(clockOf({ start }).anchors.map(({ isOff }) => isOff)).toEqual([false, true]);
    expect(clockOf({ start, pick: 'earliest' }).anchors.map(({ isOff }) => isOff)).toEqual([false, false]);
  });
  it('says that the due instant of the duty before stands in', () => {
    const view = viewOf(withDuties({}, { term: { start: [{ after: 'duty1', orDue: true }] } }));
    expect(view.duties[1]!.clock.text).toBe('“职责1”完成(未完成前暂自其时限)');
  });
});

describe('the terms of a duty', () => {
  it('hold one after the other: a later one only in the remaining cases', () => {
    const [duty] = withDuties({}).duties;
    const [term] = duty!.terms;
    const flagged = { ...term!, when: { flag: 'secret' } };
    const view = viewOf({ ...leizhou, duties: [{ ...duty!, terms: [flagged, term!] }] });
    expect(view.duties.map(({ when }) => when)).toEqual(['标记“涉密”', '其余情形']);
  });
});

describe.each(bureaus.map((regulation) => [regulation.id, regulation] as const))(
  'the view of %s',
  (_, regulation) => {
    const view = viewOf(regulation);

    it('has the documented shape', () => {
      expect(RegulationView.parse(structuredClone(view))).toEqual(view);
    });
    it('has each duty with all its clauses, word for word', () => {
      const terms = regulation.duties.flatMap((duty) => duty.terms);
      const views = [...view.duties, ...view.ownPrompts];
      expect(views).toHaveLength(terms.length);
      for (const { clauses } of views) {
        expect(clauses.length).toBeGreaterThan(0);
        for (const { clause, quote } of clauses) expect(quote).toBe(regulation.clauses[clause]);
      }
    });
    it('never has an office prompt among the law', () => {
      const office = regulation.duties.filter(({ basis }) => basis === 'bureau').map(({ id }) => id);
      expect(view.duties.filter(({ duty }) => office.includes(duty))).toEqual([]);
      expect(new Set(view.ownPrompts.map(({ duty }) => duty))).toEqual(new Set(office));
    });
    it('names what the bureau still has to give', () => {
      const missing = regulation.settings.filter(({ required, value }) => required && value === null);
      expect(view.missing.map(({ id }) => id)).toEqual(missing.map(({ id }) => id));
    });
    it('says nothing in English ids where people read', () => {
      const read = [...view.duties, ...view.ownPrompts].flatMap(({ name, limit, clock, when, forms }) => [
        name,
        limit.text,
        clock.text,
        when ?? '',
        ...forms,
      ]);
      expect(read.filter((text) => /[a-z]{4}/.test(text))).toEqual([]);
    });
  },
);
