import type { CaseListReply } from '../../../shared/contracts/replies/case.ts';
import { type Asked, type Meaning, pathOf } from '../../model/search/asked.ts';
import { joinPages, nextPage } from '../../model/search/pages.ts';
import { type Found, usePaged } from '../../parts/lists/use-paged.ts';

/** The cases that meet what is asked, as far as somebody has read on. */
export const useCases = (asked: Asked, meaning: Meaning): Found<CaseListReply> =>
  usePaged<CaseListReply>({
    pathOf: (cursor) => pathOf(asked, meaning, cursor),
    next: nextPage,
    join: joinPages,
  });
