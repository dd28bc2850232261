import type { Catalog } from '../catalog/catalog';
import { loadCatalog } from '../catalog/load';
import { root } from './root';
import { phpTexts, translationProblems, visitorTexts } from './visitor-texts';

describe( 'phpTexts', () => {
	it( 'reads texts in their order, unquoted, plurals joined', () => {
		const source = `<?php
			$a = esc_html__( 'It\\'s \\\\ here', 'causeway' );
			/* translators: %d: minutes. */
			$b = sprintf( _n( '%d minute', '%d minutes', $this->minutes( 1, 2 ), 'causeway' ), 3 );
			$c = __(
				'Third',
				'causeway'
			);
			$d = new Thing(); $d->__construct( 'x' );`;
		expect( phpTexts( source, 'a.php' ) ).toEqual( [ "It's \\ here", '%d minute\0%d minutes', 'Third' ] );
	} );

	it.each( [
		[ 'double quotes', '__( "Text", \'causeway\' )' ],
		[ 'a variable', "__( $text, 'causeway' )" ],
		[ 'another domain', "__( 'Text', 'other' )" ],
		[ 'a context', "_x( 'Text', 'verb', 'causeway' )" ],
		[ 'printing', "esc_html_e( 'Text', 'causeway' )" ],
	] )( 'does not miss %s in silence', ( _name, call ) => {
		expect( () => phpTexts( `<?php ${ call };`, 'a.php' ) ).toThrow( /a\.php asks for 1 translations, of which 0/ );
	} );
} );

describe( 'visitorTexts', () => {
	let catalog: Catalog;
	beforeAll( async () => {
		catalog = await loadCatalog( root );
	} );

	it( 'holds what the login form, the block, the status page, the mail and the catalog say', () => {
		const texts = visitorTexts( catalog );
		expect( texts.interface ).toEqual( expect.arrayContaining( [ 'You are not logged in', 'Look again', 'Which portal?', 'Your login at %s', 'This has been fixed. You can log in again now.' ] ) );
		expect( texts.interface.filter( ( text ) => text.includes( '\0' ) ) ).toHaveLength( 1 );
		expect( texts.interface ).not.toContain( '' );
	} );

	it( 'holds each text of a cause for the person once, and none that is generic or for the admin', () => {
		const { causes } = visitorTexts( catalog );
		expect( new Set( causes ).size ).toBe( causes.length );
		expect( causes ).not.toContain( 'generic' );
		for ( const { value } of catalog.causes ) {
			expect( causes ).toContain( value.texts.proven );
			expect( causes ).not.toContain( value.texts.admin );
		}
	} );
} );

describe( 'translationProblems', () => {
	const texts = { interface: [ 'Give <code>%1$s</code> at %2$s', '%d minute\0%d minutes' ], causes: [ 'See https://help.example/a.' ] };
	const good = { 'Give <code>%1$s</code> at %2$s': 'Um %2$s: <code>%1$s</code>', '%d minute\0%d minutes': [ '%d Minute', '%d Minuten' ] };

	it( 'finds nothing where the interface is whole, with causes translated or not', () => {
		expect( translationProblems( texts, good, 2 ) ).toEqual( [] );
		expect( translationProblems( texts, { ...good, 'See https://help.example/a.': 'Siehe https://help.example/a.' }, 2 ) ).toEqual( [] );
	} );

	it.each( [
		[ 'a missing text of the interface', { '%d minute\0%d minutes': good[ '%d minute\0%d minutes' ] }, /is not translated/ ],
		[ 'a key that is not used any more', { ...good, Old: 'Alt' }, /“Old” is not used any more/ ],
		[ 'a lost placeholder', { ...good, 'Give <code>%1$s</code> at %2$s': '<code>%1$s</code>' }, /fixed parts/ ],
		[ 'an exchanged placeholder', { ...good, 'Give <code>%1$s</code> at %2$s': '<code>%1$s</code> %1$s' }, /fixed parts/ ],
		[ 'an element more', { ...good, 'Give <code>%1$s</code> at %2$s': '<b><code>%1$s</code> %2$s</b>' }, /fixed parts/ ],
		[ 'another address', { ...good, 'See https://help.example/a.': 'Siehe https://elsewhere.example/a.' }, /fixed parts/ ],
		[ 'nothing in it', { ...good, 'See https://help.example/a.': '' }, /is empty/ ],
		[ 'one text for a plural', { ...good, '%d minute\0%d minutes': '%d Minuten' }, /needs a list of 2 forms/ ],
		[ 'a form too few', { ...good, '%d minute\0%d minutes': [ '%d Minuten' ] }, /needs a list of 2 forms/ ],
		[ 'a form without its number', { ...good, '%d minute\0%d minutes': [ 'eine Minute', '%d Minuten' ] }, /fixed parts/ ],
		[ 'a list for one text', { ...good, 'See https://help.example/a.': [ 'Siehe https://help.example/a.' ] }, /needs one text/ ],
	] )( 'finds %s', ( _name, translations, problem ) => {
		expect( translationProblems( texts, translations, 2 ) ).toEqual( [ expect.stringMatching( problem ) ] );
	} );
} );
