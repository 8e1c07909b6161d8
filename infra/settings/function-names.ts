import { z } from 'zod';

/** The functions of a deployment; each one's code begins at `functions/<name>/index.ts`. */
export const FunctionName = z.enum([
  'intake-items',
  'serve-desk',
  'schedule-duties',
  'watch-case',
  'enforce-duty',
  'archive-case',
  'transfer-case',
  'report-fault',
  'notify-people',
  'sweep-cases',
  'guard-clocks',
  'bridge-sms',
  'take-receipts',
  'serve-files',
]);
export type FunctionName = z.infer<typeof FunctionName>;
/** What only a deployment over the government's gateway has. */
export const BRIDGED: readonly FunctionName[] = ['bridge-sms', 'take-receipts'];

/** A function's deployed name: `<bureau>-<name>`. */
export const functionName = (bureau: string, name: FunctionName): string => `${bureau}-${name}`;

/** What a function may do beside its calls of the tables (table-calls.ts). */
export type Need = 'start' | 'describe' | 'look' | 'signal' | 'notify' | 'text';

/** A command carried into the log goes on to the clocks (start, signal) and to the telephones (notify). */
const CARRIES_OUT: readonly Need[] = ['start', 'signal', 'notify'];

/** Who calls a function: the HTTP API and the state machines wait for its answer, events do not. */
export type Caller = 'http' | 'clock' | 'event';

export interface FunctionOptions {
  /** In the words that the console shows. */
  readonly purpose: string;
  readonly calledBy: Caller;
  /** What it may do: nothing else is granted. */
  readonly needs: readonly Need[];
}

const http = (purpose: string, needs: readonly Need[] = CARRIES_OUT): FunctionOptions => ({
  purpose,
  calledBy: 'http',
  needs,
});
const clock = (purpose: string, needs: readonly Need[] = CARRIES_OUT): FunctionOptions => ({
  purpose,
  calledBy: 'clock',
  needs,
});
const event = (purpose: string, needs: readonly Need[]): FunctionOptions => ({
  purpose,
  calledBy: 'event',
  needs,
});

export const FUNCTIONS: Readonly<Record<FunctionName, FunctionOptions>> = {
  'intake-items': http('接收监测平台推送的舆情信息'),
  'serve-desk': http('办公室与股室的接口', [...CARRIES_OUT, 'describe', 'look']),
  'schedule-duties': clock('由案卷日志排定时限', []),
  'watch-case': clock('登记流程的回调凭证', ['signal']),
  'enforce-duty': clock('提醒、到期核查、督办'),
  'archive-case': clock('结报归档'),
  'transfer-case': clock('移交新级别或续转新执行'),
  'report-fault': clock('记录时钟故障'),
  'notify-people': event('发送通知', [...CARRIES_OUT, 'text']),
  'sweep-cases': event('巡检:补发通知、重启停摆的时钟', [...CARRIES_OUT, 'describe', 'text']),
  'guard-clocks': event('时钟守护:流程异常结束时重启或通知运维', [...CARRIES_OUT, 'text']),
  'bridge-sms': event('把短信转交政府短信网关', CARRIES_OUT),
  'take-receipts': http('接收短信网关的送达回执'),
  'serve-files': http('接口文档和网页文件', []),
};

/** The functions that the state machines call. */
export const CLOCK_FUNCTIONS: readonly FunctionName[] = FunctionName.options.filter(
  (name) => FUNCTIONS[name].calledBy === 'clock',
);
