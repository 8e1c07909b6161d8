import type { Clause, Named } from '../../../shared/contracts/regulation-view/parts.ts';
import type { RegulationView } from '../../../shared/contracts/regulation-view/view.ts';
import { spoken } from '../spoken.ts';
import { isRegistered, ladderName } from './explain.ts';
import { everyWords, lengthWords } from './lengths.ts';

// What the regulation has beside its duties, as headed lines with their clauses.

export interface Entry {
  /** Unlike any other's of its part. */
  id: string;
  title: string;
  lines: string[];
  clauses: readonly Clause[];
}
/** A part of the regulation that has a page of its own. */
export interface Part {
  id: string;
  name: string;
  entries: (view: RegulationView) => Entry[];
}

const names = (list: readonly { name: string }[] | null, none = ''): string =>
  list === null || list.length === 0 ? none : list.map(({ name }) => name).join('、');
const said = (term: string, text: string | null): string[] =>
  text === null || text === '' ? [] : [`${term}：${text}`];
const entry = (
  title: string,
  lines: readonly string[],
  clauses: readonly Clause[] = [],
): Omit<Entry, 'id'> => ({
  title: spoken(title),
  lines: lines.map(spoken),
  clauses,
});

const levels = ({ scales }: RegulationView) =>
  scales.flatMap((scale) =>
    scale.levels.map(
      ({ name, short, definition, lead, clocked, withoutLimit, unlimited, overlay, clauses }) =>
        entry(
          `${scale.name}：${name === short ? name : `${name}（${short}）`}`,
          [
            definition,
            clocked ? '按级计时' : '不计时',
            ...said('牵头', lead?.name ?? null),
            ...said('无数字时限', unlimited ?? withoutLimit),
            ...said('另按', overlay?.name ?? null),
          ].filter((line) => line !== ''),
          clauses,
        ),
    ),
  );

const grading = ({ grading: { criteria, floors, handling } }: RegulationView) => [
  ...floors.map(({ flag, atLeast, needsConfirmation, words, counters, reason, clauses }) =>
    entry(
      flag.name,
      [
        `至少定为${atLeast.name}${needsConfirmation ? '，须人工确认' : ''}`,
        ...said('原因', reason),
        ...said('词', words.join('、')),
        ...said('数量', counters.map(({ name, atLeast: least }) => `${name}达到${least}`).join('、')),
      ],
      clauses,
    ),
  ),
  ...criteria.map(({ name, words, clauses }) =>
    entry(
      name,
      words.map(
        ({ value, reason, words: each }) =>
          `${value}分：${reason}${each.length > 0 ? `（${each.join('、')}）` : ''}`,
      ),
      clauses,
    ),
  ),
  ...handling.map(({ when, handleAs, reason, clauses }) =>
    entry(`按${handleAs.name}处置`, [...said('条件', when), reason], clauses),
  ),
];

const stepWords = (step: readonly (Named & { by: Named[] | null })[], anyOf: boolean): string =>
  step
    .map(({ name, by }) => (by === null || by.length === 0 ? name : `${name}（由${names(by)}）`))
    .join(anyOf ? '，或' : '，并');
const approvals = (view: RegulationView) =>
  view.approvals.map(
    ({ name, commands, publications, papers, levels: of, whilePlan, when, steps, anyOf, clauses }) =>
      entry(
        name,
        [
          `办这些事之前：${names(commands)}`,
          ...said('发布形式', names(publications)),
          ...said('文书', names(papers)),
          ...said('级别', names(of, '')),
          ...(whilePlan ? ['应急预案启动期间'] : []),
          ...said('条件', when),
          ...steps.flatMap((step, index) =>
            said(steps.length > 1 ? `第${index + 1}步` : '须先有', stepWords(step, anyOf)),
          ),
        ],
        clauses,
      ),
  );

/** When one is reminded before a limit (decision 049). */
const reminders = (before: RegulationView['ladders'][number]['remindBefore']): string => {
  const further = before.length === 0 ? '' : `，再提前${before.map(lengthWords).join('、')}`;
  return `以小时计的，剩四分之一时第一次${further}；以日计的，最后一日和最后一个工作日的08:30`;
};
const ladders = (view: RegulationView) =>
  view.ladders.map(({ name, remindBefore, climbEvery, thenEvery, rungs, clauses }) =>
    entry(
      ladderName(name),
      [
        ...said('提前提醒', reminders(remindBefore)),
        `依次报：${names(rungs)}`,
        `${everyWords(climbEvery)}上报一级，报到最高一级后，${everyWords(thenEvery)}一次`,
      ],
      clauses,
    ),
  );

