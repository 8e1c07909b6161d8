import { COMMAND_WORDS, type CommandName } from '../../shared/contracts/api/words/commands.ts';
import { clauseName } from '../../shared/regulations/lookup.ts';
import { REVIEW_DOCUMENT } from '../../shared/regulations/reserved.ts';
import type { Fulfilment, Regulation } from '../../shared/regulations/schema.ts';
import { commandNamed } from '../docs/views/command-names.ts';
import { fulfilmentText } from '../docs/views/fulfilment-text.ts';
import { refusalsOfCommand } from './command-refusals.ts';
import { exampleOf } from './examples/commands.ts';
import { type Givers, giversIn } from './givers.ts';
import type { Schema } from './schemas/json-schema.ts';
import { commandComponents } from './schemas/requests.ts';

/** What a command is in this bureau, beside its schema. */
export interface CommandView {
  name: CommandName;
  title: string;
  about: string;
  clocks: string;
  givers: Givers[];
  /** Duties that it can meet, each with by what. */
  fulfils: { duty: string; by: string }[];
  /** What must be on record before. */
  gates: { name: string; clause: string }[];
  /** The named parts that a bureau's documents have: what `fields` and `points` are made of. */
  parts: { of: string; names: string[] }[];
}

/** Which commands each act of a regulation is made by. */
const MADE_BY: Readonly<Record<Fulfilment['act'], readonly CommandName[]>> = {
  report: ['FileReport'],
  publication: ['RecordPublication'],
  action: ['RecordAction'],
  decision: ['RecordDecision'],
  meeting: ['RecordMeeting'],
  planRequest: ['RequestPlan'],
  planStart: ['StartPlan'],
  opening: ['OpenCase'],
  unitAssigned: ['AssignUnit'],
  gradeConfirmed: ['ConfirmGrade'],
  gradeReviewed: ['ConfirmGrade', 'ChangeLevel'],
  calm: ['DeclareCalm'],
  review: ['FileReview'],
  document: ['IssueDocument'],
  rated: ['RateCase'],
  notice: ['ReleaseWarning', 'AnswerNotice'],
};

const fulfilledBy = (regulation: Regulation, command: CommandName): CommandView['fulfils'] => {
  const found = regulation.duties.flatMap(({ name, fulfilledBy, terms }) =>
    [...fulfilledBy, ...terms.flatMap((term) => term.fulfilledBy ?? [])]
      .filter((way) => MADE_BY[way.act].includes(command))
      // A warning is released; what else the system tells is answered by telephone.
      .filter((way) => way.act !== 'notice' || (way.says !== undefined) === (command === 'ReleaseWarning'))
      .map((way) => ({ duty: name, by: fulfilmentText(regulation, way) })),
  );
  return [...new Map(found.map((each) => [JSON.stringify(each), each])).values()];
};

const gatesOf = (regulation: Regulation, command: string): CommandView['gates'] =>
  regulation.gates
    .filter(({ on }) => on.includes(command))
    .map(({ name, cite }) => ({ name, clause: clauseName(regulation, cite[0]!) }));

const partsOf = ({ documents }: Regulation, command: CommandName): CommandView['parts'] => {
  const shown =
    command === 'IssueDocument'
      ? documents
      : command === 'FileReview'
        ? documents.filter(({ id }) => id === REVIEW_DOCUMENT)
        : [];
  return shown.map(({ name, fields }) => ({ of: name, names: fields }));
};

/** A command in this bureau. */
export const commandView = (regulation: Regulation, name: CommandName): CommandView => ({
  name,
  title: commandNamed(name).name,
  ...COMMAND_WORDS[name],
  givers: giversIn(regulation, name),
  fulfils: fulfilledBy(regulation, name),
  gates: gatesOf(regulation, name),
  parts: partsOf(regulation, name),
});

/** Every command's component: its schema with what it is, who may give it, what it does, and an example. */
export const describedCommands = (regulation: Regulation): Record<string, Schema> =>
  Object.fromEntries(
    [...commandComponents()].map(([name, schema]) => {
      const { title, about, clocks, givers, fulfils, gates, parts } = commandView(regulation, name);
      return [
        name,
        {
          title,
          ...schema,
          description: `${about}对时限:${clocks}`,
          'x-clocks': clocks,
          'x-givers': givers,
          'x-fulfils': fulfils,
          'x-gates': gates,
          'x-codes': refusalsOfCommand(name as CommandName),
          ...(parts.length === 0 ? {} : { 'x-parts': parts }),
          examples: [exampleOf(regulation, name)],
        },
      ];
    }),
  );
