/** What a platform shows for one item. A counter that is not given is unknown, not zero. */
export interface Counters {
  reposts?: number;
  views?: number;
  comments?: number;
  /** Kept and shown; no regulation weighs it. */
  likes?: number;
}

export type CriterionId = 'sensitivity' | 'severity' | 'urgency' | 'scope' | 'heat';

/** All that a grade may depend on. Instants are ISO-8601 with an offset. */
export interface Evidence {
  text: string;
  publishedAt?: string;
  /** An id of the regulation's heat rank of the same name. */
  mediaTier?: string;
  /** An id of the regulation's media types, where the feed says one. */
  mediaType?: string;
  hotSearch?: string;
  /** Where it stands and who wrote it, as the feed says. */
  siteName?: string;
  author?: string;
  /** The newest reading, taken at `observedAt`. */
  counters: Counters;
  /** Earlier readings of the same item. */
  observations: readonly { at: string; counters: Counters }[];
  observedAt: string;
  flags: readonly string[];
  /** Values 0–4 given by a person: they win over the computed ones. */
  factors?: Partial<Record<CriterionId, number>>;
}

export interface Reason {
  text: string;
  cite: string[];
  /** It speaks of what is in the item itself: what a warning names of all reasons. */
  ground?: boolean | undefined;
}

export interface Grade {
  level: string;
  /** 0–100, to one decimal; null for a bureau whose regulation has rules and no score. */
  score: number | null;
  /** Per criterion 0–4; null when there is no evidence. */
  values: Record<string, number | null>;
  /** Those given and those that the evidence suggests. */
  flags: string[];
  reasons: Reason[];
}

/** A counter's reading, or undefined when it is not known. A negative or broken number is no reading. */
export const readCounter = (counters: Counters, id: string): number | undefined => {
  const value = (counters as Readonly<Record<string, number | undefined>>)[id];
  return value !== undefined && Number.isFinite(value) && value >= 0 ? value : undefined;
};
