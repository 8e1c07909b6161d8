import type { Actor } from '../case/events.ts';
import type { DispatchNotices } from '../notices/dispatch.ts';
import type { Cases } from '../records/cases.ts';
import type { Rosters } from '../records/roster.ts';
import type { Watches } from '../records/watches.ts';
import type { Regulation } from '../regulations/schema.ts';
import type { CaseCommand } from '../rules/decide.ts';
import type { Workflows } from '../workflows/executions.ts';
import { type Changed, createChangeCase, type Terms } from './change-case.ts';
import { createClocks } from './clocks.ts';
import { createRequireUnchanged } from './unchanged.ts';

interface OfficeDependencies {
  cases: Cases;
  rosters: Pick<Rosters, 'read'>;
  watches: Watches;
  workflows: Workflows;
  dispatch: DispatchNotices;
  regulation: Regulation;
  now: () => string;
  pause?: (milliseconds: number) => Promise<void>;
  /** Told of an effect that failed after the log was written; the sweep makes up for it. */
  onLostEffect: (caseId: string, effect: string, error: unknown) => void;
}

/** The actor of everything that the clocks do by themselves. */
export const SYSTEM_ACTOR: Actor = { id: 'system', name: '时限系统', role: 'system' };

/**
 * Carries a command into the log and from there to the clocks and the telephones. The log comes first: once it is
 * written the command has succeeded, and what follows is repaired by the sweep if it is cut off.
 */
export const createOffice = (dependencies: OfficeDependencies) => {
  const { dispatch, onLostEffect } = dependencies;
  const { consult, change } = createChangeCase(dependencies);
  const clocks = createClocks(dependencies);

  const attempt = async (caseId: string, effect: string, run: () => Promise<void>): Promise<void> => {
    try {
      await run();
    } catch (error) {
      onLostEffect(caseId, effect, error);
    }
  };

  return {
    clocks,
    consult,
    requireUnchanged: createRequireUnchanged(dependencies.cases),
    /** Throws CaseNotFound, CaseBusy or CASE_CHANGED (412) when nothing was written; a refusal by the rules is an answer. */
    carryOut: async (
      caseId: string,
      actor: Actor,
      command: CaseCommand,
      terms: Terms = {},
    ): Promise<Changed> => {
      const changed = await change(caseId, actor, command, terms);
      const { entry, state } = changed;
      if (entry === null) return changed;
      const effects: Promise<void>[] = [];
      if (entry.rearms) effects.push(attempt(caseId, 'arm', () => clocks.arm(state)));
      const hasNotices = entry.events.some(
        (event) => event.type === 'NoticesMade' && event.notices.some(({ byTelephone }) => !byTelephone),
      );
      if (hasNotices) effects.push(attempt(caseId, 'dispatch', () => dispatch(caseId)));
      await Promise.all(effects);
      return changed;
    },
  };
};
export type Office = ReturnType<typeof createOffice>;
