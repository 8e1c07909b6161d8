import type { Duty, Grading, Regulation, RegulationData, Scale } from './schema.ts';

type DutyData = RegulationData['duties'][number];
type GradingData = RegulationData['grading'];

const completeDuty = (duty: DutyData): Duty => ({
  basis: 'law',
  copies: [],
  recurs: 'once',
  replacedBy: [],
  holdable: false,
  survivesConclusion: false,
  ...duty,
  terms: duty.terms.map((term) => ({ pick: 'first', ...term })),
});

type ScaleData = RegulationData['scales'][number];
const completeScale = (scale: ScaleData): Scale => ({
  use: 'rating',
  defaults: [],
  ...scale,
  levels: scale.levels.map((level) => ({ basis: 'law', ...level })),
});

const completeGrading = ({ heat, floors, determination, ...grading }: GradingData): Grading => ({
  negation: { before: [], fillers: [], after: [], denials: [], unless: [], exceptions: [] },
  ...grading,
  criteria: grading.criteria.map((criterion) => ({ alarmFrom: 1, ...criterion })),
  determination: { byOpener: false, ...determination },
  heat: {
    window: 'PT24H',
    ...heat,
    growth: heat.growth.map((step) => ({ minimum: 0, ...step })),
  },
  floors: floors.map((floor) => ({ counters: [], beside: [], ...floor })),
});

/**
 * Fills in what a bureau's file leaves out, as the schema would, without the schema: functions take their regulation in
 * this form at every cold start. It is checked where it is bundled (decision 013), and the test compares the two.
 */
export const completeRegulation = (data: RegulationData): Regulation => ({
  called: '制度',
  forbiddenChannels: [],
  readings: [],
  ...data,
  parts: (data.parts ?? []).map((entry) => ({ needs: [], called: {}, basis: 'law', ...entry })),
  scales: data.scales.map(completeScale),
  instants: data.instants.map((instant) => ({ bounds: [], ...instant })),
  settings: data.settings.map((setting) => ({ required: false, ...setting })),
  roles: data.roles.map((role) => ({ perUnit: false, ...role })),
  routing: data.routing.map((entry) => ({ copies: [], basis: 'law', ...entry })),
  gates: data.gates.map((gate) => ({
    on: ['RecordPublication'],
    whilePlan: false,
    eachTime: false,
    ...gate,
  })),
  grading: completeGrading(data.grading),
  duties: data.duties.map(completeDuty),
});
