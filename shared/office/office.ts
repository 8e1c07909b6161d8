import type { Actor } from '../case/events.ts';
import type { CaseState } from '../case/state.ts';
import { RequestError } from '../contracts/errors.ts';
import type { Change } from '../contracts/workflow.ts';
import type { DispatchNotices } from '../notices/dispatch.ts';
import type { Cases, Changed } from '../records/cases.ts';
import type { Watches } from '../records/watches.ts';
import { regulationOf } from '../regulations/index.ts';
import { levelOf } from '../regulations/lookup.ts';
import type { Regulation } from '../regulations/schema.ts';
import { type CaseCommand, handle } from '../rules/decide.ts';
import type { OpenCaseFacts } from '../rules/phases/open.ts';
import type { Workflows } from '../workflows/executions.ts';

export interface OfficeDependencies {
  cases: Cases;
  watches: Watches;
  workflows: Workflows;
  dispatch: DispatchNotices;
  regulation: Regulation;
  now: () => string;
  /** Told of an effect that failed after the log was written; the sweep makes up for it. */
  onLostEffect: (caseId: string, effect: string, error: unknown) => void;
}

/** The actor of everything that the clocks do by themselves. */
export const SYSTEM_ACTOR: Actor = { id: 'system', name: '时限系统', role: 'system' };

/** By the version that the case was opened under: a newer one may not have its level any more. */
const hasMachine = ({ regulation: { id, version }, handlingLevel }: CaseState): boolean =>
  levelOf(regulationOf(id, version), handlingLevel).clocked;

/**
 * Carries a command into the log and from there to the clocks and the telephones. The log comes first: once it is
 * written the command has succeeded, and what follows is repaired by the sweep if it is cut off.
 */
export const createOffice = (dependencies: OfficeDependencies) => {
  const { cases, watches, workflows, dispatch, regulation, now, onLostEffect } = dependencies;

  const start = (state: CaseState) =>
    workflows.start({ caseId: state.caseId, level: state.handlingLevel, generation: state.generation });

  /** Wakes the clocks of a case, or starts them when none are waiting. */
  const arm = async (state: CaseState): Promise<void> => {
    const watch = await watches.find(state.caseId);
    if (watch !== undefined && watch.version < state.rearmedVersion) {
      const change: Change =
        state.status !== 'open'
          ? 'CaseConcluded'
          : watch.generation < state.generation
            ? 'LevelChanged'
            : 'CaseChanged';
      if (await workflows.signal(watch.token, change)) return;
    }
    if (state.status === 'open' && hasMachine(state)) await start(state);
  };

  const attempt = async (caseId: string, effect: string, run: () => Promise<void>): Promise<void> => {
    try {
      await run();
    } catch (error) {
      onLostEffect(caseId, effect, error);
    }
  };

  return {
    arm,
    start,
    hasMachine,
    /** Throws a RequestError when the rules would refuse this opening; writes nothing. */
    check: (actor: Actor, command: OpenCaseFacts): void => {
      const { refusal } = handle({ regulation, now: now(), actor }, null, command);
      if (refusal !== null) throw new RequestError(refusal.code, refusal.message);
    },
    /** Whether the rules would refuse this command now; writes nothing. */
    refuses: (state: CaseState, actor: Actor, command: CaseCommand): boolean =>
      handle(
        { regulation: regulationOf(state.regulation.id, state.regulation.version), now: now(), actor },
        state,
        command,
      ).refusal !== null,
    /** Throws CaseNotFound or CaseBusy when nothing was written; a refusal by the rules is an answer. */
    carryOut: async (
      caseId: string,
      actor: Actor,
      command: CaseCommand,
      request?: string,
    ): Promise<Changed> => {
      const changed = await cases.change(caseId, regulation, actor, now, command, request);
      const { entry, state } = changed;
      if (entry === null) return changed;
      const effects: Promise<void>[] = [];
      if (entry.rearms) effects.push(attempt(caseId, 'arm', () => arm(state)));
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
