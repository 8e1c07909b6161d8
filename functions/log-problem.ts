const describe = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  // Its code or name and not its words, which may quote what was sent.
  const { cause } = error as { cause?: { code?: unknown; name?: unknown } };
  const because = cause?.code ?? cause?.name;
  return `${error.stack ?? error.message}${because === undefined ? '' : ` (${String(because)})`}`;
};

/**
 * Writes down what the system could not make good by itself, as a line that the alarm on problems counts
 * (infra/constructs/watching/alarms.ts). `problem` says where, such as a case's number; never who or a telephone number.
 */
export const logProblem = (problem: string, error: unknown): void => {
  // An object and not its text: so it is a field of the log's JSON that a filter can see.
  console.error({ problem, error: describe(error) });
};
