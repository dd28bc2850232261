/**
 * `npm run translations:check`: compares the texts that a refused person can read with their translations; exit code 1 where they do not fit.
 *
 * The interface has to be whole in every language. Texts of causes may wait for their translator: people read them in English until then,
 * and the share that is done is printed. Part of `npm run check`.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { type Catalog } from '../catalog/catalog';
import { loadCatalog } from '../catalog/load';
import { phrases } from '../catalog/phrases';
import { locales, readTranslations, type Translations } from './languages';
import { root } from './root';

/** Files below `src/server` whose texts visitors read. Some hold a line or two for the site's admin, which are translated with them. */
const sources: readonly string[] = [
	'Capture/VisitorMessage.php',
	'Block/SlotMessage.php',
	'Block/StatusPage.php',
	'Block/ReportForm.php',
	'Block/LoginPagePattern.php',
	'Cases/HelpTexts.php',
	'Cases/VisitorViews.php',
	'Cases/HelpAnswers.php',
	'Rest/AttemptRoutes.php',
	'Rest/HelpRoute.php',
	'Wiring.php',
];

/** Phrases of the catalog that are said to visitors; the others are for the admin. */
const visitorPhrases = [ 'anonymous', 'proven-unsure' ];

const LITERAL = String.raw`('(?:[^'\\]|\\.)*')`;
const ANY_CALL = /(?<!\w)(?:(?:esc_html_|esc_attr_)[_ex]|_[_enx]|_ex|_nx)\(/gu;
const ONE = new RegExp( String.raw`(?<!\w)(?:esc_html__|esc_attr__|__)\(\s*${ LITERAL },\s*'causeway'\s*\)`, 'gu' );
const PLURAL = new RegExp( String.raw`(?<!\w)_n\(\s*${ LITERAL },\s*${ LITERAL },[^;]*?,\s*'causeway'\s*\)`, 'gu' );

const unquoted = ( literal = '' ): string => literal.slice( 1, -1 ).replaceAll( /\\(['\\])/gu, '$1' );

/** Translatable texts of a PHP source, in its order; a plural as `singular\0plural`. Throws where one is not understood, so that none is missed. */
export const phpTexts = ( source: string, file: string ): string[] => {
	const found = [
		...[ ...source.matchAll( ONE ) ].map( ( match ) => ( { at: match.index, text: unquoted( match[ 1 ] ) } ) ),
		...[ ...source.matchAll( PLURAL ) ].map( ( match ) => ( { at: match.index, text: `${ unquoted( match[ 1 ] ) }\0${ unquoted( match[ 2 ] ) }` } ) ),
	];
	const calls = [ ...source.matchAll( ANY_CALL ) ].length;
	if ( calls !== found.length ) {
		throw new Error( `${ file } asks for ${ calls } translations, of which ${ found.length } could be read: write __() or _n() with plain texts in single quotes and the domain 'causeway'.` );
	}
	return found.sort( ( one, other ) => one.at - other.at ).map( ( { text } ) => text );
};

export interface VisitorTexts {
	/** Each has to be translated. */
	readonly interface: readonly string[];
	/** Of the catalog's causes. */
	readonly causes: readonly string[];
}

export const visitorTexts = ( catalog: Catalog, serverDir: string = path.join( root, 'src', 'server' ) ): VisitorTexts => {
	const own = new Set( [
		...sources.flatMap( ( file ) => phpTexts( readFileSync( path.join( serverDir, file ), 'utf8' ), file ) ),
		...visitorPhrases.map( ( id ) => phrases[ id ]?.text ?? '' ),
	] );
	const ofCauses = catalog.causes.flatMap( ( { value: { texts } } ) => [ texts.anonymous, texts.proven, texts.mail ] );
	return { interface: [ ...own ], causes: [ ...new Set( ofCauses ) ].filter( ( text ) => text !== 'generic' && ! own.has( text ) ) };
};

/** What a translation has to carry over unchanged: placeholders, elements with their attributes, addresses. */
const fixedParts = ( text: string ): string => [ ...text.matchAll( /%(?:\d+\$)?[sd]|<[^>]*>|https?:\/\/[^\s"<>]+/gu ) ].map( ( [ part ] ) => part ).sort().join( ' ' );

const formProblem = ( english: string, translation: string ): string | null => {
	if ( translation.trim() === '' || translation !== translation.trim() ) {
		return 'is empty, or begins or ends with a blank';
	}
	const [ wanted, given ] = [ fixedParts( english ), fixedParts( translation ) ];
	return wanted === given ? null : `has the fixed parts “${ given }” instead of “${ wanted }”`;
};

const entryProblem = ( key: string, translation: string | readonly string[], forms: number ): string | null => {
	const isPlural = key.includes( '\0' );
	if ( isPlural !== Array.isArray( translation ) || ( isPlural && translation.length !== forms ) ) {
		return isPlural ? `needs a list of ${ forms } forms` : 'needs one text';
	}
	// Of a plural's forms each is compared with the English plural: that one names the number.
	const english = key.split( '\0' ).at( -1 ) ?? '';
	return [ translation ].flat().map( ( form ) => formProblem( english, form ) ).find( ( problem ) => problem !== null ) ?? null;
};

const shortened = ( key: string ): string => key.split( '\0' )[ 0 ]?.slice( 0, 70 ) ?? '';

/** What is wrong with one language, as sentences. */
export const translationProblems = ( texts: VisitorTexts, translations: Translations, forms: number ): string[] => {
	const known = new Set( [ ...texts.interface, ...texts.causes ] );
	return [
		...texts.interface.filter( ( key ) => ! Object.hasOwn( translations, key ) ).map( ( key ) => `“${ shortened( key ) }” is not translated.` ),
		...Object.entries( translations ).flatMap( ( [ key, translation ] ) => {
			const problem = known.has( key ) ? entryProblem( key, translation, forms ) : 'is not used any more';
			return problem === null ? [] : [ `“${ shortened( key ) }” ${ problem }.` ];
		} ),
	];
};

const main = async (): Promise< void > => {
	const texts = visitorTexts( await loadCatalog( root ) );
	console.log( `Translations: ${ texts.interface.length } texts of the interface, ${ texts.causes.length } of causes.` );
	for ( const [ locale, { forms } ] of Object.entries( locales ) ) {
		const translations = readTranslations( locale );
		const problems = translationProblems( texts, translations, forms );
		problems.forEach( ( problem ) => console.error( `src/translations/${ locale }.json: ${ problem }` ) );
		if ( problems.length > 0 ) {
			process.exitCode = 1;
		}
		const done = texts.causes.filter( ( key ) => Object.hasOwn( translations, key ) ).length;
		console.log( `${ locale }: ${ done } of ${ texts.causes.length } texts of causes (${ Math.floor( ( 100 * done ) / Math.max( 1, texts.causes.length ) ) } %)${ problems.length > 0 ? `, ${ problems.length } problems` : '' }` );
	}
};

if ( require.main === module ) {
	main().catch( ( error: unknown ) => {
		console.error( error );
		process.exitCode = 1;
	} );
}
