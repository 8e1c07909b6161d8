import * as z from 'zod/mini';
import { partsOf } from '../../../shared/contracts/api/routes.ts';
import { REGULATION_WORDS } from '../../../shared/contracts/api/words/regulation.ts';
import { REPLY_WORDS } from '../../../shared/contracts/api/words/replies.ts';
import { Problem } from '../../../shared/contracts/errors.ts';
import { Clause, Named } from '../../../shared/contracts/regulation-view/parts.ts';
import { CaseRow } from '../../../shared/contracts/replies/case.ts';
import { CancelledDuty, DutyReply } from '../../../shared/contracts/replies/duty.ts';
import { ItemsFailed, ItemsInvalid } from '../../../shared/contracts/replies/items.ts';
import { GradeReason, ItemName, LevelName, Reason, Time } from '../../../shared/contracts/replies/parts.ts';
import { REPLIES, sent } from '../../../shared/contracts/replies/routes.ts';
import { TaskReply } from '../../../shared/contracts/replies/task.ts';
import { Condition } from '../../../shared/regulations/schema/basics.ts';
import { Regulation } from '../../../shared/regulations/schema.ts';
import { fieldsIn, outputSchemasOf, type Schema } from './json-schema.ts';

/** What several answers have in common. */
const SHARED: Readonly<Record<string, z.core.$ZodType>> = {
  Time,
  Named,
  LevelName,
  Clause,
  Reason,
  GradeReason,
  ItemName,
  Problem,
  Duty: DutyReply,
  CancelledDuty,
  Task: TaskReply,
  CaseRow,
  Condition,
};
/** What a feed is answered when nothing was taken, or not all could be. */
export const FEED_REFUSALS = { 422: 'ItemsInvalid', 503: 'ItemsFailed' } as const;
const REGULATION_ROUTE = 'GET /v1/regulation';

/** `GET /v1/cases/{case}/log` → GetCasesCaseLog. */
const nameFor = (route: string): string => {
  const { method, path } = partsOf(route);
  const words = [method.toLowerCase(), ...path.replace('/v1/', '').split('/')];
  return `${words
    .map((word) => word.replace(/[{}]/g, ''))
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join('')}Reply`;
};
const replies: Readonly<Record<string, z.core.$ZodType>> = {
  ...REPLIES,
  [REGULATION_ROUTE]: z.extend(Regulation as never, { requestId: z.string() }),
};
/** Each schema once, under the name of the first route that answers it. */
const names = new Map<z.core.$ZodType, string>();
for (const [route, schema] of Object.entries(replies))
  if (!names.has(schema)) names.set(schema, nameFor(route));

/** The component that a route answers; undefined for what is no JSON of ours. */
export const replyNameOf = (route: string): string | undefined => {
  const schema = replies[route];
  return schema === undefined ? undefined : names.get(schema);
};

/** Says in Chinese what each field is, as far as there are words. */
const describe = (schema: Schema, words: Readonly<Record<string, string>>): Schema => {
  for (const { path, field } of fieldsIn(schema)) {
    const description = words[path.at(-1)!];
    if (description !== undefined) field.description = description;
  }
  return schema;
};

/** Every component of the answers. */
export const replyComponents = (): Record<string, Schema> => {
  const all = new Map<string, z.core.$ZodType>([
    ...Object.entries(SHARED),
    [FEED_REFUSALS[422], sent(ItemsInvalid)],
    [FEED_REFUSALS[503], sent(ItemsFailed)],
    ...[...names].map(([schema, name]) => [name, schema] as const),
  ]);
  const regulation = nameFor(REGULATION_ROUTE);
  return Object.fromEntries(
    Object.entries(outputSchemasOf(all)).map(([name, schema]) => [
      name,
      describe(schema, name === regulation ? REGULATION_WORDS : REPLY_WORDS),
    ]),
  );
};
