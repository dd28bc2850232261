/**
 * SOQL, as far as clients of a portal use it: parsed, checked against what the asking user may see, and run.
 */
import type { Json, JsonObject } from '../json';
import { id18, isId } from './ids';
import { fieldsOf, objectNamed, type FieldDescription } from './schema';
import { restTime, type ObjectName, type OrgState, type SfRecord } from './state';

/** A query that Salesforce refuses. */
export class SoqlError extends Error {
	public constructor(
		public readonly errorCode: 'INVALID_FIELD' | 'INVALID_TYPE' | 'MALFORMED_QUERY' | 'INVALID_QUERY_FILTER_OPERATOR',
		message: string
	) {
		super( message );
	}
}

interface Token {
	readonly kind: 'word' | 'text' | 'number' | 'time' | 'sign';
	readonly value: string;
}

const malformed = ( detail: string ): never => {
	throw new SoqlError( 'MALFORMED_QUERY', detail );
};

const TOKEN = /\s*(?:(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d))|(-?\d+(?:\.\d+)?)|([A-Za-z_][\w.]*)|'((?:[^'\\]|\\[\s\S])*)'|(<=|>=|!=|<>|[=<>(),]))/y;

const ESCAPES: Readonly< Record< string, string > > = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '"': '"', "'": "'", '\\': '\\' };

/** A text between quotes; `_` and `%` keep their backslash, because only LIKE reads them. */
function unescaped( quoted: string ): string {
	return quoted.replace( /\\([\s\S])/g, ( whole, letter: string ) => {
		if ( letter === '_' || letter === '%' ) {
			return whole;
		}
		return ESCAPES[ letter.toLowerCase() ] ?? malformed( `Illegal string literal: Invalid string escape sequence '\\${ letter }'.` );
	} );
}

function tokensOf( query: string ): Token[] {
	const tokens: Token[] = [];
	TOKEN.lastIndex = 0;
	while ( TOKEN.lastIndex < query.trimEnd().length ) {
		const at = TOKEN.lastIndex;
		const match = TOKEN.exec( query );
		if ( match === null ) {
			return malformed( `unexpected token: '${ query.slice( at ).trim().slice( 0, 20 ) }'` );
		}
		const [ , time, number, word, text, sign ] = match;
		if ( time !== undefined ) {
			tokens.push( { kind: 'time', value: time } );
		} else if ( number !== undefined ) {
			tokens.push( { kind: 'number', value: number } );
		} else if ( word !== undefined ) {
			tokens.push( { kind: 'word', value: word } );
		} else if ( text !== undefined ) {
			tokens.push( { kind: 'text', value: unescaped( text ) } );
		} else {
			tokens.push( { kind: 'sign', value: sign ?? '' } );
		}
	}
	return tokens;
}

type Value = { readonly kind: 'text' | 'number' | 'time' | 'boolean' | 'null'; readonly value: string | number | boolean | null };

interface Comparison {
	readonly field: string;
	readonly operator: string;
	readonly values: readonly Value[];
}

type Condition =
	| Comparison
	| { readonly all: readonly Condition[] }
	| { readonly any: readonly Condition[] }
	| { readonly not: Condition };

interface Query {
	readonly fields: readonly string[];
	readonly isCount: boolean;
	readonly object: string;
	readonly where: Condition | null;
	readonly order: readonly { readonly field: string; readonly isDescending: boolean }[];
	readonly limit: number | null;
	readonly offset: number;
}

class Parser {
	private at = 0;

	public constructor( private readonly tokens: readonly Token[] ) {}

	public query(): Query {
		this.keyword( 'select' );
		const fields: string[] = [];
		do {
			fields.push( this.field() );
		} while ( this.takes( ',' ) );
		this.keyword( 'from' );
		const object = this.word();
		const where = this.takesKeyword( 'where' ) ? this.either() : null;
		const order: { field: string; isDescending: boolean }[] = [];
		if ( this.takesKeyword( 'order' ) ) {
			this.keyword( 'by' );
			do {
				const field = this.word();
				const isDescending = this.takesKeyword( 'desc' ) || ( this.takesKeyword( 'asc' ), false );
				if ( this.takesKeyword( 'nulls' ) && ! this.takesKeyword( 'first' ) ) {
					this.keyword( 'last' );
				}
				order.push( { field, isDescending } );
			} while ( this.takes( ',' ) );
		}
		const limit = this.takesKeyword( 'limit' ) ? this.whole() : null;
		const offset = this.takesKeyword( 'offset' ) ? this.whole() : 0;
		if ( this.at < this.tokens.length ) {
			malformed( `unexpected token: '${ this.tokens[ this.at ]?.value ?? '' }'` );
		}
		const isCount = fields.length === 1 && fields[ 0 ] === 'count()';
		return { fields: isCount ? [] : fields, isCount, object, where, order, limit, offset };
	}

