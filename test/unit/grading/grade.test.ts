import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Evidence, type Grade, grade, gradeCase } from '../../../shared/grading/grade.ts';
import { levelOf } from '../../../shared/grading/levels.ts';
import { evidenceOf, regulation, textsOf, withGrading } from './regulation.ts';

const rankOf = (level: string) => levelOf(regulation, level).rank;

describe('bands', () => {
  /** One criterion of full weight, so that a factor says the score exactly: 25 points for each 1. */
  const single = withGrading({
    criteria: [{ ...regulation.grading.criteria[0]!, id: 'sensitivity', weight: 1 }],
  });

  it.each([
    [0, 'routine'],
    [19.9, 'routine'],
    [20, 'blue'],
    [20.1, 'blue'],
    [39.9, 'blue'],
    [40, 'yellow'],
    [40.1, 'yellow'],
    [59.9, 'yellow'],
    [60, 'orange'],
    [60.1, 'orange'],
    [79.9, 'orange'],
    [80, 'red'],
    [80.1, 'red'],
    [100, 'red'],
  ])('a score of %d is %s', (score, level) => {
    expect(grade(single, evidenceOf({ factors: { sensitivity: score / 25 } }))).toMatchObject({
      score,
      level,
    });
  });

  it('are decided by the score that is shown', () => {
    expect(grade(single, evidenceOf({ factors: { sensitivity: 19.95 / 25 } }))).toMatchObject({
      score: 20,
      level: 'blue',
    });
  });

  it('name the score, its parts and the range', () => {
    const factors = { sensitivity: 2, severity: 2, urgency: 1, scope: 2, heat: 1 };
    const result = grade(regulation, evidenceOf({ factors }));
    expect(result.score).toBe(41.3);
    expect(textsOf(result)).toContain(
      '得分41.3(敏感程度2×20%、严重程度2×25%、紧急程度1×15%、影响范围2×20%、热度1×20%),40分以上(含)、不满60分为敏感舆情(黄色)',
    );
    expect(textsOf(result)).toContain('初判为敏感舆情(黄色),请局办公室研判定级');
  });
});

describe('factors given by a person', () => {
  it('win over what the text and the counters say, upwards and downwards', () => {
    const evidence = evidenceOf({
      text: '多人死亡',
      counters: { reposts: 60_000 },
      factors: { severity: 1, heat: 0, urgency: 3 },
    });
    const result = grade(regulation, evidence);
    expect(result.values).toMatchObject({ severity: 1, heat: 0, urgency: 3 });
    expect(textsOf(result)).toContain('严重程度(1分):人工判定1分');
  });

  it.each([-0.1, 4.1, Number.NaN])('are refused when outside 0–4: %d', (severity) => {
    expect(() => grade(regulation, evidenceOf({ factors: { severity } }))).toThrow(RangeError);
  });
});

describe('floors', () => {
  it.each([
    ['centralMedia', 'orange', true, '据央视报道'],
    ['superiorDemandsResponse', 'orange', false, '市政府要求回应'],
    ['crossCounty', 'orange', true, '问题产品跨县销售'],
    ['crossCity', 'red', true, '问题产品流向全国'],
    ['linkedMajorEmergency', 'red', true, '已定为重大食品安全事故'],
    ['ideologySign', 'yellow', true, '展品含问题地图'],
    ['ideologyError', 'red', true, '主播鼓吹台独'],
  ])('%s gives at least %s', (flag, level, candidate, text) => {
    const given = grade(regulation, evidenceOf({ flags: [flag] }));
    expect(given).toMatchObject({ level, flags: [flag] });
    expect(given.reasons.some((reason) => reason.text.includes('已由人工标注'))).toBe(true);

    const suggested = grade(regulation, evidenceOf({ text }));
    expect(suggested.flags).toEqual([flag]);
    expect(rankOf(suggested.level)).toBeGreaterThanOrEqual(rankOf(level));
    expect(textsOf(suggested).includes('候选,须由局办公室确认')).toBe(candidate);
  });

  it('never lower what the score says', () => {
    const factors = { sensitivity: 4, severity: 4, urgency: 4, scope: 4, heat: 4 };
    expect(grade(regulation, evidenceOf({ factors, flags: ['ideologySign'] })).level).toBe('red');
  });

  it.each([
    ['central', ['centralMedia'], 'orange'],
    ['centralMany', ['centralMedia'], 'orange'],
    ['overseas', ['crossCity'], 'red'],
    ['province', [], 'routine'],
  ])('are suggested by the media tier %s', (mediaTier, flags, level) => {
    expect(grade(regulation, evidenceOf({ mediaTier }))).toMatchObject({ flags, level });
  });

  it.each([
    [19, 'routine'],
    [20, 'orange'],
    [21, 'orange'],
  ])('may be a count alone, as at a bureau where 20 reposts are 重大 (%i)', (reposts, level) => {
    const rules = withGrading({
      criteria: [],
      bands: [{ level: 'routine', below: null }],
      floors: [{ ...regulation.grading.floors[0]!, words: [], counters: [{ id: 'reposts', atLeast: 20 }] }],
    });
    expect(grade(rules, evidenceOf({ counters: { reposts } })).level).toBe(level);
  });

  it('keep flags that are no floor, each once', () => {
    const result = grade(
      regulation,
      evidenceOf({ text: '据央视报道', flags: ['specificFacts', 'centralMedia', 'specificFacts'] }),
    );
    expect(result.flags).toEqual(['specificFacts', 'centralMedia']);
  });
});

