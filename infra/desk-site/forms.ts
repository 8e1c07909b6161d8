import { COMMAND_WORDS, type CommandName } from '../../shared/contracts/api/words/commands.ts';
import { exactAmount } from '../../shared/contracts/desk/amount.ts';
import type { CommandForm, DeskForms, FormChoice, FormField } from '../../shared/contracts/desk/forms.ts';
import { giversOf, postsOf } from '../../shared/regulations/lookup.ts';
import { REVIEW_DOCUMENT, SECRET_FLAG } from '../../shared/regulations/reserved.ts';
import type { Regulation } from '../../shared/regulations/schema.ts';
import { lackName } from '../../shared/rules/parts/incomplete.ts';
import type { OpenApi } from '../openapi/document.ts';
import type { Givers } from '../openapi/givers.ts';
import { referredIn, type Schema } from '../openapi/schemas/json-schema.ts';
import { listOfComponent } from '../openapi/schemas/lists.ts';
import { fieldsOf } from './forms/field.ts';
import { groupOf } from './forms/groups.ts';
import { logNames } from './forms/log-names.ts';
import { DOES } from './forms/table.ts';

type Criterion = Regulation['grading']['criteria'][number];
type Schemas = Readonly<Record<string, Schema>>;

const listsIn = (schemas: Schemas): Record<string, FormChoice[]> =>
  Object.fromEntries(
    Object.entries(schemas).flatMap(([name, schema]) => {
      const list = listOfComponent(name);
      return list === undefined ? [] : [[list, schema['x-values'] as FormChoice[]]];
    }),
  );

/** What 热度 of this number is: counts and ranks. */
const heatOf = ({ counters, ranks }: Regulation['grading']['heat'], value: number): string[] => [
  ...counters.flatMap(({ name, steps }) =>
    steps[value - 1] === undefined ? [] : `${name}${exactAmount(steps[value - 1]!)}`,
  ),
  ...ranks.flatMap(({ values }) => values.filter((each) => each.value === value).map(({ name }) => name)),
];
/** What the regulation says of a number of a criterion; of 0, where the others say something: that it is none of them. */
const valued = ({ heat }: Regulation['grading'], { id, words }: Criterion, value: string): string => {
  const meant = [
    ...words.filter((word) => String(word.value) === value).map(({ reason }) => reason),
    ...(id === 'heat' && value !== '0' ? heatOf(heat, Number(value)) : []),
  ];
  return value === '0' ? '以下都没有' : [...new Set(meant)].join(id === 'heat' ? '、' : '；');
};
/** The criteria as the regulation calls them, with what it says of each number. */
const withCriteria = ({ grading }: Regulation, fields: readonly FormField[]): FormField[] =>
  fields.map((field) => {
    const criterion = grading.criteria.find(({ id }) => id === field.name);
    if (criterion === undefined) return field;
    const choices = (field.choices ?? []).map(({ id, name }) => {
      const means = valued(grading, criterion, id);
      return { id, name: means === '' ? name : `${name}：${means}` };
    });
    return { ...field, title: criterion.name, choices };
  });

const withoutItems: readonly string[] = ['sources', 'items'];
/** The lists of objects of an opening are groups in its form, which asks for one of each. */
const flat = (schema: Schema): Schema => ({
  ...schema,
  properties: Object.fromEntries(
    Object.entries(schema.properties ?? {})
      .filter(([name]) => name !== 'items')
      .map(([name, field]) => [
        name,
        withoutItems.includes(name) ? { ...field.items!, title: field.title! } : field,
      ]),
  ),
});

const formOf = (regulation: Regulation, type: string, schema: Schema): CommandForm => ({
  type,
  title: DOES[type] ?? schema.title!,
  about: COMMAND_WORDS[type as CommandName].about,
  group: groupOf(type),
  givers: (schema['x-givers'] as Givers[]).map(({ roles, levels }) => ({ roles, levels })),
  fields: fieldsOf(schema, type).map((field) =>
    field.name === 'factors' && field.fields !== undefined
      ? { ...field, fields: withCriteria(regulation, field.fields) }
      : asCalled(regulation, type, field),
  ),
});

/** Of parts of which one is enough that which a form asks for first: at a call the post, which one knows before the name. */
const firstOf = (group: readonly string[]): string => (group.includes('post') ? 'post' : group[0]!);
/** What the regulation calls each group of parts of which one is enough → one of these, which is a field. */
const lacksIn = ({ parts }: Regulation): Record<string, string> =>
  Object.fromEntries(
    parts.flatMap((entry) => entry.needs.map((group) => [lackName(entry, group), firstOf(group)])),
  );
/** The forms of a report of which somebody has to say with whom he spoke. */
const spokenIn = ({ parts }: Regulation): string[] => [
  ...new Set(
    parts.flatMap(({ act, forms = [], needs }) =>
      act === 'report' && needs.flat().some((part) => part === 'spokeTo' || part === 'post') ? forms : [],
    ),
  ),
];

