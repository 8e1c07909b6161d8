import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkText } from '../../../../../infra/regulation-check/check-text.ts';
import { quoteProblems } from '../../../../../infra/regulation-check/checks/text/quotes.ts';
import { versions } from '../../../../../shared/regulations/index.ts';
import { type Change, fileAfter } from '../../../../support/data-faults.ts';
import { waterText } from '../../../../support/sixth-bureau.ts';

const told = (change: Change): string[] => checkText(fileAfter(change), waterText).errors;
const quote =
  (text: string): Change =>
  (copy) => {
    copy.clauses['办法 第六条'] = text;
  };
const said = (fault: string): RegExp =>
  new RegExp(`^第\\d+行第5列 clauses\\.办法 第六条:${fault};请逐字照原文改正`);

describe('quotes', () => {
  it('are taken as they stand in the text', () => expect(told(() => undefined)).toEqual([]));

  it('are not looked at without the text', () => {
    expect(checkText(fileAfter(quote('第六条 每日续报。'))).errors).toEqual([]);
  });

  it('are told when the text does not have them, with the line', () => {
    const errors = told(quote('第六条 重大舆情处置期间,责任股室应当每12小时续报一次,直至舆情平息。'));
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(said('原文没有“第六条 重大舆情处置期间,责任股室应当每12小时续报一次,直…”'));
  });

  it('may leave out what lies between two places, a line for each', () => {
    expect(told(quote('第六条 重大舆情处置期间\n应当每24小时续报一次'))).toEqual([]);
    const errors = told(quote('第六条 重大舆情处置期间\n每日\n续报一次'));
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(said('原文没有“每日”'));
  });

  it('may be spaced otherwise than the text', () => {
    expect(told(quote(' 第六条重大舆情处置期间,责任股室应当每 24 小时续报一次 '))).toEqual([]);
  });

  it('are not empty', () => {
    expect(told(quote('第六条 重大舆情处置期间\n\n续报一次'))[0]).toMatch(said('引文有空行'));
  });
});

describe.each(versions)('the quotes of $id $version', ({ id, version, clauses }) => {
  const read = (name: string): string | undefined => {
    try {
      return readFileSync(
        new URL(`../../../../../docs/regulations/texts/${name}.txt`, import.meta.url),
        'utf8',
      );
    } catch {
      return undefined;
    }
  };
  const text = read(`${id}-${version}`) ?? read(id) ?? '';

  it('all stand in its text', () => expect(quoteProblems({ clauses }, text)).toEqual([]));

  it('come from a text without private telephone numbers', () => {
    expect(text).not.toMatch(/(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)0\d{2,3}-?\d{7,8}(?!\d)/);
  });
});
