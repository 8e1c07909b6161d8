import * as z from 'zod/mini';
import type { RouteKey } from '../../../shared/contracts/api/routes.ts';
import { FEED_WORDS } from '../../../shared/contracts/api/words/feeds.ts';
import { JUDGED_ITEM_WORDS } from '../../../shared/contracts/api/words/items/judged-items.ts';
import { REFUSED_ITEM_WORDS } from '../../../shared/contracts/api/words/items/refused-items.ts';
import { SUSPICION_WORDS } from '../../../shared/contracts/api/words/items/suspicions.ts';
import { REGULATION_WORDS } from '../../../shared/contracts/api/words/regulation.ts';
import { REPLY_WORDS } from '../../../shared/contracts/api/words/replies.ts';
import { REPLY_PLACE_WORDS } from '../../../shared/contracts/api/words/reply-places.ts';
import { ROUTE_WORDS } from '../../../shared/contracts/api/words/routes.ts';
import { UNIT_WORDS } from '../../../shared/contracts/api/words/units.ts';
import { Problem } from '../../../shared/contracts/errors.ts';
import { Clause, Named } from '../../../shared/contracts/regulation-view/parts.ts';
import { CaseRow } from '../../../shared/contracts/replies/case.ts';
import { CancelledDuty, DutyReply } from '../../../shared/contracts/replies/duty.ts';
import { ItemsFailed, ItemsInvalid } from '../../../shared/contracts/replies/items.ts';
import {
  Call,
  GradeReason,
  ItemName,
  LevelName,
  Reason,
  Time,
} from '../../../shared/contracts/replies/parts.ts';
import { REPLIES, sent, TRIES } from '../../../shared/contracts/replies/routes.ts';
import { TaskReply } from '../../../shared/contracts/replies/task.ts';
import { Condition } from '../../../shared/regulations/schema/basics.ts';
import { Regulation } from '../../../shared/regulations/schema.ts';
import { fieldsIn, outputSchemasOf, type Schema } from './json-schema.ts';
import { operationName } from './names.ts';

const ANSWER_WORDS = {
  ...REPLY_WORDS,
  ...UNIT_WORDS,
  ...REPLY_PLACE_WORDS,
  ...REFUSED_ITEM_WORDS,
  ...FEED_WORDS,
  ...JUDGED_ITEM_WORDS,
  ...SUSPICION_WORDS,
};

/** What a feed is answered when nothing was taken, or not all could be. */
export const FEED_REFUSALS = { 422: 'ItemsInvalid', 503: 'ItemsFailed' } as const;
/** What several answers have in common, and the answers to a feed that are no success. */
const SHARED: Readonly<Record<string, { schema: z.core.$ZodType; title: string }>> = {
  Time: { schema: Time, title: '时间' },
  Named: { schema: Named, title: '代号和名称' },
  LevelName: { schema: LevelName, title: '级别' },
  Clause: { schema: Clause, title: '条款' },
  Reason: { schema: Reason, title: '理由' },
  Call: { schema: Call, title: '应打的电话' },
  GradeReason: { schema: GradeReason, title: '级别的理由' },
  ItemName: { schema: ItemName, title: '信息名称' },
  Problem: { schema: Problem, title: '有误的字段' },
  Duty: { schema: DutyReply, title: '职责' },
  CancelledDuty: { schema: CancelledDuty, title: '不再适用的职责' },
  Task: { schema: TaskReply, title: '待办' },
  CaseRow: { schema: CaseRow, title: '案卷一行' },
  Condition: { schema: Condition, title: '条件' },
  [FEED_REFUSALS[422]]: { schema: sent(ItemsInvalid), title: '没有一条可以接收' },
  [FEED_REFUSALS[503]]: { schema: sent(ItemsFailed), title: '部分未能入库' },
};
const REGULATION_ROUTE = 'GET /v1/regulation';

/** `GET /v1/cases/{case}/log` → GetCasesCaseLogReply. */
const nameFor = (route: string): string => {
  const name = operationName(route);
  return `${name[0]!.toUpperCase()}${name.slice(1)}Reply`;
};
const replies: Readonly<Record<string, z.core.$ZodType>> = {
  ...REPLIES,
  [REGULATION_ROUTE]: z.extend(Regulation as never, { requestId: z.string() }),
};
/** Each schema once, under the name of the first route that answers it. */
const named = new Map<z.core.$ZodType, { name: string; title: string }>();
for (const [route, schema] of Object.entries(replies))
  if (!named.has(schema))
    named.set(schema, {
      name: nameFor(route),
      title: `答复:${ROUTE_WORDS[route as RouteKey]?.summary ?? route}`,
    });

for (const [route, schema] of Object.entries(TRIES))
  named.set(schema, {
    name: nameFor(route).replace(/Reply$/, 'TriedReply'),
    title: `预演:${ROUTE_WORDS[route as RouteKey].summary}`,
  });

/** The component that a route answers to `?try`; undefined for what cannot be tried. */
export const triedNameOf = (route: string): string | undefined => {
  const schema = (TRIES as Readonly<Record<string, z.core.$ZodType>>)[route];
  return schema === undefined ? undefined : named.get(schema)?.name;
};

/** The component that a route answers; undefined for what is no JSON of ours. */
export const replyNameOf = (route: string): string | undefined => {
  const schema = replies[route];
  return schema === undefined ? undefined : named.get(schema)?.name;
};

/** Says in Chinese what each field is, as far as there are words; what one means in one answer alone stands under its name. */
const describe = (name: string, schema: Schema, words: Readonly<Record<string, string>>): Schema => {
  for (const { path, field } of fieldsIn(schema)) {
    const description = words[`${name}.${path.join('.')}`] ?? words[path.at(-1)!];
    if (description !== undefined) field.description = description;
  }
  return schema;
};

/** Every component of the answers. */
export const replyComponents = (): Record<string, Schema> => {
  const all = [
    ...Object.entries(SHARED).map(([name, each]) => ({ name, ...each })),
    ...[...named].map(([schema, each]) => ({ schema, ...each })),
  ];
  const made = outputSchemasOf(new Map(all.map(({ name, schema }) => [name, schema])));
  const regulation = nameFor(REGULATION_ROUTE);
  return Object.fromEntries(
    all.map(({ name, title }) => [
      name,
      { title, ...describe(name, made[name]!, name === regulation ? REGULATION_WORDS : ANSWER_WORDS) },
    ]),
  );
};
