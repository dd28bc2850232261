/**
 * The criteria of `/search`: `((Email:equals:a@b.c)or(Last_Name:starts_with:O'N))`. A backslash escapes comma and parenthesis.
 *
 * On text, `equals` finds what *contains* the value, as the vendor's does: the caller has to compare.
 */
import type { CrmRecord } from './state';

export type SearchCriterion =
	| { readonly joined: 'and' | 'or'; readonly parts: readonly SearchCriterion[] }
	| { readonly field: string; readonly operator: string; readonly values: readonly string[] };

export const MOST_CRITERIA = 15;

/** Thrown for criteria that cannot be read. */
export class CriteriaError extends Error {}

const OPERATORS = [ 'equals', 'not_equal', 'starts_with', 'in' ];

export function parseCriteria( text: string ): SearchCriterion {
	let at = 0;
	let count = 0;

	const leaf = ( inner: string ): SearchCriterion => {
		const parts = /^(\w+):(\w+):([^]*)$/.exec( inner );
		const [ , field = '', operator = '', value = '' ] = parts ?? [];
		if ( parts === null || ! OPERATORS.includes( operator ) || ++count > MOST_CRITERIA ) {
			throw new CriteriaError( inner );
		}
		const values = operator === 'in' ? value.split( /(?<!\\),/ ) : [ value ];
		return { field, operator, values: values.map( ( one ) => one.replace( /\\([,()\\])/g, '$1' ).trim() ) };
	};

	const group = (): SearchCriterion => {
		if ( text[ at ] !== '(' ) {
			throw new CriteriaError( text.slice( at ) );
		}
		at++;
		if ( text[ at ] === '(' ) {
			const inner = chain();
			if ( text[ at++ ] !== ')' ) {
				throw new CriteriaError( text );
			}
			return inner;
		}
		const start = at;
		while ( at < text.length && text[ at ] !== ')' ) {
			at += text[ at ] === '\\' ? 2 : 1;
		}
		if ( at >= text.length ) {
			throw new CriteriaError( text );
		}
		return leaf( text.slice( start, at++ ) );
	};

	const chain = (): SearchCriterion => {
		const parts = [ group() ];
		let joined: 'and' | 'or' | '' = '';
		for ( let word = /^(and|or)/i.exec( text.slice( at ) ); word !== null; word = /^(and|or)/i.exec( text.slice( at ) ) ) {
			const next = word[ 0 ].toLowerCase() as 'and' | 'or';
			if ( joined !== '' && joined !== next ) {
				throw new CriteriaError( text );
			}
			joined = next;
			at += word[ 0 ].length;
			parts.push( group() );
		}
		return joined === '' ? ( parts[ 0 ] as SearchCriterion ) : { joined, parts };
	};

	const criterion = chain();
	if ( at !== text.length ) {
		throw new CriteriaError( text.slice( at ) );
	}
	return criterion;
}

export function meets( criterion: SearchCriterion, record: CrmRecord ): boolean {
	if ( 'joined' in criterion ) {
		return criterion.joined === 'and'
			? criterion.parts.every( ( part ) => meets( part, record ) )
			: criterion.parts.some( ( part ) => meets( part, record ) );
	}
	const value = String( record[ criterion.field ] ?? '' ).toLowerCase();
	const matches = ( wanted: string ) => {
		const text = wanted.toLowerCase();
		return criterion.operator === 'starts_with' ? value.startsWith( text ) : value.includes( text );
	};
	return criterion.operator === 'not_equal'
		? ! criterion.values.some( matches )
		: criterion.values.some( matches );
}
