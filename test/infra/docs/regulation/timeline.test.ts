import { describe, expect, it } from 'vitest';
import { viewOf } from '../../../../infra/docs/views/view-of.ts';
import type { RegulationView } from '../../../../shared/contracts/regulation-view/view.ts';
import { axisFor, shortestLength } from '../../../../shared/pictures/timeline/axis.ts';
import { lanesOf } from '../../../../shared/pictures/timeline/lanes.ts';
import { drawnLevels, drawTimeline } from '../../../../shared/pictures/timeline/picture.ts';
import { regulations } from '../../../../shared/regulations/index.ts';
import { levelOf } from '../../../../shared/regulations/lookup.ts';
import type { Regulation } from '../../../../shared/regulations/schema.ts';
import { leizhou } from '../../../support/bureaus.ts';
import { withDuties, withLimits } from './one-duty.ts';
import { overlapOf, rowTitles, textsOf, unclosedTags } from './pictures.ts';

const HOUR = 3_600_000;
const levelIn = (view: RegulationView, id: string) =>
  view.scales.flatMap(({ levels }) => levels).find((level) => level.id === id)!;
const drawRed = (regulation: Regulation): string => {
  const view = viewOf(regulation);
  return drawTimeline(view, levelIn(view, 'red'));
};

const pictures = Object.values(regulations).flatMap((regulation) => {
  const view = viewOf(regulation);
  return drawnLevels(view).map((level) => ({
    name: `${regulation.id} ${level.name}`,
    view,
    level,
    svg: drawTimeline(view, level),
  }));
});

describe.each(pictures)('the picture of $name', ({ view, level, svg }) => {
  it('has a row for every duty of the level, with its clauses word for word', () => {
    const titles = rowTitles(svg);
    const owed = [...view.duties, ...view.ownPrompts].filter(
      ({ levels, isOff }) => !isOff && levels.some(({ id }) => id === level.id),
    );
    expect(titles).toHaveLength(owed.length);
    for (const { name, clauses } of owed)
      expect(
        titles.some(
          (title) =>
            title.startsWith(`${name}:`) &&
            clauses.every(({ name: place, quote }) => title.includes(`${place}:${quote}`)),
        ),
      ).toBe(true);
  });
  it('lays no text over another, and none beyond the edge', () => {
    const texts = textsOf(svg);
    expect(texts.length).toBeGreaterThan(5);
    expect(overlapOf(texts)).toEqual([]);
    expect(texts.filter(({ left, right }) => left < 0 || right > 900)).toEqual([]);
  });
  it('is well formed and says what it is to whoever cannot see it', () => {
    expect(unclosedTags(svg)).toEqual([]);
    expect(svg).toMatch(/^<svg [^>]*width="900"[^>]*role="img">\s*<title>.+<\/title>\s*<desc>.+<\/desc>/);
  });
});

it('every level with a clock is drawn', () => {
  for (const regulation of Object.values(regulations)) {
    const drawn = drawnLevels(viewOf(regulation)).map(({ id }) => id);
    const clocked = regulation.scales.flatMap(({ levels }) => levels.filter((level) => level.clocked));
    expect(clocked.map(({ id }) => id).filter((id) => !drawn.includes(id))).toEqual([]);
  }
});

describe('the axis', () => {
  const axis = axisFor(15 * 24 * HOUR, 0, 1000);
  it('has the same room between any two ticks, from 起算 to the longest limit', () => {
    expect(axis.ticks.map(({ label }) => label)).toEqual(
      '起算 15分钟 30分钟 1小时 3小时 6小时 12小时 24小时 48小时 7日 15日'.split(' '),
    );
    expect(axis.ticks.map(({ x }) => x)).toEqual(axis.ticks.map((_, index) => index * 100));
  });
  it('never goes back, and stops at its end', () => {
    const places = Array.from({ length: 15 * 24 * 4 }, (_, quarter) => axis.xOf((quarter * HOUR) / 4));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(axis.xOf(99 * 24 * HOUR)).toBe(1000);
    expect(axis.xOf(5 * HOUR)).toBeCloseTo(466.7);
  });
  it('is no longer than needed, and never shorter than a day', () => {
    expect(axisFor(0, 0, 100).ticks.at(-1)?.label).toBe('24小时');
    expect(axisFor(25 * HOUR, 0, 100).ticks.at(-1)?.label).toBe('48小时');
    expect(axisFor(20 * 24 * HOUR, 0, 100).ticks.at(-1)?.label).toBe('30日');
  });
  it('takes a working day as a day: the instant can only be later', () => {
    expect(shortestLength('5WD')).toBe(5 * 24 * HOUR);
    expect(shortestLength('P1W')).toBe(7 * 24 * HOUR);
    expect(shortestLength('PT20M')).toBe(HOUR / 3);
  });
});

