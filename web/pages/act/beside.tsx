import { lazy } from 'preact-iso';
import { isWide } from '../../parts/wide.ts';

const CaseView = lazy(() => import('../../parts/case/view.tsx').then((page) => page.CaseView));

/** The case at the right of a form on a PC: what one needs to look up while filling in. A phone has no room for it, and never loads it. */
export const CaseBeside = ({ caseId }: { caseId: string }) =>
  isWide.value ? (
    <article aria-label="案卷">
      <CaseView case={caseId} isBeside />
    </article>
  ) : null;
