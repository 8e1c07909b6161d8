/** A level as a tag has it: 橙 重大; where its short name says all, or is no colour's word, that alone: 重大, 监测申请. */
export const levelWords = (
  { name, short }: { name: string; short: string },
  colour: string | null | undefined,
): string =>
  name.indexOf(short) >= 0 || colour === null || colour === undefined
    ? short
    : `${short} ${name.replace(/舆情$/, '')}`;
