/** The probabilities from which on something is taken for true, set on folds of the development texts for the best F. */
export const LIMITS = {
  /** A sentence tells of an incident. */
  tells: 0.3,
  /** It tells of one of a second type besides the likeliest: "two were killed and three kidnapped". */
  besides: 0.35,
  /** A sentence less closely tied to every event begins a new one. */
  linked: 0.5,
  /** An event is worth a template. */
  kept: 0.25,
  /** Each further fill of a slot has to be likelier by so much. */
  further: 0.05,
  instrument: 0.25,
  perpetrator: 0.2,
  organization: 0.25,
  target: 0.15,
  name: 0.25,
  description: 0.1,
};
