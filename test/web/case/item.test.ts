import { describe, expect, it } from 'vitest';
import type { ItemReply } from '../../../shared/contracts/replies/items.ts';
import { cameIn, leftOutOf, publishedText, versionPath, versionText } from '../../../web/model/case/item.ts';
import { saidAt } from '../../../web/model/case/matter.ts';
import { dayOfTime } from '../../../web/model/wall-clock.ts';
import { entry } from './found.ts';

const NOW = Date.parse('2026-11-30T13:40:00+08:00');
const say = saidAt(NOW);
const day = (time: string) => dayOfTime(time, NOW);
type Warning = NonNullable<ItemReply['warnings']>[number];
const warning = (more: Partial<Warning>): Warning => ({
  field: 'x',
  name: '标记',
  value: '涉密件',
  kind: 'unread',
  message: '…',
  isGrave: false,
  ...more,
});

describe('what a feed has brought', () => {
  it.each([
    [{ publishedAt: null }, '发布时间不详'],
    [{ publishedAt: '2026-11-30T08:05:00+08:00' }, '08:05发布'],
    [{ publishedAt: '2026-11-30T08:05:00+08:00', estimated: true }, '约08:05发布'],
    [{ publishedAt: '2026-11-29T00:00:00+08:00', dateOnly: true }, '11月28日发布，时刻不详'],
    [{ publishedAt: '2026-01-01T00:00:00+08:00', dateOnly: true }, '2025年12月31日发布，时刻不详'],
  ])('%j is said as %s', (item, text) => {
    expect(publishedText(item, say, day)).toBe(text);
  });

  it('what was not read is told with its field and as it came, and what only was read otherwise is not', () => {
    const warnings = [
      warning({ isGrave: true }),
      warning({ name: '公开时间', value: '2026-12-01', kind: 'doubted' }),
      warning({ name: '转发数', value: '120000', kind: 'unused' }),
      warning({ kind: 'day' }),
      warning({ kind: 'estimated' }),
      warning({ kind: 'cut' }),
      warning({ kind: 'renamed' }),
    ];
    expect(leftOutOf({ warnings })).toEqual([
      { text: '标记：“涉密件”，未能识别，请立即核实', isGrave: true },
      { text: '公开时间：“2026-12-01”，存疑，未采用', isGrave: false },
      { text: '转发数：“120000”，像是此项，未采用', isGrave: false },
    ]);
    expect(leftOutOf({})).toEqual([]);
  });
});

describe('an item that its feed has changed since the case took it in', () => {
  const newest = { version: 3, title: '通报' };
  it('is said to have changed, and read as the case took it', () => {
    expect(versionText({ version: 1 }, newest)).toBe('案卷依据的是第1版，推送方后来改过，现为第3版：“通报”');
    expect(versionPath('/v1/items/f/a', { version: 1 }, newest)).toBe('/v1/items/f/a?version=1');
  });
  it('is as it stands where it has not, or nobody knows yet', () => {
    for (const known of [undefined, newest]) {
      expect(versionText({ version: 3 }, known)).toBe('');
      expect(versionPath('/v1/items/f/a', { version: 3 }, known)).toBe('/v1/items/f/a');
    }
  });
});

describe('an item of several', () => {
  const key = { feed: 'demo', id: 'b' };
  const say = (time: string): string => time.slice(11, 16);
  const log = [
    entry({ events: [{ type: 'CaseOpened', items: [{ feed: 'demo', id: 'a' }] }], labels: ['立案'] }),
    entry({
      localTime: '2026-03-02T23:20:00+08:00',
      events: [{ type: 'ItemAttached', item: key }, { type: 'LevelChanged' }, { type: 'NoticesMade' }],
      labels: ['并入信息', '升级:黄色→橙色', '拟通知'],
    }),
    entry({
      localTime: '2026-03-02T23:40:00+08:00',
      events: [{ type: 'ItemAttached', item: { ...key, version: 2 } }],
      labels: ['信息(第2版)'],
    }),
  ];
  it('says when it came and how, on which version the case rests, and what it brought', () => {
    expect(cameIn({ ...key, version: 1, newest: 2 }, log, say)).toEqual({
      came: '23:20并入，案卷依据第1版，现有第2版',
      brought: ['升级：黄色→橙色'],
    });
    expect(cameIn({ feed: 'demo', id: 'a', version: 1, newest: 1 }, log, say)).toMatchObject({
      came: expect.stringMatching(/随立案收入，案卷依据第1版$/),
      brought: [],
    });
    expect(cameIn({ ...key, version: 1, newest: 1 }, [], say)).toEqual({
      came: '案卷依据第1版',
      brought: [],
    });
  });
});
