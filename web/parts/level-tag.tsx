import { config } from '../api/config.ts';
import { levelWords } from '../model/level-words.ts';

interface LevelName {
  id: string;
  name: string;
  short: string;
}

/** A level by word and colour; 初判 has the edge only: a guess must not look like a determination. */
export const LevelTag = ({ level, isGuess = false }: { level: LevelName; isGuess?: boolean }) => {
  const colour = config().levels[level.id]?.colour;
  return (
    <span class={`tag ${colour ?? ''}${isGuess ? ' guess' : ''}`}>
      {isGuess ? `${level.short} 初判` : levelWords(level, colour)}
    </span>
  );
};
