/** One thing that a deep test has looked at. */
export interface Check {
	readonly what: string;
	readonly isOk: boolean;
	/** What was found, for whoever has to mend it. */
	readonly detail: string;
}

/**
 * Numbers between 0 and 1 that a seed repeats.
 *
 * @param seed Seed.
 */
export function randomFrom( seed: number ): () => number {
	// Park and Miller's generator: products stay below 2^53.
	const modulus = 2_147_483_647;
	let state = ( seed % ( modulus - 1 ) ) + 1;
	return () => {
		state = ( state * 48_271 ) % modulus;
		return state / modulus;
	};
}
