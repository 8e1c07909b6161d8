import { names, shortNames } from '../../../shared/contracts/regulation-view/names.ts';
import { levelOf, nameIn } from '../../../shared/regulations/lookup.ts';
import type { Regulation, Scale } from '../../../shared/regulations/schema.ts';
import { inChinese } from '../../../shared/time/instants.ts';
import { commandNamed } from '../views/command-names.ts';
import { conditionText } from '../views/condition-text.ts';
import { allNamedIn, rolesNamed } from '../views/lookup.ts';
import { partsText } from '../views/parts-text.ts';
import { valueText } from '../views/value-text.ts';
import { dutyRules } from './duty-rules.ts';
import type { ListId } from './lists.ts';
import { type Rule, rule } from './rule.ts';

/** Lists whose members are no more than an id with a name, and what carries the id. */
const THINGS = {
  roles: 'to=',
  sources: 'AddSource source.kind=',
  flags: 'SetFlags add=',
  instants: 'instant=',
  actions: 'RecordAction action=',
  decisions: 'RecordDecision decision=',
  reportForms: 'FileReport form=',
  reportKinds: 'FileReport kind=',
  publicationForms: 'RecordPublication form=',
  channels: 'channel=',
  mediaTypes: 'mediaType=',
} as const satisfies Partial<Record<ListId, string>>;
const thingRules = (regulation: Regulation): Rule[] =>
  (Object.keys(THINGS) as (keyof typeof THINGS)[]).flatMap((key) =>
    regulation[key].map(({ id, name, cite }) =>
      rule(key, cite, { id, name, commands: [`${THINGS[key]}${id}`] }),
    ),
  );

const LEVEL_COMMANDS: Readonly<Record<Scale['use'], (scale: string, level: string) => string[]>> = {
  handling: (_, level) => [`ConfirmGrade level=${level}`, `ChangeLevel level=${level}`],
  response: (_, level) => [`SetResponseLevel level=${level}`],
  rating: (scale, level) => [`RateCase scale=${scale} level=${level}`],
  standing: (_, level) => [`OpenCase level=${level}`],
};
const scaleRules = (regulation: Regulation): Rule[] =>
  regulation.scales.flatMap((scale) => [
    rule('scales', scale.cite, { id: scale.id, name: scale.name }),
    ...scale.levels.map(({ id, name, unlimited = '', cite }) =>
      rule('scales.levels', cite, {
        id,
        name,
        text: unlimited,
        commands: LEVEL_COMMANDS[scale.use](scale.id, id),
      }),
    ),
    ...scale.defaults.map(({ level, reason, cite }) =>
      rule('scales.defaults', cite, { id: level, name: levelOf(regulation, level).name, text: reason }),
    ),
  ]);

const gradingRules = ({ grading, handling, flags, scales: [first] }: Regulation): Rule[] => {
  const levelName = (id: string): string => nameIn(first?.levels ?? [], id);
  return [
    rule('grading', grading.cite, { id: 'grading', name: `由${grading.decidedBy}定级` }),
    rule('grading.determination', grading.determination.cite, {
      id: 'determination',
      name: grading.determination.name,
      text: grading.determination.byOpener
        ? '立案时写明级别即为确定;由系统或未写明级别的为初判'
        : '由有权的人员作出即为确定;此前为初判,时限暂定',
      commands: ['ConfirmGrade'],
    }),
    ...grading.criteria.flatMap(({ id, name, words, cite }) => [
      rule('grading.criteria', cite, { id, name }),
      ...words.map((word) =>
        rule('grading.criteria.words', word.cite, {
          id,
          name,
          text: `${word.reason}(计${word.value}):${word.words.join('、')}`,
        }),
      ),
    ]),
    ...grading.floors.map(({ id, flag, atLeast, reason, cite }) =>
      rule('grading.floors', cite, {
        id,
        name: names(allNamedIn(flags, [flag])),
        text: `至少${levelName(atLeast)}:${reason}`,
        commands: [`SetFlags add=${flag}`],
      }),
    ),
    ...handling.map(({ id, handleAs, reason, cite }) =>
      rule('handling', cite, { id, name: `按${levelName(handleAs)}处置`, text: reason }),
    ),
  ];
};

