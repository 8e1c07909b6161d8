import type { Rehearsed } from '../../../infra/local/rehearsal/run.ts';
import type { CaseEvent, LogEntry, Notice } from '../../../shared/case/events.ts';
import type { Duty, Regulation } from '../../../shared/regulations/schema.ts';
import { withOffset } from '../../../shared/time/instants.ts';

const short = (at: string): string => at.slice(5, 19).replace('T', ' ').replace(/:00$/, '');
const isNumeric = (duty: Duty | undefined): boolean =>
  duty?.terms.some(({ limit }) => ['within', 'every', 'external'].includes(limit.kind)) ?? false;
const told = (notices: readonly Notice[]): string =>
  `${notices.some(({ byTelephone }) => byTelephone) ? '☎' : '→'} ${notices.map(({ role }) => role).join(' ')}`;

const FOUND_LATE = {
  discovery: '发现时已逾期',
  grading: '定级时已逾期',
  raise: '升级时已逾期',
  list: '名单到时已逾期',
} as const;
const SETTLED = {
  moved: 'moved',
  cancelled: 'cancelled',
  fulfilled: 'done',
  fulfilledLate: 'late',
  unconfirmed: 'unconfirmed',
  lateEntry: 'lateEntry',
  unapproved: 'unapproved',
  withdrawn: 'withdrawn',
} as const;

/**
 * The moments of a case that a clerk could check against the clauses, one a line, without the words of the file:
 * who was told what at which stage, what began, was done, late or cancelled, who was refused what.
 */
export const momentsOf = (regulation: Regulation, log: readonly LogEntry[]): string[] => {
  const local = (at: string): string => short(withOffset(at, regulation.zone));
  const dutyOf = (id: string) => regulation.duties.find((duty) => duty.id === id);
  const byId = (number: string): string => number.replace(/^.*〕/u, '');

  const stage = (event: Extract<CaseEvent, { duty?: string; overtaken?: boolean }>, word: string) =>
    'overtaken' in event && event.overtaken ? `skipped ${word} ${event.duty}` : '';

  const linesOf = (entry: LogEntry): string[] => {
    const notices = entry.events.flatMap((event) => (event.type === 'NoticesMade' ? event.notices : []));
    const order = entry.events.find((event) => event.type === 'SupervisionOrderIssued');
    const late = entry.events.find((event) => event.type === 'DutyOverdue');
    const marks = [
      ...(order === undefined ? [] : [byId(order.number)]),
      ...(late?.foundLate === undefined ? [] : [FOUND_LATE[late.foundLate]]),
    ];
    const groups = Map.groupBy(notices, ({ duty, template }) => `${template} ${duty ?? ''}`);
    const messages = [...groups.values()].map((group) => {
      const { duty, template } = group[0]!;
      return duty === undefined
        ? `told ${template} ${told(group)}`
        : [template, duty, ...marks, told(group)].join(' ');
    });
    return [...messages, ...entry.events.flatMap(eventLines)];
  };

  const eventLines = (event: CaseEvent): string[] => {
    switch (event.type) {
      case 'CaseGraded':
        return [
          `graded ${event.grade.level}${event.handling === event.grade.level ? '' : ` as ${event.handling}`}${event.provisional ? ' provisional' : ''}`,
        ];
      case 'GradeConfirmed':
        return [`confirmed ${event.level}`];
      case 'LevelChanged':
        return [`level ${event.from} → ${event.to} ${event.direction}`];
      case 'LoweringProposed':
        return [`proposed ${event.to}`];
      case 'ItemAttached':
        return [`attached ${event.item.feed}/${event.item.id}`];
      case 'CommandRefused':
        return [`refused ${event.command} ${event.code}`];
      case 'DutyReminded':
        return [stage(event, 'remind')];
      case 'DutyFellDue':
        return [stage(event, 'due')];
      case 'DutyOverdue':
        return [stage(event, 'overdue')];
      case 'DutyMissed':
        return [`missed ${event.duty} ${local(event.due)}`];
      case 'NoticeAnswered': {
        const parts = event.key.split('#');
        return [`telephoned ${parts[0]} ${parts.at(-1)}`];
      }
      case 'NoticesHandedOver': {
        const failed = event.handOvers.filter(({ status }) => status !== 'handedOver');
        const groups = Map.groupBy(failed, ({ key }) => key.split('#')[0]!);
        return [...groups].map(
          ([what, list]) => `failed ${what} → ${list.map(({ role }) => role).join(' ')}`,
        );
      }
      case 'DutiesSettled':
        return event.settled.flatMap(({ duty, outcome, due }) => {
          if (outcome === 'missed') return [];
          if (outcome === 'planned' || outcome === 'moved' || outcome === 'cancelled') {
            const word = outcome === 'planned' ? 'starts' : SETTLED[outcome];
            return isNumeric(dutyOf(duty)) ? [`${word} ${duty} ${local(due!)}`] : [];
          }
          return [`${SETTLED[outcome]} ${duty}`];
        });
      case 'CaseRated':
        return [`rated ${event.scale} ${event.level}`];
      case 'DutyExtended':
        return [`extended ${event.duty} ${local(event.to)}`];
      case 'DeadlineSet':
        return [`deadline ${event.duty} ${local(event.due)}`];
      case 'DocumentIssued':
        return [`document ${event.document}`];
      case 'CaseArchived':
        return ['archived'];
      case 'MergeProposed':
        return [`proposed merge into ${event.into}`];
      case 'MergeRejected':
        return ['merge rejected'];
      case 'CaseMerged':
        return [`merged into ${event.into}`];
      case 'CaseTakenOver':
        return [
          `took over ${event.case}`,
          ...event.limits.map(({ duty, due }) => `stricter ${duty} ${local(due)}`),
        ];
      case 'ItemDetached':
        return [`detached ${event.feed}/${event.id} to ${event.to}`];
      case 'CaseReopened':
        return [
          'reopened',
          ...event.between.map(({ duty, due }) => `fell due between ${duty} ${local(due)}`),
        ];
      default:
        return [];
    }
  };

  return log.flatMap((entry) =>
    linesOf(entry)
      .filter((line) => line !== '')
      .map((line) => `${local(entry.at)}  ${line}`),
  );
};

