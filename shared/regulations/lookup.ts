import { EVERY_LEADER, ROUTINE_LEADERS_SETTING } from './reserved.ts';
import type { Duty, Level, Occasion, Regulation, Scale, Term } from './schema.ts';

const find = <Thing extends { id: string }>(things: readonly Thing[], id: string, what: string): Thing => {
  const thing = things.find((each) => each.id === id);
  if (thing === undefined) throw new Error(`制度中没有${what}“${id}”`);
  return thing;
};

/** The level with this id, in whichever scale; an unknown id throws. */
export const levelOf = (regulation: Regulation, id: string): Level =>
  find(
    regulation.scales.flatMap(({ levels }) => levels),
    id,
    '级别',
  );

/** The level's place in its scale; higher is graver. */
export const rankOf = (regulation: Regulation, level: string): number => levelOf(regulation, level).rank;

/** What people call a thing of the list; an unknown id stands for itself. */
export const nameIn = (list: readonly { id: string; name: string }[], id: string): string =>
  list.find((each) => each.id === id)?.name ?? id;

/** How a duty's name may begin that says itself that it is to be done at once. */
export const AT_ONCE = /^(立即|第一时间|马上)/;

/** The role's Chinese name; an unknown id throws. */
export const roleName = (regulation: Regulation, id: string): string =>
  find(regulation.roles, id, '角色').name;

/** Roles by their names: 局办公室负责人、分管局领导. */
export const rolesInChinese = (regulation: Regulation, roles: readonly string[]): string =>
  roles.map((role) => roleName(regulation, role)).join('、');

/** What items bring, whether or not the regulation counts from it. */
const BROUGHT: Readonly<Record<string, string>> = {
  eventAt: '事发',
  publishedAt: '最早公开时间',
  detectedAt: '发现',
  receivedAt: '收到',
};
/** What people call an instant; an unknown id stands for itself. */
export const instantName = ({ instants }: Pick<Regulation, 'instants'>, id: string): string =>
  instants.find((each) => each.id === id)?.name ?? BROUGHT[id] ?? id;

/** Groups of roles of each of which one is meant: 局办公室负责人、分管局领导或局主要负责人. */
export const groupsInChinese = (regulation: Regulation, groups: readonly (readonly string[])[]): string =>
  groups.map((roles) => roles.map((role) => roleName(regulation, role)).join('或')).join('、');

/** The posts of the bureau and its units; superiors and others have none. */
export const postsOf = ({ roles }: Regulation): Regulation['roles'] =>
  roles.filter(({ kind }) => kind === 'internal');

/** Whether the role is a body outside the bureau to which it may owe an answer: a superior, or another authority. */
export const isOutside = ({ roles }: Regulation, role: string): boolean =>
  roles.some(({ id, kind }) => id === role && (kind === 'superior' || kind === 'peer'));

/** Whether the post is one of each unit, and not of the bureau; false for an unknown one. */
export const isPerUnit = (regulation: Regulation, role: string): boolean =>
  regulation.roles.some(({ id, perUnit }) => id === role && perUnit);

/**
 * No regulation speaks of 并案, 移出信息 and 恢复办理: they are for whom it lets do what they come to. Where the matter came from is the
 * office's to put right; ending a case, and what was ended, is for who concludes, and a second person's as a conclusion is.
 */
const RIGHT_OF: Readonly<Record<string, string>> = {
  MergeCase: 'AddSource',
  DetachItem: 'AddSource',
  Reopen: 'Conclude',
  ApproveMerge: 'ApproveConclusion',
  RejectMerge: 'ApproveConclusion',
};

/** Whether a regulation gives a command a right of its own. */
export const hasOwnRight = (command: string): boolean => !Object.hasOwn(RIGHT_OF, command);

/** What the regulation's table says of who may give a command, or has a right, at a level; without one at any. */
export const authoritiesFor = (
  { authorities }: Regulation,
  command: string,
  level?: string,
): Regulation['authorities'] => {
  const right = RIGHT_OF[command] ?? command;
  return authorities.filter(
    (each) => each.command === right && (level === undefined || (each.levels?.includes(level) ?? true)),
  );
};

/** The roles that may give a command, or have a right, at a level; without one at any. */
export const giversOf = (regulation: Regulation, command: string, level?: string): string[] => [
  ...new Set(authoritiesFor(regulation, command, level).flatMap(({ roles }) => roles)),
];