	private field(): string {
		const name = this.word();
		if ( name.toLowerCase() === 'count' && this.takes( '(' ) ) {
			return this.takes( ')' ) ? 'count()' : malformed( 'Only COUNT() without a field is known here.' );
		}
		return name;
	}

	private either(): Condition {
		const first = this.primary();
		const joined = ( word: string ): Condition[] => {
			const all = [ first ];
			while ( this.takesKeyword( word ) ) {
				all.push( this.primary() );
			}
			return all;
		};
		const both = joined( 'and' );
		const result: Condition = both.length > 1 ? { all: both } : ( () => {
			const any = joined( 'or' );
			return any.length > 1 ? { any } : first;
		} )();
		// AND and OR side by side need parentheses.
		if ( this.isKeyword( 'and' ) || this.isKeyword( 'or' ) ) {
			malformed( `unexpected token: '${ this.tokens[ this.at ]?.value ?? '' }'` );
		}
		return result;
	}

	private primary(): Condition {
		if ( this.takesKeyword( 'not' ) ) {
			return { not: this.primary() };
		}
		if ( this.takes( '(' ) ) {
			const inner = this.either();
			this.sign( ')' );
			return inner;
		}
		const field = this.word();
		if ( this.takesKeyword( 'like' ) ) {
			return { field, operator: 'like', values: [ this.value() ] };
		}
		const isNot = this.takesKeyword( 'not' );
		if ( isNot || this.isKeyword( 'in' ) ) {
			this.keyword( 'in' );
			this.sign( '(' );
			const values = [ this.value() ];
			while ( this.takes( ',' ) ) {
				values.push( this.value() );
			}
			this.sign( ')' );
			return { field, operator: isNot ? 'not in' : 'in', values };
		}
		const operator = this.tokens[ this.at ];
		if ( operator?.kind !== 'sign' || ! [ '=', '!=', '<>', '<', '>', '<=', '>=' ].includes( operator.value ) ) {
			return malformed( `unexpected token: '${ operator?.value ?? '<EOF>' }'` );
		}
		this.at++;
		return { field, operator: operator.value === '<>' ? '!=' : operator.value, values: [ this.value() ] };
	}

	private value(): Value {
		const { kind, value } = this.tokens[ this.at++ ] ?? { kind: 'sign', value: '<EOF>' };
		switch ( kind === 'word' ? `word ${ value.toLowerCase() }` : kind ) {
			case 'text':
				return { kind: 'text', value };
			case 'number':
				return { kind: 'number', value: Number( value ) };
			case 'time':
				return { kind: 'time', value: Date.parse( value.replace( /([+-]\d\d)(\d\d)$/, '$1:$2' ) ) };
			case 'word null':
				return { kind: 'null', value: null };
			case 'word true':
			case 'word false':
				return { kind: 'boolean', value: value.toLowerCase() === 'true' };
			default:
				return malformed( `unexpected token: '${ value }'` );
		}
	}

	private word(): string {
		const token = this.tokens[ this.at++ ];
		return token?.kind === 'word' ? token.value : malformed( `unexpected token: '${ token?.value ?? '<EOF>' }'` );
	}

	private whole(): number {
		const token = this.tokens[ this.at++ ];
		return token?.kind === 'number' && /^\d+$/.test( token.value ) ? Number( token.value ) : malformed( `unexpected token: '${ token?.value ?? '<EOF>' }'` );
	}

	private isKeyword( word: string ): boolean {
		const token = this.tokens[ this.at ];
		return token?.kind === 'word' && token.value.toLowerCase() === word;
	}

