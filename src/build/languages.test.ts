import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { buildLanguages, languageFile, locales, readTranslations } from './languages';

const outDir = mkdtempSync( path.join( os.tmpdir(), 'causeway-languages-' ) );
afterAll( () => rmSync( outDir, { recursive: true, force: true } ) );

interface Loaded {
	readonly language: string;
	readonly 'plural-forms': string;
	readonly messages: Readonly< Record< string, string > >;
}

const load = ( file: string ): Loaded =>
	JSON.parse( execFileSync( 'php', [ '-r', 'echo json_encode( require $argv[1] );', '--', path.join( outDir, file ) ], { encoding: 'utf8' } ) ) as Loaded;

describe( 'languageFile', () => {
	it( 'gives PHP back every character, and the forms of a plural joined as WordPress looks them up', () => {
		const hostile = { "It's \\ $here {$x}": "C'est \\' $ici ?> <?php", 'a\0b': [ 'ein “x”', 'zwei' ] };
		writeFileSync( path.join( outDir, 'hostile.php' ), languageFile( 'xx_XX', 'nplurals=2; plural=n != 1;', hostile ) );
		expect( load( 'hostile.php' ) ).toMatchObject( {
			language: 'xx_XX',
			messages: { "It's \\ $here {$x}": "C'est \\' $ici ?> <?php", 'a\0b': 'ein “x”\0zwei' },
		} );
	} );
} );

describe( 'buildLanguages', () => {
	const built = path.join( outDir, 'built' );

	it.each( Object.entries( locales ) )( 'writes %s whole, and the same for those who read it', ( locale, { pluralForms, alsoFor } ) => {
		expect( buildLanguages( built ) ).toContain( `causeway-${ locale }.l10n.php` );
		const file = load( `built/causeway-${ locale }.l10n.php` );
		expect( Object.keys( file.messages ) ).toEqual( Object.keys( readTranslations( locale ) ) );
		expect( file[ 'plural-forms' ] ).toBe( pluralForms );
		// WordPress falls back to the English rule where it cannot read ours.
		expect( pluralForms ).toMatch( /^nplurals=\d;\s+plural=.+;$/ );
		alsoFor.forEach( ( other ) => expect( load( `built/causeway-${ other }.l10n.php` ) ).toEqual( file ) );
	} );

	it( 'leaves nothing of an earlier build behind', () => {
		buildLanguages( built );
		writeFileSync( path.join( built, 'causeway-xx_XX.l10n.php' ), '<?php return [];' );
		expect( buildLanguages( built ) ).not.toContain( 'causeway-xx_XX.l10n.php' );
		expect( existsSync( path.join( built, 'causeway-xx_XX.l10n.php' ) ) ).toBe( false );
	} );
} );
