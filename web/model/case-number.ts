const NUMBER = /(\d{4})-(\d+)$/;

/** A case's number as lists have it: `0007`; of another year than `year` with it: `2025-0007`. */
export const shortNumber = (caseId: string, year: number): string => {
  const [, itsYear, number] = NUMBER.exec(caseId) ?? [];
  if (itsYear === undefined || number === undefined) return caseId;
  return Number(itsYear) === year ? number : `${itsYear}-${number}`;
};
