import { CaseInstants } from '../case/events.ts';
import type { OfficeCommand } from '../contracts/commands.ts';
import type { RuleCode } from '../contracts/refusal-codes.ts';
import { handlingScale, openableLevels } from '../regulations/lookup.ts';
import type { Regulation } from '../regulations/schema.ts';
import { type Refusal, refuse } from './refusal.ts';

// People write what the regulation has by its name (橙, 橙色, 重大舆情) or by its id; events carry ids. Here alone a name
// becomes an id, and here alone it is said which names there are.

export interface Choice {
  id: string;
  name: string;
  short?: string;
  colour?: string | null;
}
interface List {
  what: string;
  code: RuleCode;
  /** `given`: the command so far, for a list that depends on what stands before. */
  of: (regulation: Regulation, given: Readonly<Record<string, unknown>>) => readonly Choice[];
}

/** The instants that are stated; the others follow from what is done. */
const STATED: readonly string[] = Object.keys(CaseInstants.shape);
const level = { what: '级别', code: 'LEVEL_UNKNOWN' } as const;
const instant = { what: '时点', code: 'INSTANT_UNKNOWN' } as const;

/** What a command may name, and where the regulation lists it. */
const LISTS = {
  level: { ...level, of: (regulation) => handlingScale(regulation).levels },
  openableLevel: { ...level, of: openableLevels },
  responseLevel: {
    what: '响应级别',
    code: 'LEVEL_UNKNOWN',
    of: ({ scales }) => scales.find(({ use }) => use === 'response')?.levels ?? [],
  },
  scale: {
    what: '分级',
    code: 'SCALE_UNKNOWN',
    of: ({ scales }) => scales.filter(({ use }) => use === 'rating'),
  },
  ratingLevel: {
    ...level,
    of: ({ scales }, { scale }) => scales.find(({ id }) => id === scale)?.levels ?? [],
  },
  unit: { what: '单位', code: 'UNIT_UNKNOWN', of: (regulation) => regulation.units },
  source: { what: '来源', code: 'SOURCE_UNKNOWN', of: (regulation) => regulation.sources },
  flag: { what: '标记', code: 'FLAG_UNKNOWN', of: (regulation) => regulation.flags },
  instant: {
    ...instant,
    of: ({ instants }) => instants.filter(({ id }) => STATED.includes(id)),
  },
  correctedInstant: {
    ...instant,
    of: ({ instants }) => instants.filter(({ id }) => id === 'receivedAt' || STATED.includes(id)),
  },
  reportKind: { what: '报告种类', code: 'REPORT_KIND_UNKNOWN', of: (regulation) => regulation.reportKinds },
  reportForm: { what: '报告形式', code: 'REPORT_FORM_UNKNOWN', of: (regulation) => regulation.reportForms },
  receiver: { what: '报送对象', code: 'RECEIVER_UNKNOWN', of: (regulation) => regulation.roles },
  channel: { what: '渠道', code: 'CHANNEL_UNKNOWN', of: (regulation) => regulation.channels },
  publicationForm: {
    what: '发布形式',
    code: 'PUBLICATION_FORM_UNKNOWN',
    of: (regulation) => regulation.publicationForms,
  },
  decision: { what: '决定', code: 'DECISION_UNKNOWN', of: (regulation) => regulation.decisions },
  action: { what: '事项', code: 'ACTION_UNKNOWN', of: (regulation) => regulation.actions },
  document: { what: '文书', code: 'DOCUMENT_UNKNOWN', of: (regulation) => regulation.documents },
  duty: { what: '职责', code: 'DUTY_UNKNOWN', of: (regulation) => regulation.duties },
} as const satisfies Record<string, List>;
export type ListName = keyof typeof LISTS;

type Fields = { readonly [field: string]: ListName | Fields };
type FieldsOf<T> = { readonly [F in keyof T]?: NamedIn<NonNullable<T[F]>> };
type NamedIn<V> = V extends readonly (infer Each)[]
  ? NamedIn<Each>
  : V extends string
    ? ListName
    : FieldsOf<V>;

const SOURCE = { kind: 'source', regardedAs: 'level' } as const;
const LEVELS = { level: 'level', handleAs: 'level' } as const;
/** Command → its fields that name something, in the order in which they are looked up. */
const NAMED: { readonly [T in OfficeCommand['type']]?: FieldsOf<Extract<OfficeCommand, { type: T }>> } = {
  AddSource: { source: SOURCE },
  CorrectInstant: { instant: 'correctedInstant' },
  ConfirmGrade: LEVELS,
  ChangeLevel: LEVELS,
  SetResponseLevel: { level: 'responseLevel' },
  RateCase: { scale: 'scale', level: 'ratingLevel' },
  SetFlags: { add: 'flag', remove: 'flag' },
  AssignUnit: { unit: 'unit' },
  WithdrawUnit: { unit: 'unit' },
  DecideReturn: { to: 'unit' },
  FileReport: { kind: 'reportKind', form: 'reportForm', to: 'receiver', channel: 'channel' },
  RecordPublication: { form: 'publicationForm' },
  RecordInstruction: { handleAs: 'level', to: { role: 'receiver', unit: 'unit' } },
  RecordDecision: { decision: 'decision', to: 'receiver' },
  RecordAction: { action: 'action', outside: { body: 'receiver' } },
  CompleteAct: { to: 'receiver' },
  ReleaseWarning: { duty: 'duty' },
  HoldDuty: { duty: 'duty' },
  ResumeDuty: { duty: 'duty' },
  ExtendDuty: { duty: 'duty' },
  SetDeadline: { duty: 'duty' },
  IssueDocument: { document: 'document', channel: 'channel' },
  DraftSupervisionOrder: { duty: 'duty', unit: 'unit' },
};
const OPENING = { sources: SOURCE, flags: 'flag', unit: 'unit', level: 'openableLevel' } as const;
/** A superior's own word for a level is kept as a feed has it: no push is lost for that. */
const OPENING_BY_FEED = { ...OPENING, sources: { kind: 'source' } } as const;

