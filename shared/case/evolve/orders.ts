import type { ORDERS } from '../events/orders.ts';
import type { Order } from '../state/order.ts';
import type { CaseState } from '../state.ts';
import type { Applies } from './apply.ts';

const withOrder = (state: CaseState, entry: number, change: (order: Order) => Order): CaseState => ({
  ...state,
  orders: state.orders.map((order) => (order.entry === entry ? change(order) : order)),
});

/** The duty's limit has its order: no second one is drafted for it. */
const ordered = ({ marks }: CaseState, key: string): CaseState['marks'] => {
  const own = marks[key];
  return own === undefined ? marks : { ...marks, [key]: { ...own, ordered: true } };
};

export const orders: Applies<typeof ORDERS> = {
  SupervisionOrderDrafted: (state, { type: _, ...draft }, { at, version }) => ({
    ...state,
    marks: ordered(state, `${draft.duty}#${draft.occurrence}`),
    orders: [
      ...state.orders,
      {
        ...draft,
        entry: version,
        draftedAt: at,
        issued: null,
        acknowledged: null,
        voided: false,
      },
    ],
  }),
  SignerCharged: (state, { person }) => ({
    ...state,
    signers: [...state.signers.filter((each) => each !== person), person],
  }),
  SupervisionOrderIssued: (state, { order, number, answerBy, text }, { at, actor, version }) =>
    withOrder(state, order, (draft) => ({
      ...draft,
      issued: {
        number,
        text,
        at,
        by: actor,
        entry: version,
        ...(answerBy === undefined ? {} : { answerBy }),
      },
    })),
  SupervisionOrderAcknowledged: (state, { order }, { at, actor, version }) =>
    withOrder(state, order, (draft) => ({
      ...draft,
      acknowledged: { madeAt: at, recordedAt: at, entry: version, by: actor, parts: [] },
    })),
  SupervisionOrderVoided: (state, { order }) =>
    withOrder(state, order, (draft) => ({ ...draft, voided: true })),
};
