import { readFileSync } from 'node:fs';
import { completeRegulation } from '../../shared/regulations/complete.ts';
import type { Regulation, RegulationData } from '../../shared/regulations/schema.ts';

const read = (name: string): string => readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8');

/** The data file of an invented bureau (青禾县水务局), small and complete, and the text of its regulation. */
export const waterFile = read('sixth-bureau.json');
export const waterText = read('sixth-bureau.txt');
export const water: Regulation = completeRegulation(JSON.parse(waterFile) as RegulationData);
