/** An error with the name that AWS gives it, so that the SDK (and Retry and Catch) see the name they know. */
export const awsError = (name: string, message: string): Error => Object.assign(new Error(message), { name });

/** The name and message of whatever was thrown. */
export const describeThrown = (thrown: unknown): { name: string; message: string } =>
  thrown instanceof Error
    ? { name: thrown.name, message: thrown.message }
    : { name: 'Error', message: String(thrown) };
