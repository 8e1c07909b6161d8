/** A clause as one may type it: without regard to spaces, to full or half width, to ① or 1, to – or -. */
export const plain = (clause: string): string =>
  clause.normalize('NFKC').replaceAll(/[‐-―]/g, '-').replaceAll(/\s/g, '').toLowerCase();

/** The clause that a title begins with, after its bureau: `leizhou 办法 第六条: …`; the longest id counts. */
export const clauseIn = (title: string, bureau: string, clauses: readonly string[]): string | undefined => {
  if (!title.startsWith(`${bureau} `)) return undefined;
  const rest = title.slice(bureau.length + 1);
  return clauses
    .filter((clause) => rest.startsWith(clause) && /^(?:[\s:]|$)/.test(rest.slice(clause.length)))
    .sort((one, other) => other.length - one.length)[0];
};

/**
 * The clause of the data that a person means: the one so named, or the only one whose name begins so; `namesOf`: what else
 * a clause is called. Throws in Chinese
 * when there is none, with those that contain the text typed, else with all.
 */
export const clauseMeant = (
  typed: string,
  bureau: string,
  clauses: readonly string[],
  namesOf: (clause: string) => readonly string[] = () => [],
): string => {
  const wanted = plain(typed);
  const calls = (clause: string): string[] => [clause, ...namesOf(clause)].map(plain);
  const near =
    wanted === '' ? [] : clauses.filter((clause) => calls(clause).some((name) => name.includes(wanted)));
  const [found, ...others] = near.filter((clause) => calls(clause).some((name) => name.startsWith(wanted)));
  const exact = near.find((clause) => plain(clause) === wanted) ?? (others.length === 0 ? found : undefined);
  if (exact !== undefined) return exact;
  const list = near.length > 0 ? `相近的条款:${near.join('、')}` : `全部条款:${clauses.join('、')}`;
  throw new Error(`“${bureau}”没有条款“${typed}”;${list}`);
};
