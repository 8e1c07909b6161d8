import { casePath } from '../../model/duties/act-label.ts';

/** The case of the row that is chosen, where there is room for it. */
export const CaseBeside = ({ caseId }: { caseId: string }) => (
  <p class="pane">
    <a class="btn" href={casePath(caseId)}>
      打开案卷{caseId}
    </a>
  </p>
);
