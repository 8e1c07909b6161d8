import type { RegulationView } from '../../../shared/contracts/regulation-view/view.ts';
import type { Section } from '../text/section.ts';
import { approvalSections, ladderSection } from './sections/approvals.ts';
import { dutySections } from './sections/duties.ts';
import { type Detail, gradingSections } from './sections/grading.ts';
import { levelSections } from './sections/levels.ts';
import { peopleSections } from './sections/people.ts';
import { recordSections } from './sections/records.ts';
import { settingSections } from './sections/settings.ts';
import { summarySection } from './sections/summary.ts';

/** What depends on the level: what `--level` prints. */
export const levelParts = (view: RegulationView): Section[] => [
  summarySection(view),
  ...levelSections(view),
  ...dutySections(view),
  ...approvalSections(view),
];

/** All of a regulation (word lists only in part where `short`), in the order in which somebody asks: what, by when, by whom, then how it is configured. */
export const allSections = (view: RegulationView, detail: Detail): Section[] => [
  ...levelParts(view),
  ladderSection(view),
  ...gradingSections(view, detail),
  ...recordSections(view),
  ...settingSections(view),
  ...peopleSections(view),
];
