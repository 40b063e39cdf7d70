/** Losses and their chances; equal chances where `chances` is null. */
export type Distribution = { readonly losses: Float64Array; readonly chances: Float64Array | null };

/** The two runs of one set of holdings. */
export type Distributions = { readonly slashing: Distribution; readonly allIn: Distribution };
