import type { Ports, System } from '../../../functions/system.ts';
import { functionName } from '../../settings/function-names.ts';
import type { Engine, EngineOptions } from '../engine/engine.ts';
import { exampleRoster } from '../people.ts';
import { createEngineWorkflows } from './engine-workflows.ts';
import { createGuardedEngine } from './guarded-engine.ts';
import { createLambdas, type Lambdas } from './lambdas.ts';

export interface EmbeddedBureauOptions
  extends Pick<EngineOptions, 'definitions' | 'clock' | 'historyLimit' | 'isKept' | 'onExecutionEnd'> {
  bureau: string;
  /** Hears of a notify function that failed, where the system is built upon `ports`. */
  onUnsent?: (caseId: string | undefined, error: unknown) => void;
}

/** One bureau in this process: its machines on an engine, its functions, its guard. */
export interface EmbeddedBureau {
  /** The engine that runs, and after a crash the one that took over. */
  engine: () => Engine;
  /** Every engine there was, the oldest first. */
  engines: readonly Engine[];
  /** What a system needs of a bureau in the same process, without any network between. */
  ports: Pick<Ports, 'workflows' | 'dispatch' | 'wakeAt' | 'now'>;
  /** Puts the functions upon the system, and the example roster into it unless told; before this no machine may run. */
  open: (
    system: System,
    feeds: Readonly<Record<string, string[]>>,
    how?: { create?: typeof createLambdas | undefined; hasExamplePeople?: boolean },
  ) => Promise<Lambdas>;
  sweep: () => Promise<unknown>;
  /** Looks into the mailboxes, as a rule of EventBridge does every minute. */
  deliver: () => Promise<unknown>;
  /** Takes a new engine, which knows of no execution; the old one is to be stopped before. */
  restart: () => void;
}

/** Composes a bureau: engine, guard and functions upon whatever system `open` is given. */
export const createEmbeddedBureau = ({
  bureau,
  onUnsent = () => undefined,
  ...options
}: EmbeddedBureauOptions): EmbeddedBureau => {
  let lambdas: Lambdas;
  const engines: Engine[] = [];
  const engine = (): Engine => engines.at(-1)!;
  const restart = (): void => {
    const invoke = (name: string, payload: unknown): Promise<unknown> => lambdas.invoke(name, payload);
    engines.push(createGuardedEngine(bureau, { ...options, invoke }));
  };
  restart();
  const notify = functionName(bureau, 'notify-people');
  /** Nothing begins any more once the engine is stopped: what it would read may be closed. */
  const invoke = async (name: string, payload: unknown): Promise<unknown> =>
    engine().isStopped() ? undefined : engine().invoke(name, payload);
  const tell = (caseId?: string): Promise<unknown> =>
    invoke(notify, caseId === undefined ? {} : { caseId }).catch((error: unknown) => onUnsent(caseId, error));
  /** Who is being told of now, and whether there is more to tell by now. */
  const telling = new Map<string | undefined, boolean>();
  /** One call for a case at a time: what comes while it runs, the next one tells together. */
  const dispatch = async (caseId?: string): Promise<void> => {
    const isTelling = telling.has(caseId);
    telling.set(caseId, isTelling);
    if (isTelling) return;
    void tell(caseId).then(() => {
      const isMore = telling.get(caseId) === true;
      telling.delete(caseId);
      if (isMore) void dispatch(caseId);
    });
  };
  const awaited = new Set<string>();
  /** Once for each instant, however many texts wait for it. */
  const wakeAt = (at: string): void => {
    if (awaited.has(at)) return;
    awaited.add(at);
    options.clock.setTimeout(() => {
      awaited.delete(at);
      void dispatch();
    }, Date.parse(at) - options.clock.now());
  };
  return {
    engine,
    engines,
    ports: {
      workflows: createEngineWorkflows(bureau, engine),
      dispatch,
      wakeAt,
      now: () => new Date(options.clock.now()).toISOString(),
    },
    open: async (system, feeds, { create = createLambdas, hasExamplePeople = true } = {}) => {
      lambdas = create(bureau, system, feeds);
      if (hasExamplePeople)
        await system.rosters.write({
          version: 1,
          roster: exampleRoster(system.regulation),
          changedBy: 'example',
          changedAt: system.now(),
        });
      return lambdas;
    },
    sweep: () => invoke(functionName(bureau, 'sweep-cases'), {}),
    deliver: () => invoke(notify, {}),
    restart,
  };
};
