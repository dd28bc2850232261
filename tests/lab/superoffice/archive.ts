/**
 * Archives: lists with chosen columns, filtered, sorted, in pages of at most a thousand rows.
 */
import type { Installation } from './installation';
import type { Associate, Person } from './state';
import { time } from './answers';

export type Cell = string | number | boolean | null;

export interface ArchiveRow {
	readonly primaryKey: number;
	readonly entityName: string;
	/** By lower-case column name. */
	readonly cells: Readonly< Record< string, Cell > >;
}

/** A filter, column or page that the archive does not take; the message says what is wrong. */
export class ArchiveError extends Error {}

export const MOST_ROWS = 1_000;

/** The first address of a card is the one that an archive shows. */
const mainEmail = ( person: Person | undefined ): string => person?.emails[ 0 ]?.value ?? '';

function userRow( installation: Installation, associate: Associate ): ArchiveRow {
	const person = installation.person( associate.personId );
	const plan = installation.plans().find( ( one ) => associate.licences.includes( one.name ) );
	return {
		primaryKey: associate.associateId,
		entityName: 'all',
		cells: {
			associatedbid: associate.associateId,
			personid: associate.personId,
			contactid: person?.contactId ?? 0,
			fullname: person === undefined ? associate.name : installation.fullName( person ),
			username: associate.userName,
			assocname: associate.name,
			assoctype: associate.type === 'InternalAssociate' ? 'Employee' : 'System user',
			personemail: mainEmail( person ),
			isactive: ! associate.deleted && associate.canLogin,
			canlogin: associate.canLogin,
			userplan: plan?.description ?? '',
			role: associate.roleName,
			credentialtype: 'SuperID',
			credentialdisplayvalue: associate.userName,
		},
	};
}

function personRow( installation: Installation, person: Person ): ArchiveRow {
	const associate = installation.associatesOf( person.personId )[ 0 ];
	const email = person.emails[ 0 ];
	return {
		primaryKey: person.personId,
		entityName: 'person',
		cells: {
			personid: person.personId,
			firstname: person.firstname,
			lastname: person.lastname,
			fullname: installation.fullName( person ),
			contactid: person.contactId,
			retired: person.retired,
			personupdateddate: time( person.updatedAt ),
			'email/emailaddress': email?.value ?? '',
			'email/emailbouncecount': email?.bounces ?? 0,
			'email/emailhasbounced': ( email?.bounces ?? 0 ) > 0,
			'correspondingassociate/associatedbid': associate?.associateId ?? 0,
			'correspondingassociate/username': associate?.userName ?? '',
			'correspondingassociate/isactive': associate !== undefined && ! associate.deleted && associate.canLogin,
		},
	};
}

/** Columns that came with version 9. */
const SINCE_NINE = [ 'canlogin', 'userplan' ];

export interface ArchiveSource {
	readonly rows: readonly ArchiveRow[];
	readonly columns: readonly string[];
}

/**
 * Every row of an archive, and the columns that this version has; undefined where there is no such archive.
 *
 * @param installation Whose.
 * @param provider     Its name, in any case.
 * @param major        Version of the server.
 */
export function archive( installation: Installation, provider: string, major: number ): ArchiveSource | undefined {
	const { associates, persons } = installation.state;
	const providers: Readonly< Record< string, () => ArchiveRow[] > > = {
		allusers: () => associates.map( ( associate ) => userRow( installation, associate ) ),
		person: () => persons.map( ( person ) => personRow( installation, person ) ),
	};
	const rows = providers[ provider.toLowerCase() ]?.();
	if ( rows === undefined ) {
		return undefined;
	}
	const missing = [ ...( major < 9 ? SINCE_NINE : [] ), ...installation.state.switches.missingColumns.map( ( column ) => column.toLowerCase() ) ];
	return { rows, columns: Object.keys( rows[ 0 ]?.cells ?? {} ).filter( ( column ) => ! missing.includes( column ) ) };
}

type Test = ( row: ArchiveRow ) => boolean;

const lower = ( cell: Cell | undefined ): string => ( typeof cell === 'boolean' ? String( Number( cell ) ) : String( cell ?? '' ).toLowerCase() );

const OPERATORS: Readonly< Record< string, ( cell: string, values: readonly string[] ) => boolean > > = {
	eq: ( cell, [ value ] ) => cell === value,
	is: ( cell, [ value ] ) => cell === value,
	'=': ( cell, [ value ] ) => cell === value,
	ne: ( cell, [ value ] ) => cell !== value,
	contains: ( cell, [ value = '' ] ) => cell.includes( value ),
	begins: ( cell, [ value = '' ] ) => cell.startsWith( value ),
	oneof: ( cell, values ) => values.includes( cell ),
	gt: ( cell, [ value ] ) => Number( cell ) > Number( value ),
	aftertime: ( cell, [ value = '' ] ) => Date.parse( cell ) > Date.parse( value ),
};

export const isOperator = ( operator: string ): boolean => Object.hasOwn( OPERATORS, operator.toLowerCase() );

