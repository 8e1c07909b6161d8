import { Fragment } from 'preact';
import type { ActsReply } from '../../../shared/contracts/replies/acts.ts';
import type { CaseReply } from '../../../shared/contracts/replies/case.ts';
import { forms } from '../../api/forms.ts';
import {
  approvalsOf,
  type Document,
  documentsOf,
  type Entry,
  instructionsOf,
  publicationsOf,
  reportsOf,
} from '../../model/case/log.ts';
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
const Made = ({ title, made }: { title: string; made: readonly Document[] }) =>
  made.length === 0 ? null : (
    <>
      <h3>{title}</h3>
      <ul>
        {made.map((document) => (
          <Document_ key={document.entry} {...document} />
        ))}
      </ul>
    </>
  );

/** 文书: what was instructed, approved, published, reported and issued, and what waits to be; the whole of it on paper. */
export const Papers = ({ found, entries, acts }: Props) => {
  const names = forms.value?.log;
  const documents = documentsOf(entries, names);
  const others = [
    { title: '批示', made: instructionsOf(entries, names) },
    { title: '审定', made: approvalsOf(entries, names) },
    { title: '发布', made: publicationsOf(entries, names) },
    { title: '报告', made: reportsOf(entries, names) },
  ];
  const isAny = others.some(({ made }) => made.length > 0);
  const isIssued = found.orders.length + documents.length > 0;
  return (
    <section class="sect" id="papers">
      <h2 tabIndex={-1}>文书</h2>
      {others.map((each) => (
        <Made key={each.title} {...each} />
      ))}
      {isAny && isIssued && <h3>文书</h3>}
      <ul>
        {found.orders.map((order) => (
          <Order_ key={order.order} order={order} found={found} acts={acts?.acts ?? []} />
        ))}
        {documents.map((document) => (
          <Document_ key={document.entry} {...document} />
        ))}
      </ul>
      {!isAny && !isIssued && <p class="soft">还没有文书。</p>}
      <p>
        <a class="btn quiet" href={`${casePath(found.case)}/print`}>
          打印案卷
        </a>
      </p>
    </section>
  );
};
