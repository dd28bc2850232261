import { __ } from '@wordpress/i18n';

import type { CaseRow } from '../../data/types';

/**
 * One value as a cell. What begins like a formula would be run by a spreadsheet, so it gets an apostrophe, which spreadsheets take for
 * “this is text” (https://owasp.org/www-community/attacks/CSV_Injection).
 */
export const cell = ( value: string ): string => {
	const text = /^[\s]*[=+\-@\t\r]/.test( value ) ? `'${ value }` : value;
	return `"${ text.replaceAll( '"', '""' ) }"`;
};

const time = ( at: number ): string => new Date( at * 1000 ).toISOString();

const columns = (): ReadonlyArray< readonly [ string, ( row: CaseRow ) => string ] > => [
	[ __( 'Case', 'causeway' ), ( { id } ) => String( id ) ],
	[ __( 'Reference', 'causeway' ), ( { reference } ) => reference ],
	[ __( 'Person', 'causeway' ), ( { person } ) => person.label ],
	[ __( 'E-mail', 'causeway' ), ( { person } ) => person.email ?? '' ],
	[ __( 'State', 'causeway' ), ( { state } ) => state ],
	[ __( 'System', 'causeway' ), ( { cause } ) => cause?.systemTitle ?? '' ],
	[ __( 'Cause', 'causeway' ), ( { cause } ) => cause?.title ?? '' ],
	[ __( 'Confidence', 'causeway' ), ( { cause } ) => cause?.confidence ?? '' ],
	[ __( 'Attempts', 'causeway' ), ( { attemptCount } ) => String( attemptCount ) ],
	[ __( 'Last attempt (UTC)', 'causeway' ), ( { lastAttemptAt } ) => time( lastAttemptAt ) ],
];

/** The rows with a heading, as RFC 4180 has it; the mark at the beginning tells spreadsheets that it is UTF-8. */
export const csvOf = ( rows: readonly CaseRow[] ): string => {
	const fields = columns();
	const lines = [ fields.map( ( [ title ] ) => cell( title ) ), ...rows.map( ( row ) => fields.map( ( [ , value ] ) => cell( value( row ) ) ) ) ];
	return `\uFEFF${ lines.map( ( line ) => line.join( ',' ) ).join( '\r\n' ) }\r\n`;
};
