interface List {
  /** What the office calls it. */
  name: string;
  /** The files that execute it; of what is only shown, the file that shows it. */
  files: readonly [string, ...string[]];
}
const list = (name: string, ...files: List['files']): List => ({ name, files });

/** The lists of a regulation whose members cite clauses, as the data name them: `''` is the regulation itself. */
export const LISTS = {
  '': list('制度', 'shared/rules/phases/open.ts'),
  'duties.terms': list('职责', 'shared/deadlines/schedule.ts'),
  'duties.terms.limit.extension': list('延长', 'shared/rules/limits/move-limits.ts'),
  gates: list('审批与前置条件', 'shared/rules/gates.ts'),
  forbiddenChannels: list('不得使用的渠道', 'shared/rules/acts/channels.ts'),
  routing: list('推送和报告的对象', 'functions/sweep-cases/push-routine.ts'),
  contacts: list('向上级报告', 'shared/rules/acts/acts.ts'),
  authorities: list('谁可办理', 'shared/rules/authority.ts'),
  ladders: list('逐级上报', 'shared/deadlines/steps.ts'),
  handling: list('参照处置', 'shared/grading/handling.ts'),
  grading: list('定级', 'shared/grading/grade.ts'),
  'grading.criteria': list('定级指标', 'shared/grading/grade.ts'),
  'grading.criteria.words': list('定级词表', 'shared/grading/words.ts'),
  'grading.floors': list('直接定级的情形', 'shared/grading/floors.ts'),
  scales: list('级别体系', 'shared/regulations/scales.ts'),
  'scales.levels': list('级别', 'shared/rules/level/level.ts', 'statemachines/level-workflow.ts'),
  'scales.defaults': list('未评定时的级别', 'shared/regulations/ratings.ts'),
  documents: list('文书', 'shared/rules/acts/documents.ts'),
  settings: list('设置', 'shared/regulations/settings.ts'),
  readings: list('条文的理解', 'infra/docs/regulation/sections/settings.ts'),
  roles: list('岗位', 'shared/notices/recipients.ts'),
  sources: list('来源', 'shared/rules/acts/facts.ts', 'shared/regulations/conditions.ts'),
  flags: list('标记', 'shared/rules/acts/facts.ts', 'shared/regulations/conditions.ts'),
  instants: list('时点', 'shared/deadlines/anchors.ts'),
  actions: list('办理事项', 'shared/rules/acts/acts.ts'),
  decisions: list('决定', 'shared/rules/acts/acts.ts'),
  reportForms: list('报告形式', 'shared/rules/acts/acts.ts'),
  reportKinds: list('报告种类', 'shared/rules/acts/acts.ts'),
  publicationForms: list('发布形式', 'shared/rules/acts/acts.ts'),
  channels: list('渠道', 'shared/rules/acts/channels.ts'),
  mediaTypes: list('媒体类型', 'shared/office/take-item.ts'),
  categories: list('舆情类别', 'infra/docs/clauses/rules.ts'),
  libraries: list('资料库', 'infra/docs/regulation/sections/records.ts'),
} satisfies Record<string, List>;
export type ListId = keyof typeof LISTS;