const fieldsOf = (command: { type: string; how?: string }): Fields =>
  command.type === 'OpenCase'
    ? command.how === 'feed'
      ? OPENING_BY_FEED
      : OPENING
    : ((NAMED as Record<string, Fields | undefined>)[command.type] ?? {});

const isCalled = ({ name, short, colour }: Choice, given: string): boolean =>
  [name, short, colour].includes(given);
/** What of these has this id or, alone, this name. */
export const called = <C extends Choice>(choices: readonly C[], given: string): C | undefined => {
  const known = choices.find(({ id }) => id === given);
  const meant = choices.filter((choice) => isCalled(choice, given));
  return known ?? (meant.length === 1 ? meant[0] : undefined);
};
export const namesOf = (choices: readonly { name: string }[]): string =>
  choices.map(({ name }) => name).join('、');

/** What the regulation has of one kind, apart from what depends on a command's other fields. */
export const listOf = (regulation: Regulation, list: ListName): readonly Choice[] =>
  LISTS[list].of(regulation, {});

/** All that a list may name, in groups within each of which a name is to be unambiguous: of levels, those of one scale. */
const groupsOf = (regulation: Regulation, list: ListName): readonly (readonly Choice[])[] =>
  list === 'ratingLevel'
    ? listOf(regulation, 'scale').map(({ id }) => LISTS.ratingLevel.of(regulation, { scale: id }))
    : [listOf(regulation, list)];

/** What a list has, and every word by which a request may name it: ids, and names that only one has. */
export const wordsOfList = (
  regulation: Regulation,
  list: ListName,
): { choices: readonly Choice[]; words: string[] } => {
  const groups = groupsOf(regulation, list);
  const words = groups.flatMap((choices) =>
    choices
      .flatMap(({ id, name, short, colour }) => [id, name, short, colour])
      .filter((word): word is string => typeof word === 'string' && called(choices, word) !== undefined),
  );
  return { choices: groups.flat(), words: [...new Set(words)] };
};

/** What is refused that a list does not have. */
export const codeOf = (list: ListName): RuleCode => LISTS[list].code;

/** The fields of a command that name something, by their place (`sources.kind`), each with its list. */
export const namedFieldsOf = (
  type: OfficeCommand['type'] | 'OpenCase',
): Readonly<Record<string, ListName>> => {
  const flat = (fields: Fields, outer: string): [string, ListName][] =>
    Object.entries(fields).flatMap(([name, named]): [string, ListName][] =>
      typeof named === 'string' ? [[`${outer}${name}`, named]] : flat(named, `${outer}${name}.`),
    );
  return Object.fromEntries(flat(fieldsOf({ type }), ''));
};

/** Refuses what is not there, and says what there is. */
export const unknown = (list: ListName, given: string, choices: readonly Choice[]): Refusal => {
  const { what, code } = LISTS[list];
  const verb = what.endsWith('级别') ? '填' : '选';
  // 蓝、黄、橙、红 is what people write.
  const isShort = list === 'level' || list === 'openableLevel';
  const shown = isShort ? choices.map(({ name, short = name }) => ({ name: short })) : choices;
  const text = choices.length === 0 ? `本局没有可选的${what}` : `${what}请${verb}:${namesOf(shown)}`;
  return refuse(code, `${text}(没有“${given}”)`);
};

/** The id of what the regulation has in a list under this name or id; `command`: what stands before, see List. */
export const idOf = (
  regulation: Regulation,
  list: ListName,
  given: string,
  command: Readonly<Record<string, unknown>> = {},
): string | Refusal => {
  const choices = (LISTS[list] as List).of(regulation, command);
  const found = called(choices, given);
  if (found !== undefined) return found.id;
  const meant = choices.filter((choice) => isCalled(choice, given));
  if (meant.length === 0) return unknown(list, given, choices);
  const { what, code } = LISTS[list];
  const said = meant.map(({ id, name }) => `${name}(${id})`).join('、');
  return refuse(code, `有不止一个${what}叫“${given}”:${said};请改填括号中的代号`);
};

/**
 * The command with ids where a person wrote names. `unknown`: the first that the regulation does not have, or has twice;
 * it then stands as it was written.
 */
export const namesToIds = <Command extends { type: string }>(
  regulation: Regulation,
  command: Command,
): { command: Command; unknown: Refusal | undefined } => {
  let first: Refusal | undefined;
  const read = (value: unknown, named: ListName | Fields, beside: Record<string, unknown>): unknown => {
    if (Array.isArray(value)) return value.map((each) => read(each, named, beside));
    if (typeof named !== 'string') return readAll(value as Record<string, unknown>, named);
    const id = idOf(regulation, named, value as string, beside);
    if (typeof id === 'string') return id;
    first ??= id;
    return value;
  };
  const readAll = (given: Record<string, unknown>, fields: Fields): Record<string, unknown> => {
    const done = { ...given };
    for (const [field, named] of Object.entries(fields))
      if (done[field] !== undefined) done[field] = read(done[field], named, done);
    return done;
  };
  return { command: readAll(command, fieldsOf(command)) as Command, unknown: first };
};
