import { RemovalPolicies } from 'aws-cdk-lib';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import {
  Choice,
  Condition,
  DefinitionBody,
  JsonPath,
  LogLevel,
  Parallel,
  Pass,
  QueryLanguage,
  State,
  StateMachine,
  StateMachineType,
} from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { type Change, CONTRACT_VERSION, type ScheduleOutput } from '../shared/contracts/workflow.ts';
import { type ClockedDuty, clockedDuties } from '../shared/deadlines/clocks.ts';
import type { Level, Regulation } from '../shared/regulations/schema.ts';
import { citing, placesOf } from './comments.ts';
import { createDutyBranch } from './duty-branch.ts';
import { catchFault, createEndings, type Endings, FAULT_PATH } from './endings.ts';
import { createOthersBranch } from './others-branch.ts';
import { checkStateNames, machineName } from './state-names.ts';
import { createTask, type WorkflowFunctions } from './tasks.ts';
import { createWatchBranch } from './watch-branch.ts';

interface LevelWorkflowProps {
  readonly bureau: string;
  readonly regulation: Regulation;
  readonly level: Level;
  readonly functions: WorkflowFunctions;
  /** What the machine may do: its functions, its log, its traces. Nothing is added to it here. */
  readonly role: IRole;
  /** Send traces to X-Ray, where the partition has it. */
  readonly traces: boolean;
}

/**
 * The clocks of one warning level as a Standard state machine; input `{ caseId, level, generation }`.
 *
 *     开始 ─▶ 排定时限 ─▶ 排期结果 ─┬─▶ 处置中 (等待案卷变更 + one branch per clocked duty + 其余职责)
 *                 ▲                 │      ├─ CaseChanged   ─▶ 排定时限
 *                 └─────────────────┼──────┘  LevelChanged  ─▶ 移交新级别 ─▶ 已移交
 *                                   │         CaseConcluded ─▶ 结报归档   ─▶ 已结报
 *                                   └─▶ the same endings, or 续转新执行 ─▶ 已续转
 *     anything else that goes wrong ─▶ 时钟故障 ─▶ FAILED
 */
export class LevelWorkflow extends Construct {
  readonly stateMachine: StateMachine;
  readonly #props: LevelWorkflowProps;
  readonly #clocked: readonly ClockedDuty[];
  /** The places of the level's clauses, for the comments. */
  readonly #cite: readonly string[];

  constructor(scope: Construct, id: string, props: LevelWorkflowProps) {
    super(scope, id);
    this.#props = props;
    const { bureau, regulation, level } = props;
    this.#cite = placesOf(regulation, level.cite);
    this.#clocked = clockedDuties(regulation, level.id);
    const name = machineName(bureau, level.id);
    this.stateMachine = new StateMachine(this, 'Machine', {
      stateMachineName: name,
      stateMachineType: StateMachineType.STANDARD,
      queryLanguage: QueryLanguage.JSON_PATH,
      definitionBody: DefinitionBody.fromChainable(this.#createStates()),
      comment: citing(`${level.name}(${level.short})的时限流程`, this.#cite),
      role: props.role,
      tracingEnabled: props.traces,
      logs: {
        level: LogLevel.ALL,
        // The data name people; the case's own log is where they belong.
        includeExecutionData: false,
        destination: new LogGroup(this, 'Log', {
          // With this prefix the log deliveries need no resource policy, whose size is limited.
          logGroupName: `/aws/vendedlogs/states/${name}`,
          retention: RetentionDays.ONE_YEAR,
        }),
      },
    });
    const states = this.node.findAll().filter((child) => child instanceof State);
    checkStateNames(states.map(({ stateId }) => stateId));
    // A machine that is dropped or replaced still holds the clocks of open cases. One whose creation failed holds none.
    RemovalPolicies.of(this).retainOnUpdateOrDelete();
  }

  #createStates(): Pass {
    const { functions } = this.#props;
    const endings = createEndings(this, functions, this.#cite);
    const schedule = createTask(this, '排定时限', {
      comment: citing('由案卷日志排定各项职责的时限', this.#cite),
      call: functions.schedule,
      payload: {
        contract: JsonPath.numberAt('$.contract'),
        branches: JsonPath.listAt('$.branches'),
        caseId: JsonPath.stringAt('$.caseId'),
        level: JsonPath.stringAt('$.level'),
        generation: JsonPath.numberAt('$.generation'),
        schedules: JsonPath.numberAt('$.schedules'),
        enforcedBefore: JsonPath.numberAt('$.enforcedBefore'),
      },
      outputPath: '$.Payload',
    });
    catchFault(schedule, endings.fault);

    const handling = this.#createHandling();
    const catchChange = (change: Change, next: typeof schedule) =>
      handling.addCatch(next, { errors: [change], resultPath: '$.change' });
    catchChange('CaseChanged', schedule);
    catchChange('LevelChanged', endings.transfer);
    catchChange('CaseConcluded', endings.archive);
    handling.addCatch(endings.fault, { resultPath: FAULT_PATH });

    schedule.next(this.#createOutcome(handling, endings));
    return this.#createStart().next(schedule).startState as Pass;
  }

  /** Puts into the state what an execution must remember of its own definition: the functions may be newer or older. */
  #createStart(): Pass {
    const { level } = this.#props;
    return new Pass(this, '开始', {
      comment: citing(`${level.name}(${level.short}):开始计时`, this.#cite),
      parameters: {
        contract: CONTRACT_VERSION,
        branches: this.#clocked.map(({ duty }) => duty.id),
        caseId: JsonPath.stringAt('$.caseId'),
        level: JsonPath.stringAt('$.level'),
        generation: JsonPath.numberAt('$.generation'),
        schedules: 0,
        enforcedBefore: -1,
      },
    });
  }

  #createOutcome(handling: Parallel, endings: Endings): Choice {
    const cite = this.#cite;
    const is = (outcome: ScheduleOutput['outcome']) => Condition.stringEquals('$.outcome', outcome);
    // A later schedule function may know outcomes that this definition does not: a fault that somebody hears of.
    const unknown = new Pass(this, '排期结果不明', {
      comment: citing('排期结果不在本流程所知之列', cite),
      parameters: { Error: 'UnknownOutcome', Cause: JsonPath.stringAt('$.outcome') },
      resultPath: FAULT_PATH,
    });
    unknown.next(endings.fault);
    return new Choice(this, '排期结果', { comment: citing('按排期结果决定后续', cite) })
      .when(is('handle'), handling)
      .when(is('transfer'), endings.transfer)
      .when(is('continue'), endings.renew)
      .when(is('concluded'), endings.archive)
      .otherwise(unknown);
  }

  /** Runs until the watch branch fails: that is the only way out, so nothing follows it but its Catch. */
  #createHandling(): Parallel {
    const { regulation, functions } = this.#props;
    const handling = new Parallel(this, '处置中', {
      comment: citing('处置中:各项职责同时计时', this.#cite),
      resultPath: JsonPath.DISCARD,
    });
    handling.branch(createWatchBranch(this, functions.watch, this.#cite));
    for (const clocked of this.#clocked) {
      handling.branch(createDutyBranch(this, regulation, clocked, functions.enforce));
    }
    handling.branch(createOthersBranch(this, regulation, this.#cite, functions.enforce));
    return handling;
  }
}
