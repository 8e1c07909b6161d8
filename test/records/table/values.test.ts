import { expect, it } from 'vitest';
import { RecordTooLarge, type StoredRecord } from '../../../shared/records/table.ts';
import { onEveryTable } from '../tables.ts';

const key = { pk: 'p', sk: 's' };
/** A record of so many bytes, as DynamoDB counts them: the names of its three attributes have nine, its key two. */
const sized = (bytes: number, filling = 'x'): StoredRecord => {
  const room = bytes - 'pkskbody'.length - 2;
  const each = Buffer.byteLength(filling);
  return { ...key, body: filling.repeat(Math.floor(room / each)) + 'x'.repeat(room % each) };
};
const nested = (levels: number): unknown => (levels === 0 ? 'bottom' : { in: nested(levels - 1) });

/** In the order of their bytes in UTF-8: the last two lie beyond U+FFFF, and UTF-16 has them before the two above. */
const IN_ORDER = [
  ...['\u0000', ' ', '#', '0', 'A', 'a', '~', '\u007f', 'é', '\u2028', '字'],
  ...['\uff01', '\ufffd'],
  ...['😀', '𠮷'],
];

onEveryTable((fresh, most) => {
  it.each(['x', '字', '𠮷'])(
    'takes exactly 400 KB of %s and not one byte more, in UTF-8',
    async (filling) => {
      const table = await fresh();
      expect(await table.put(sized(most, filling), { absent: true })).toBe(true);
      expect(await table.get(key)).toEqual(sized(most, filling));
      const larger = sized(400 * 1024 + 1, filling);
      await expect(table.put(larger, { attribute: 'n', below: 1 })).rejects.toThrow(RecordTooLarge);
      await expect(table.put({ ...larger, sk: 't' }, { absent: true })).rejects.toThrow(RecordTooLarge);
      // Also where it would not have been written anyhow.
      await expect(table.put(larger, { absent: true })).rejects.toThrow(RecordTooLarge);
      expect(await table.get(key)).toEqual(sized(most, filling));
      expect(await table.list('p', '')).toHaveLength(1);
    },
  );

  it('takes no attribute with which a record would have more', async () => {
    const table = await fresh();
    await table.put(sized(most - 100), { absent: true });
    await expect(table.set(key, 'more', '字'.repeat(40))).rejects.toThrow(RecordTooLarge);
    await expect(table.set(key, 'more', '字'.repeat(140_000))).rejects.toThrow(RecordTooLarge);
    expect(await table.get(key)).toEqual(sized(most - 100));
    await table.set(key, 'more', '字'.repeat(32));
    expect(await table.get(key)).toEqual({ ...sized(most - 100), more: '字'.repeat(32) });
  });

  it('gives every kind of value back as it was', async () => {
    const table = await fresh();
    const record = {
      ...key,
      empty: '',
      none: null,
      nothing: {},
      list: ['', 0, -1.5, Number.MAX_SAFE_INTEGER, 0.1, 1e-7, true, false, null, [], {}],
      '名字 with. [signs]#:': { ' ': '“引号” \\ \u0000 \u2028', 'a.b': 1 },
      deep: nested(30),
    };
    expect(await table.put(record, { absent: true })).toBe(true);
    expect(await table.get(key)).toEqual(record);
    expect(await table.list('p', '')).toEqual([record]);
    await table.set(key, '名字 with. [signs]#:', record);
    expect((await table.get(key))?.['名字 with. [signs]#:']).toEqual(record);
  });

  it('stores nothing of what is undefined', async () => {
    const table = await fresh();
    await table.put({ ...key, gone: undefined, nested: { gone: undefined, n: 1 } }, { absent: true });
    expect(Object.keys((await table.get(key))!).sort()).toEqual(['nested', 'pk', 'sk']);
    expect(await table.get(key)).toEqual({ ...key, nested: { n: 1 } });
  });

  it('makes half a character a whole one: in texts, names and keys', async () => {
    const table = await fresh();
    const half = '😀'.slice(0, 1);
    const cut = { pk: `p${half}`, sk: `s${half}` };
    expect(await table.put({ ...cut, text: [`字${half}`], [half]: { [half]: half } }, { absent: true })).toBe(
      true,
    );
    const whole = { pk: 'p\ufffd', sk: 's\ufffd', text: ['字\ufffd'], '\ufffd': { '\ufffd': '\ufffd' } };
    expect(await table.get(cut)).toEqual(whole);
    expect(await table.put(cut, { absent: true })).toBe(false);
    await table.set(cut, 'text', half);
    expect(await table.list(cut.pk, '')).toEqual([{ ...whole, text: '\ufffd' }]);
    expect(await table.increment(cut, 'n')).toBe(1);
    await table.remove(cut);
    expect(await table.get(cut)).toBeUndefined();
  });

  it('lists keys and boards in the order of their bytes, after any of them, as many as are asked for', async () => {
    const table = await fresh();
    const shuffled = IN_ORDER.map((name, index) => [name, (index * 7) % IN_ORDER.length] as const).sort(
      ([, one], [, other]) => one - other,
    );
    for (const [name] of shuffled)
      await table.put({ pk: 'p', sk: `K${name}`, board: 'OPEN', boardAt: `K${name}` }, { absent: true });
    await table.put({ pk: 'p', sk: 'J' }, { absent: true });
    await table.put({ pk: 'p', sk: 'K' }, { absent: true });
    await table.put({ pk: 'p', sk: 'L' }, { absent: true });
    const keys = IN_ORDER.map((name) => `K${name}`);
    const names = async (...list: [prefix: string, after?: string, most?: number]) =>
      (await table.list('p', ...list)).map(({ sk }) => sk);
    expect(await names('')).toEqual(['J', 'K', ...keys, 'L']);
    expect(await names('K')).toEqual(['K', ...keys]);
    for (const [index, after] of keys.entries()) {
      expect(await names('K', after)).toEqual(keys.slice(index + 1));
      expect(await names('', after, 2)).toEqual([...keys.slice(index + 1), 'L'].slice(0, 2));
      expect((await table.byBoard('OPEN', { upTo: after })).map(({ sk }) => sk)).toEqual(
        keys.slice(0, index + 1),
      );
    }
    expect(await names('K', 'K')).toEqual(keys);
    expect(await names('K', 'A', 2)).toEqual(['K', keys[0]]);
    expect(await names('K', 'M')).toEqual([]);
    expect(await names('K', 'K\u{10ffff}')).toEqual([]);
    expect(await names('K', undefined, 0)).toEqual([]);
    expect((await table.byBoard('OPEN')).map(({ sk }) => sk)).toEqual(keys);
  });

  it('keeps keys apart that are alike', async () => {
    const table = await fresh();
    const alike = [
      { pk: 'a\nb', sk: 'c' },
      { pk: 'a', sk: 'b\nc' },
      { pk: 'a', sk: 'B\nc' },
      { pk: 'a', sk: 'b\nc ' },
      { pk: 'é', sk: 's' },
      { pk: 'e\u0301', sk: 's' },
      { pk: 'nul\u0000a', sk: 'x\u0000a' },
      { pk: 'nul\u0000b', sk: 'x\u0000b' },
    ];
    for (const [n, each] of alike.entries())
      expect(await table.put({ ...each, n }, { absent: true })).toBe(true);
    for (const [n, each] of alike.entries()) expect(await table.get(each)).toEqual({ ...each, n });
    for (const [n, each] of alike.slice(-4).entries())
      expect(await table.list(each.pk, '')).toEqual([{ ...each, n: n + 4 }]);
  });
});
