/**
 * Puts `content` between `<!-- name:begin -->` and `<!-- name:end -->`. Throws when the text does not have each marker
 * exactly once, in this order.
 */
export const replaceBetween = (text: string, name: string, content: string): string => {
  const begin = `<!-- ${name}:begin -->`;
  const end = `<!-- ${name}:end -->`;
  const [before, rest, ...more] = text.split(begin);
  const [, after, ...others] = (rest ?? '').split(end);
  if (before === undefined || after === undefined || more.length + others.length > 0)
    throw new Error(`README.md must have ${begin} and ${end} once each`);
  return `${before}${begin}\n\n${content}\n\n${end}${after}`;
};

/** A text that Markdown shows as it is, on one line. */
export const escapeText = (text: string): string =>
  text
    .replaceAll(/([\\`*_|#<>[\]])/g, '\\$1')
    .replaceAll('\n', '<br>')
    .trim();

export const markdownTable = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, header.map(() => '---'), ...rows]
    .map(
      (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`,
    )
    .join('\n');
