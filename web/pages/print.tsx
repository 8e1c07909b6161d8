import { useEffect, useMemo, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import type { CaseReply } from '../../shared/contracts/replies/case.ts';
import type { TextListReply } from '../../shared/contracts/replies/registers.ts';
import { now } from '../api/clock.ts';
import { config } from '../api/config.ts';
import { forms, formsFault, loadForms } from '../api/forms.ts';
import { useLive } from '../api/live.ts';
import { coverOf, type File, piecesOf } from '../model/case/paper/file.ts';
import { casePath } from '../model/duties/act-label.ts';
import { spoken } from '../model/spoken.ts';
import { NotRead } from '../parts/case/states.tsx';
import { useLog, usePages } from '../parts/case/use-pages.ts';
import { Frame } from '../parts/frame.tsx';
import { Alert } from '../parts/notice.tsx';
import { Sheets } from './print/sheets.tsx';
import { useItems } from './print/use-items.ts';

const Printed = ({ found }: { found: CaseReply }) => {
  const texts = usePages<TextListReply>(`/v1/cases/${encodeURIComponent(found.case)}/texts`, found.version);
  const log = useLog(found.case, found.version);
  const items = useItems(found.items);
  useEffect(() => {
    loadForms();
  }, []);
  const names = forms.value?.log;
  // Without its names it is still all there.
  const isNamed = names !== undefined || formsFault.value !== '';
  const fault = texts.fault ?? log.fault;
  const file = useMemo<File | undefined>(
    () =>
      texts.body === undefined || log.body === undefined || items === undefined || !isNamed
        ? undefined
        : {
            found,
            items,
            texts: texts.body.flatMap((page) => page.texts),
            log: log.body,
            names,
            now: now.peek(),
          },
    [texts.body, log.body, items, isNamed],
  );
  /** The pages that do not hold what stands on them; undefined: nothing is laid out yet. */
  const [over, setOver] = useState<readonly number[]>();
  const pieces = useMemo(() => (file === undefined ? [] : piecesOf(file)), [file]);
  if (fault !== undefined)
    return (
      <div class="pane">
        <Alert>案卷没有读全，不能打印：{spoken(fault.message)}</Alert>
      </div>
    );
  if (file === undefined)
    return (
      <p class="pane soft" role="status">
        正在排版……
      </p>
    );
  return (
    <>
      {over !== undefined && over.length > 0 && (
        <div class="pane">
          <Alert>第{over.join('、')}页有内容超出纸面，打印会缺字，请不要打印，并告知系统运维。</Alert>
        </div>
      )}
      <p class="mid print-acts">
        <button type="button" class="btn main" disabled={over?.length !== 0} onClick={() => window.print()}>
          打印
        </button>
        <a class="btn" href={casePath(found.case)}>
          返回
        </a>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than a phone is scrolled by keys too. */}
      <section class="scroll desk-paper" tabIndex={0} aria-label="案卷纸面">
        <Sheets
          bureau={spoken(config().bureau.name)}
          pieces={pieces}
          cover={(pages) => coverOf(file, pages)}
          onLaidOut={setOver}
        />
      </section>
    </>
  );
};

/** The whole 案卷 on A4. */
const PrintPage = () => {
  const { case: caseId = '' } = useRoute().params;
  const live = useLive<CaseReply>(`/v1/cases/${encodeURIComponent(caseId)}`, { isPolled: false }).value;
  return (
    <Frame title={`打印案卷${caseId}`} back={{ path: casePath(caseId), name: '案卷' }}>
      {live.body === undefined ? <NotRead caseId={caseId} live={live} /> : <Printed found={live.body} />}
    </Frame>
  );
};
export default PrintPage;
