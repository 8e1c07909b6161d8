/** A copy as JSON carries it, which is what crosses every border of a Lambda or a workflow; undefined becomes null. */
export const copyJson = (value: unknown): unknown => {
  const text = JSON.stringify(value);
  return text === undefined ? null : JSON.parse(text);
};
