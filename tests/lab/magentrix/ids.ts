/**
 * Ids as each system makes them.
 */
import type { CrmSystem } from './state';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const CHECK = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

function base62( number: number, length: number ): string {
	let text = '';
	for ( let rest = number; text.length < length; rest = Math.floor( rest / 62 ) ) {
		text = DIGITS.charAt( rest % 62 ) + text;
	}
	return text;
}

/** Magentrix's own: three characters that tell the entity, a running number, the portal's four digits. */
export const nativeId = ( prefix: string, number: number ): string => `${ prefix }${ base62( number, 12 ) }0001`;

/** Eighteen characters: fifteen that count, and three that say which of them are capitals. */
function salesforceId( prefix: string, number: number ): string {
	const id = `${ prefix }Wd00000${ base62( number, 5 ) }`;
	const suffix = [ 0, 5, 10 ].map( ( start ) => {
		const bits = [ ...id.slice( start, start + 5 ) ].reduce( ( sum, one, place ) => sum + ( /[A-Z]/.test( one ) ? 2 ** place : 0 ), 0 );
		return CHECK.charAt( bits );
	} );
	return id + suffix.join( '' );
}

const guid = ( kind: number, number: number ): string => `${ ( 0x6ad10000 + kind ).toString( 16 ) }-4c1e-ee11-9f2b-${ ( 0x6045bd000000 + number ).toString( 16 ) }`;

export type CrmKind = 'contact' | 'account';

/** The id that a record of the CRM has. */
export function crmId( system: CrmSystem, kind: CrmKind, number: number ): string {
	switch ( system ) {
		case 'salesforce':
			return salesforceId( kind === 'contact' ? '003' : '001', number );
		case 'dynamics-365':
			return guid( kind === 'contact' ? 3 : 1, number );
		default:
			return String( ( kind === 'contact' ? 51_700_000_000 : 9_200_000_000 ) + number );
	}
}
