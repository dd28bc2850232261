/** Fingerprints of eight words in a row, by which a copied sentence is recognised without keeping the sentence. */
import { createHash } from 'node:crypto';

const WORDS = 8;

export const shinglesOf = ( text: string ): readonly string[] => {
	const words = text.toLowerCase().match( /[\p{L}\p{N}]+/gu ) ?? [];
	return words
		.slice( 0, Math.max( 0, words.length - WORDS + 1 ) )
		.map( ( _, start ) =>
			createHash( 'sha256' )
				.update( words.slice( start, start + WORDS ).join( ' ' ) )
				.digest( 'hex' )
				.slice( 0, 12 )
		);
};