describe('the rows of a level', () => {
  const lanes = (regulation: Regulation) => lanesOf(viewOf(regulation), 'red');

  it('stand under the instant that their time runs from', () => {
    const regulation = withDuties(
      { term: { start: [{ instant: 'receivedAt' }] } },
      { term: { start: [{ instant: 'occurredAt' }] } },
    );
    expect(lanes(regulation).map(({ title }) => title)).toEqual(['自舆情发生起', '自收到起']);
  });
  it('begin where the duty before is due, while that is open', () => {
    const regulation = withDuties(
      { term: { limit: { kind: 'within', within: 'PT20M' }, start: [{ after: 'duty2', orDue: true }] } },
      { term: { limit: { kind: 'within', within: 'PT15M' } } },
    );
    const [lane, ...others] = lanes(regulation);
    expect(others).toEqual([]);
    expect(lane?.rows.map(({ view, from, mark }) => [view.name, from, mark])).toMatchObject([
      ['职责2', 0, { due: HOUR / 4 }],
      ['职责1', HOUR / 4, { due: (35 * HOUR) / 60 }],
    ]);
  });
  it('begin at no time of their own when only the completion of another counts', () => {
    const regulation = withDuties({}, { term: { start: [{ after: 'duty1' }] } });
    expect(lanes(regulation).map(({ title }) => title)).toEqual(['自舆情发生起', '自“职责1”完成起']);
  });
  it('have no place on the axis without a number', () => {
    const regulation = withLimits(
      { kind: 'prompt', word: '及时' },
      { kind: 'ongoing', word: '随时' },
      { kind: 'external', word: '另行规定', rule: '某规定' },
    );
    const [lane] = lanes(regulation);
    expect(lane?.title).toMatch(/^未定时限/);
    const svg = drawRed(regulation);
    expect(svg).not.toContain('15分钟');
    for (const word of ['及时', '随时', '另行规定']) expect(svg).toContain(word);
  });
  it('leave the office prompts to a lane that says they are no law', () => {
    const regulation = withDuties({}, { basis: 'bureau' });
    const last = lanes(regulation).at(-1);
    expect(last?.title).toBe('本局自设的提示(不是办法规定)');
    expect(last?.rows.map(({ view }) => view.name)).toEqual(['职责2']);
  });
  it('leave out what the settings rule out', () => {
    const regulation = withDuties({ term: { when: { setting: 'receiptLimitsForSelfFound' } } });
    expect(lanes(regulation)).toEqual([]);
  });
});

describe('a limit on the axis', () => {
  it('is a bar with its due instant, a soft part before it, and the room for an extension', () => {
    const plain = drawRed(withLimits({ kind: 'within', within: 'PT24H' }));
    const soft = drawRed(withLimits({ kind: 'within', within: 'PT24H', soft: 'PT12H' }));
    const cite = ['办法 第三条'];
    const longer = drawRed(
      withLimits({ kind: 'within', within: 'PT24H', extension: { upTo: 'PT48H', cite } }),
    );
    expect(plain).not.toContain('fill-opacity');
    expect(soft).toContain('fill-opacity');
    // One broken line stands in the legend: what is only proposed.
    const broken = (svg: string): number => svg.split('stroke-dasharray').length - 1;
    expect(broken(plain)).toBe(1);
    expect(broken(longer)).toBeGreaterThan(1);
  });
  it('that repeats has a dot for each period', () => {
    const daily = drawRed(
      withLimits(
        { kind: 'every', every: 'PT24H', until: 'calmedAt', from: 'due' },
        { kind: 'within', within: 'P7D' },
      ),
    );
    // Seven on the axis and two in the legend.
    expect(daily.match(/<circle/g)).toHaveLength(9);
  });
  it('has the colour of its level', () => {
    expect(levelOf(leizhou, 'red').colour).toBe('红色');
    expect(drawRed(withLimits({ kind: 'immediate', word: '立即' }))).toContain('#b3261e');
  });
});