	private takesKeyword( word: string ): boolean {
		const isThere = this.isKeyword( word );
		this.at += isThere ? 1 : 0;
		return isThere;
	}

	private keyword( word: string ): void {
		if ( ! this.takesKeyword( word ) ) {
			malformed( `unexpected token: '${ this.tokens[ this.at ]?.value ?? '<EOF>' }', expecting '${ word }'` );
		}
	}

	private takes( sign: string ): boolean {
		const token = this.tokens[ this.at ];
		const isThere = token?.kind === 'sign' && token.value === sign;
		this.at += isThere ? 1 : 0;
		return isThere;
	}

	private sign( sign: string ): void {
		if ( ! this.takes( sign ) ) {
			malformed( `unexpected token: '${ this.tokens[ this.at ]?.value ?? '<EOF>' }', expecting '${ sign }'` );
		}
	}
}

/** A field reached from a row: its own, or that of a record which it points to. */
interface Path {
	/** In the case of the schema. */
	readonly names: readonly string[];
	readonly description: FieldDescription;
	read: ( row: SfRecord ) => Json;
}

export interface Found {
	readonly object: ObjectName;
	/** All that fit, in order, OFFSET and LIMIT applied. */
	readonly rows: readonly SfRecord[];
	readonly isCount: boolean;
	/** What an answer holds of a row. */
	record: ( row: SfRecord, base: string ) => JsonObject;
	/** The same as columns, in the order asked for. */
	readonly columns: ReadonlyArray< { readonly name: string; read: ( row: SfRecord ) => Json } >;
}

/** What a field of that type looks like in an answer. */
export const shown = ( value: Json, type: FieldDescription[ 'type' ] ): Json => ( type === 'datetime' && typeof value === 'number' ? restTime( value ) : value );

export class Soql {
	public constructor(
		private readonly state: OrgState,
		private readonly userId: string,
		/** Rows of an object that the user may see, deleted ones included; null where they may not see the object at all. */
		private readonly rowsOf: ( object: ObjectName ) => readonly SfRecord[] | null
	) {}

	/**
	 * Runs a query.
	 *
	 * @param text          SOQL.
	 * @param includesDeleted What queryAll does.
	 * @throws SoqlError
	 */
	public run( text: string, includesDeleted: boolean ): Found {
		const query = new Parser( tokensOf( text ) ).query();
		const object = objectNamed( query.object );
		const visible = object === undefined ? null : this.rowsOf( object );
		if ( object === undefined || visible === null ) {
			throw new SoqlError( 'INVALID_TYPE', `sObject type '${ query.object }' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name.` );
		}
		const columns = query.fields.map( ( field ) => this.path( object, field ) );
		const fits = query.where === null ? () => true : this.compiled( object, query.where );
		const isKept = ( row: SfRecord ) => ( includesDeleted || row.IsDeleted !== true ) && fits( row );
		const order = query.order.map( ( one ) => ( { path: this.path( object, one.field ), sign: one.isDescending ? -1 : 1 } ) );
		const isById = order.length === 1 && order[ 0 ]?.path.names.join( '.' ) === 'Id' && order[ 0 ].sign === 1;
		let rows: SfRecord[];
		if ( isById ) {
			rows = this.keyset( visible, query, isKept );
		} else {
			rows = visible.filter( isKept );
			if ( order.length > 0 ) {
				rows.sort( ( a, b ) => order.reduce( ( decided, { path, sign } ) => decided || sign * compared( path.read( a ), path.read( b ) ), 0 ) );
			}
		}
		const whole = rows.slice( query.offset, query.limit === null ? undefined : query.offset + query.limit );
		return {
			object,
			rows: whole,
			isCount: query.isCount,
			columns: columns.map( ( path ) => ( { name: path.names.join( '.' ), read: ( row ) => shown( path.read( row ), path.description.type ) } ) ),
			record: ( row, base ) => this.record( object, row, columns, base ),
		};
	}

