import { describe, expect, it } from 'vitest';
import { EnteredReply } from '../../../shared/contracts/replies/intake/refused-items.ts';
import { ItemReply } from '../../../shared/contracts/replies/items.ts';
import { regulations } from '../../../shared/regulations/index.ts';
import { grave, START } from '../../support/office.ts';
import { read } from '../../support/told.ts';
import { openRefusals } from './refused.ts';

// What could be read of a push stands, whatever a person fills in; only what could not be read is his.

const moved = (milliseconds: number): string => new Date(Date.parse(START) + milliseconds).toISOString();
const HOUR = 3_600_000;
const PUBLISHED = moved(-HOUR);
/** Refused for its id; what else it says can be read. */
const pushed = (more: Record<string, unknown> = {}) => {
  const { title, content, metrics } = grave('x');
  return { id: '', title, content, metrics, publishedAt: PUBLISHED, siteName: '人民网', ...more };
};

describe.each(['leizhou', 'yinzhou'])('%s: a refused item that is entered by hand', (bureau) => {
  const entered = async (raw: object, fields: object) => {
    const refusals = await openRefusals(regulations[bureau]!);
    const { office } = refusals;
    const { refused } = await refusals.refuse(raw);
    office.pass(2 * HOUR);
    const { taken } = read(EnteredReply, await refusals.enter(refused, fields));
    const item = read(ItemReply, await office.as('dutyOfficer')('GET', `/v1/items/demo/${taken.id}`));
    const state = taken.case === null ? null : await office.system.cases.load(taken.case);
    const record = await office.system.items.find('demo', taken.id);
    return { item, state, level: record?.grade.level, counters: record?.readings.at(-1)?.counters };
  };
  const told = (at: string | null): string | null => at && new Date(at).toISOString();

  it.each([
    ['a second before', -1000],
    ['at', 0],
    ['a second after', 1000],
    ['long after', HOUR],
  ])('keeps the publication that was pushed, stated %s it', async (_, milliseconds) => {
    const { item, state } = await entered(pushed(), { publishedAt: moved(-HOUR + milliseconds) });
    expect(told(item.publishedAt)).toBe(PUBLISHED);
    if (bureau === 'leizhou') expect(state?.instants.publishedAt).toBe(PUBLISHED);
    const unused = (item.warnings ?? []).filter(({ kind }) => kind === 'unused').map(({ field }) => field);
    expect(unused.includes('publishedAt')).toBe(milliseconds !== 0);
  });

  it('keeps it where what is filled in cannot be read, or leaves it out', async () => {
    for (const publishedAt of ['改天再说', null, '2099年'])
      expect(told((await entered(pushed(), { publishedAt })).item.publishedAt)).toBe(PUBLISHED);
  });

  it('reckons 3小时前 from when it came, not from when somebody enters it', async () => {
    const { item } = await entered(pushed({ publishedAt: '2小时前' }), {});
    expect(told(item.publishedAt)! <= moved(-2 * HOUR)).toBe(true);
  });

  it('takes what is filled in where the push says nothing that can be read', async () => {
    const { item } = await entered(pushed({ publishedAt: '改天再说' }), { publishedAt: moved(-2 * HOUR) });
    expect(told(item.publishedAt)).toBe(moved(-2 * HOUR));
    const later = await entered(pushed({ publishedAt: '改天再说' }), { publishedAt: moved(HOUR) });
    expect(told(later.item.publishedAt)).toBeNull();
  });

  it('counts from the publication though an event is filled in after it', async () => {
    const { item } = await entered(pushed(), { eventAt: moved(-HOUR / 2) });
    expect(item.eventAt).toBeNull();
  });

  it('keeps the words, the publisher and the reach that were pushed', async () => {
    const plain = await entered(pushed(), {});
    const { item, level, counters } = await entered(pushed(), {
      title: '网传食堂中毒不属实',
      content: '辟谣:没有学生住院',
      siteName: '某个人博客',
      metrics: { reposts: 1, views: 1, comments: 1 },
      mediaTier: null,
    });
    const { title, content, metrics } = grave('x');
    expect(item).toMatchObject({ title, content, extra: { siteName: '人民网' } });
    expect(level).toBe(plain.level);
    expect(counters).toMatchObject(metrics);
  });

  it('takes no title that would lower what its content says', async () => {
    const { content } = grave('x');
    const bare = await entered({ id: '', content }, {});
    const denied = await entered({ id: '', content }, { title: '以下均系谣言:' });
    expect([denied.level, denied.item.content]).toEqual([bare.level, content]);
    const named = await entered({ id: '', content }, { title: '食堂' });
    expect([named.level, named.item.title]).toEqual([bare.level, '食堂']);
  });
});
