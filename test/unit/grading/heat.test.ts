import { describe, expect, it } from 'vitest';
import { grade } from '../../../shared/grading/grade.ts';
import { evidenceOf, regulation, textsOf } from './regulation.ts';

const heatOf = (change: Parameters<typeof evidenceOf>[0]) =>
  grade(regulation, evidenceOf(change)).values.heat;

const steps = {
  reposts: [20, 500, 5_000, 50_000],
  views: [5_000, 50_000, 500_000, 5_000_000],
  comments: [50, 500, 5_000, 50_000],
};
const edges = Object.entries(steps).flatMap(([counter, bounds]) =>
  bounds.flatMap((bound, index) => [
    [counter, bound - 1, index],
    [counter, bound, index + 1],
    [counter, bound + 1, index + 1],
  ]),
) as [string, number, number][];

describe('heat', () => {
  it.each(edges)('takes %s of %i as %i', (counter, count, value) => {
    expect(heatOf({ counters: { [counter]: count } })).toBe(value);
  });

  it('is the highest value of any metric', () => {
    expect(heatOf({ counters: { reposts: 600, views: 10, comments: 5_000 } })).toBe(3);
  });

  it.each([
    ['self', 0],
    ['city', 1],
    ['province', 2],
    ['central', 3],
    ['centralMany', 4],
    ['overseas', 4],
  ])('takes the media tier %s as %i', (mediaTier, value) => {
    expect(heatOf({ mediaTier })).toBe(value);
  });

  it.each([
    ['none', 0],
    ['local', 1],
    ['region', 2],
    ['national', 3],
    ['nationalTop10', 4],
  ])('takes the hot-search list %s as %i', (hotSearch, value) => {
    expect(heatOf({ hotSearch })).toBe(value);
  });

  it('is unknown, not zero, when no metric is known, and says so', () => {
    const unknown = grade(regulation, evidenceOf());
    expect(unknown.values.heat).toBeNull();
    expect(textsOf(unknown)).toContain(
      '转发量、阅读量、评论量、媒体层级、热搜未提供,热度无法判断,计分按0处理',
    );
    expect(heatOf({ counters: { reposts: 0 } })).toBe(0);
  });

  it('names the metrics that are missing beside known ones', () => {
    const text = textsOf(
      grade(regulation, evidenceOf({ counters: { comments: 0 }, mediaTier: 'self', hotSearch: 'none' })),
    );
    expect(text).toContain('转发量、阅读量未提供,热度按已知指标判断');
    expect(text).toContain('评论量0,未达到50,取0');
  });

  it('takes an unknown media tier and a broken counter as not provided', () => {
    expect(heatOf({ mediaTier: 'nobody', counters: { reposts: Number.NaN, views: -1 } })).toBeNull();
  });

  it('says when the counts cover more than 24 hours', () => {
    const at = (publishedAt: string) =>
      textsOf(grade(regulation, evidenceOf({ publishedAt, counters: { reposts: 30 } })));
    expect(at('2026-03-01T11:59:59+08:00')).toContain('发布已超过24小时');
    expect(at('2026-03-01T12:00:00+08:00')).not.toContain('发布已超过24小时');
  });
});

const grown = (from: number, to: number, at = '2026-03-02T11:30:00+08:00') =>
  grade(
    regulation,
    evidenceOf({ counters: { reposts: to }, observations: [{ at, counters: { reposts: from } }] }),
  );

describe('growth', () => {
  it.each([
    [100, 149, 1, 1],
    [100, 150, 2, 2],
    [100, 151, 2, 2],
  ])('of %i to %i within the hour gives heat %i and urgency %i', (from, to, heat, urgency) => {
    expect(grown(from, to).values).toMatchObject({ heat, urgency });
  });

  it.each([
    [100, 599, 2, 1],
    [100, 600, 3, 3],
    [100, 601, 3, 3],
  ])('of %i to %i within two days gives heat %i and urgency %i', (from, to, heat, urgency) => {
    expect(grown(from, to, '2026-03-01T12:00:00+08:00').values).toMatchObject({ heat, urgency });
  });

  it.each([
    ['2026-03-02T11:00:01+08:00', 2],
    ['2026-03-02T11:00:00+08:00', 2],
    ['2026-03-02T10:59:59+08:00', 1],
  ])('compares a reading of %s with the hour (urgency %i)', (at, urgency) => {
    expect(grown(100, 200, at).values.urgency).toBe(urgency);
  });

  it('adds one to heat even when both rules hold, and never beyond four', () => {
    expect(grown(100, 700).values.heat).toBe(3);
    expect(grown(100, 60_000).values.heat).toBe(4);
  });

  it('says nothing below twenty interactions', () => {
    expect(grown(1, 19).values).toMatchObject({ heat: 0, urgency: 0 });
    expect(grown(1, 20).values).toMatchObject({ heat: 2, urgency: 3 });
  });

  it('is shown with its numbers, its threshold and its basis', () => {
    expect(textsOf(grown(100, 150))).toContain(
      '互动量由100增至150(+50%),1小时内增长达到50%:紧急程度可取2,热度加1',
    );
    expect(textsOf(grown(0, 150))).toContain('互动量由0增至150(原为0,不计百分比)');
  });

  it('compares only counters known in both readings', () => {
    const result = grade(
      regulation,
      evidenceOf({
        counters: { reposts: 100, views: 4_000 },
        observations: [{ at: '2026-03-02T11:30:00+08:00', counters: { reposts: 100 } }],
      }),
    );
    expect(result.values).toMatchObject({ heat: 1, urgency: 0 });
  });

  it('is unknown when nothing can be compared', () => {
    const noneShared = evidenceOf({
      counters: { reposts: 100 },
      observations: [{ at: '2026-03-02T11:30:00+08:00', counters: { views: 1 } }],
    });
    expect(grade(regulation, noneShared).values.urgency).toBeNull();
    expect(grown(1, 100, '2026-03-02T12:00:00+08:00').values.urgency).toBeNull();
  });

  it('does not depend on the order of the readings', () => {
    const observations = [
      { at: '2026-03-02T11:10:00+08:00', counters: { reposts: 90 } },
      { at: '2026-03-02T11:40:00+08:00', counters: { reposts: 120 } },
    ];
    const at = (readings: typeof observations) =>
      grade(regulation, evidenceOf({ counters: { reposts: 150 }, observations: readings }));
    expect(at([...observations].reverse())).toEqual(at(observations));
  });

  it('leaves a lower count (a deleted repost) as no growth', () => {
    expect(grown(200, 100).values).toMatchObject({ heat: 1, urgency: 0 });
  });
});
