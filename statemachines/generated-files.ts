/** Where the generated machines lie, from the root of the project: a folder a bureau. */
export const MACHINES = 'statemachines/generated';
/** The file of one level's machine. */
export const machineFile = (bureau: string, level: string): string => `${MACHINES}/${bureau}/${level}.json`;
