import { describe, expect, it } from 'vitest';
import { regulations } from '../../../../shared/regulations/index.ts';
import { becameOf, isSaid, type Judged, refuseJudgement } from '../../../../shared/rules/items/judging.ts';
import { isGrave, isHarmless } from '../../../../shared/rules/items/signs.ts';

const leizhou = regulations.leizhou!;
const graded = (level: string, values: Record<string, number | null> = {}, flags: string[] = []) => ({
  level,
  handling: level,
  values,
  flags,
});
type Item = Parameters<typeof becameOf>[1];
const item = (more: Partial<Item> = {}): Item => ({
  grade: graded('routine'),
  flags: [],
  outcome: 'routine',
  ...more,
});
const said = (as: Judged['as'], more: Partial<Judged> = {}): Judged => ({
  as,
  version: 1,
  level: 'routine',
  isGrave: false,
  ...more,
});

describe('what has become of an item', () => {
  it('is what was said last, while it is no graver than it was then', () => {
    expect(becameOf(leizhou, item())).toBe('open');
    expect(becameOf(leizhou, item({ outcome: 'watched', judgements: [said('read')] }))).toBe('read');
    expect(becameOf(leizhou, item({ judgements: [said('read'), said('notOurs')] }))).toBe('notOurs');
    expect(becameOf(leizhou, item({ judgements: [said('notOurs'), said('takenBack')] }))).toBe('open');
    const higher = item({ grade: graded('blue'), judgements: [said('notOurs')] });
    expect(becameOf(leizhou, higher)).toBe('open');
    const lower = item({ judgements: [said('notOurs', { level: 'blue', isGrave: true })] });
    expect(becameOf(leizhou, lower)).toBe('notOurs');
    const flagged = item({ grade: graded('routine', {}, ['specificFacts']), judgements: [said('read')] });
    expect(becameOf(leizhou, flagged)).toBe('open');
  });

  it('holds for the version that it was said of, and no other', () => {
    const second = { versions: [{ version: 2 }] };
    expect(becameOf(leizhou, item({ ...second, judgements: [said('notOurs')] }))).toBe('open');
    expect(becameOf(leizhou, item({ ...second, judgements: [said('notOurs', { version: 2 })] }))).toBe(
      'notOurs',
    );
    expect(becameOf(leizhou, item({ versions: [], judgements: [said('read')] }))).toBe('read');
  });

  it('is its case as soon as there is one; one that is owed a case waits, whatever was said', () => {
    expect(becameOf(leizhou, item({ outcome: 'inCase', judgements: [said('notOurs')] }))).toBe('inCase');
    expect(becameOf(leizhou, item({ outcome: 'pending' }))).toBe('open');
  });

  it('said of a level that the regulation has no more, it holds for that level alone', () => {
    const gone = said('notOurs', { level: 'gone' });
    expect(becameOf(leizhou, item({ judgements: [gone] }))).toBe('open');
    expect(becameOf(leizhou, item({ grade: graded('gone'), judgements: [gone] }))).toBe('notOurs');
  });

  it('is changed by nothing that says the same, or less', () => {
    const notOurs = item({ judgements: [said('notOurs')] });
    expect(isSaid(leizhou, notOurs, { as: 'notOurs' })).toBe(true);
    expect(isSaid(leizhou, notOurs, { as: 'read' })).toBe(true);
    expect(isSaid(leizhou, notOurs, { as: 'takenBack' })).toBe(false);
    expect(isSaid(leizhou, item({ judgements: [said('read')] }), { as: 'notOurs' })).toBe(false);
    expect(isSaid(leizhou, item(), { as: 'takenBack' })).toBe(true);
    expect(isSaid(leizhou, item(), { as: 'read' })).toBe(false);
  });
});

describe('a sign of more', () => {
  const criterion = leizhou.grading.criteria.find(({ alarmFrom }) => alarmFrom > 0)!;
  it.each([
    [
      'a count one below where it alarms',
      { grade: graded('routine', { [criterion.id]: criterion.alarmFrom - 1 }) },
      false,
    ],
    ['one that alarms', { grade: graded('routine', { [criterion.id]: criterion.alarmFrom }) }, true],
    ['nothing known', { grade: graded('routine', { [criterion.id]: null }) }, false],
    ['a mark', { grade: graded('routine', {}, ['specificFacts']) }, true],
    ['a superior', { source: { kind: 'zhanjiang-assigned' } }, true],
    ['the bureau’s own monitoring', { source: { kind: 'monitored' } }, false],
    ['a field that may be grave', { warnings: [{}, { isGrave: true }] }, true],
    ['fields that are not', { warnings: [{}] }, false],
    ['a level with clocks', { grade: graded('blue') }, true],
  ])('%s', (_, more, expected) => {
    const given = item(more);
    expect(isGrave(leizhou, given)).toBe(expected);
    expect(refuseJudgement(leizhou, given, { as: 'notOurs' })?.code).toBe(
      expected ? 'REASON_REQUIRED' : undefined,
    );
    expect(refuseJudgement(leizhou, given, { as: 'notOurs', reason: '属邻市管辖' })).toBeUndefined();
    expect(refuseJudgement(leizhou, given, { as: 'read' })).toBeUndefined();
    expect(refuseJudgement(leizhou, given, { as: 'takenBack' })).toBeUndefined();
    if (expected) expect(isHarmless(leizhou, given)).toBe(false);
  });

  it('is none in what the office has still to judge, which waits for no digest all the same', () => {
    const pending = item({ grade: graded('pending') });
    expect(isGrave(regulations.nanning!, pending)).toBe(false);
    expect(isHarmless(regulations.nanning!, pending)).toBe(false);
    expect(isHarmless(leizhou, item())).toBe(true);
  });
});