/** Whether the role may give the command at the level; without one at any. */
export const mayGive = (regulation: Regulation, role: string, command: string, level?: string): boolean =>
  giversOf(regulation, command, level).includes(role);

export const dutyOf = (regulation: Regulation, id: string): Duty => find(regulation.duties, id, '时限职责');

/** How a text puts a duty, where not by its name; a term with a name of its own is told by that, unless it says how. */
export const toldAs = (
  duty: Pick<Duty, 'toldAs'>,
  term: Pick<Duty['terms'][number], 'name' | 'toldAs'>,
): { toldAs?: string } => {
  const phrase = term.toldAs ?? (term.name === undefined ? duty.toldAs : undefined);
  return phrase === undefined ? {} : { toldAs: phrase };
};

/** The roles that are told of this, the addressees before those who get a copy; throws when the regulation tells nobody. */
export const receiversOf = (regulation: Regulation, occasion: Occasion): string[] => {
  const { to, copies } = find(regulation.routing, occasion, '通知事项');
  return [...to, ...copies];
};

/** Whom the digest of items without clocks goes to: whom the regulation names, of its leaders those whom the bureau has chosen. */
export const digestReceivers = (regulation: Regulation): string[] => {
  const setting = regulation.settings.find(({ id }) => id === ROUTINE_LEADERS_SETTING);
  const choices = (setting?.options ?? []).map(({ value }) => value);
  const isLeftOut = (role: string): boolean => choices.includes(role) && role !== setting?.value;
  const all = receiversOf(regulation, 'routine');
  return setting === undefined || setting.value === EVERY_LEADER
    ? all
    : all.filter((role) => !isLeftOut(role));
};

export type SettingValue = Regulation['settings'][number]['value'];
const settings = new WeakMap<Regulation, Readonly<Record<string, SettingValue>>>();
/** Setting id → its value, as conditions ask for it. */
export const settingsOf = (regulation: Regulation): Readonly<Record<string, SettingValue>> => {
  const known = settings.get(regulation);
  if (known !== undefined) return known;
  const read = Object.fromEntries(regulation.settings.map(({ id, value }) => [id, value]));
  settings.set(regulation, read);
  return read;
};

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩';
/** A text whose parts have headings and no numbers is cited by them: “反馈”部分. */
const placeOf = (article: string): string => {
  if (article === '' || /^([第一二三四五六七八九十\d]|通知$|序$)/.test(article)) return article;
  const [, heading, number] = /^(.*?)([\dⅠ-Ⅳ]*)$/.exec(article)!;
  return `“${heading}”部分${number}`;
};
/**
 * A key's text and its place there. What our keys add to tell sentences apart (②, 橙, 4h, 办公室) is in no text, and a letter
 * stands for the bureau's own (first) one.
 */
const partsOf = (key: string): { text: string; article: string; isOwn: boolean } => {
  const [text = '', place = ''] = key.replace(/^([A-Z])-/, '$1 ').split(' ');
  const article = place.replace(new RegExp(`[${CIRCLED}].*$`), '').replace(/\)[^)\d]+$/, ')');
  return { text, article: placeOf(article), isOwn: /^[A-Z]$/.test(text) };
};

/**
 * A clause as people find it in its text, for log, documents and explanations: the text's title and the article.
 * `E 四(二)3 口头15min` → `《…预案》四(二)3`, `办法 第三十三条 ①` → `《…办法》第三十三条`.
 */
export const clauseName = ({ title }: Pick<Regulation, 'title'>, key: string): string => {
  const { text, article, isOwn } = partsOf(key);
  const titles = title.match(/《[^》]*》/g) ?? [`《${title}》`];
  // A bureau with several texts names them in its keys by what they are: 办法, 预案.
  const named = isOwn ? titles[0] : titles.find((each) => each.endsWith(`${text}》`));
  if (named !== undefined) return `${named}${article}`;
  // 附件2 has no title of its own.
  return article === '' ? text : `${text} ${article}`;
};

