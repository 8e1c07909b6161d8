/** A case's number in a list, at `year`: `0007`; of another year with it: `2025-0007`. */
export const shortNumber = (caseId: string, year: number): string => {
  const [, its, number] = /(\d{4})-(\d+)$/.exec(caseId) ?? [];
  if (its === undefined || number === undefined) return caseId;
  return Number(its) === year ? number : `${its}-${number}`;
};
