import { useEffect } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import { cameFrom, justOpened } from '../parts/came-from.ts';
import { CaseView } from '../parts/case/view.tsx';
import { Frame } from '../parts/frame.tsx';
import { Notice } from '../parts/notice.tsx';
import { isWide } from '../parts/wide.ts';
import { ListBeside } from './case/list-beside.tsx';

/** 案卷: on a phone the case alone, on a PC beside the list that one comes from. */
const CasePage = () => {
  const { case: caseId = '' } = useRoute().params;
  useEffect(
    () => () => {
      justOpened.value = '';
    },
    [caseId],
  );
  return (
    <Frame title={`案卷${caseId}`} back={cameFrom.peek()} isTwo={isWide.value}>
      {isWide.value && <ListBeside caseId={caseId} />}
      <article aria-label={`案卷${caseId}`}>
        {justOpened.value === caseId && <Notice>已立案：{caseId}</Notice>}
        <CaseView key={caseId} case={caseId} />
      </article>
    </Frame>
  );
};
export default CasePage;
