import { MONITORED_SOURCE } from '../../../../shared/regulations/reserved.ts';
import type { Regulation } from '../../../../shared/regulations/schema.ts';
import type { Problem } from '../problem.ts';

/** Whether an item that a feed pushes has a source to come from. */
export const sourceProblems = ({ sources }: Regulation): Problem[] => {
  const pushed = sources.find(({ id }) => id === MONITORED_SOURCE);
  if (pushed === undefined)
    return [
      {
        path: 'sources',
        clauses: [],
        fault: `缺少来源“${MONITORED_SOURCE}”,监测系统推送的信息没有来源`,
        mend: `请增加 id 为 ${MONITORED_SOURCE} 的来源,如“监测发现”`,
      },
    ];
  if (pushed.from === null) return [];
  const fault = '监测发现的信息不是谁发来的';
  return [
    { path: `sources[${MONITORED_SOURCE}].from`, clauses: pushed.cite, fault, mend: '请写 "from": null' },
  ];
};
