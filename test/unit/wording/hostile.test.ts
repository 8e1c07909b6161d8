import { describe, expect, it } from 'vitest';
import { wordsIn } from '../../../shared/contracts/plain-text.ts';
import { grade } from '../../../shared/grading/grade.ts';
import { leizhou } from '../../support/bureaus.ts';
import { evidenceOf } from '../grading/regulation.ts';

const LENGTH = 200_000;
const filled = (text: string): string => text.repeat(Math.ceil(LENGTH / text.length)).slice(0, LENGTH);

describe('a text of 200,000 characters, whatever stands in it', () => {
  it.each([
    ['sentences', filled('雷州市某小学多名学生在食堂用餐后出现呕吐,家长称校方未及时通报。')],
    ['signs of tags', '<'.repeat(LENGTH)],
    ['beginnings of tags', filled('<a ')],
    ['a tag without end', `<a${filled(' x=y')}`],
    ['values without end', filled('<a b="')],
    ['values of both kinds without end', filled('<a b="<a c=\'')],
    ['slashes in a value', `<a b=${filled('/c')}`],
    ['comments without end', filled('<!--')],
    ['scripts without end', filled('<script>')],
    ['ampersands', '&'.repeat(LENGTH)],
    ['an ampersand that was escaped again and again', `&${filled('amp;')}lt;`],
    ['references', filled('&#x98df;')],
    ['noughts in a reference', `&#${'0'.repeat(LENGTH)}`],
    ['marks of one kind', `食${'\u0301'.repeat(LENGTH)}`],
    ['marks that have to be sorted', `食${'\u0301'.repeat(LENGTH / 2)}${'\u0327'.repeat(LENGTH / 2)}`],
    ['what is not seen', '\u200b'.repeat(LENGTH)],
    ['spaces before circles', filled(`一${' '.repeat(500)}○`)],
    ['points behind a figure', `1${'.'.repeat(LENGTH)}`],
    ['characters that are eighteen', '\ufdfa'.repeat(LENGTH / 10)],
    ['halves of characters', '\ud83d'.repeat(LENGTH)],
    ['words with signs', filled('食.品-安*全')],
    ['words that are negated', filled('未造成死亡、')],
    ['phrases with signs', filled('打-假')],
  ])('is read at once: %s', (_what, text) => {
    const begun = performance.now();
    wordsIn(text);
    grade(leizhou, evidenceOf({ text }));
    // A tenth of it as a rule; what grows with the square of the length takes minutes.
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});
