import { COMMAND_NAMES } from '../../../shared/contracts/api/words/command-names.ts';
import type { FURTHER_RIGHTS } from '../../../shared/rules/authority.ts';

/** What a further right is called in Chinese. */
const RIGHTS: Record<(typeof FURTHER_RIGHTS)[number], string> = {
  PostponeInstant: '将时点改晚',
  SettleLimit: '按放假通知确定暂定时限',
  EnterForAnother: '代录他人的审定、决定或办理',
  Countersign: '会签外单位意见,核实办公室的补录',
  ConfirmLateEntry: '核实时限过后的补录',
  WithdrawOthers: '撤回他人误录的记录',
  LowerRating: '调低评定(使时限消失或推后)',
  CompleteForOthers: '补齐他人办理记录的要件',
  EditRoster: '维护名册',
  WriteFirstRoster: '写入首份名册',
  ReadCases: '查阅案卷和舆情信息(股室、科室、单位限本单位的)',
  ReadSecretCases: '查阅涉密案卷',
  ReadRoster: '查阅名册(股室、科室、单位限本单位的)',
  ReadNumbers: '查阅全部电话号码',
  ReadRefusals: '查阅未予受理的请求',
};
const NAMES: Readonly<Record<string, string>> = { ...COMMAND_NAMES, ...RIGHTS };

export const commandNamed = (id: string): { id: string; name: string } => ({ id, name: NAMES[id] ?? id });
