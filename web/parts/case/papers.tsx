import { Fragment } from 'preact';
import type { ActsReply } from '../../../shared/contracts/replies/acts.ts';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import { forms } from '../../api/forms.ts';
import { type Document, documentsOf, type Entry, reportsOf } from '../../model/case/log.ts';
import { orderActsOf, orderText } from '../../model/case/orders.ts';
import { actPath, casePath } from '../../model/duties/act-label.ts';
import { momentOf } from '../../model/wall-clock.ts';
import { openSheet } from '../sheet.tsx';
import { hour } from './hour.ts';

const open = (title: string, text: string): void => openSheet(title, <p class="written">{text}</p>);

const Document_ = ({ title, at, by, gone, fields }: Document) => {
  const show = (): void =>
    openSheet(
      title,
      <dl class="facts">
        {fields.map(({ name, text }) => (
          <Fragment key={`${name}${text}`}>
            <dt>{name}</dt>
            <dd class="written">{text}</dd>
          </Fragment>
        ))}
      </dl>,
    );
  return (
    <li class="row line">
      <p class="grow">
        {title}
        <br />
        <span class="soft tiny">
          {by}，{momentOf(at, hour.value)}
          {gone !== '' && `，${gone}`}
        </span>
      </p>
      {fields.length > 0 && (
        <button type="button" class="btn" aria-haspopup="dialog" onClick={show}>
          查看<span class="hide">：{title}</span>
        </button>
      )}
    </li>
  );
};

type Order = CaseReply['orders'][number];
const Order_ = ({ order, found, acts }: { order: Order; found: CaseReply; acts: ActsReply['acts'] }) => {
  const title = `督办通知（${order.number ?? order.stateText}）`;
  const { text } = order;
  return (
    <li class="row">
      <div class="line">
        <p class="grow">
          {title}
          <br />
          <span class="soft tiny">{orderText(order, found.duties, hour.value)}</span>
        </p>
        {text !== null && (
          <button type="button" class="btn" aria-haspopup="dialog" onClick={() => open(title, text)}>
            查看<span class="hide">：{title}</span>
          </button>
        )}
      </div>
      <p class="acts">
        {orderActsOf(order, acts).map(({ type, name }) => (
          <a
            key={type}
            class="btn"
            href={actPath(found.case, { type, carries: { order: order.order } }, found.secret)}
          >
            {name}
          </a>
        ))}
      </p>
    </li>
  );
};

interface Props {
  found: CaseReply;
  entries: readonly Entry[];
  acts: ActsReply | undefined;
}
/** 文书: what was reported and issued, and what waits to be; the whole of it on paper. */
export const Papers = ({ found, entries, acts }: Props) => {
  const documents = documentsOf(entries, forms.value?.log);
  const reports = reportsOf(entries, forms.value?.log);
  return (
    <section class="sect" id="papers">
      <h2 tabIndex={-1}>文书</h2>
      {reports.length > 0 && (
        <>
          <h3>报告</h3>
          <ul>
            {reports.map((report) => (
              <Document_ key={report.entry} {...report} />
            ))}
          </ul>
        </>
      )}
      {reports.length > 0 && found.orders.length + documents.length > 0 && <h3>文书</h3>}
      <ul>
        {found.orders.map((order) => (
          <Order_ key={order.order} order={order} found={found} acts={acts?.acts ?? []} />
        ))}
        {documents.map((document) => (
          <Document_ key={document.entry} {...document} />
        ))}
      </ul>
      {found.orders.length + documents.length + reports.length === 0 && <p class="soft">还没有文书。</p>}
      <p>
        <a class="btn quiet" href={`${casePath(found.case)}/print`}>
          打印案卷
        </a>
      </p>
    </section>
  );
};
