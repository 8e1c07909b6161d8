import type { DeskForms, FormChoice } from '../../../../shared/contracts/desk/forms.ts';
import type { OpeningTriedReply } from '../../../../shared/contracts/replies/try.ts';
import { spoken } from '../../spoken.ts';
import type { Way } from './ways.ts';

// Who called, or sent the paper: what the bureau's data has for it, and which limits the choice begins.

type Sources = Pick<DeskForms, 'lists' | 'sources'>;
const TOLD = '交办、提示或转来的';
const FOUND = '本局发现的';

/** The sources of what came this way: bodies that ask or tell, then what the bureau found; a standing matter has its own. */
export const sourcesFor = ({ lists, sources }: Sources, way: Way): FormChoice[] => {
  const all = lists.source ?? [];
  const standing = all.filter(({ id }) => sources.standing.indexOf(id) >= 0);
  if (way === 'standing') return standing.length === 0 ? all : standing;
  const others = all.filter((choice) => standing.indexOf(choice) < 0);
  const isTold = ({ id }: FormChoice): boolean => sources.told.indexOf(id) >= 0;
  return [
    ...others.filter(isTold).map((choice) => ({ ...choice, group: TOLD })),
    ...others.filter((choice) => !isTold(choice)).map((choice) => ({ ...choice, group: FOUND })),
  ];
};

/** What a caller is that the list does not have. */
export const sourceHint = (forms: Sources, way: Way): string => {
  const found = sourcesFor(forms, way).find(({ group }) => group === FOUND);
  return found === undefined || way !== 'call'
    ? ''
    : `群众、12345、媒体等来电，列表中没有的，选“${spoken(found.name)}”`;
};

const RECEIVED = 'receivedAt';
/** Which limits of the new case count from the receipt, that is, from this choice. */
export const sourceBegins = (
  forms: Sources,
  chosen: string,
  duties: OpeningTriedReply['duties'] | undefined,
): string => {
  const source = forms.lists.source?.find(({ id }) => id === chosen);
  if (source === undefined || duties === undefined) return '';
  const names = [
    ...new Set(duties.filter(({ start }) => start?.instant === RECEIVED).map(({ name }) => name)),
  ];
  return names.length === 0
    ? `选“${spoken(source.name)}”，目前没有从收到起算的时限`
    : `选“${spoken(source.name)}”，收到后开始计时：${names.map(spoken).join('、')}`;
};