const gateRules = (regulation: Regulation): Rule[] => [
  ...regulation.gates.map(({ id, name, on, needs = [], steps = [], documents = [], cite }) =>
    rule('gates', cite, {
      id,
      name,
      text: `须先办,才能${names(on.map(commandNamed))}`,
      commands: [
        ...[...needs, ...steps.flat()].map((action) => `RecordAction action=${action}`),
        ...documents.map((document) => `IssueDocument document=${document}`),
      ],
    }),
  ),
  ...regulation.forbiddenChannels.map(({ channels, when, cite }) =>
    rule('forbiddenChannels', cite, {
      id: channels.join('|'),
      name: names(allNamedIn(regulation.channels, channels)),
      text: conditionText(regulation, when),
      commands: channels.map((channel) => `channel=${channel}`),
    }),
  ),
];

const peopleRules = (regulation: Regulation): Rule[] => {
  const shown = (ids: readonly string[]): string => shortNames(rolesNamed(regulation, ids));
  return [
    ...regulation.routing.map(({ id, name, to, copies, basis, cite }) =>
      rule('routing', cite, {
        id,
        name,
        text: `${basis === 'bureau' ? '本局自定;' : ''}送${shown([...to, ...copies])}`,
      }),
    ),
    ...regulation.contacts.map(({ to, by, cite }) =>
      rule('contacts', cite, {
        id: to.join('|'),
        name: `向${shown(to)}报告`,
        text: `只由${shown(by)}`,
        commands: [`FileReport to=${to.join('|')}`],
      }),
    ),
    ...regulation.authorities.map(({ command, roles, cite }) =>
      rule('authorities', cite, {
        id: command,
        name: commandNamed(command).name,
        text: `由${shown(roles)}`,
        commands: [command],
      }),
    ),
    ...regulation.ladders.map(({ id, name, climbEvery, rungs, cite }) =>
      rule('ladders', cite, { id, name, text: `每${inChinese(climbEvery)}上报一级:${shown(rungs)}` }),
    ),
  ];
};

const recordRules = (regulation: Regulation): Rule[] => {
  const { documents, settings, readings, parts } = regulation;
  return [
    ...documents.map(({ id, name, fields, cite }) =>
      rule('documents', cite, {
        id,
        name,
        text: fields.join('、'),
        commands: [`IssueDocument document=${id}`],
      }),
    ),
    ...settings.map((setting) =>
      rule('settings', setting.cite, {
        id: setting.id,
        name: setting.name,
        text: `现为${valueText(setting, setting.value)};${setting.note}`,
        commands: [`--set ${setting.id}=`],
      }),
    ),
    ...readings.map(({ id, reading, cite }) =>
      rule('readings', cite, { id, name: `登记条目${id}`, text: reading }),
    ),
    ...parts.map((entry) =>
      rule('parts', entry.cite, {
        id: entry.act,
        name: partsText(regulation, entry).what,
        text: `${entry.basis === 'bureau' ? '本局自定;' : ''}须有${partsText(regulation, entry).needs.join('、')}`,
      }),
    ),
  ];
};

/** Everything of a regulation that rests on clauses, what binds by a clock first. */
export const rulesOf = (regulation: Regulation): Rule[] => [
  ...dutyRules(regulation),
  ...gateRules(regulation),
  ...peopleRules(regulation),
  ...scaleRules(regulation),
  ...gradingRules(regulation),
  ...recordRules(regulation),
  ...thingRules(regulation),
  rule('', regulation.cite, {
    id: regulation.id,
    name: regulation.title,
    text: `版本${regulation.version};印发${regulation.issuedOn},施行${regulation.effectiveOn}`,
  }),
];
