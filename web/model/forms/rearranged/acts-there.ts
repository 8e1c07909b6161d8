// An act that stands in the log of a case which was merged into this one: its case and its entry are chosen as one.

interface ActThere {
  case: string;
  act: number;
}
export const actThere = ({ case: caseId, act }: ActThere): string => `${caseId}#${act}`;

/** What was chosen → what is sent; undefined: it is an entry of this case's own log. */
export const actThereIn = (choice: string): { act: number; mergedCase: string } | undefined => {
  const [, mergedCase, act] = /^(.+)#(\d+)$/.exec(choice) ?? [];
  return mergedCase === undefined ? undefined : { act: Number(act), mergedCase };
};

/** What came with the task → what one would have chosen; undefined: nothing of another case. */
export const actThereFrom = ({ act, mergedCase }: Readonly<Record<string, unknown>>): string | undefined =>
  typeof act === 'number' && typeof mergedCase === 'string' ? actThere({ case: mergedCase, act }) : undefined;
