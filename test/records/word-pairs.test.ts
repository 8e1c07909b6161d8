import { describe, expect, it } from 'vitest';
import { hasWords, searchedPairs, wordPairs } from '../../shared/records/lists/word-pairs.ts';

describe('a search by words', () => {
  it.each([
    ['學校食堂被<em>央視</em>曝光', '学校 央视'],
    ['学校食堂被央视曝光', '學校 央視'],
    ['重大⻝\u200b品安全事故', '食品安全'],
    ['３·１５晚会', '315晚会'],
    ['བོད་ལྗོངས', 'བོད་ལྗོངས'],
  ])('%s is found by %s', (title, words) => {
    expect(hasWords(title, words)).toBe(true);
    const pairs = wordPairs(title);
    expect(searchedPairs(words).every((pair) => pairs.includes(pair))).toBe(true);
  });

  it.each([
    ['学校食堂', '央视'],
    ['བོད', 'བདད'],
    ['བོད', 'བིད'],
  ])('%s is not found by %s', (title, words) => {
    expect(hasWords(title, words)).toBe(false);
  });
});
