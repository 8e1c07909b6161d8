import { useEffect, useRef, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import type { ActsReply } from '../../shared/contracts/replies/acts.ts';
import type { CaseReply } from '../../shared/contracts/replies/case.ts';
import { isNotHis } from '../api/drafts-seen.ts';
import { formOf, forms, formsFault, loadForms } from '../api/forms.ts';
import { useLive } from '../api/live.ts';
import { may } from '../api/me.ts';
import { meantIn } from '../model/forms/guide/meant.ts';
import { giversIn } from '../model/forms/titles.ts';
import { carriedIn } from '../model/forms/values.ts';
import { spoken } from '../model/spoken.ts';
import { useDraftsGone, whyNotRead } from '../parts/case/states.tsx';
import { Frame } from '../parts/frame.tsx';
import { No } from './act/around/no.tsx';
import { CaseBeside } from './act/beside.tsx';
import { Done, type DoneProps } from './act/done.tsx';
import { ActForm } from './act/form.tsx';

const Act = () => {
  const { params, query } = useRoute();
  const [done, setDone] = useState<{ of: string; what: DoneProps }>();
  const { case: caseId = '', command = '' } = params;
  const path = `/v1/cases/${encodeURIComponent(caseId)}`;
  const { body: open, fault } = useLive<CaseReply>(path).value;
  const acts = useLive<ActsReply>(`${path}/acts`).value;
  const isGone = isNotHis(fault);
  // The form that stands on the page: what is filled in stays, whatever others do meanwhile.
  const begun = useRef('');
  useEffect(() => void loadForms(), []);
  useDraftsGone(caseId, fault);
  const form = formOf(command);
  const title = form === undefined ? '办理' : spoken(form.title);
  const begunWith = query.with ?? '';
  const begunFor = query.for ?? '';
  const opened = `${caseId}/${command}/${begunWith}/${begunFor}`;

  // What is done is done: that it cannot be done again, or that he sees the case no more, is no news to whoever did it.
  if (done?.of === opened) return <Done {...done.what} />;
  if (forms.value !== undefined && form === undefined)
    return <No title={title} why="没有这一项办理。" caseId={caseId} />;
  if (fault !== undefined && (isGone || open === undefined))
    return <No title={title} why={whyNotRead(fault, caseId)} caseId={caseId} />;
  if (formsFault.value !== '') return <No title={title} why={formsFault.value} caseId={caseId} />;
  if (forms.value === undefined || form === undefined || open === undefined)
    return <p class="form soft">正在打开……</p>;
  const act = acts.body?.acts.find(({ type }) => type === command);
  if (act === undefined && acts.fault === undefined) return <p class="form soft">正在打开……</p>;
  if (act?.may === false && begun.current !== opened) {
    const why = spoken(act.reason ?? '现在不能办理').replace(/。$/, '');
    // Whose post has no right to it wants to know who has; for the others it is a matter of how the case stands.
    const who = may(command) ? '' : `可以办理的：${giversIn(form)}。`;
    return <No title={title} why={`${why}。${who}`} caseId={caseId} isOthers={!may(command)} />;
  }
  begun.current = opened;
  return (
    <ActForm
      key={opened}
      {...{ form, forms: forms.value, open, begunWith }}
      carried={carriedIn(begunWith)}
      meant={meantIn(begunFor)}
      meets={act?.duties ?? []}
      onDone={(what) => setDone({ of: opened, what })}
    />
  );
};

/** One act on a case; on a PC the case stays at the right. */
const ActPage = () => {
  const { params } = useRoute();
  const { case: caseId = '', command = '' } = params;
  const { body: open, fault } = useLive<CaseReply>(`/v1/cases/${encodeURIComponent(caseId)}`).value;
  const title = spoken(formOf(command)?.title ?? '办理');
  return (
    <Frame
      title={`${title} ${caseId}`}
      isTask
      isTwo
      back={{ path: `/desk/cases/${caseId}`, name: '返回案卷' }}
    >
      <section aria-label={title}>
        <Act />
      </section>
      {open !== undefined && !isNotHis(fault) && <CaseBeside caseId={open.case} />}
    </Frame>
  );
};
export default ActPage;
