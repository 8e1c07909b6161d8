import type { Regulation } from '../../../../shared/regulations/schema.ts';
import type { Problem } from '../problem.ts';

const bare = (text: string): string => text.replace(/\s/g, '');
const shorten = (text: string): string => (text.length > 30 ? `${text.slice(0, 30)}…` : text);

/** Quotes that `text`, the regulation as issued, does not contain: each line of a quote must stand there; spaces do not count. */
export const quoteProblems = ({ clauses }: Pick<Regulation, 'clauses'>, text: string): Problem[] => {
  const source = bare(text);
  return Object.entries(clauses).flatMap(([clause, quote]) => {
    const lines = quote.split('\n');
    const wrong = lines.filter((line) => bare(line) === '' || !source.includes(bare(line)));
    return wrong.map((line) => ({
      path: `clauses.${clause}`,
      clauses: [],
      fault: bare(line) === '' ? '引文有空行' : `原文没有“${shorten(line)}”`,
      mend: '请逐字照原文改正;不连续的几处之间用 \\n 隔开',
    }));
  });
};
