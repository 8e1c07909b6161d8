import * as z from 'zod/mini';
import { linkIn, withScheme } from './plain-text.ts';

/** A short word about who or which: a post, a name, a number. */
const Word = z.optional(z.string().check(z.maxLength(200, '不能超过200字')));
/** What was said, in sentences. */
export const Said = z.optional(z.string().check(z.maxLength(2000, '不能超过2000字')));
/** Words under the names that the bureau's regulation has for them. */
export const Fields = z.optional(z.record(z.string(), z.string().check(z.maxLength(2000, '不能超过2000字'))));
/**
 * What acts carry. Nothing here is demanded: what the regulation asks for and is missing is asked for afterwards
 * (`CompleteAct`), and bars 结报.
 */
export const ReportParts = {
  spokeTo: Word,
  post: Word,
  summary: Said,
  reference: Word,
  text: z.optional(z.string().check(z.maxLength(50_000))),
  /** 签发人. */
  signedBy: Word,
  fields: Fields,
};
/** Where something was published: http or https, which may be left out. */
const Link = z.pipe(
  z.pipe(z.string(), z.transform(withScheme)),
  z.string().check(z.refine((text) => linkIn(text) !== undefined, '应为网址(http 或 https)')),
);
export const PublicationParts = { title: Said, link: z.optional(Link), place: Word };
export const MeetingParts = { participants: Said, conclusion: Said };
