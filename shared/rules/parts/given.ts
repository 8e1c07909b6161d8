import type { CaseEvent, EventType } from '../../case/events.ts';
import { isPartId } from '../../regulations/part-ids.ts';

/** Whether a text says anything: a full stop, a dash or a blank is an empty tick. */
export const isSaid = (text: string | undefined): boolean => text !== undefined && /[\p{L}\p{N}]/u.test(text);

type Texts = Readonly<Record<string, string | undefined>>;
/** The names of what is said. */
export const saidIn = (texts: Texts | undefined): string[] =>
  Object.entries(texts ?? {}).flatMap(([name, text]) => (isSaid(text) ? [name] : []));

/** Of a command what an act may carry under names of the regulation, and whom it names. */
interface Given {
  fields?: Texts | undefined;
  to?: readonly string[] | undefined;
}

/** The words of a command that are parts of an act, by the names of its fields. */
export const wordsOf = (command: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(command).filter(
      (entry): entry is [string, string] => isPartId(entry[0]) && typeof entry[1] === 'string',
    ),
  );

/** What an act carries, by the names of its fields and of those that the regulation has for it. */
export const partsOf = (command: Given): string[] => [
  ...saidIn(wordsOf(command)),
  ...saidIn(command.fields),
  ...(command.to === undefined ? [] : ['to']),
];

/** The events of acts that carry something. */
const CARRYING: readonly EventType[] = [
  'ReportFiled',
  'PublicationRecorded',
  'MeetingHeld',
  'PlanRequested',
  'DecisionRecorded',
  'ActionRecorded',
  'DocumentIssued',
];
/** What a command decided, with what its act carries: also what the decision itself added to it. */
export const withParts = (command: Given, events: readonly CaseEvent[]): CaseEvent[] =>
  events.map((event) =>
    CARRYING.includes(event.type)
      ? ({ ...event, parts: [...new Set([...partsOf(command), ...saidIn(wordsOf(event))])] } as CaseEvent)
      : event,
  );