/** Which kinds and forms of a report meet each duty, where they are several and not all: at whatever level. */
const offersIn = ({ duties, reportKinds, reportForms }: Regulation): DeskForms['offers'] =>
  Object.fromEntries(
    duties.flatMap(({ id, fulfilledBy, terms }) => {
      const ways = [...fulfilledBy, ...terms.flatMap((term) => term.fulfilledBy ?? [])].flatMap((way) =>
        way.act === 'report' ? [way] : [],
      );
      const some = (
        field: string,
        all: readonly unknown[],
        named: readonly (readonly string[] | undefined)[],
      ) => {
        const values = [...new Set(named.flatMap((each) => each ?? []))];
        const isAny = named.some((each) => each === undefined);
        return isAny || values.length < 2 || values.length === all.length ? [] : [[field, values] as const];
      };
      const offered = [
        ...some(
          'kind',
          reportKinds,
          ways.map(({ kinds }) => kinds),
        ),
        ...some(
          'form',
          reportForms,
          ways.map(({ forms }) => forms),
        ),
      ];
      return offered.length === 0 ? [] : [[id, Object.fromEntries(offered)]];
    }),
  );

/** The act of the data → its command. */
const COMMAND_OF: Readonly<Partial<Record<Regulation['parts'][number]['act'], CommandName>>> = {
  meeting: 'RecordMeeting',
  planRequest: 'RequestPlan',
};
/** A field by the regulation's own word for what it asks for, where it has one of all such acts. */
const asCalled = ({ parts }: Regulation, type: string, field: FormField): FormField => {
  const called = parts
    .filter(({ act }) => COMMAND_OF[act] === type)
    .flatMap((entry) => (entry.called as Readonly<Record<string, string>>)[field.name] ?? []);
  return called.length === 0 ? field : { ...field, title: called[0]! };
};
/** What the regulation calls each group of parts of which one is enough → these, which are fields. */
const lackedIn = ({ parts }: Regulation): Record<string, readonly string[]> =>
  Object.fromEntries(parts.flatMap((entry) => entry.needs.map((group) => [lackName(entry, group), group])));

/** The actions that are somebody's approval, or that a publication waits for. */
const approvalsIn = ({ actions, gates }: Regulation): string[] => {
  const steps = gates
    .filter(({ on }) => on.includes('RecordPublication'))
    .flatMap(({ needs = [], steps: each = [] }) => [...needs, ...each.flat()]);
  return actions
    .filter(({ id, approval }) => approval !== undefined || steps.includes(id))
    .map(({ id }) => id);
};

const draftsIn = ({ actions, documents }: Regulation): DeskForms['drafts'] =>
  Object.fromEntries(
    actions.flatMap(({ id, draft }) => {
      const document = documents.find((each) => each.id === draft);
      return document === undefined ? [] : [[id, { document: document.id, titled: document.titled ?? null }]];
    }),
  );

/** Who may be meant, where the bureau's list has everybody. */
const postsIn = (regulation: Regulation): Pick<DeskForms, 'leaders' | 'askable' | 'unitPosts' | 'bodies'> => {
  const reporting = giversOf(regulation, 'FileReport');
  return {
    leaders: giversOf(regulation, 'Countersign'),
    askable: postsOf(regulation).flatMap(({ id }) => (reporting.includes(id) ? [id] : [])),
    unitPosts: regulation.roles.flatMap(({ id, perUnit }) => (perUnit ? [id] : [])),
    bodies: Object.fromEntries(
      regulation.actions.flatMap(({ id, bodies }) => (bodies === undefined ? [] : [[id, bodies]])),
    ),
  };
};

const levelsOf = (choices: Regulation['scales'][number]['levels']): FormChoice[] =>
  choices.map(({ id, name, short }) => ({ id, name, ...(short === name ? {} : { short }) }));

/** The forms of a bureau's desk. `components`: of its OpenAPI document. */
export const formsOf = (regulation: Regulation, { components }: Pick<OpenApi, 'components'>): DeskForms => {
  const { schemas } = components;
  const commands = schemas.OfficeCommand!.oneOf!.map((each) => referredIn(each)!);
  const { documents, parts, scales, sources } = regulation;
  return {
    lists: listsIn(schemas),
    ratings: Object.fromEntries(
      scales.filter(({ use }) => use === 'rating').map(({ id, levels }) => [id, levelsOf(levels)]),
    ),
    commands: Object.fromEntries(commands.map((type) => [type, formOf(regulation, type, schemas[type]!)])),
    opening: formOf(regulation, 'OpenCase', flat(schemas.OpenCase!)),
    documents: Object.fromEntries(documents.map(({ id, fields }) => [id, fields])),
    review: documents.some(({ id }) => id === REVIEW_DOCUMENT) ? REVIEW_DOCUMENT : null,
    reports: Object.fromEntries(
      parts.flatMap(({ act, kinds, document }) =>
        act !== 'report' || document === undefined ? [] : (kinds ?? []).map((kind) => [kind, document]),
      ),
    ),
    secretFlag: SECRET_FLAG,
    sources: {
      standing: sources.flatMap(({ id, standing }) => (standing === true ? [id] : [])),
      told: sources.flatMap(({ id, from, standing }) => (from === null || standing === true ? [] : [id])),
    },
    reported: parts.flatMap(({ decisions = [], needs }) => (needs.flat().includes('to') ? decisions : [])),
    criteria: regulation.grading.criteria.map(({ id }) => id),
    raising: [...new Set(regulation.grading.floors.map(({ flag }) => flag))],
    approvals: approvalsIn(regulation),
    approvesText: regulation.actions
      .filter(({ approval }) => approval === 'text' || approval === 'paper')
      .map(({ id }) => id),
    offers: offersIn(regulation),
    spoken: spokenIn(regulation),
    drafts: draftsIn(regulation),
    ...postsIn(regulation),
    lacks: lacksIn(regulation),
    lackedIn: lackedIn(regulation),
    log: logNames(),
  };
};
