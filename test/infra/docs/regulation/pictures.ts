import { widthOf } from '../../../../shared/pictures/svg.ts';

export interface PlacedText {
  content: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Every text of a picture with the room it takes: an estimate from its size and characters. */
export const textsOf = (svg: string): PlacedText[] =>
  [
    ...svg.matchAll(
      /<text x="([\d.]+)" y="([\d.]+)" font-size="([\d.]+)" text-anchor="(\w+)"[^>]*>([^<]*)<\/text>/g,
    ),
  ].map(([, x, y, size, anchor, escaped]) => {
    const content = unescaped(escaped!);
    const width = widthOf(content, Number(size));
    const left = Number(x) - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0);
    // Chinese characters stand from 0.88 of their size above the line to 0.12 below.
    return {
      content,
      left,
      right: left + width,
      top: Number(y) - 0.88 * Number(size),
      bottom: Number(y) + 0.12 * Number(size),
    };
  });

/** The first two texts that lie over one another. */
export const overlapOf = (texts: readonly PlacedText[]): string[] => {
  for (const [index, one] of texts.entries())
    for (const other of texts.slice(index + 1))
      if (
        one.left < other.right &&
        other.left < one.right &&
        one.top < other.bottom &&
        other.top < one.bottom
      )
        return [one.content, other.content];
  return [];
};

/** The parts of a picture that are one row each, by what their titles begin with. */
export const rowTitles = (svg: string): string[] =>
  [...svg.matchAll(/<g>\s*<title>([^<]*)<\/title>/g)].map(([, title]) => unescaped(title!));

/** Tags that are not closed, or not by their own name. */
export const unclosedTags = (svg: string): string[] => {
  const open: string[] = [];
  for (const [, close, name, , self] of svg.matchAll(/<(\/?)([a-zA-Z]+)((?:\s[^<>]*?)?)(\/?)>/g)) {
    if (self === '/') continue;
    if (close === '') open.push(name!);
    else if (open.pop() !== name) return [...open, `/${name}`];
  }
  return open;
};
