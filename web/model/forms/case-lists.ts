import type { CaseList, FormChoice } from '../../../shared/contracts/desk/forms.ts';
import type { RosterReply } from '../../../shared/contracts/replies/bureau.ts';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import type { ItemListReply } from '../../../shared/contracts/replies/items.ts';
import type { LogReply } from '../../../shared/contracts/replies/log.ts';
import { doneText } from '../case/rearranged.ts';
import { spoken } from '../spoken.ts';
import { momentOf } from '../wall-clock.ts';
import { itemChoice } from './body.ts';
import { actThere } from './rearranged/acts-there.ts';
import { type Values, wordsIn } from './values.ts';

// What a case has, in words, for fields that name it: nobody types the number of an entry or the key of a notice.

export type LogEntry = LogReply['entries'][number];
/** What is known of the case when a form asks for it. */
export interface Known {
  case: CaseReply;
  log: readonly LogEntry[];
  /** Post → what it is called. */
  posts: readonly FormChoice[];
  /** The actions that are approvals. */
  approvals: readonly string[];
  /** The posts that may give the act themselves, by name. */
  givers?: readonly string[];
  roster: RosterReply['roles'];
  items: readonly Pick<
    ItemListReply['items'][number],
    'feed' | 'id' | 'title' | 'warningLevel' | 'outcome'
  >[];
  values: Values;
  now: number;
}

type Duty = CaseReply['duties'][number];
const choice = (id: string | number, name: string): FormChoice => ({
  id: String(id),
  name: spoken(name),
});
const unique = (choices: readonly FormChoice[]): FormChoice[] =>
  [...new Map([...choices].reverse().map((each) => [each.id, each])).values()].reverse();

const dutyChoices = (known: Known, fits: (duty: Duty) => boolean): FormChoice[] =>
  unique(
    known.case.duties
      .filter(fits)
      .map(({ duty, name, statusText }) => choice(duty, `${name}，${statusText}`)),
  );
const isOpen = ({ status }: Duty): boolean => status !== 'fulfilled' && status !== 'ended';

/** An entry as people tell of it: `01:06 值班员乙：登记电话报告`. */
export const entryWords = ({ localTime, actor, labels }: LogEntry, now: number): string =>
  `${momentOf(localTime, now)} ${actor.name}：${spoken(labels[0] ?? '')}`;

/** Those whose limit the regulation lets be put off, and how far. */
const extendableChoices = ({ case: { duties }, now }: Known): FormChoice[] =>
  unique(
    duties
      .filter((duty) => isOpen(duty) && duty.extendableTo !== undefined)
      .map(({ duty, name, due, extendableTo }) =>
        choice(
          duty,
          [
            name,
            ...(due === null ? [] : [`${momentOf(due, now, true)}前`]),
            extendableTo == null ? '没有写最长到何时' : `最长到${momentOf(extendableTo, now, true)}`,
          ].join('，'),
        ),
      ),
  );

type Event = LogEntry['events'][number];
const entriesWith = (known: Known, fits: (event: Event) => boolean, after = 0): FormChoice[] =>
  known.log
    .filter(({ version, events }) => version > after && events.some(fits))
    .map((entry) => ({ id: String(entry.version), name: entryWords(entry, known.now) }))
    .reverse();

const entryChoices = (known: Known, types: readonly string[], after = 0): FormChoice[] =>
  entriesWith(known, ({ type }) => types.includes(type), after);

const ACTS = [
  'ReportFiled',
  'PublicationRecorded',
  'MeetingHeld',
  'PlanRequested',
  'PlanStarted',
  'PlanEnded',
  'InstructionRecorded',
  'DecisionRecorded',
  'ActionRecorded',
  'DocumentIssued',
  'CalmDeclared',
];
/** Of entries those that nobody has taken back or denied. */
const standing = ({ case: { withdrawn, denied } }: Known, choices: readonly FormChoice[]): FormChoice[] => {
  const gone = [...withdrawn, ...denied].map(({ act }) => String(act));
  return choices.filter(({ id }) => !gone.includes(id));
};

/** What was done in cases that were merged into this one, and counts here: it is taken back here. */
const doneElsewhere = ({ case: { takenOver = [] }, now }: Known): FormChoice[] =>
  unique(
    takenOver.flatMap(({ done }) =>
      done.map((each) =>
        choice(
          actThere(each),
          doneText(each, (at) => momentOf(at, now)),
        ),
      ),
    ),
  );

const ANSWERED: readonly Duty['outcome'][] = ['fulfilled', 'fulfilledLate'];
/** Of 批示 and 督办通知 those that nothing has answered yet, or only what is still in doubt. */
const unanswered = ({ case: { duties } }: Known, choices: readonly FormChoice[]): FormChoice[] =>
  choices.filter(
    ({ id }) =>
      !duties.some(
        ({ duty, outcome }) =>
          (duty === `instruction-${id}` || duty === `order-${id}-answer`) && ANSWERED.includes(outcome),
      ),
  );
const gradedAt = ({ log }: Known): number =>
  Math.max(
    0,
    ...log
      .filter(({ events }) => events.some(({ type }) => type === 'GradeConfirmed'))
      .map(({ version }) => version),
  );

const orderChoices = ({ case: { orders } }: Known, states: readonly string[]): FormChoice[] =>
  orders
    .filter(({ state }) => states.includes(state))
    .map(({ order, number, unit, reason, stateText }) =>
      choice(order, `${number ?? stateText} ${unit.name}：${reason}`),
    );

