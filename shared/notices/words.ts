import type { Notice } from '../case/events.ts';
import type { CaseState } from '../case/state.ts';
import { scheduleCase } from '../deadlines/schedule.ts';
import { levelOf, nameIn, roleName } from '../regulations/lookup.ts';
import type { Regulation } from '../regulations/schema.ts';
import { shortLocal } from '../time/instants.ts';
import type { Part } from './compose.ts';

export const partOf = (
  regulation: Regulation,
  state: CaseState,
  notice: Notice,
  { reachedRole, unassigned }: { reachedRole?: string | undefined; unassigned?: boolean | undefined } = {},
): Part => {
  const scheduled = scheduleCase(regulation, state).duties.find(({ duty }) => duty === notice.duty);
  const name =
    scheduled?.toldAs ??
    scheduled?.name ??
    (notice.duty === undefined ? undefined : nameIn(regulation.duties, notice.duty));
  const why =
    reachedRole === undefined
      ? undefined
      : unassigned
        ? '尚未转办单位'
        : `${roleName(regulation, notice.role)}无人`;
  return {
    caseId: state.caseId,
    template: notice.template,
    ...(notice.due === undefined ? {} : { due: notice.due }),
    ...(notice.duty === undefined ? {} : { duty: notice.duty }),
    variables: {
      case: state.caseId,
      level: `${state.provisional ? '初判' : ''}${levelOf(regulation, state.handlingLevel).short}`,
      ...(name === undefined ? {} : { duty: name }),
      ...(notice.due === undefined
        ? {}
        : { due: `${shortLocal(notice.due, regulation.zone)}${scheduled?.provisional ? '(暂定)' : ''}` }),
      ...(why === undefined ? {} : { why }),
      ...notice.variables,
    },
  };
};
