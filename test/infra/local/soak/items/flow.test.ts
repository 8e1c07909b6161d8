import { describe, expect, it } from 'vitest';
import { createFlow } from '../../../../../infra/local/soak/items/flow.ts';
import { newMatter } from '../../../../../infra/local/soak/items/matters.ts';
import { NOISES } from '../../../../../infra/local/soak/items/noises.ts';
import { createRandom } from '../../../../../infra/local/soak/items/random.ts';
import { type Post, SHAPES } from '../../../../../infra/local/soak/items/shapes.ts';
import { wordsIn } from '../../../../../shared/contracts/plain-text.ts';
import { batchIn } from '../../../../../shared/intake/mapping/batch.ts';
import { MAPPING_NAMES, mappingNamed } from '../../../../../shared/intake/mappings.ts';
import { readItem } from '../../../../../shared/intake/read-item.ts';
import { leizhou } from '../../../../support/bureaus.ts';

const NOW = Date.parse('2026-03-02T00:00:00.000Z');
const flow = (seed: number, count = 1000) => createFlow(seed, count, NOW);

describe('a thousand items that are made up', () => {
  it('are the same for the same seed, to the byte, and others for another', () => {
    const [one, again, other] = [flow(7, 300), flow(7, 300), flow(8, 300)];
    const texts = (pushes: typeof one) =>
      pushes.map(({ feed, body }) => [feed, Buffer.from(body).toString('hex')]);
    expect(texts(one)).toEqual(texts(again));
    expect(texts(one)).not.toEqual(texts(other));
  });

  it('are that many, in the form of every vendor, packed and not, with wrong ones and repeats among them', () => {
    const pushes = flow(1);
    const fresh = pushes.filter(({ isRepeat }) => isRepeat !== true);
    expect(fresh.reduce((sum, { items }) => sum + items.length, 0)).toBe(1000);
    expect([...new Set(pushes.map(({ feed }) => feed))].sort()).toEqual([...MAPPING_NAMES].sort());
    expect(new Set(fresh.map(({ headers }) => headers['content-encoding']))).toEqual(
      new Set([undefined, 'gzip']),
    );
    expect(new Set(pushes.map(({ whole }) => whole))).toEqual(new Set([undefined, 400, 413, 422]));
    expect(new Set(pushes.flatMap(({ items }) => items.map(({ right }) => right)))).toEqual(
      new Set(['taken', 'refused', 'either']),
    );
    expect(pushes.filter(({ isRepeat }) => isRepeat).length).toBeGreaterThan(3);
  });

  it('come again under the id that they had, with other words', () => {
    const said = new Map<string, Set<string>>();
    for (const { feed, items } of flow(1))
      for (const { id, words } of items)
        said.set(`${feed} ${id}`, (said.get(`${feed} ${id}`) ?? new Set()).add(words.content));
    expect([...said.values()].filter((texts) => texts.size > 1).length).toBeGreaterThan(20);
  });
});

const post: Post = {
  ...{ id: '1234567890123456', url: 'https://forum.example.com/t/1', author: '市民001' },
  ...{ published: '2026-03-02 07:00', reposts: 3, views: '1.2万', comments: null },
  ...{ title: '城东镇惠民超市销售过期食品', content: '3月1日,有网友反映。店员称是疏忽。' },
};

describe.each(Object.keys(NOISES))('words with the noise “%s”', (name) => {
  const words = newMatter(createRandom(5));
  const noisy = NOISES[name]!(words, createRandom(6));
  it.each(Object.keys(SHAPES))('arrive whole in the form %s', (shape) => {
    const { item, body, isOneText } = SHAPES[shape]!;
    const sent = JSON.parse(JSON.stringify(body([item({ ...post, ...noisy })], NOW))) as object;
    const mapping = mappingNamed(shape as (typeof MAPPING_NAMES)[number]);
    const batch = batchIn(mapping, sent);
    const [raw] = Array.isArray(batch) ? (batch as unknown[]) : [sent];
    const read = readItem(leizhou, mapping, { raw, around: sent, now: new Date(NOW).toISOString() });
    expect(read).toMatchObject({
      item: isOneText
        ? { content: `${noisy.title}。${noisy.content}` }
        : { title: noisy.title.trim(), content: noisy.content },
    });
  });

  it('say to an eye what they said', () => {
    // These add, or leave out.
    if (['repost', 'emoji', 'truncated', 'markup'].includes(name)) expect(noisy).not.toEqual(words);
    else expect(wordsIn(noisy.content)).toBe(wordsIn(words.content));
  });
});
