import fc from 'fast-check';

/** Property tests try the same cases in every run, so that a failure is a change's own; `FC_SEED=2` tries others. */
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 1) });