/** The moments of several cases: those of the first as they are, those of each other after its name in the scenario. */
export const momentsOfAll = (
  regulation: Regulation,
  logs: Readonly<Record<string, readonly LogEntry[]>>,
): string[] =>
  Object.entries(logs).flatMap(([name, log], index) =>
    momentsOf(regulation, log).map((line) => (index === 0 ? line : line.replace('  ', `  ${name}: `))),
  );

/** What no log has: who was refused what was none of his business, and how the clocks ended. */
export const momentsBeside = ({ timeline, cases }: Pick<Rehearsed, 'timeline' | 'cases'>): string[] =>
  timeline.flatMap(({ at, kind, case: caseId, data = {} }) => {
    const when = `${short(at).slice(0, 11)} `;
    if (kind === 'clock') return [`${when} ends ${data.name} ${data.status}`];
    const isBeside = kind === 'refused' && data.type === undefined && data.command !== undefined;
    const [, ...others] = Object.keys(cases);
    const name = others.find((each) => cases[each] === caseId);
    const of = name === undefined ? '' : `${name}: `;
    return isBeside ? [`${when} ${of}refused ${data.command} ${data.code}`] : [];
  });

/** Reads an expected timeline: `#` begins a remark, `done a b` stands for two lines. Sorted, since a minute has no order. */
export const readExpected = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .flatMap((line) => {
      const done = /^(.* {2}(?:\w+: )?done) (.*)$/.exec(line);
      return done === null ? [line] : done[2]!.split(' ').map((duty) => `${done[1]} ${duty}`);
    })
    .sort();