export const holds = ( row: ArchiveRow, column: string, operator: string, values: readonly string[] ): boolean => {
	const words: Readonly< Record< string, string > > = { true: '1', false: '0' };
	const wanted = values.map( ( value ) => words[ value.toLowerCase() ] ?? value.toLowerCase() );
	return OPERATORS[ operator.toLowerCase() ]?.( lower( row.cells[ column.toLowerCase() ] ), wanted ) ?? false;
};

/** Reads `a eq 'b' and (c is 1 or startswith(d, 'e'))`. */
class FilterReader {
	private readonly words: readonly string[];
	private at = 0;

	public constructor(
		text: string,
		private readonly columns: readonly string[],
		private readonly quote: 'doubled' | 'backslash'
	) {
		const string = quote === 'doubled' ? "'(?:[^']|'')*'" : "'(?:[^'\\\\]|\\\\.)*'";
		const pattern = new RegExp( `\\s*(${ string }|[(),]|[^\\s(),']+)`, 'gy' );
		const words: string[] = [];
		let end = 0;
		for ( const match of text.matchAll( pattern ) ) {
			words.push( match[ 1 ] ?? '' );
			end = match.index + match[ 0 ].length;
		}
		if ( text.slice( end ).trim() !== '' ) {
			throw new ArchiveError( `The filter cannot be read after ${ end } characters.` );
		}
		this.words = words;
	}

	public read(): Test {
		const test = this.anyOf();
		if ( this.at < this.words.length ) {
			throw new ArchiveError( `The filter goes on with ${ this.words[ this.at ] }.` );
		}
		return test;
	}

	private anyOf(): Test {
		const tests = [ this.allOf() ];
		while ( this.takes( 'or' ) ) {
			tests.push( this.allOf() );
		}
		return ( row ) => tests.some( ( test ) => test( row ) );
	}

	private allOf(): Test {
		const tests = [ this.one() ];
		while ( this.takes( 'and' ) ) {
			tests.push( this.one() );
		}
		return ( row ) => tests.every( ( test ) => test( row ) );
	}

	private one(): Test {
		if ( this.takes( '(' ) ) {
			const inner = this.anyOf();
			this.expect( ')' );
			return inner;
		}
		if ( this.takes( 'startswith' ) ) {
			this.expect( '(' );
			const column = this.column();
			this.expect( ',' );
			const value = this.value();
			this.expect( ')' );
			return ( row ) => holds( row, column, 'begins', [ value ] );
		}
		const column = this.column();
		const operator = this.next();
		if ( ! isOperator( operator ) ) {
			throw new ArchiveError( `There is no operator ${ operator }.` );
		}
		const values = this.takes( '(' ) ? this.list() : [ this.value() ];
		return ( row ) => holds( row, column, operator, values );
	}

	private list(): string[] {
		const values = [ this.value() ];
		while ( this.takes( ',' ) ) {
			values.push( this.value() );
		}
		this.expect( ')' );
		return values;
	}

	private column(): string {
		const name = this.next();
		if ( ! this.columns.includes( name.toLowerCase() ) ) {
			throw new ArchiveError( `The archive has no column ${ name } to filter by.` );
		}
		return name;
	}

	private value(): string {
		const word = this.next();
		if ( ! word.startsWith( "'" ) ) {
			return word;
		}
		const inner = word.slice( 1, -1 );
		return this.quote === 'doubled' ? inner.replaceAll( "''", "'" ) : inner.replace( /\\(.)/g, '$1' );
	}

	private next(): string {
		const word = this.words[ this.at++ ];
		if ( word === undefined ) {
			throw new ArchiveError( 'The filter breaks off.' );
		}
		return word;
	}

	private takes( word: string ): boolean {
		if ( this.words[ this.at ]?.toLowerCase() !== word ) {
			return false;
		}
		this.at++;
		return true;
	}

	private expect( word: string ): void {
		if ( ! this.takes( word ) ) {
			throw new ArchiveError( `The filter lacks a ${ word }.` );
		}
	}
}

export const filter = ( text: string, columns: readonly string[], quote: 'doubled' | 'backslash' ): Test => new FilterReader( text, columns, quote ).read();

/**
 * Sorts by `column` or `column desc`.
 *
 * @param rows    Rows.
 * @param orderBy What was sent; '' leaves the order as it is.
 * @param columns What the archive has.
 */
export function sorted( rows: readonly ArchiveRow[], orderBy: string, columns: readonly string[] ): ArchiveRow[] {
	const [ column = '', direction = 'asc' ] = orderBy.trim().toLowerCase().split( /\s+/ );
	if ( column === '' ) {
		return [ ...rows ];
	}
	if ( ! columns.includes( column ) ) {
		throw new ArchiveError( `The archive has no column ${ column } to sort by.` );
	}
	const sign = direction === 'desc' ? -1 : 1;
	return [ ...rows ].sort( ( first, second ) => {
		const [ one, other ] = [ first.cells[ column ] ?? '', second.cells[ column ] ?? '' ];
		return sign * ( typeof one === 'number' && typeof other === 'number' ? one - other : lower( one ).localeCompare( lower( other ) ) );
	} );
}
