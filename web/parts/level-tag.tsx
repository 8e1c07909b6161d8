import { config } from '../api/config.ts';

interface LevelName {
  id: string;
  name: string;
  short: string;
}

/** A level by word and colour; 初判 has the edge only: a guess must not look like a determination. */
export const LevelTag = ({ level, isGuess = false }: { level: LevelName; isGuess?: boolean }) => {
  const kind = config().levels[level.id]?.colour ?? '';
  // 橙 重大; where the short name says all: 重大.
  const said =
    level.name.indexOf(level.short) >= 0 ? level.short : `${level.short} ${level.name.replace(/舆情$/, '')}`;
  return (
    <span class={`tag ${kind}${isGuess ? ' guess' : ''}`}>{isGuess ? `${level.short} 初判` : said}</span>
  );
};
