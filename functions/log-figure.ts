/** Writes down with how many feeds something is wrong, as a line that a metric reads (infra/constructs/watching/alarms.ts). */
export const logTroubledFeeds = (troubledFeeds: number): void => {
  // An object and not its text: so it is a field of the log's JSON that a filter can see.
  console.log({ troubledFeeds });
};
