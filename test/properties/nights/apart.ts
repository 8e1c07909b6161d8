import type { Text } from './texts-of-run.ts';

const MINUTE = 60_000;

/** Decision 051: texts to one number that lie less than a minute apart, whatever cases they are about. */
export const tooClose = (texts: readonly Text[]): string[] =>
  [...Map.groupBy(texts, ({ to }) => to)].flatMap(([to, all]) =>
    all.flatMap((text, index) => {
      const before = all[index - 1];
      return before !== undefined && text.at - before.at < MINUTE
        ? [`${to} ${new Date(text.at).toISOString()}: ${before.text} ${text.text}`]
        : [];
    }),
  );
