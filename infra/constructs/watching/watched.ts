import type { BureauApi } from '../bureau-api.ts';
import type { CaseTables } from '../case-tables.ts';
import type { ClockGuard } from '../clock-guard.ts';
import type { Functions } from '../functions/functions.ts';
import type { LevelWorkflows } from '../level-workflows.ts';
import type { SmsBridge } from '../sms-bridge.ts';

/** The parts of a deployment that alarms and the dashboard look at. */
export interface Watched {
  readonly bureau: string;
  readonly functions: Functions;
  readonly workflows: LevelWorkflows;
  readonly api: BureauApi;
  readonly tables: CaseTables;
  /** Only where texts go through the government's gateway. */
  readonly bridge: SmsBridge | undefined;
  readonly guard: ClockGuard;
}
