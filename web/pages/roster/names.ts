import type { BureauNames } from '../../model/roster/names.ts';

/** How a number is dialled: without what is written between. */
export const dialled = (number: string): string => `tel:${number.replace(/[^\d+]/g, '')}`;
export const isWhole = (number: string): boolean => number !== '' && !number.includes('*');
export type { BureauNames };
