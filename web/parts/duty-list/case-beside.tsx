import { lazy } from 'preact-iso';

// A phone has no room for it, and never loads it.
const CaseView = lazy(() => import('../case/view.tsx').then((page) => page.CaseView));

/** The case of the row that is chosen, where there is room for it. */
export const CaseBeside = ({ caseId }: { caseId: string }) => <CaseView case={caseId} isBeside />;
