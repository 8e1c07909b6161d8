import { EARLIEST, LATEST } from '../../../shared/contracts/api/time-range.ts';

const DATE = '20[0-9]{2}[-/](0?[1-9]|1[0-2])[-/](0?[1-9]|[12][0-9]|3[01])';
const TIME = '([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?';
const OFFSET = '(Z|[+-]([01][0-9]|2[0-3]):?[0-5][0-9])?';
const EPOCH = '[1-3][0-9]{9}([0-9]{3})?';

/** How an instant is written, as the guide tells it: a day and a time of it, or epoch seconds or milliseconds. */
export const WRITTEN_INSTANT = {
  type: ['string', 'number'],
  pattern: `^(${DATE}[T ]${TIME}${OFFSET}|${EPOCH})$`,
  minimum: EARLIEST / 1000,
  exclusiveMaximum: LATEST,
};
