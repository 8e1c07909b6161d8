import { regulations } from '../../shared/regulations/index.ts';

/** 雷州市市场监督管理局, the bureau of most tests. */
export const leizhou = regulations.leizhou!;
