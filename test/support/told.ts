import type * as z from 'zod/mini';
import { refusalsOfCommand } from '../../infra/openapi/command-refusals.ts';
import { refusalsOf } from '../../shared/contracts/api/refusals.ts';
import { routeKeys, routeOf } from '../../shared/contracts/api/routes.ts';
import { COMMAND_WORDS, type CommandName } from '../../shared/contracts/api/words/commands.ts';
import { ErrorBody } from '../../shared/contracts/errors.ts';
import type { RefusalCode } from '../../shared/contracts/refusal-codes.ts';
import { OpenedReply } from '../../shared/contracts/replies/case.ts';
import { ScheduleReply } from '../../shared/contracts/replies/duty.ts';
import { ItemsFailed, ItemsInvalid, ItemsTaken } from '../../shared/contracts/replies/items.ts';
import { LogReply } from '../../shared/contracts/replies/log.ts';
import { REPLIES, sent, TRIES } from '../../shared/contracts/replies/routes.ts';
import { DutyListReply } from '../../shared/contracts/replies/task.ts';
import { OpeningTriedReply, TriedReply } from '../../shared/contracts/replies/try.ts';
import { Regulation } from '../../shared/regulations/schema.ts';

/** An answer of the API, with its body read as JSON. */
export interface Told {
  status: number;
  body: unknown;
}

const patterned = <Reply>(replies: Readonly<Record<string, Reply>>) =>
  Object.entries(replies).map(([route, reply]) => ({
    pattern: new RegExp(`^${route.replace(/\{\w+\}/g, '[^/]+')}$`),
    reply,
  }));
const ROUTES = patterned<(typeof REPLIES)[keyof typeof REPLIES]>(REPLIES);
const TRIED = patterned<(typeof TRIES)[keyof typeof TRIES]>(TRIES);
/** Whether the query asks what would happen. */
const asksToTry = (query: Readonly<Record<string, string>>): boolean =>
  ['', 'true', '1'].includes(query.try ?? 'false');
const FEED_ROUTE = /^POST \/v1\/feeds\/[^/]+\/items$/;

/** What the contract says that this route answers with this status. */
const contractOf = (
  route: string,
  { status, body }: Told,
  isTried: boolean,
): { parse: (body: unknown) => unknown } => {
  if (status >= 400)
    return FEED_ROUTE.test(route) && typeof body === 'object' && body !== null && 'items' in body
      ? status === 503
        ? sent(ItemsFailed)
        : sent(ItemsInvalid)
      : ErrorBody;
  if (isTried) return TRIED.find(({ pattern }) => pattern.test(route))!.reply;
  if (route === 'GET /v1/regulation') return sent(Regulation);
  const found = ROUTES.find(({ pattern }) => pattern.test(route));
  if (found === undefined) throw new Error(`No contract for ${route}`);
  return found.reply;
};

const declared = routeKeys.map((key) => ({
  key,
  pattern: new RegExp(`^${key.replace(/\{\w+\}/g, '[^/]+')}$`),
}));
const commands = Object.keys(COMMAND_WORDS) as CommandName[];
const COMMAND_ROUTES: readonly string[] = ['POST /v1/cases', 'POST /v1/cases/{case}/commands'];
/** Codes that any request can be refused with may come of a command that has them not for itself. */
const OF_ANY: readonly RefusalCode[] = ['PERSON_UNKNOWN', 'NOT_YOUR_UNIT', 'ROLE_NOT_ALLOWED'];
const ofSomeCommand = new Set(commands.flatMap(refusalsOfCommand).filter((code) => !OF_ANY.includes(code)));
/** Which command a body is, as far as it can be read. */
const typeIn = (given = ''): CommandName | undefined => {
  try {
    const { type = 'OpenCase' } = JSON.parse(given);
    return commands.find((name) => name === type);
  } catch {
    return undefined;
  }
};
/** Throws where the catalogue does not say that a route answers with this status, or refuses with this code. */
const requireDeclared = (route: string, { status, body }: Told, given?: string): void => {
  const key = declared.find(({ pattern }) => pattern.test(route))?.key;
  if (key === undefined) return;
  const { statuses = [200] } = routeOf(key);
  const { code } = body as { code?: RefusalCode };
  const isSaid = code === undefined ? statuses.includes(status) : refusalsOf(key).includes(code);
  if (!isSaid) throw new Error(`The catalogue does not have ${status} ${code ?? ''} of ${key}`);
  const command = COMMAND_ROUTES.includes(key) ? typeIn(given) : undefined;
  const isOfCommand = command === undefined || code === undefined || !ofSomeCommand.has(code);
  if (!isOfCommand && !refusalsOfCommand(command).includes(code))
    throw new Error(`The catalogue does not have ${code} of ${command}`);
};

/** What was asked, as far as its answer depends on it. */
interface Asked {
  method: string;
  path: string;
  query?: Readonly<Record<string, string>> | undefined;
  body?: string | undefined;
}

/** Holds an answer against the contract of its route. Throws where it is not to the letter what the contract says. */
export const holdToContract = ({ method, path, query = {}, body: given }: Asked, told: Told): Told => {
  requireDeclared(`${method} ${path}`, told, given);
  contractOf(`${method} ${path}`, told, asksToTry(query)).parse(told.body);
  return told;
};

/** The body as this reply. Throws when it is another one. */
export const read = <Shape extends z.core.$ZodShape>(
  reply: z.ZodMiniObject<Shape, z.core.$strict>,
  { body }: Told,
) => sent(reply).parse(body);
/** Why the request was refused. Throws when it was not. */
export const refusalIn = ({ body }: Told): ErrorBody => ErrorBody.parse(body);
export const caseIn = (told: Told) => read(OpenedReply, told);
export const triedIn = (told: Told) => read(TriedReply, told);
export const openingTriedIn = (told: Told) => read(OpeningTriedReply, told);
export const scheduleIn = (told: Told) => read(ScheduleReply, told);
export const dutiesIn = (told: Told) => read(DutyListReply, told).duties;
export const logIn = (told: Told) => read(LogReply, told);
/** The answers for the items of a batch of which something was taken. */
export const itemsIn = (told: Told) => read(ItemsTaken, told).items;
/** The answer for the only item of a batch, which was taken. */
export const takenIn = (told: Told) => {
  const [item] = itemsIn(told);
  if (item?.status !== 'accepted' && item?.status !== 'duplicate') throw new Error('The item was not taken');
  return item;
};
/** The case that the only item of a batch is in. Throws when it is in none. */
export const caseOf = (told: Told): string => {
  const { case: caseId } = takenIn(told);
  if (caseId === undefined) throw new Error('The item is in no case');
  return caseId;
};
