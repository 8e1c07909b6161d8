import { unconfirmedActs } from '../../case/standing.ts';
import { type CaseState, calmedAtOf, isPlanRunning } from '../../case/state.ts';
import { clauseOf } from '../authority.ts';
import { type Context, scheduleOf } from '../context.ts';
import { closedGate } from '../gates.ts';
import { incompleteActs } from '../parts/incomplete.ts';
import { type Refusal, refuse } from '../refusal.ts';

type Bar = (context: Context, state: CaseState) => string | undefined;

const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join('、');

/** Whether the level has work that goes on until 平息, or the story has flared up again: then it is not over before. */
export const needsCalm = (context: Context, state: CaseState): boolean =>
  state.outbreaks.length > 1 ||
  scheduleOf(context, state).duties.some(
    // What an earlier level left, or another case, goes on no more.
    ({ limit, status }) => limit.kind === 'every' && limit.until === 'calmedAt' && status !== 'ended',
  );

const undetermined: Bar = (context, state) =>
  state.provisional ? `级别尚未确定,请先定级${clauseOf(context, state, 'ConfirmGrade')}` : undefined;
const runningPlan: Bar = (context, state) =>
  isPlanRunning(state)
    ? `应急预案尚在执行,请先宣布应急结束${clauseOf(context, state, 'EndPlan')}`
    : undefined;
const held: Bar = (context, state) => {
  const names = scheduleOf(context, state)
    .duties.filter(({ status }) => status === 'held')
    .map(({ name }) => name);
  return names.length === 0
    ? undefined
    : `${quoted(names)}尚在暂缓,请先恢复${clauseOf(context, state, 'HoldDuty')}`;
};
/** Everything that keeps any conclusion from being made, be the case 误立 or not. */
const BARS: readonly Bar[] = [undetermined, runningPlan, held];

/** Why the case cannot be concluded now, apart from what is left undone. `mistaken`: 误立, then there is nothing to calm. */
export const barred = (context: Context, state: CaseState, mistaken: boolean): Refusal | undefined => {
  const found = BARS.flatMap((bar) => bar(context, state) ?? []);
  if (found.length > 0) return refuse('CONCLUSION_NOT_CLEARED', `还不能结报:${found.join(';')}`);
  const unconfirmed = unconfirmedActs(state);
  if (unconfirmed.length > 0)
    return refuse(
      'ACTS_UNCONFIRMED',
      `案卷日志第${unconfirmed.join('、')}条代录或外单位意见尚待本人确认或局领导会签,确认前不能结报`,
    );
  const [lacking] = incompleteActs(context.regulation, state);
  if (lacking !== undefined)
    return refuse(
      'ACTS_INCOMPLETE',
      `尚有要件待补,不能结报:案卷日志第${lacking.act}条“${lacking.name}”缺${lacking.missing.join('、')}`,
    );
  if (state.lowering !== null) return refuse('LOWERING_PENDING', '有降级申请待审批,请先处理');
  if (mistaken) return undefined;
  if (needsCalm(context, state) && calmedAtOf(state) === null)
    return refuse('NOT_CALM', `舆情尚未平息,不能结报${clauseOf(context, state, 'DeclareCalm')}`);
  const gate = closedGate(context.regulation, state, 'Conclude');
  return (
    gate && refuse('CONCLUSION_NOT_CLEARED', `${gate.name}:结报前须先记录${gate.missing}(${gate.clause})`)
  );
};
