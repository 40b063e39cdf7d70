import { fingerprints, makePrefilter } from '../../lib/detect/prefilter.ts';

const { learn, mayMatter } = makePrefilter();
learn(fingerprints);

/** The prefilter with the registry's own table, as the bridge has it. */
export const mayConcernUs = mayMatter;
