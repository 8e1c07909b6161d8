import type { CLOCKS } from '../events/clocks.ts';
import { type Applies, noted } from './apply.ts';

export const clocks: Applies<typeof CLOCKS> = {
  ClockContinued: (state, { generation }) => ({ ...state, generation }),
  ClockFaulted: noted,
  CommandRefused: (state) => ({ ...state, refusals: state.refusals + 1 }),
};
