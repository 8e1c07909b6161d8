import type { DeskForms } from '../../../shared/contracts/desk/forms.ts';
import { draftFrom } from './drafts.ts';
import { titleOf } from './titles.ts';
import { carriedIn, type Values, valuesFrom, wordsIn } from './values.ts';

// What somebody has begun on this device and not sent: found again where his work is listed.

export interface DraftLine {
  /** Under which it lies. */
  name: string;
  /** 登记电话报告; undefined: the forms are not there yet, or have it no more. */
  title: string | undefined;
  /** The case that it is for; undefined: it opens one. */
  caseId: string | undefined;
  /** What it says of itself: what a new case is about. */
  about: string;
  path: string;
  /** When it was kept, by the server's clock, in milliseconds. */
  at: number;
  /** It was sent, and nobody knows whether it arrived. */
  isOut: boolean;
}

const OPENING = 'OpenCase';
const query = (begunWith: string): string =>
  begunWith === '' ? '' : `?with=${encodeURIComponent(begunWith)}`;
/** A name as `draftName` makes it, for this post: what it was begun for, and with what. */
const placeOf = (
  name: string,
  post: string,
): { caseId?: string; type: string; begunWith: string } | undefined => {
  const before = `draft/${post}/`;
  if (name.indexOf(before) !== 0) return undefined;
  const [first = '', ...rest] = name.slice(before.length).split('/');
  if (first === OPENING) return { type: OPENING, begunWith: rest.join('/') };
  const [type = '', ...more] = rest;
  return type === '' ? undefined : { caseId: first, type, begunWith: more.join('/') };
};
const about = (values: Values): string => (wordsIn(values.title) || wordsIn(values.text)).slice(0, 30);

interface Kept {
  /** All names of drafts on the device. */
  names: readonly string[];
  recall: (name: string) => unknown;
  /** In which they can be gone on with. */
  post: string;
  forms: DeskForms | undefined;
}
/** The drafts of a post, the newest first. */
export const draftLines = ({ names, recall, post, forms }: Kept): DraftLine[] =>
  names
    .flatMap((name): DraftLine[] => {
      const place = placeOf(name, post);
      const draft = draftFrom(recall(name));
      if (place === undefined || draft === undefined) return [];
      const { caseId, type, begunWith } = place;
      const form = caseId === undefined ? forms?.opening : forms?.commands[type];
      const start = form === undefined ? {} : valuesFrom(form.fields, carriedIn(begunWith));
      const title = form && forms && titleOf(form, { ...start, ...draft.values }, forms);
      return [
        {
          ...{ name, caseId, at: draft.at, isOut: draft.sending.unsettled !== undefined },
          title: caseId === undefined ? '立案' : title,
          about: caseId === undefined ? about(draft.values) : '',
          path:
            caseId === undefined
              ? `/desk/open${query(begunWith)}`
              : `/desk/cases/${caseId}/do/${type}${query(begunWith)}`,
        },
      ];
    })
    .sort((one, other) => other.at - one.at);
