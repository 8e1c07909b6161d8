import { instructionDuty } from '../../case/standing.ts';
import type { CaseState } from '../../case/state.ts';
import { withoutStop } from '../../contracts/sentences.ts';
import type { Regulation } from '../../regulations/schema.ts';
import { answersTo } from './answers.ts';
import type { OwnDuty } from './own-duty.ts';

const LONGEST_WORDS = 24;
const cut = (task: string): string => {
  const text = withoutStop(task);
  return text.length > LONGEST_WORDS ? `${text.slice(0, LONGEST_WORDS)}…` : text;
};

/** A 批示 that asks for something: owed by whom it names, with its own words and limit, until a report answers it. */
export const instructionDuties = (regulation: Regulation, state: CaseState): OwnDuty[] => {
  const cite = regulation.authorities
    .filter(({ command }) => command === 'RecordInstruction')
    .flatMap((authority) => authority.cite)
    .slice(0, 1);
  return state.instructions.map(({ entry, from, task, role, unit, due, madeAt, recordedAt }) => ({
    id: instructionDuty(entry),
    name: `落实批示:${cut(task)}`,
    toldAs: '落实领导批示',
    cite,
    limit:
      due === undefined
        ? { kind: 'prompt', word: '批示未定时限' }
        : { kind: 'external', word: '批示限时', rule: '领导批示' },
    from: recordedAt,
    due: due ?? null,
    responsible: role,
    ...(unit === undefined ? {} : { unit }),
    way: { act: 'answer', entry },
    acts: answersTo(state, entry, madeAt),
    ended: null,
    isOutside: from === 'superior',
  }));
};
