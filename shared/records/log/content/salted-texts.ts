import { hash, randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { isObject, mapContent, mapParts } from '../../../case/events/map-content.ts';
import type { CaseEvent } from '../../../case/events.ts';
import { isNeutral, MASKED } from '../../../case/secret.ts';

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

/** As it is stored: what is undefined is not there. */
const defined = (value: unknown): unknown =>
  isObject(value)
    ? Object.fromEntries(
        Object.entries(value).flatMap(([name, part]) => (part === undefined ? [] : [[name, defined(part)]])),
      )
    : mapParts(value, defined);

/** The events without what people wrote, and what they wrote. A text is salted by itself: one that stays tells of no other. */
export const takeOut = (events: readonly CaseEvent[]): { events: StoredEvent[]; texts: Texts } => {
  const texts: Texts = {};
  const keep = (text: string): { saltedHash: string } => {
    const salted = { salt: newSalt(), text };
    const saltedHash = saltedHashOf(salted);
    texts[saltedHash] = salted;
    return { saltedHash };
  };
  const stored = events.map((event) => mapContent(event.type, defined(event), keep));
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

/** Those of the texts that say nothing of what a 涉密 case is about. */
export const neutralAmong = (texts: Texts): Texts =>
  Object.fromEntries(Object.entries(texts).filter(([, { text }]) => isNeutral(text)));

/** A value as it is shown of a 涉密 case: every text for which a hash stands in `bare` is masked, unless it says nothing. */
export const maskBeside = (bare: unknown, value: unknown): unknown => {
  if (hashIn(bare) !== undefined) return typeof value === 'string' && isNeutral(value) ? value : MASKED;
  const parts = bare as Record<string, unknown> | undefined;
  return mapParts(value, (part, name) => maskBeside(parts?.[name], part));
};
