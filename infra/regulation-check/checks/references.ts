import type { Regulation } from '../../../shared/regulations/schema.ts';
import type { Problem } from './problem.ts';
import { type Place, walk } from './walk.ts';

/** Each kind of thing that a rule may refer to, as it is called in messages. */
const kinds = {
  clauses: '条款',
  roles: '角色',
  levels: '级别',
  sources: '舆情来源',
  flags: '标记',
  settings: '设置',
  ladders: '逐级上报',
  actions: '办理动作',
  decisions: '决定事项',
  reportForms: '报告形式',
  reportKinds: '报告种类',
  publicationForms: '发布形式',
  channels: '渠道',
  duties: '时限职责',
  instants: '时点',
  counters: '热度指标',
  scales: '分级',
  documents: '文书',
  mediaTypes: '媒体类型',
} as const;
type Kind = keyof typeof kinds;

/** Which kind of thing the text under a key names. The schema uses each of these keys in one sense only. */
const kindOfKey: Readonly<Record<string, Kind>> = {
  cite: 'clauses',
  clause: 'clauses',
  responsible: 'roles',
  receivers: 'roles',
  copies: 'roles',
  to: 'roles',
  toAnyOf: 'roles',
  toDecided: 'decisions',
  actions: 'actions',
  decisions: 'decisions',
  above: 'roles',
  rungs: 'roles',
  heads: 'roles',
  bodies: 'roles',
  setBy: 'roles',
  liftBy: 'roles',
  draft: 'documents',
  roles: 'roles',
  by: 'roles',
  lead: 'roles',
  levels: 'levels',
  level: 'levels',
  warningLevel: 'levels',
  handleAs: 'levels',
  unlessRegardedAs: 'levels',
  onlyRegardedAs: 'levels',
  atLeast: 'levels',
  source: 'sources',
  of: 'sources',
  flag: 'flags',
  setting: 'settings',
  ownTarget: 'settings',
  ladder: 'ladders',
  action: 'actions',
  needs: 'actions',
  steps: 'actions',
  beside: 'flags',
  overlay: 'flags',
  rating: 'scales',
  scale: 'scales',
  is: 'levels',
  document: 'documents',
  mediaTypes: 'mediaTypes',
  deferral: 'settings',
  notBeforeSoft: 'settings',
  decision: 'decisions',
  kinds: 'reportKinds',
  publications: 'publicationForms',
  papers: 'documents',
  channels: 'channels',
  after: 'duties',
  instant: 'instants',
  fallback: 'instants',
  bounds: 'instants',
  until: 'instants',
};

const kindOf = ({ path, key, parent }: Place): Kind | undefined => {
  // What a few keys mean depends on where they stand.
  if (key === 'forms') return parent.act === 'publication' ? 'publicationForms' : 'reportForms';
  // The parts of an act are fields of commands, which the schema knows.
  if (/^parts\[\d+\]\.(needs|called)/.test(path)) return undefined;
  if (key === 'from') return path.startsWith('sources') ? 'roles' : undefined;
  if (path.startsWith('grading.negation')) return undefined;
  if (key === 'mediaTypes' && path.startsWith('mediaTypes')) return undefined;
  if (key === 'id') return /^grading\.floors.*\.counters\[/.test(path) ? 'counters' : undefined;
  return kindOfKey[key];
};

const idsOf = (regulation: Regulation, kind: Kind): string[] => {
  if (kind === 'clauses') return Object.keys(regulation.clauses);
  if (kind === 'levels') return regulation.scales.flatMap(({ levels }) => levels.map(({ id }) => id));
  const things = kind === 'counters' ? regulation.grading.heat.counters : regulation[kind];
  return things.map(({ id }) => id);
};

/** Every id that a rule uses but the regulation does not define. */
export const unknownReferences = (regulation: Regulation): Problem[] => {
  const known = Object.fromEntries(
    Object.keys(kinds).map((kind) => [kind, new Set(idsOf(regulation, kind as Kind))]),
  ) as Record<Kind, Set<string>>;
  // The clauses' own text refers to nothing.
  return [...walk({ ...regulation, clauses: {} })].flatMap((place): Problem[] => {
    const kind = kindOf(place);
    if (kind === undefined || typeof place.value !== 'string' || known[kind].has(place.value)) return [];
    const fault = `没有${kinds[kind]}“${place.value}”`;
    return [{ path: place.path, clauses: place.clauses, fault, mend: `请在 ${kind} 中增加,或改正这里的 id` }];
  });
};
