/**
 * What people paste, written without looking at any pattern: one file a kind. It scores `explain` (`npm run catalog:report`), and no pattern may
 * be made from it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** `seed` are what the vendors' own articles print; `code` has no other wording. Neither is kept out of the patterns. */
export type Kind = 'code' | 'original' | 'reworded' | 'screenshot' | 'seed' | 'translated' | 'unrelated' | 'url';

export interface Message {
	readonly message: string;
	readonly kind: Kind;
	/** Of which one has to be among the first three; `system/*` is any cause of that system. Empty for what is no login error. */
	readonly causes: readonly string[];
}

const folder = path.join( __dirname, 'corpus' );

/** The whole corpus, in the order of its files. */
export const readCorpus = (): readonly Message[] =>
	readdirSync( folder )
		.sort()
		.flatMap( ( file ) => JSON.parse( readFileSync( path.join( folder, file ), 'utf8' ) ) as readonly Message[] );

/** Kinds whose messages are in no pattern's examples. */
export const isKeptOut = ( { kind }: Message ): boolean => kind !== 'code' && kind !== 'seed';

/** What is left of a text for the eye: no markup, no signs, one blank between words. */
export const bare = ( text: string ): string =>
	text
		.replaceAll( /<[^>]*>/gu, ' ' )
		.toLowerCase()
		.replaceAll( /[^\p{L}\p{N}]+/gu, ' ' )
		.trim();

/** Whether a cause is among those that a message names. */
export const isNamed = ( cause: string, { causes }: Message ): boolean => causes.includes( cause ) || causes.includes( `${ cause.split( '/' )[ 0 ] }/*` );
