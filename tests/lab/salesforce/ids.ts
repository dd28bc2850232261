/**
 * Record ids as Salesforce makes them: a prefix for the object, the pod, a number in base 62, and three letters that keep the case safe.
 */
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const CHECK_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const POD = '5g0';

/** Key prefix of each object. */
export const PREFIXES = {
	Account: '001',
	Contact: '003',
	Organization: '00D',
	Profile: '00e',
	User: '005',
	UserLicense: '100',
	UserLogin: '0Yw',
	LoginHistory: '0Ya',
	Job: '750',
} as const;

/**
 * Adds the three letters to an id of fifteen characters: each tells which of five characters are capitals.
 *
 * @param id Fifteen or eighteen characters.
 */
export function id18( id: string ): string {
	if ( id.length !== 15 ) {
		return id;
	}
	const letters = [ 0, 5, 10 ].map( ( start ) => {
		const bits = [ 0, 1, 2, 3, 4 ].reduce( ( sum, offset ) => sum + ( /[A-Z]/.test( id.charAt( start + offset ) ) ? 2 ** offset : 0 ), 0 );
		return CHECK_LETTERS.charAt( bits );
	} );
	return id + letters.join( '' );
}

/**
 * The id of the nth record of an object; greater numbers have greater ids.
 *
 * @param object Object.
 * @param number Which.
 */
export function recordId( object: keyof typeof PREFIXES, number: number ): string {
	let rest = number;
	let digits = '';
	while ( digits.length < 9 ) {
		digits = DIGITS.charAt( rest % 62 ) + digits;
		rest = Math.floor( rest / 62 );
	}
	return id18( PREFIXES[ object ] + POD + digits );
}

/** Whether a text has the form of an id; its letters at the end are not compared, as Salesforce itself is lenient with them. */
export const isId = ( text: string ): boolean => /^[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?$/.test( text );