/** What waits for somebody's word: entered for another, or entered late. */
const wordsWanted = ({ case: { toConfirm, duties }, now }: Known): FormChoice[] =>
  unique([
    ...toConfirm.map(({ act, name, enteredBy, role }) =>
      choice(act, `${name}(${enteredBy}替${role.name}录入)`),
    ),
    ...duties.flatMap(({ name, history }) =>
      history
        .filter(({ outcome, entry }) => outcome === 'lateEntry' && entry !== null)
        .map(({ entry, completedAt }) =>
          choice(
            entry!,
            `${name}(补录${completedAt === null ? '' : `，写明${momentOf(completedAt, now)}已办`})`,
          ),
        ),
    ),
  ]);

const receiptWords = ({ name, reference, receivedAt }: CaseReply['sources'][number], now: number): string =>
  [name, reference ?? '', receivedAt === null ? '' : `${momentOf(receivedAt, now)}收到`]
    .filter((word) => word !== '')
    .join(' ');

/** Who could have done it himself: in a post that may, and of a unit only where it has the case; where that is nobody, all. */
const people = ({ case: open, roster, posts, givers = [] }: Known): FormChoice[] => {
  const all = Object.entries(roster).flatMap(([role, those]) =>
    those.map((person) => ({ ...person, post: posts.find(({ id }) => id === role)?.name ?? '其他岗位' })),
  );
  const could = all.filter(
    ({ post, unit }) =>
      (givers.length === 0 || givers.indexOf(post) >= 0) &&
      (unit === undefined || open.unit === null || open.units.some((each) => each.unit.id === unit)),
  );
  return unique(
    (could.length === 0 ? all : could).map(({ id, name, post }) =>
      choice(id, name === post ? name : `${name}(${post})`),
    ),
  );
};

const LISTS: Readonly<Record<CaseList, (known: Known) => FormChoice[]>> = {
  duties: (known) => dutyChoices(known, () => true),
  openDuties: (known) => dutyChoices(known, isOpen),
  extendable: extendableChoices,
  held: (known) => dutyChoices(known, ({ status, holds }) => status === 'held' || holds.length > 0),
  warnings: (known) => dutyChoices(known, ({ warningDraft }) => warningDraft !== null),
  occurrences: ({ case: { duties }, values, now }) =>
    duties
      .filter(({ duty }) => duty === wordsIn(values.duty))
      .flatMap(({ occurrence, due, history }) => [
        choice(occurrence, due === null ? '目前这一次' : `${momentOf(due, now, true)}前的这一次`),
        ...history
          .filter(({ outcome }) => outcome === 'open' || outcome === 'missed')
          .map((each) =>
            choice(
              each.occurrence,
              each.due === null ? '以前的一次' : `${momentOf(each.due, now, true)}前的那一次`,
            ),
          ),
      ])
      .filter(({ id }, index, all) => all.findIndex((each) => each.id === id) === index),
  toConfirm: wordsWanted,
  incomplete: ({ case: { incompleteActs } }) =>
    incompleteActs.map(({ act, name, missing }) => choice(act, `${name}，缺${missing.join('、')}`)),
  releases: ({ case: { releases } }) =>
    releases
      .filter(({ isConfirmed }) => !isConfirmed)
      .map(({ act, name, document, stateText }) => choice(act, `${name}(${document ?? stateText})`)),
  returns: ({ case: { units } }) =>
    units.flatMap(({ unit, returned }) =>
      returned === null ? [] : [choice(returned.act, `${unit.name}：${returned.reason}`)],
    ),
  jointUnits: ({ case: { jointUnits } }) => jointUnits.map(({ id, name }) => choice(id, name)),
  draftOrders: (known) => orderChoices(known, ['draft']),
  issuedOrders: (known) => orderChoices(known, ['issued']),
  openOrders: (known) => orderChoices(known, ['draft', 'issued']),
  telephone: ({ case: { telephoneTasks } }) =>
    telephoneTasks.map(({ notice, tell, about }) => choice(notice, `${tell.name}：${about?.name ?? '本案'}`)),
  sources: ({ case: { sources }, now }) =>
    unique(sources.map((each) => choice(each.reference ?? each.id, receiptWords(each, now)))),
  asked: (known) => [
    ...known.case.sources.flatMap((each) =>
      each.reference === undefined ? [] : [choice(each.reference, receiptWords(each, known.now))],
    ),
    ...unanswered(known, [
      ...standing(known, entryChoices(known, ['InstructionRecorded'])),
      ...orderChoices(known, ['issued']),
    ]),
  ],
  facts: (known) =>
    standing(
      known,
      entryChoices(
        known,
        ['ItemAttached', 'SourceAdded', 'InstructionRecorded', 'CaseRated', 'FlagsChanged'],
        gradedAt(known),
      ),
    ),
  approvals: (known) =>
    standing(
      known,
      entriesWith(
        known,
        ({ type, action }) => type === 'ActionRecorded' && known.approvals.includes(String(action)),
      ),
    ),
  doneActs: (known) => [...standing(known, entryChoices(known, ACTS)), ...doneElsewhere(known)],
  people,
  caseItems: ({ case: { items } }) =>
    items.map(({ feed, id, title }) => ({ id: itemChoice(feed, id), name: title })),
  items: ({ items }) =>
    items
      .filter(({ outcome }) => outcome !== 'inCase')
      .map(({ feed, id, title, warningLevel }) => ({
        id: itemChoice(feed, id),
        name: `${title}（${warningLevel.short}）`,
      })),
};

/** What the case has for a field to choose from. */
export const choicesIn = (of: CaseList, known: Known): FormChoice[] => LISTS[of](known);

/** Lists that need more than the case. */
export const NEEDS_LOG: readonly CaseList[] = ['asked', 'facts', 'approvals', 'doneActs'];
