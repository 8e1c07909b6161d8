const UNITS: readonly (readonly [letter: string, word: string])[] = [
  ['M', '个月'],
  ['WD', '个工作日'],
  ['W', '周'],
  ['D', '日'],
];
const TIMES: readonly (readonly [letter: string, word: string])[] = [
  ['H', '小时'],
  ['M', '分钟'],
  ['S', '秒'],
];

const read = (text: string, units: readonly (readonly [string, string])[]): string =>
  (text.match(/\d+[A-Z]+/g) ?? [])
    .map((each) => {
      const number = String(parseInt(each, 10));
      const unit = units.find(([letter]) => letter === each.slice(number.length));
      return unit === undefined ? each : `${number}${unit[1]}`;
    })
    .join('');

/** 每日, 每2日, 每1小时30分钟: how often. */
export const everyWords = (length: string): string => `每${lengthWords(length).replace(/^1(?=\D+$)/, '')}`;

/** A length of the data in words: `PT1H` 1小时, `P1W` 1周, `5WD` 5个工作日. */
export const lengthWords = (length: string): string => {
  const [days = '', times = ''] = length.replace(/^P/, '').split('T');
  return `${read(days, UNITS)}${read(times, TIMES)}`;
};
