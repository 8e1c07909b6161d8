/** Where a clause stands in the full text. */
export const clauseId = (clause: string): string => `clause-${clause.replace(/\s+/g, '-')}`;
export const clauseAddress = (clause: string): string =>
  `/desk/regulation?part=text#${encodeURIComponent(clauseId(clause))}`;
