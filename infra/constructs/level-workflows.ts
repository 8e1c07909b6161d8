import { Construct } from 'constructs';
import { clockedLevels } from '../../shared/regulations/lookup.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { LevelWorkflow } from '../../statemachines/level-workflow.ts';
import type { Functions } from './functions.ts';

export interface LevelWorkflowsProps {
  readonly bureau: string;
  readonly regulation: Regulation;
  readonly functions: Functions;
}

/** One state machine per level that has clocks. */
export class LevelWorkflows extends Construct {
  constructor(scope: Construct, id: string, { bureau, regulation, functions }: LevelWorkflowsProps) {
    super(scope, id);
    const { byName } = functions;
    const called = {
      plan: byName['plan-duties'],
      watch: byName['watch-case'],
      enforce: byName['enforce-duty'],
      archive: byName['archive-case'],
      transfer: byName['transfer-case'],
      fault: byName['report-fault'],
    };
    for (const level of clockedLevels(regulation)) {
      // The level is the id, so that no logical id depends on the order of the levels.
      new LevelWorkflow(this, level.id, { bureau, regulation, level, functions: called });
    }
  }
}
