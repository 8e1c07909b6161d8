import { EXECUTED } from '../text/executed.ts';

interface List {
  /** What the office calls it. */
  name: string;
  /** The files that execute it; of what is only shown, the file that shows it. */
  files: readonly [string, ...string[]];
}
const list = (name: string, ...files: List['files']): List => ({ name, files });

/** The lists of a regulation whose members cite clauses, as the data name them: `''` is the regulation itself. */
export const LISTS = {
  '': list('制度', EXECUTED.version, 'shared/rules/phases/open.ts'),
  'duties.terms': list('职责', EXECUTED.duties),
  'duties.terms.limit.extension': list('延长', 'shared/rules/limits/move-limits.ts'),
  gates: list('审批与前置条件', EXECUTED.gates),
  forbiddenChannels: list('不得使用的渠道', EXECUTED.forbiddenChannels),
  routing: list('推送和通知的对象', 'shared/rules/notices.ts', 'functions/sweep-cases/push-routine.ts'),
  contacts: list('向上级报告', EXECUTED.contacts),
  authorities: list('谁可办理', EXECUTED.authorities),
  ladders: list('逐级上报', EXECUTED.ladders, 'shared/deadlines/steps.ts'),
  handling: list('参照处置', EXECUTED.handling),
  grading: list('定级', EXECUTED.grading),
  'grading.determination': list('级别的确定', 'shared/rules/level/level.ts', 'shared/rules/phases/open.ts'),
  'grading.criteria': list('定级指标', EXECUTED.grading),
  'grading.criteria.words': list('定级词表', 'shared/grading/words.ts'),
  'grading.floors': list('直接定级的情形', 'shared/grading/floors.ts'),
  scales: list('级别体系', EXECUTED.scales),
  'scales.levels': list(
    '级别',
    'shared/rules/level/level.ts',
    'shared/rules/level/rate.ts',
    'statemachines/level-workflow.ts',
  ),
  'scales.defaults': list('未评定时的级别', 'shared/regulations/ratings.ts'),
  documents: list('文书', EXECUTED.documents),
  parts: list('办理记录的要件', EXECUTED.parts),
  settings: list('设置', EXECUTED.settings),
  readings: list('条文的理解', 'infra/docs/regulation/sections/settings.ts'),
  roles: list('岗位', EXECUTED.roles),
  sources: list('来源', EXECUTED.sources, 'shared/regulations/conditions.ts'),
  flags: list('标记', EXECUTED.flags, 'shared/regulations/conditions.ts', 'shared/rules/acts/flags.ts'),
  instants: list('时点', EXECUTED.instants),
  actions: list('办理事项', EXECUTED.actions),
  decisions: list('决定', EXECUTED.decisions),
  reportForms: list('报告形式', EXECUTED.reportForms),
  reportKinds: list('报告种类', EXECUTED.reportKinds),
  publicationForms: list('发布形式', EXECUTED.publicationForms),
  channels: list('渠道', EXECUTED.channels),
  mediaTypes: list('媒体类型', EXECUTED.mediaTypes),
} satisfies Record<string, List>;
export type ListId = keyof typeof LISTS;
