import type { OfficeCommand } from '../../../../shared/contracts/commands.ts';
import type { OpenCase } from '../../../../shared/contracts/opening-command.ts';
import { giversOf } from '../../../../shared/regulations/lookup.ts';
import type { Duty, Fulfilment, Regulation } from '../../../../shared/regulations/schema.ts';
import { levelNames, roleNames } from '../people/givers.ts';
import type { Problem } from '../problem.ts';

type Why = [fault: string, mend: string];

const AUTHORISE = '请在 authorities 中写明由谁作出';
/** What a person has to do for each act that meets a duty; the system's own notice is not among them. */
export const COMMAND_OF: Readonly<
  Record<Exclude<Fulfilment['act'], 'notice'>, (OfficeCommand | OpenCase)['type']>
> = {
  report: 'FileReport',
  publication: 'RecordPublication',
  action: 'RecordAction',
  decision: 'RecordDecision',
  meeting: 'RecordMeeting',
  planRequest: 'RequestPlan',
  planStart: 'StartPlan',
  opening: 'OpenCase',
  unitAssigned: 'AssignUnit',
  gradeConfirmed: 'ConfirmGrade',
  gradeReviewed: 'ConfirmGrade',
  calm: 'DeclareCalm',
  review: 'FileReview',
  document: 'IssueDocument',
  rated: 'RateCase',
};

const whyNoReport = (
  regulation: Regulation,
  { to = [], toAnyOf = [] }: Extract<Fulfilment, { act: 'report' }>,
  givers: readonly string[],
): Why | undefined => {
  const isClosed = (receiver: string): boolean =>
    !givers.some((role) =>
      regulation.contacts.every((contact) => !contact.to.includes(receiver) || contact.by.includes(role)),
    );
  const either = toAnyOf.filter(isClosed);
  const closed = [...to.filter(isClosed), ...(either.length < toAnyOf.length ? [] : either)];
  if (closed.length === 0) return undefined;
  return [
    `按 contacts,有权报告的人(FileReport)中无人可以联络${roleNames(regulation, closed)}`,
    '请在 contacts 的 by 或 authorities 中增加角色',
  ];
};

const whyNoAction = (regulation: Regulation, id: string, givers: readonly string[]): Why | undefined => {
  const action = regulation.actions.find((each) => each.id === id);
  if (action?.by === undefined || action.by.some((role) => givers.includes(role))) return undefined;
  return [
    `“${action.name}”只能由${roleNames(regulation, action.by)}记录,而他们都无权作出 RecordAction`,
    '请在 authorities 中让其中之一作出 RecordAction,或改正该动作的 by',
  ];
};

/** Why nobody can do this act at a level; undefined when somebody can. */
const whyNobody = (regulation: Regulation, duty: Duty, way: Fulfilment, level: string): Why | undefined => {
  if (way.act === 'notice')
    return duty.receivers.length === 0 ? ['系统的通知没有接收人', '请填写 receivers'] : undefined;
  const command = COMMAND_OF[way.act];
  const all = giversOf(regulation, command, level);
  if (all.length === 0) return [`无人有权作出 ${command}`, AUTHORISE];
  const by = 'by' in way ? way.by : undefined;
  const givers = all.filter((role) => by === undefined || by.includes(role));
  if (givers.length === 0)
    return [
      `须由${roleNames(regulation, by ?? [])}作出,而他们都无权作出 ${command}`,
      '请在 authorities 中让其中之一作出,或改正这里的 by',
    ];
  if (way.act === 'report') return whyNoReport(regulation, way, givers);
  if (way.act === 'action') return whyNoAction(regulation, way.action, givers);
  if (way.act === 'rated') {
    const scale = regulation.scales.find(({ id }) => id === way.scale);
    if (scale !== undefined && scale.use !== 'rating')
      return [`“${scale.name}”(${scale.use})不由人评定`, '请改为 rating 分级'];
  }
  return undefined;
};

interface Use {
  path: string;
  ways: readonly Fulfilment[];
  levels: readonly string[];
  clauses: readonly string[];
}
/** A duty's ways at all its levels that have none of their own, and each term's own. */
const usesOf = (duty: Duty): Use[] => {
  const path = `duties[${duty.id}]`;
  const plain = duty.terms.filter(({ fulfilledBy }) => fulfilledBy === undefined);
  const shared: Use = {
    path: `${path}.fulfilledBy`,
    ways: duty.fulfilledBy,
    levels: [...new Set(plain.flatMap(({ levels }) => levels))],
    clauses: [...new Set(plain.flatMap(({ cite }) => cite))],
  };
  const own = duty.terms.flatMap(({ fulfilledBy, levels, cite }, index): Use[] =>
    fulfilledBy === undefined
      ? []
      : [{ path: `${path}.terms[${index}].fulfilledBy`, ways: fulfilledBy, levels, clauses: cite }],
  );
  return plain.length === 0 ? own : [shared, ...own];
};

/** Duties, or one way to meet them, that nobody could do. */
export const fulfilmentProblems = (regulation: Regulation): Problem[] =>
  regulation.duties.flatMap((duty) =>
    usesOf(duty).flatMap(({ path, ways, levels, clauses }) => {
      const dead = ways.map((way) => levels.map((level) => whyNobody(regulation, duty, way, level)));
      const useless = dead.flatMap((reasons, index) => {
        const why = reasons[0];
        if (why === undefined || !reasons.every((each) => each !== undefined)) return [];
        return [
          {
            path: `${path}[${index}]`,
            clauses,
            fault: `“${duty.name}”无人能这样完成:${why[0]}`,
            mend: why[1],
          },
        ];
      });
      if (useless.length === ways.length) return useless;
      const stuck = levels.filter((_, index) => dead.every((reasons) => reasons[index] !== undefined));
      if (stuck.length === 0) return useless;
      const [fault, mend] = dead[0]![levels.indexOf(stuck[0]!)]!;
      const place = `在级别${levelNames(regulation, stuck)}上“${duty.name}”无人能完成:${fault}`;
      return [...useless, { path, clauses, fault: place, mend }];
    }),
  );
