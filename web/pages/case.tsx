import { useRoute } from 'preact-iso';
import { CaseView } from '../parts/case/view.tsx';
import { Frame } from '../parts/frame.tsx';
import { isWide } from '../parts/wide.ts';
import { ListBeside } from './case/list-beside.tsx';

/** 案卷: on a phone the case alone, on a PC beside the list that one comes from. */
const CasePage = () => {
  const { case: caseId = '' } = useRoute().params;
  return (
    <Frame title={`案卷${caseId}`} back={{ path: '/desk/duties', name: '待办' }} isTwo={isWide.value}>
      {isWide.value && <ListBeside caseId={caseId} />}
      <article aria-label={`案卷${caseId}`}>
        <CaseView key={caseId} case={caseId} />
      </article>
    </Frame>
  );
};
export default CasePage;