const DIGITS = '〇一二三四五六七八九';
/** 二十二 → 22; up to 99, as articles go. */
const inArabic = (numeral: string): number => {
  const [tens, ones] = numeral.includes('十') ? numeral.split('十') : ['〇', numeral];
  return (tens === '' ? 1 : DIGITS.indexOf(tens!)) * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones!));
};
/** The same for texts and narrow lists: 办法第22条(二), 预案四(三), 附件2五(三). */
export const shortClause = ({ called }: Pick<Regulation, 'called'>, key: string): string => {
  const { text, article, isOwn } = partsOf(key);
  const place = article.replace(/^第.*条/, (article) =>
    article.replace(/[一二三四五六七八九十]+/g, (numeral) => `${inArabic(numeral)}`),
  );
  return `${isOwn ? called : text}${place}`;
};

/** The clauses by their names and with their exact text, in the order asked for. */
export const citations = (
  regulation: Regulation,
  ids: readonly string[],
): { clause: string; name: string; short: string; quote: string }[] =>
  ids.map((clause) => {
    const quote = regulation.clauses[clause];
    if (quote === undefined) throw new Error(`制度中没有条款“${clause}”`);
    return { clause, name: clauseName(regulation, clause), short: shortClause(regulation, clause), quote };
  });

/** The same of what may have been cited under an older regulation: clauses that are gone are left out. */
export const knownCitations = (regulation: Regulation, cite: readonly string[]) =>
  citations(
    regulation,
    cite.filter((id) => regulation.clauses[id] !== undefined),
  );

/** The first clause of a citation in brackets, after what rests on it; empty where there is none. */
export const cited = (regulation: Pick<Regulation, 'title'>, cite: readonly string[] = []): string =>
  cite[0] === undefined ? '' : `(${clauseName(regulation, cite[0])})`;

/** The levels that have a state machine, from the lowest to the gravest. */
export const clockedLevels = (regulation: Regulation): Level[] =>
  regulation.scales
    .flatMap(({ levels }) => levels)
    .filter(({ clocked }) => clocked)
    .sort((one, other) => one.rank - other.rank);

/** The scale whose level a case is handled at. */
export const handlingScale = ({ scales }: Regulation): Scale => scales[0]!;

/** The scale that has this level; undefined for an unknown one. */
export const scaleOf = ({ scales }: Regulation, level: string): Scale | undefined =>
  scales.find(({ levels }) => levels.some(({ id }) => id === level));

/** The levels that a case may be opened at: those of 舆情, and the matters that are none (特护期, 监测申请). */
export const openableLevels = ({ scales }: Regulation): Level[] =>
  scales.filter(({ use }, index) => index === 0 || use === 'standing').flatMap(({ levels }) => levels);

/** Whether this level is of a matter that is no 舆情: it is never graded, raised or lowered. */
export const isStanding = (regulation: Regulation, level: string): boolean =>
  scaleOf(regulation, level)?.use === 'standing';

/** Whether it is the gravest level of its scale: nothing that concerns it is held back. */
export const isHighestLevel = (regulation: Regulation, level: string): boolean => {
  const scale = scaleOf(regulation, level);
  const rank = rankOf(regulation, level);
  return scale !== undefined && scale.use !== 'standing' && scale.levels.every((each) => each.rank <= rank);
};

/** Whether the duty is 定级 itself; 分析研判, which a determination answers as well, is another. */
export const isGrading = ({ duties }: Regulation, duty: string): boolean =>
  duties.some(
    ({ id, fulfilledBy }) => id === duty && fulfilledBy.every(({ act }) => act === 'gradeConfirmed'),
  );

/** Whether the limit is a number of the regulation, or a period that it leaves to the bureau and the bureau has given. */
const isNumber = (regulation: Regulation, { limit }: Term): boolean =>
  limit.kind === 'within' ||
  (limit.kind === 'every' &&
    (typeof limit.every === 'string' || typeof settingsOf(regulation)[limit.every.setting] === 'string'));

/** Said wherever a level with clocks is shown for which the regulation has no limit in numbers at all (P31); else null. */
export const withoutLimit = (regulation: Regulation, level: string): string | null => {
  const { clocked } = levelOf(regulation, level);
  const has = regulation.duties.some(
    ({ basis, terms }) =>
      basis === 'law' && terms.some((term) => term.levels.includes(level) && isNumber(regulation, term)),
  );
  return clocked && !has ? `${regulation.called}未规定时限` : null;
};