	/** Rows are kept in the order of their ids, so that paging by id reads only its page. */
	private keyset( rows: readonly SfRecord[], query: Query, isKept: ( row: SfRecord ) => boolean ): SfRecord[] {
		const { where } = query;
		const terms = ( where === null ? [] : [ where ] ).flatMap< Condition >( ( one ) => ( 'all' in one ? [ ...one.all ] : [ one ] ) );
		const after = terms.find( ( term ) => 'field' in term && term.field.toLowerCase() === 'id' && term.operator === '>' );
		const from = after !== undefined && 'field' in after ? id18( String( after.values[ 0 ]?.value ?? '' ) ) : '';
		let low = 0;
		let high = rows.length;
		while ( low < high ) {
			const middle = Math.floor( ( low + high ) / 2 );
			if ( ( rows[ middle ]?.Id ?? '' ) <= from ) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}
		const kept: SfRecord[] = [];
		const most = query.limit === null ? Number.POSITIVE_INFINITY : query.limit + query.offset;
		for ( let index = low; index < rows.length && kept.length < most; index++ ) {
			const row = rows[ index ];
			if ( row !== undefined && isKept( row ) ) {
				kept.push( row );
			}
		}
		return kept;
	}

	private path( object: ObjectName, written: string ): Path {
		const [ first = '', ...rest ] = written.split( '.' );
		const fields = fieldsOf( this.state, object, this.userId );
		if ( rest.length === 0 ) {
			const description = fields.find( ( field ) => field.name.toLowerCase() === first.toLowerCase() );
			if ( description === undefined ) {
				throw new SoqlError( 'INVALID_FIELD', `No such column '${ first }' on entity '${ object }'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name.` );
			}
			return { names: [ description.name ], description, read: ( row ) => row[ description.name ] ?? null };
		}
		const link = fields.find( ( field ) => field.reference?.name.toLowerCase() === first.toLowerCase() );
		const target = link?.reference;
		const rows = target === undefined ? null : this.rowsOf( target.object );
		if ( link === undefined || target === undefined || rows === null ) {
			throw new SoqlError( 'INVALID_FIELD', `Didn't understand relationship '${ first }' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name.` );
		}
		const inner = this.path( target.object, rest.join( '.' ) );
		return {
			names: [ target.name, ...inner.names ],
			description: inner.description,
			read: ( row ) => {
				const id = row[ link.name ];
				const other = typeof id === 'string' ? rows.find( ( one ) => one.Id === id && one.IsDeleted !== true ) : undefined;
				return other === undefined ? null : inner.read( other );
			},
		};
	}

	private record( object: ObjectName, row: SfRecord, columns: readonly Path[], base: string ): JsonObject {
		const attributes = ( type: string, id: string ): JsonObject => ( { type, url: `${ base }/sobjects/${ type }/${ id }` } );
		const answer: JsonObject = { attributes: attributes( object, row.Id ) };
		for ( const { names, description, read } of columns ) {
			const value = shown( read( row ), description.type );
			const [ first = '', ...rest ] = names;
			if ( rest.length === 0 ) {
				answer[ first ] = value;
				continue;
			}
			this.nest( answer, object, row, names, value, attributes );
		}
		return answer;
	}

	/** Puts a value into the object of the record that it belongs to; null in its place where there is no such record. */
	private nest( answer: JsonObject, object: ObjectName, row: SfRecord, names: readonly string[], value: Json, attributes: ( type: string, id: string ) => JsonObject ): void {
		let place = answer;
		let at: { object: ObjectName; row: SfRecord } = { object, row };
		for ( const name of names.slice( 0, -1 ) ) {
			const link = fieldsOf( this.state, at.object, this.userId ).find( ( field ) => field.reference?.name === name );
			const id = link === undefined ? null : at.row[ link.name ];
			const target = link?.reference?.object;
			const other = target === undefined ? undefined : this.rowsOf( target )?.find( ( one ) => one.Id === id && one.IsDeleted !== true );
			if ( target === undefined || other === undefined ) {
				place[ name ] = null;
				return;
			}
			const inner = place[ name ];
			const next: JsonObject = typeof inner === 'object' && inner !== null && ! Array.isArray( inner ) ? inner : { attributes: attributes( target, other.Id ) };
			place[ name ] = next;
			place = next;
			at = { object: target, row: other };
		}
		place[ names[ names.length - 1 ] ?? '' ] = value;
	}