describe('every reason', () => {
  it('cites clauses of the regulation', () => {
    const { reasons } = grade(
      regulation,
      evidenceOf({ text: '雷州多地食物中毒,未造成死亡,据央视报道', counters: { views: 9_000 } }),
    );
    for (const { cite } of reasons) {
      expect(cite.length).toBeGreaterThan(0);
      expect(cite.filter((id) => !(id in regulation.clauses))).toEqual([]);
    }
  });
});

describe('the grade of a case', () => {
  const low = grade(regulation, evidenceOf({ text: '消费纠纷' }));
  const yellow = grade(regulation, evidenceOf({ flags: ['ideologySign'] }));
  const red = grade(regulation, evidenceOf({ flags: ['crossCity', 'specificFacts'] }));

  it('is that of its highest item, with its reasons and the number of items', () => {
    const result = gradeCase(regulation, [low, red, yellow]);
    expect(result).toMatchObject({ level: 'red', score: red.score, values: red.values });
    expect(result.reasons.slice(0, -1)).toEqual(red.reasons);
    expect(result.reasons.at(-1)!.text).toContain('共3条舆情信息,其中1条为特别重大舆情(红色)');
    expect(result.flags).toEqual(['crossCity', 'ideologySign', 'specificFacts']);
  });

  it('does not depend on the order of the items', () => {
    const grades: Grade[] = [low, yellow, red, { ...red, score: 12 }];
    fc.assert(
      fc.property(fc.shuffledSubarray(grades, { minLength: 4 }), (shuffled) => {
        expect(gradeCase(regulation, shuffled)).toEqual(gradeCase(regulation, grades));
      }),
    );
  });

  it('is never lowered by one more item', () => {
    expect(gradeCase(regulation, [yellow, low]).level).toBe('yellow');
    expect(gradeCase(regulation, [low]).level).toBe('routine');
  });

  it('needs an item', () => {
    expect(() => gradeCase(regulation, [])).toThrow(RangeError);
  });
});

const count = fc.integer({ min: 0, max: 6_000_000 });
const counters = fc.record({ reposts: count, views: count, comments: count }, { requiredKeys: [] });
const phrase = fc.constantFrom(
  '',
  '食物中毒',
  '未造成死亡',
  '死亡',
  '雷州多地',
  '引发热议',
  '据央视报道',
  '不作为',
);
const anyEvidence: fc.Arbitrary<Evidence> = fc.record({
  text: fc.array(phrase, { maxLength: 4 }).map((parts) => parts.join(',')),
  counters,
  observations: fc.array(
    fc.record({
      at: fc
        .integer({ min: 1, max: 60 })
        .map((hours) => new Date(Date.UTC(2026, 2, 2, 4) - hours * 1_800_000).toISOString()),
      counters,
    }),
    { maxLength: 3 },
  ),
  observedAt: fc.constant('2026-03-02T12:00:00+08:00'),
  flags: fc.subarray(['crossCounty', 'ideologySign', 'specificFacts']),
  mediaTier: fc.constantFrom('self', 'city', 'province', undefined),
});

describe('for any evidence', () => {
  it('raising a counter never lowers the level or the score', () => {
    fc.assert(
      fc.property(
        anyEvidence,
        fc.constantFrom('reposts', 'views', 'comments'),
        count,
        (evidence, counter, more) => {
          const known = evidence.counters[counter as keyof Evidence['counters']];
          fc.pre(known !== undefined);
          const raised = { ...evidence, counters: { ...evidence.counters, [counter]: known! + more } };
          const [before, after] = [grade(regulation, evidence), grade(regulation, raised)];
          expect(after.score).toBeGreaterThanOrEqual(before.score!);
          expect(rankOf(after.level)).toBeGreaterThanOrEqual(rankOf(before.level));
        },
      ),
    );
  });

  it('the grade depends on nothing else and leaves its input alone', () => {
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        const copy = structuredClone(evidence);
        expect(grade(regulation, evidence)).toEqual(grade(regulation, copy));
        expect(evidence).toEqual(copy);
      }),
    );
  });
});
