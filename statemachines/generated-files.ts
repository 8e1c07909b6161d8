/** Where the generated machines lie, from the root of the project: a folder a bureau. */
export const MACHINES = 'statemachines/generated';
/** The file of one level's machine. */
export const machineFile = (bureau: string, level: string): string => `${MACHINES}/${bureau}/${level}.json`;
/** Why such a file cannot be read, and what to do. */
export const notThere = (path: string): string =>
  `状态机文件 ${path} 缺失或已损坏,请运行 npm run docs 重新生成`;
