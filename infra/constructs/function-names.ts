import { z } from 'zod';

/** The functions of a deployment; each one's code begins at `functions/<name>/index.ts`. */
export const FunctionName = z.enum([
  'intake-items',
  'serve-desk',
  'plan-duties',
  'watch-case',
  'enforce-duty',
  'archive-case',
  'transfer-case',
  'report-fault',
  'notify-people',
  'sweep-cases',
  'guard-clocks',
  'bridge-sms',
]);
export type FunctionName = z.infer<typeof FunctionName>;

/** What a function may do beside reading the table. */
export type Need = 'write' | 'start' | 'describe' | 'signal' | 'notify' | 'text';

/** A command carried into the log goes on to the clocks (start, signal) and to the telephones (notify). */
const CARRIES_OUT: readonly Need[] = ['write', 'start', 'signal', 'notify'];

/** Each function's purpose, in the words that the console shows, and its needs: nothing else is granted. */
export const FUNCTIONS: Readonly<Record<FunctionName, { purpose: string; needs: readonly Need[] }>> = {
  'intake-items': { purpose: '接收监测平台推送的舆情信息', needs: CARRIES_OUT },
  'serve-desk': { purpose: '办公室与股室的接口', needs: CARRIES_OUT },
  'plan-duties': { purpose: '由案卷日志排定时限', needs: [] },
  'watch-case': { purpose: '登记流程的回调凭证', needs: ['write', 'signal'] },
  'enforce-duty': { purpose: '提醒、到期核查、督办', needs: CARRIES_OUT },
  'archive-case': { purpose: '结报归档', needs: CARRIES_OUT },
  'transfer-case': { purpose: '移交新级别或续转新执行', needs: CARRIES_OUT },
  'report-fault': { purpose: '记录时钟故障', needs: CARRIES_OUT },
  'notify-people': { purpose: '发送通知', needs: [...CARRIES_OUT, 'text'] },
  'sweep-cases': { purpose: '巡检:补发通知、重启停摆的时钟', needs: [...CARRIES_OUT, 'describe', 'text'] },
  'guard-clocks': { purpose: '时钟守护:流程异常结束时重启或通知运维', needs: [...CARRIES_OUT, 'text'] },
  'bridge-sms': { purpose: '把短信转交政府短信网关', needs: CARRIES_OUT },
};
