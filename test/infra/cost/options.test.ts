import { expect, it } from 'vitest';
import { readOptions } from '../../../infra/cost/sheet/options.ts';
import { regulations } from '../../../shared/regulations/index.ts';

const read = (...args: string[]) => readOptions(args);

it('asks for 5,000 items and 60 cases unless told', () => {
  const { bureau, items, mix, json, quick, smsPrice } = read();
  expect(bureau).toBe('leizhou');
  expect(quick).toBe(false);
  expect(items).toBe(5000);
  expect(Object.values(mix).reduce((sum, count) => sum + count, 0)).toBe(60);
  expect(json).toBe(false);
  expect(smsPrice).toBeNull();
});

it.each(Object.keys(regulations))(
  'assumes cases of 舆情 of each level of %s, and none of another matter',
  (bureau) => {
    const { mix, isMixAssumed } = read('--bureau', bureau);
    const ofCases = regulations[bureau]!.scales[0]!.levels.filter(({ clocked }) => clocked).map(
      ({ id }) => id,
    );
    const wanted = Object.keys(mix).filter((level) => mix[level]! > 0);
    expect(isMixAssumed).toBe(true);
    expect(wanted.sort()).toEqual(ofCases.sort());
  },
);

it('knows the levels of the bureau that it is told', () => {
  expect(read('--bureau', 'yinzhou', '--mix', 'larger=3')).toMatchObject({
    bureau: 'yinzhou',
    isMixAssumed: false,
    mix: { general: 0, larger: 3, major: 0 },
  });
  expect(() => read('--bureau', 'yinzhou', '--mix', 'red=3')).toThrow('只有general(一般)');
});

it('takes what it is told; a level that is not named has no case', () => {
  const args = [
    '--json',
    '--items',
    '0',
    '--mix=red=2, blue=1',
    '--sms-price',
    '0.05',
    '--duration-ms',
    '12.5',
  ];
  expect(read(...args)).toMatchObject({
    json: true,
    items: 0,
    mix: { blue: 1, yellow: 0, orange: 0, red: 2 },
    smsPrice: 0.05,
    duration: 12.5,
  });
});

it.each([
  [['--itmes', '3'], '没有选项 --itmes'],
  [['-x'], '没有选项 -x'],
  [['extra'], '不认识“extra”'],
  [['--items'], '选项 --items 缺少值'],
  [['--json=yes'], '选项 --json 不带值'],
  [['--quick=yes'], '选项 --quick 不带值'],
  [['--items', '-5'], '--items 应当是不小于 0'],
  [['--items=-5'], '--items 应当是不小于 0'],
  [['--items', '2.5'], '--items 应当是'],
  [['--items', '100001'], '--items 应当是'],
  [['--views', 'many'], '--views 应当是'],
  [['--duration-ms', '-1'], '--duration-ms 应当是'],
  [['--sms-price', '五分'], '--sms-price 应当是'],
  [['--mix', 'blue'], '--mix 应当写成'],
  [['--mix', 'blue=1=2'], '--mix 应当写成'],
  [['--mix', 'blue=-1'], '--mix 中 blue 的件数 应当是'],
  [['--mix', 'pink=1'], '--mix 中没有级别“pink”'],
  [['--mix', 'blue=1,blue=2'], '--mix 中级别“blue”写了两次'],
])('refuses %j in one sentence', (args, sentence) => {
  expect(() => read(...args)).toThrow(sentence);
  expect(() => read(...args)).toThrow(/^[^\n]*。$/);
});
