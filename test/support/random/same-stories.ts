import fc from 'fast-check';
import { seedsOr } from './seeds.ts';

// Before every file of tests: what is random is the same each time, so that a change is judged by itself and not by its luck.
fc.configureGlobal({ seed: seedsOr(7)[0]! });