const authorities = (view: RegulationView) =>
  view.authorities.map(({ command, levels: of, roles, clauses }) =>
    entry(command.name, [names(roles), ...said('限于', names(of))], clauses),
  );
const documents = (view: RegulationView) =>
  view.documents.map(({ name, fields, clauses }) => entry(name, said('栏目', fields.join('、')), clauses));
const OWN = '本局自定';
const needs = (view: RegulationView) =>
  view.parts.map(({ what, needs: all, basis, note, clauses }) =>
    entry(
      what,
      [
        ...said('须有', all.join('、')),
        ...(basis === 'bureau' ? [OWN] : []),
        ...(note === null ? [] : [note]),
      ],
      clauses,
    ),
  );
const routing = (view: RegulationView) => [
  ...view.routing.map(({ name, to, copies, basis, clauses }) =>
    entry(
      name,
      [...said('通知', names(to)), ...said('抄送', names(copies)), ...(basis === 'bureau' ? [OWN] : [])],
      clauses,
    ),
  ),
  ...view.contacts.map(({ to, by, clauses }) =>
    entry(`向${names(to)}报告`, said('可由', names(by)), clauses),
  ),
  ...view.forbiddenChannels.map(({ channels, when, clauses }) =>
    entry(`不得使用${names(channels)}`, said('条件', when), clauses),
  ),
];
const settings = (view: RegulationView) =>
  view.settings.map(({ name, value, valueText, isMissing, required, register, options, note, clauses }) =>
    entry(
      name,
      [
        isMissing
          ? required
            ? '现为：未填，须填写'
            : '现为：未填'
          : `现为：${valueText || (typeof value === 'string' && value !== '' ? lengthWords(value) : '空')}`,
        ...said('可选', options.map(({ name: option }) => option).join('、')),
        note,
        ...(isRegistered({ register }) ? ['制度没有写明，由本局自定'] : []),
      ].filter((line) => line !== ''),
      clauses,
    ),
  );
const readings = (view: RegulationView) =>
  view.readings.map(({ reading, clauses }) => {
    const [clause] = clauses;
    return entry(
      clause === undefined ? '本局的理解' : `本局对${spoken(clause.short)}的理解`,
      [reading],
      clauses,
    );
  });

const KINDS = { internal: '本局岗位', superior: '上级', peer: '同级', public: '社会公众' } as const;
const posts = (view: RegulationView) => [
  ...view.roles.map(({ name, kind, perUnit, above, clauses }) =>
    entry(
      name,
      [`${KINDS[kind]}${perUnit ? '，每个单位各设' : ''}`, ...said('无人时改报', above?.name ?? null)],
      clauses,
    ),
  ),
  entry('责任单位', [names(view.units, '没有')]),
];
const words = (view: RegulationView) => [
  ...view.sources.map(({ name, from, clauses }) =>
    entry(`来源：${name}`, said('来自', from?.name ?? null), clauses),
  ),
  ...view.flags.map(({ name, clauses }) => entry(`标记：${name}`, [], clauses)),
  ...view.instants.map(({ name, fallback, clauses }) =>
    entry(`时点：${name}`, said('未填时取', names(fallback)), clauses),
  ),
];
const informs = (view: RegulationView) =>
  view.informs.map(({ reason, ...clause }) => entry(clause.name, [reason], [clause]));

const numbered =
  (list: (view: RegulationView) => Omit<Entry, 'id'>[]): Part['entries'] =>
  (view) =>
    list(view).map((each, index) => ({ ...each, id: String(index) }));

/** The parts, in the order of the page. */
export const PARTS: readonly Part[] = [
  { id: 'levels', name: '级别和定义', entries: numbered(levels) },
  { id: 'grading', name: '怎样定级', entries: numbered(grading) },
  { id: 'approvals', name: '审批和前置条件', entries: numbered(approvals) },
  { id: 'ladders', name: '提醒和逐级上报', entries: numbered(ladders) },
  { id: 'authorities', name: '谁可以办什么', entries: numbered(authorities) },
  { id: 'routing', name: '还要告诉谁', entries: numbered(routing) },
  { id: 'documents', name: '文书和栏目', entries: numbered(documents) },
  { id: 'needs', name: '办理记录须有的要件', entries: numbered(needs) },
  { id: 'settings', name: '本局设置', entries: numbered(settings) },
  { id: 'readings', name: '条文不明处怎样理解', entries: numbered(readings) },
  { id: 'posts', name: '岗位和单位', entries: numbered(posts) },
  { id: 'words', name: '来源、标记、时点', entries: numbered(words) },
  { id: 'informs', name: '只作提示的条款', entries: numbered(informs) },
];
