/** What the definition calls its ways and errors → as whoever looks at the picture reads it. */
const WORDS: Readonly<Record<string, string>> = {
  handle: '处置',
  transfer: '移交',
  continue: '续转',
  concluded: '结报',
  otherwise: '其余',
  remind: '提醒',
  due: '时限',
  overdue: '逾期',
  none: '无需计时',
  LevelChanged: '级别变更',
  CaseConcluded: '案卷结报',
  CaseChanged: '案卷变更',
  'States.ALL': '任何故障',
};
/** The word for it. Throws for what has none: the picture then no longer fits the definition. */
export const wordFor = (name: string | undefined): string => {
  const word = WORDS[name ?? ''];
  if (word === undefined) throw new Error(`The picture has no word for “${name}”`);
  return word;
};
