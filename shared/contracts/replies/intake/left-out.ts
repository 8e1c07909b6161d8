import type { Warning } from './warning.ts';

const LEFT_OUT: readonly Warning['kind'][] = ['unread', 'doubted', 'unused'];
/** Whether a field is not gone by: it could not be read, is not believed, or only looks like one of ours. */
export const isLeftOut = ({ kind }: Pick<Warning, 'kind'>): boolean => LEFT_OUT.indexOf(kind) >= 0;
