import type { Regulation } from '../../../shared/regulations/schema.ts';
import { referredIn, type Schema } from '../schemas/json-schema.ts';

// An answer as it could be: made of its schema, so that it cannot be another, with this bureau's own words where it has any.

type Components = Readonly<Record<string, Schema>>;
const AT = '2026-03-02T09:30:00+08:00';
const HASH = '0c1f6a4d5e2b8790a3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f7081920';

/** Text by the field that holds it. What is not here is told by what it is. */
const TEXTS: Readonly<Record<string, string>> = {
  title: '群众反映某学校食堂食品变质',
  stateText: '在办',
  statusText: '待办',
  gradingText: '已定级',
  basisText: '制度规定',
  limitText: '12小时内',
  kindText: '职责',
  stageText: '提醒',
  text: '网民反映情况,媒体跟进报道',
  reason: '多家媒体转发',
  summary: '涉事食品已经全部下架',
  feed: 'demo',
  url: 'https://example.com/news/1',
  requestId: '4f0c6d2e-8f3b-4a67-9c55-0f6f2b1d7a90',
  code: 'ITEM_INVALID',
  message: '第1条:title 缺少该字段',
  field: 'title',
  day: '2026-03-02',
  hash: HASH,
  previousHash: HASH,
  name: '值班员',
  mobile: '138****0001',
  landline: '0759-1234567',
  by: '值班员',
  key: '9f2b7c10',
  command: 'FileReport',
  clause: 'A 第二十二条',
  short: '办法第22条',
  quote: '条款原文',
};

/** Things that have an id and a name, by the field that holds them. */
const thingsOf = (regulation: Regulation) => {
  const { units, roles, sources, flags, instants, channels, scales } = regulation;
  const level = scales[0]!.levels.find(({ clocked }) => clocked) ?? scales[0]!.levels[0]!;
  const role = roles.find(({ id }) => id === regulation.headOfOffice) ?? roles[0]!;
  const byField: Readonly<Record<string, { id: string; name: string } | undefined>> = {
    unit: units[0],
    sources: sources[0],
    source: sources[0],
    flags: flags[0],
    instant: instants[0],
    doubts: instants[0],
    dateOnly: instants[0],
    channels: channels[0],
    scale: scales[0],
  };
  return {
    level: { id: level.id, name: level.name, short: level.short },
    named: (field: string) => {
      const { id, name } = byField[field] ?? role;
      return { id, name };
    },
  };
};

const sampleText = (regulation: Regulation, field: string, schema: Schema): string => {
  if (schema.format === 'date') return '2026-03-02';
  if (schema.format === 'date-time') return '2026-03-02T01:30:00.000Z';
  if (schema.format === 'uri') return 'https://example.com/1';
  if (field === 'case' || field === 'caseId') return `${regulation.numbering.case}2026-0001`;
  if (field === 'bureau') return regulation.bureau;
  if (field === 'duty') return regulation.duties[0]!.id;
  if (field === 'regulation') return regulation.id;
  // What it is, without what is said of it beside.
  return TEXTS[field] ?? schema.description?.split(/[;:(]/)[0] ?? field;
};

/** An example of what a schema describes. */
export const sampleOf = (components: Components, regulation: Regulation) => {
  const things = thingsOf(regulation);
  const sample = (schema: Schema, field: string): unknown => {
    const name = referredIn(schema);
    if (name === 'Time') return AT;
    if (name === 'LevelName') return things.level;
    if (name === 'Named') return things.named(field);
    if (name !== undefined) return sample(components[name]!, field);
    if (schema.const !== undefined) return schema.const;
    if (schema.enum !== undefined) return schema.enum[0];
    const [either] = (schema.anyOf ?? schema.oneOf ?? []).filter(({ type }) => type !== 'null');
    if (either !== undefined) return sample(either, field);
    return sampleOfType(schema, field);
  };
  const sampleOfType = (schema: Schema, field: string): unknown => {
    switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
      case 'object':
        return Object.fromEntries([
          ...Object.entries(schema.properties ?? {}).map(([name, each]) => [name, sample(each, name)]),
          ...(schema.properties === undefined && typeof schema.additionalProperties === 'object'
            ? [
                [
                  field === 'roles' ? regulation.headOfOffice : '名称',
                  sample(schema.additionalProperties, field),
                ],
              ]
            : []),
        ]);
      case 'array':
        return [sample(schema.items ?? {}, field)];
      case 'integer':
        return 1;
      case 'number':
        return 0.9;
      case 'boolean':
        return false;
      case 'string':
        return sampleText(regulation, field, schema);
      default:
        return null;
    }
  };
  return (name: string): unknown => sample(components[name]!, name);
};
