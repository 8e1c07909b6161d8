import type { Fulfilment, Regulation } from '../../shared/regulations/schema.ts';
import type { CaseCommand } from '../../shared/rules/decide.ts';
import type { caseFile } from '../support/case-file.ts';
import { actorsOf } from './random-case.ts';

/** Every way in which the data let a duty be met. */
export const waysOf = ({ duties }: Regulation, duty: string): readonly Fulfilment[] => {
  const { fulfilledBy = [], terms = [] } = duties.find(({ id }) => id === duty) ?? {};
  return [...fulfilledBy, ...terms.flatMap((term) => term.fulfilledBy ?? [])];
};

/** What would have met it, said to be done at `madeAt`: in his own name, for a leader, and past the gates. */
export const actsFor = (regulation: Regulation, way: Fulfilment, madeAt: string): CaseCommand[] => {
  const { roles, reportKinds, reportForms, publicationForms, documents } = regulation;
  const leader = actorsOf(regulation).find(({ role }) =>
    regulation.authorities.some((each) => each.command === 'Countersign' && each.roles.includes(role)),
  );
  const onBehalf = { person: leader?.id ?? 'nobody', channel: '电话', at: madeAt, text: '正文' };
  switch (way.act) {
    case 'report':
      return [
        {
          type: 'FileReport',
          kind: way.kinds?.[0] ?? reportKinds[0]!.id,
          form: way.forms?.[0] ?? reportForms[0]!.id,
          to: way.to === undefined ? roles.map(({ id }) => id) : [...way.to, ...(way.toAnyOf ?? [])],
          madeAt,
        },
      ];
    case 'publication': {
      const form = way.forms?.[0] ?? publicationForms[0]!.id;
      const publication = { type: 'RecordPublication', form, title: '正文', madeAt } as const;
      return [publication, { ...publication, happened: { reason: '误发' } }];
    }
    case 'action': {
      const action = { type: 'RecordAction', action: way.action, madeAt } as const;
      const { bodies = [] } = regulation.actions.find(({ id }) => id === way.action) ?? {};
      const reference = '通话记录1号';
      return [
        action,
        { ...action, onBehalf },
        ...bodies.map((body) => ({
          ...action,
          outside: { body, who: '值班室', channel: '电话', at: madeAt, reference },
        })),
      ];
    }
    case 'decision': {
      const decision = {
        type: 'RecordDecision',
        decision: way.decision,
        outcome: '决定办理',
        madeAt,
      } as const;
      return [decision, { ...decision, onBehalf }];
    }
    case 'document': {
      const fields = documents.find(({ id }) => id === way.document)?.fields ?? [];
      return [
        {
          type: 'IssueDocument',
          document: way.document,
          fields: Object.fromEntries(fields.map((field) => [field, '已填'])),
          madeAt,
        },
      ];
    }
    case 'meeting':
      return [{ type: 'RecordMeeting', madeAt }];
    case 'calm':
      return [{ type: 'DeclareCalm', reason: '传播已得到控制', calmedAt: madeAt }];
    default:
      return [];
  }
};

type File = ReturnType<typeof caseFile>;
const byOf = (way: Fulfilment): readonly string[] | undefined => ('by' in way ? way.by : undefined);
/** Everything that is owed now is done, as far as anybody may, by whose it is. */
export const meetAll = (regulation: Regulation, file: File, now: string): void => {
  const people = actorsOf(regulation).map((each) =>
    each.unit === undefined ? each : { ...each, unit: file.state.unit ?? each.unit },
  );
  for (const { duty, limit } of file.schedule().duties) {
    if (limit.kind !== 'within' && limit.kind !== 'every') continue;
    for (const way of waysOf(regulation, duty))
      for (const actor of people.filter(({ role }) => byOf(way)?.includes(role) ?? true)) {
        if (file.duty(duty)?.status !== 'open') break;
        for (const command of actsFor(regulation, way, now)) file.give(now, actor, command);
      }
  }
};