	private compiled( object: ObjectName, condition: Condition ): ( row: SfRecord ) => boolean {
		if ( 'all' in condition ) {
			const parts = condition.all.map( ( part ) => this.compiled( object, part ) );
			return ( row ) => parts.every( ( part ) => part( row ) );
		}
		if ( 'any' in condition ) {
			const parts = condition.any.map( ( part ) => this.compiled( object, part ) );
			return ( row ) => parts.some( ( part ) => part( row ) );
		}
		if ( 'not' in condition ) {
			const part = this.compiled( object, condition.not );
			return ( row ) => ! part( row );
		}
		return this.comparison( object, condition );
	}

	private comparison( object: ObjectName, { field, operator, values }: Comparison ): ( row: SfRecord ) => boolean {
		const { names, description, read } = this.path( object, field );
		if ( description.filterable === false ) {
			throw new SoqlError( 'INVALID_FIELD', `field '${ names.join( '.' ) }' can not be filtered in a query call` );
		}
		for ( const value of values ) {
			this.checkType( names.join( '.' ), description, value );
		}
		const isIds = description.type === 'id' || description.type === 'reference';
		const folds = ! isIds && this.state.switches.textEquality === 'insensitive';
		const folded = ( one: Json ): Json => ( typeof one === 'string' && folds ? one.toLowerCase() : one );
		const wanted = values.map( ( one ) => ( isIds && typeof one.value === 'string' ? id18( one.value ) : folded( one.value ) ) );
		const value = ( row: SfRecord ): Json => folded( read( row ) );
		const first = wanted[ 0 ] ?? null;
		switch ( operator ) {
			case '=':
				return ( row ) => value( row ) === first;
			case '!=':
				return ( row ) => value( row ) !== first;
			case 'in': {
				const set = new Set( wanted );
				return ( row ) => set.has( value( row ) );
			}
			case 'not in': {
				const set = new Set( wanted );
				return ( row ) => ! set.has( value( row ) );
			}
			case 'like': {
				const pattern = likePattern( String( first ) );
				return ( row ) => typeof value( row ) === 'string' && pattern.test( String( value( row ) ) );
			}
			default:
				return ( row ) => {
					const own = value( row );
					const decided = own === null ? Number.NaN : compared( own, first );
					return ( decided < 0 && operator.startsWith( '<' ) ) || ( decided > 0 && operator.startsWith( '>' ) ) || ( decided === 0 && operator.endsWith( '=' ) );
				};
		}
	}

	private checkType( name: string, { type }: FieldDescription, { kind, value }: Value ): void {
		const wants = WANTED[ type ] ?? 'text';
		if ( kind !== 'null' && kind !== wants ) {
			throw new SoqlError( 'INVALID_FIELD', `value of filter criterion for field '${ name }' must be of type ${ type } and should ${ wants === 'text' ? '' : 'not ' }be enclosed in quotes` );
		}
		if ( ( type === 'id' || type === 'reference' ) && kind === 'text' && ! isId( String( value ) ) ) {
			throw new SoqlError( 'INVALID_QUERY_FILTER_OPERATOR', `invalid ID field: ${ String( value ) }` );
		}
	}
}

/** What a value must be to be compared with a field of a type; text where absent. */
const WANTED: Readonly< Partial< Record< FieldDescription[ 'type' ], Value[ 'kind' ] > > > = { boolean: 'boolean', datetime: 'time', int: 'number' };

/** Nothing comes before something; texts compare by their letters' numbers. */
function compared( a: Json, b: Json ): number {
	if ( a === b ) {
		return 0;
	}
	if ( a === null || b === null ) {
		return a === null ? -1 : 1;
	}
	return ( a as string | number ) < ( b as string | number ) ? -1 : 1;
}

function likePattern( like: string ): RegExp {
	const parts = like.match( /\\[_%]|[_%]|[^\\_%]+|\\/g ) ?? [];
	const wild: Readonly< Record< string, string > > = { '%': '.*', _: '.' };
	const literal = ( part: string ): string => ( /^\\[_%]$/.test( part ) ? part.slice( 1 ) : part ).replace( /[.*+?^${}()|[\]\\]/g, '\\$&' );
	const source = parts.map( ( part ) => wild[ part ] ?? literal( part ) );
	return new RegExp( `^${ source.join( '' ) }$`, 'is' );
}
