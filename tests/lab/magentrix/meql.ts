/**
 * MEQL, Magentrix's query language, as far as its pages describe it: names and texts are case-sensitive.
 */

export type Value = null | boolean | number | string;

/** Reads a field of a row by its path; undefined where the entity has no such field. */
export type Reader = ( path: string ) => Value | undefined;

export class MeqlError extends Error {}

interface Token {
	readonly kind: 'word' | 'text' | 'number' | 'sign';
	readonly value: string;
}

interface Operand {
	readonly read: ( row: Reader ) => Value;
}

type Condition = ( row: Reader ) => boolean;

export interface Query {
	/** Absent: every field. */
	readonly fields?: readonly string[];
	readonly entity: string;
	readonly where: Condition;
	readonly orderBy?: { readonly field: string; readonly isDescending: boolean };
	readonly limit?: number;
	readonly offset: number;
}

export interface Dialect {
	readonly quotes: 'both' | 'double' | 'single';
	readonly lowerCase: 'method' | 'rejected';
}

const SIGNS = [ '!=', '>=', '<=', '=', '>', '<', '(', ')', ',', '!' ];

function tokens( text: string, dialect: Dialect ): Token[] {
	const found: Token[] = [];
	let at = 0;
	while ( at < text.length ) {
		const rest = text.slice( at );
		const space = /^\s+/.exec( rest )?.[ 0 ];
		const word = /^[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*/.exec( rest )?.[ 0 ];
		const number = /^-?\d+(?:\.\d+)?/.exec( rest )?.[ 0 ];
		const sign = SIGNS.find( ( one ) => rest.startsWith( one ) );
		if ( space !== undefined ) {
			at += space.length;
		} else if ( word !== undefined ) {
			found.push( { kind: 'word', value: word } );
			at += word.length;
		} else if ( number !== undefined ) {
			found.push( { kind: 'number', value: number } );
			at += number.length;
		} else if ( rest.startsWith( '"' ) || rest.startsWith( "'" ) ) {
			const quote = rest.charAt( 0 );
			const end = rest.indexOf( quote, 1 );
			const isKnown = dialect.quotes === 'both' || ( dialect.quotes === 'double' ) === ( quote === '"' );
			// How a quote inside a text is written is documented nowhere, so the first one ends it.
			if ( ! isKnown || end < 0 ) {
				throw new MeqlError( `Unexpected character near '${ rest.slice( 0, 12 ) }'.` );
			}
			found.push( { kind: 'text', value: rest.slice( 1, end ) } );
			at += end + 1;
		} else if ( sign !== undefined ) {
			found.push( { kind: 'sign', value: sign } );
			at += sign.length;
		} else if ( rest.startsWith( '.' ) ) {
			found.push( { kind: 'sign', value: '.' } );
			at += 1;
		} else {
			throw new MeqlError( `Unexpected character near '${ rest.slice( 0, 12 ) }'.` );
		}
	}
	return found;
}

const LITERALS: Readonly< Record< string, Value > > = { true: true, false: false, null: null };

const METHODS: Readonly< Record< string, ( value: string, argument: string ) => Value > > = {
	ToLower: ( value ) => value.toLowerCase(),
	ToUpper: ( value ) => value.toUpperCase(),
	Contains: ( value, argument ) => value.includes( argument ),
	StartsWith: ( value, argument ) => value.startsWith( argument ),
	EndsWith: ( value, argument ) => value.endsWith( argument ),
};

const COMPARISONS: Readonly< Record< string, ( left: Value, right: Value ) => boolean > > = {
	'=': ( left, right ) => left === right,
	'!=': ( left, right ) => left !== right,
	'>': ( left, right ) => left !== null && right !== null && left > right,
	'>=': ( left, right ) => left !== null && right !== null && left >= right,
	'<': ( left, right ) => left !== null && right !== null && left < right,
	'<=': ( left, right ) => left !== null && right !== null && left <= right,
};

class Parser {
	private at = 0;

	public constructor( private readonly list: readonly Token[], private readonly dialect: Dialect ) {}

	public query(): Query {
		const fields = this.takeWord( 'SELECT' ) ? this.names() : undefined;
		this.needWord( 'FROM' );
		const entity = this.name();
		const where = this.takeWord( 'WHERE' ) ? this.either() : () => true;
		let orderBy: Query[ 'orderBy' ];
		if ( this.takeWord( 'ORDER' ) ) {
			this.needWord( 'BY' );
			const field = this.name();
			const isDescending = this.takeWord( 'DESC' );
			if ( ! isDescending ) {
				this.takeWord( 'ASC' );
			}
			orderBy = { field, isDescending };
		}
		let limit: number | undefined;
		let offset = 0;
		if ( this.takeWord( 'LIMIT' ) ) {
			limit = this.number();
			offset = this.takeSign( ',' ) ? this.number() : 0;
		}
		if ( this.at < this.list.length ) {
			throw new MeqlError( `Unexpected '${ this.list[ this.at ]?.value ?? '' }'.` );
		}
		return { entity, where, offset, ...( fields && { fields } ), ...( orderBy && { orderBy } ), ...( limit !== undefined && { limit } ) };
	}

	private either(): Condition {
		let left = this.both();
		while ( this.takeWord( 'OR' ) ) {
			const before = left;
			const next = this.both();
			left = ( row ) => before( row ) || next( row );
		}
		return left;
	}

	private both(): Condition {
		let left = this.single();
		while ( this.takeWord( 'AND' ) ) {
			const before = left;
			const next = this.single();
			left = ( row ) => before( row ) && next( row );
		}
		return left;
	}

	private single(): Condition {
		if ( this.takeSign( '!' ) ) {
			const inner = this.single();
			return ( row ) => ! inner( row );
		}
		if ( this.takeSign( '(' ) ) {
			const inner = this.either();
			this.needSign( ')' );
			return inner;
		}
		const left = this.operand();
		const sign = Object.keys( COMPARISONS ).find( ( one ) => this.takeSign( one ) );
		const compare = sign === undefined ? undefined : COMPARISONS[ sign ];
		if ( compare === undefined ) {
			return ( row ) => left.read( row ) === true;
		}
		const right = this.operand();
		return ( row ) => compare( left.read( row ), right.read( row ) );
	}

	private operand(): Operand {
		const token = this.list[ this.at++ ];
		if ( token === undefined ) {
			throw new MeqlError( 'The query ends too early.' );
		}
		if ( token.kind === 'text' ) {
			return { read: () => token.value };
		}
		if ( token.kind === 'number' ) {
			return { read: () => Number( token.value ) };
		}
		if ( token.kind === 'sign' ) {
			throw new MeqlError( `Unexpected '${ token.value }'.` );
		}
		if ( Object.hasOwn( LITERALS, token.value ) ) {
			return { read: () => LITERALS[ token.value ] ?? null };
		}
		if ( /^string\.IsNullOrEmpty$/i.test( token.value ) && this.takeSign( '(' ) ) {
			const inner = this.operand();
			this.needSign( ')' );
			return { read: ( row ) => [ null, '' ].includes( inner.read( row ) as string | null ) };
		}
		return this.methods( token.value );
	}

	/** `Email`, `Account.Name`, `Email.ToLower()`, `Email.ToLower().StartsWith("a")`. */
	private methods( word: string ): Operand {
		const parts = word.split( '.' );
		let method = this.takeSign( '(' ) ? parts.pop() : undefined;
		const path = parts.join( '.' );
		let operand: Operand = {
			read: ( row ) => {
				const value = row( path );
				if ( value === undefined ) {
					throw new MeqlError( `The field: '${ path }' does not exist.` );
				}
				return value;
			},
		};
		while ( method !== undefined ) {
			const apply = METHODS[ method ];
			if ( apply === undefined || ( method === 'ToLower' && this.dialect.lowerCase === 'rejected' ) ) {
				throw new MeqlError( `The method: '${ method }' does not exist.` );
			}
			const argument = this.takeSign( ')' ) ? undefined : this.operand();
			if ( argument !== undefined ) {
				this.needSign( ')' );
			}
			const inner = operand;
			operand = {
				read: ( row ) => {
					const value = inner.read( row );
					return typeof value === 'string' ? apply( value, String( argument?.read( row ) ?? '' ) ) : null;
				},
			};
			method = this.takeSign( '.' ) ? this.name() : undefined;
			if ( method !== undefined ) {
				this.needSign( '(' );
			}
		}
		return operand;
	}

	private names(): string[] {
		const names = [ this.name() ];
		while ( this.takeSign( ',' ) ) {
			names.push( this.name() );
		}
		return names;
	}

	private name(): string {
		const token = this.list[ this.at++ ];
		if ( token?.kind !== 'word' ) {
			throw new MeqlError( `A name is missing${ token === undefined ? '' : ` before '${ token.value }'` }.` );
		}
		return token.value;
	}

	private number(): number {
		const token = this.list[ this.at++ ];
		if ( token?.kind !== 'number' || ! /^\d+$/.test( token.value ) ) {
			throw new MeqlError( 'LIMIT takes numbers.' );
		}
		return Number( token.value );
	}

	private takeWord( word: string ): boolean {
		const token = this.list[ this.at ];
		const isIt = token?.kind === 'word' && token.value.toUpperCase() === word;
		this.at += isIt ? 1 : 0;
		return isIt;
	}

	private needWord( word: string ): void {
		if ( ! this.takeWord( word ) ) {
			throw new MeqlError( `${ word } is missing.` );
		}
	}

	private takeSign( sign: string ): boolean {
		const token = this.list[ this.at ];
		const isIt = token?.kind === 'sign' && token.value === sign;
		this.at += isIt ? 1 : 0;
		return isIt;
	}

	private needSign( sign: string ): void {
		if ( ! this.takeSign( sign ) ) {
			throw new MeqlError( `'${ sign }' is missing.` );
		}
	}
}

/** Reads a query; throws {@link MeqlError} where it makes no sense. */
export const parseMeql = ( text: string, dialect: Dialect ): Query => new Parser( tokens( text, dialect ), dialect ).query();
