import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCount } from '../../../shared/intake/counts.ts';
import { MAPPING_NAMES, mappingNamed } from '../../../shared/intake/mappings.ts';
import { readItem } from '../../../shared/intake/read-item.ts';
import { readTime } from '../../../shared/intake/times/read-time.ts';
import { regulations } from '../../../shared/regulations/index.ts';

const NOW = '2026-11-30T05:40:00.000Z';
const TOLERANCE = 5 * 60_000;
/** Pieces of which times are made, so that many of the texts nearly are one. */
const PIECES =
  '2026 26 11 28 2 30 16 05 4 12 24 二〇二六 十一 年 月 日 号 时 点 分 秒 - / . : ： T Z +0800 -05:00 GMT CST 上午 下午 晚上 凌晨 昨天 今天 前天 前 小时 分钟 天 刚刚 ago hour Nov Sat am pm 星期六 半 刻 来自 发布于 0 ０'.split(
    ' ',
  );
const nearlyTimes = fc
  .array(
    fc.oneof(
      fc.constantFrom(...PIECES, '__proto__', 'constructor'),
      fc.constant(' '),
      fc.nat(3000).map(String),
    ),
    { maxLength: 14 },
  )
  .map((pieces) => pieces.join(''));
const anything = fc.oneof(
  nearlyTimes,
  fc.string({ unit: 'binary', maxLength: 100 }),
  fc.double(),
  fc.integer({ min: 0, max: 4e12 }),
);
const zones = fc.constantFrom('Asia/Shanghai', 'UTC', 'America/New_York');

describe('whatever a feed writes', () => {
  it('as a time: nothing throws, no instant lies ahead, and none is read where no time of day is written', () => {
    let instants = 0;
    fc.assert(
      fc.property(anything, zones, (value, zone) => {
        const read = readTime(value, { zone, now: NOW, reference: NOW });
        if (read.is !== 'instant') return;
        instants += 1;
        expect(Date.parse(read.at)).toBeLessThanOrEqual(Date.parse(NOW));
        expect(read.at > '2000').toBe(true);
        // A clock, an epoch, or how long ago: a day alone has none of them.
        const text = String(value).normalize('NFKC');
        expect(text).toMatch(/\d\s*[:时点]|[一二三四五六七八九十零〇]\s*[时点]|\d{9,}|前|ago|刚|now/i);
      }),
      { numRuns: 10_000 },
    );
    expect(instants).toBeGreaterThan(100);
  });

  it('as a time that is in the zone of the feed: a little beyond the tolerance is ahead', () => {
    fc.assert(
      fc.property(fc.integer({ min: -TOLERANCE, max: 20 * TOLERANCE }), (ahead) => {
        const value = new Date(Date.parse(NOW) + ahead).toISOString();
        const { is } = readTime(value, { zone: 'Asia/Shanghai', now: NOW, reference: NOW });
        expect(is).toBe(ahead > TOLERANCE ? 'ahead' : 'instant');
      }),
    );
  });

  it('as a counter: nothing throws, and what is read is a whole number that can be', () => {
    fc.assert(
      fc.property(fc.oneof(anything, fc.anything()), (value) => {
        const read = readCount(value);
        if ('fault' in read) return;
        expect(Number.isInteger(read.count) && read.count >= 0 && read.count <= 1e12).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  it('in any field that is not needed: the item is taken, in every bureau and under our own mapping', () => {
    const names =
      'content url publishedAt collectedAt eventAt occurredAt siteName author mediaType mediaTier hotSearch metrics source flags unit'.split(
        ' ',
      );
    const fields = fc.dictionary(
      fc.constantFrom(...names, 'x', '__proto__'),
      fc.oneof(fc.jsonValue(), nearlyTimes),
    );
    fc.assert(
      fc.property(fields, fc.constantFrom(...Object.keys(regulations)), (others, bureau) => {
        const raw = { ...others, id: 'a', title: '甲' };
        const read = readItem(regulations[bureau]!, mappingNamed('shixian'), { raw, around: raw, now: NOW });
        expect(read).toMatchObject({ item: { id: 'a', title: '甲' } });
        if ('problems' in read) return;
        for (const { field, message, value } of read.item.warnings) {
          expect(field).not.toBe('');
          expect(message).toMatch(/[\u4e00-\u9fff]/);
          expect(value.length).toBeLessThanOrEqual(200);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('under any mapping: nothing throws, and what is refused says why', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...MAPPING_NAMES), (raw, name) => {
        const read = readItem(regulations.leizhou!, mappingNamed(name), { raw, around: raw, now: NOW });
        expect('item' in read || read.problems.length > 0).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
