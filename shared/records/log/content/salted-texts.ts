import { hash, randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { CONTENT } from '../../../case/events/content.ts';
import type { CaseEvent } from '../../../case/events.ts';

/** A text with the salt of its own that its hash was taken with: 32 hexadecimal digits. */
const SaltedText = z.strictObject({ salt: z.string(), text: z.string() });
/** Salted hash → the text that it stands for. */
export const Texts = z.record(z.string(), SaltedText);
export type Texts = z.infer<typeof Texts>;

/** An event as the log holds it: where a text was, `{ saltedHash }` stands. */
export const StoredEvent = z.looseObject({ type: z.string() });
export type StoredEvent = z.infer<typeof StoredEvent>;

/** What is read where a text was purged by an order on record, and where it is gone without one. */
export const PURGED = '〔内容已清除〕';
export const MISSING = '〔内容缺失〕';

/** SHA-256 of the salt followed by the text, in UTF-8. */
export const saltedHashOf = ({ salt, text }: z.infer<typeof SaltedText>): string =>
  hash('sha256', salt + text);
const newSalt = (): string => randomBytes(16).toString('hex');

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** The value with each part of it changed. Where nothing changes it is the same value: most of a case has no texts. */
const mapParts = (value: unknown, change: (part: unknown, name: string) => unknown): unknown => {
  if (Array.isArray(value)) {
    const parts = value.map((part, index) => change(part, `${index}`));
    return parts.every((part, index) => part === value[index]) ? value : parts;
  }
  if (!isObject(value)) return value;
  const parts = Object.entries(value).map(([name, part]) => [name, change(part, name)] as const);
  return parts.every(([name, part]) => part === value[name]) ? value : Object.fromEntries(parts);
};

/** As it is stored: what is undefined is not there. */
const defined = (value: unknown): unknown =>
  isObject(value)
    ? Object.fromEntries(
        Object.entries(value).flatMap(([name, part]) => (part === undefined ? [] : [[name, defined(part)]])),
      )
    : mapParts(value, defined);

/** The value with the text at this path changed; a path that leads to none changes nothing. */
const changeText = (value: unknown, path: readonly string[], change: (text: string) => unknown): unknown => {
  const [step, ...rest] = path;
  if (step === undefined) return typeof value === 'string' ? change(value) : value;
  return mapParts(value, (part, name) =>
    step === '*' || step === name ? changeText(part, rest, change) : part,
  );
};

/** The events without what people wrote, and what they wrote. A text is salted by itself: one that stays tells of no other. */
export const takeOut = (events: readonly CaseEvent[]): { events: StoredEvent[]; texts: Texts } => {
  const texts: Texts = {};
  const keep = (text: string): { saltedHash: string } => {
    const salted = { salt: newSalt(), text };
    const saltedHash = saltedHashOf(salted);
    texts[saltedHash] = salted;
    return { saltedHash };
  };
  const stored = events.map((event) =>
    CONTENT[event.type].reduce<unknown>(
      (rest, path) => changeText(rest, path.split('.'), keep),
      defined(event),
    ),
  );
  return { events: stored as StoredEvent[], texts };
};

/** The hash that stands in place of a text, or undefined. */
const hashIn = (value: unknown): string | undefined =>
  isObject(value) && typeof value.saltedHash === 'string' && Object.keys(value).length === 1
    ? value.saltedHash
    : undefined;

/** The value with its texts again; `gone` stands for those that are not there. */
export const putBack = (value: unknown, texts: Texts, gone: string): unknown => {
  const stands = hashIn(value);
  return stands === undefined
    ? mapParts(value, (part) => putBack(part, texts, gone))
    : (texts[stands]?.text ?? gone);
};

/** The hashes of all texts that were taken out of these events. */
export const hashesOf = (events: readonly StoredEvent[]): string[] => {
  const found: string[] = [];
  const look = (value: unknown): unknown => {
    const stands = hashIn(value);
    if (stands !== undefined) found.push(stands);
    else mapParts(value, look);
    return value;
  };
  events.forEach(look);
  return found;
};
