import { functionName } from '../../settings/function-names.ts';
import { createEngine, type Engine, type EngineOptions } from '../engine/engine.ts';

/**
 * An engine over a bureau's machines that does what EventBridge does on AWS: the guard hears of every end that was not the
 * execution's own. `invoke` runs the bureau's functions by their deployed names.
 */
export const createGuardedEngine = (bureau: string, options: EngineOptions): Engine =>
  createEngine({
    ...options,
    onExecutionEnd: async (execution) => {
      await options.onExecutionEnd?.(execution);
      const { name, status, input, startDate, stopDate } = execution;
      if (status === 'SUCCEEDED') return;
      const detail = { name, status, input: JSON.stringify(input), startDate, stopDate };
      await options.invoke(functionName(bureau, 'guard-clocks'), { detail });
    },
  });
