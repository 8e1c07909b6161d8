// A 涉密 case: this system is no place for what it is about (保密法; reading R26). It holds instants, who handles, and where the
// paper lies.

/** What is read in the place of whatever people wrote. */
export const MASKED = '〔涉密〕';
/** What is written instead, and after a colon where the paper lies: its number, a room, a cabinet. */
export const PAPER = '见纸质件';
const NEUTRAL = new RegExp(`^${PAPER}(?:[::][\\p{L}\\p{N}〔〕()()-]{1,20})?$`, 'u');

/** Whether a text says nothing of what the case is about. */
export const isNeutral = (text: string): boolean => text === MASKED || NEUTRAL.test(text);
