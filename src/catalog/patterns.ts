/** Turns a symptom's pattern into the expressions that run: one meaning in PCRE and in JavaScript. */
import type { Entry } from './types';

const signs = '[^\\p{L}\\p{N}\\n]{0,8}';

/**
 * On a portal page the sentence must be a whole run of text, because help paragraphs name the sentence too. Signs around it are allowed, and
 * what WordPress puts before and after its own sentences.
 */
const whole = ( pattern: string ): string => `^${ signs }(?:error: ?)?(?:${ pattern })${ signs }(?:lost your password)?${ signs }$`;

const isWhole = ( entry: Entry ): boolean => entry === 'portal-page';

export const asPcre = ( pattern: string, entry: Entry ): string => {
	const escaped = pattern.replaceAll( '~', '\\~' );
	return isWhole( entry ) ? `~${ whole( escaped ) }~imu` : `~${ escaped }~iu`;
};

export const asRegExp = ( pattern: string, entry: Entry ): RegExp =>
	isWhole( entry ) ? new RegExp( whole( pattern ), 'imu' ) : new RegExp( pattern, 'iu' );

/** Why a pattern may not be used on the login path; null where it may. */
export const patternFault = ( pattern: string ): string | null => {
	try {
		void new RegExp( pattern, 'iu' );
	} catch ( error ) {
		return error instanceof Error ? error.message : 'it does not compile';
	}
	const bare = pattern.replaceAll( /\\./gu, '' ).replaceAll( /\[[^\]]*\]/gu, 'c' );
	if ( /[*+]|\{\d+,\}/u.test( bare ) ) {
		return 'it repeats without a limit; write {0,n}';
	}
	if ( /\)[?{][^)]*\)[*+{]/u.test( bare ) || /\}\)?\{/u.test( bare ) ) {
		return 'it nests one repetition in another';
	}
	if ( /[\^$]/u.test( bare ) ) {
		return 'it is anchored; the channel decides about that';
	}
	if ( /\\[1-9]|\(\?[=!<]/u.test( pattern ) ) {
		return 'it looks around or back, which is not linear in time';
	}
	return null;
};
