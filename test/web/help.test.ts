import { describe, expect, it } from 'vitest';
import { templates } from '../../shared/notices/templates.ts';
import { spoken } from '../../web/model/spoken.ts';
import { MISTAKES } from '../../web/pages/help/steps.ts';
import type { TextMeaning } from '../../web/pages/help/text-meaning.ts';
import { TEXT_GROUPS } from '../../web/pages/help/texts.ts';
import { formsIn } from './forms/bureau-forms.ts';

const explained = TEXT_GROUPS.flatMap(({ texts }) => texts);
/** The words of a template as a page has them, without what varies. */
const wordsOf = (name: string): string => spoken(templates[name]!.text.replace(/\{\w+\}/g, '…'));
/** Whether the pieces between what varies stand in the words, one after another. */
const isSaid = (said: string, words: string): boolean => {
  let from = 0;
  for (const piece of said.split('…').filter((each) => each !== '')) {
    const at = words.indexOf(piece, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  return true;
};
const bestFor = ({ says }: TextMeaning, name: string): string[] =>
  says.filter((said) => isSaid(said, wordsOf(name)));

describe('what the help says of texts', () => {
  it('explains every kind of notice, once', () => {
    const kinds = explained.flatMap((each) => each.kinds);
    expect([...kinds].sort()).toEqual(Object.keys(templates).sort());
  });

  it.each(explained.flatMap((each) => each.kinds.map((name) => [name, each] as const)))(
    'has the words of %s',
    (name, each) => expect(bestFor(each, name), wordsOf(name)).not.toEqual([]),
  );

  it('has no words that no text has', () => {
    const idle = explained.flatMap((each) =>
      each.says.filter((said) => !each.kinds.some((name) => isSaid(said, wordsOf(name)))),
    );
    expect(idle).toEqual([]);
  });

  it('says of what asks for something that stands in no list where it is done, and of what stands in one in which', () => {
    for (const name of ['opened', 'holdAsked', 'unconfirmed', 'denied'])
      expect(explained.find(({ kinds }) => kinds.includes(name))!.means, name).toMatch(
        /列在“待办”的“待你确认”里|不列入“待办”，打开案卷|没有这一项；打开案卷/,
      );
  });

  it('speaks with full-width marks, without keys', () => {
    for (const { says, means } of explained)
      for (const text of [...says, means]) {
        expect(text).not.toMatch(/[,;:?!()]/);
        expect(text).not.toMatch(/[{}A-Za-z]/);
      }
  });
});

describe('登错了怎么办', () => {
  const words = MISTAKES.flat().join('');
  it('names the acts by what the desk calls them', () => {
    const { commands } = formsIn('leizhou');
    for (const type of [
      'WithdrawAct',
      'AssignUnit',
      'ChangeLevel',
      'CorrectInstant',
      'CompleteAct',
      'SetFlags',
    ])
      expect(words).toContain(`“${commands[type]!.title}”`);
  });
  it('says that nothing can be deleted, in full-width marks and without keys', () => {
    expect(words).toContain('日志只增不减');
    expect(words).not.toMatch(/[,;:?!(){}A-Za-z]/);
  });
});
