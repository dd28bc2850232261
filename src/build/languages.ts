/**
 * Writes the translations of `src/translations` into `build/languages`, in the PHP format that WordPress itself loads (since 6.5): constant
 * arrays, which a server keeps in memory.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { phpString } from '../catalog/php';
import { root } from './root';

/** English text → translation; `singular\0plural` → the forms in the order of the language's plural rule. */
export type Translations = Readonly< Record< string, string | readonly string[] > >;

interface Locale {
	/** As in a PO file; WordPress wants a blank after the first semicolon. */
	readonly pluralForms: string;
	readonly forms: number;
	/** WordPress's other locales in which people read this language rather than English. */
	readonly alsoFor: readonly string[];
}

const ONE_OR_MORE = { pluralForms: 'nplurals=2; plural=n != 1;', forms: 2 };

export const locales: Readonly< Record< string, Locale > > = {
	de_DE: { ...ONE_OR_MORE, alsoFor: [ 'de_DE_formal', 'de_AT', 'de_CH', 'de_CH_informal' ] },
	es_ES: {
		...ONE_OR_MORE,
		alsoFor: [ 'AR', 'CL', 'CO', 'CR', 'DO', 'EC', 'GT', 'HN', 'MX', 'PE', 'PR', 'UY', 'VE' ].map( ( country ) => `es_${ country }` ),
	},
	fr_FR: { pluralForms: 'nplurals=2; plural=n > 1;', forms: 2, alsoFor: [ 'fr_BE', 'fr_CA' ] },
	nb_NO: { ...ONE_OR_MORE, alsoFor: [ 'nn_NO' ] },
	nl_NL: { ...ONE_OR_MORE, alsoFor: [ 'nl_NL_formal', 'nl_BE' ] },
};

export const translationsFile = ( locale: string ): string => path.join( root, 'src', 'translations', `${ locale }.json` );

export const readTranslations = ( locale: string ): Translations => JSON.parse( readFileSync( translationsFile( locale ), 'utf8' ) ) as Translations;

const fileName = ( locale: string ): string => `causeway-${ locale }.l10n.php`;

/** A NUL byte parts the forms of a plural; in the file it is written so that a reader sees it. */
const phpText = ( text: string ): string => text.split( '\0' ).map( phpString ).join( ` . "\\0" . ` );

/** One language as WordPress's `WP_Translation_File_PHP` reads it. */
export const languageFile = ( locale: string, pluralForms: string, translations: Translations ): string => {
	const messages = Object.entries( translations ).map(
		( [ text, translation ] ) => `\t\t${ phpText( text ) } => ${ phpText( typeof translation === 'string' ? translation : translation.join( '\0' ) ) },\n`
	);
	return `<?php\n\nreturn [\n\t'domain' => 'causeway',\n\t'language' => ${ phpString( locale ) },\n\t'plural-forms' => ${ phpString( pluralForms ) },\n\t'messages' => [\n${ messages.join( '' ) }\t],\n];\n`;
};

/** Writes every language; returns the names of the files. */
export const buildLanguages = ( outDir: string = path.join( root, 'build', 'languages' ) ): string[] => {
	rmSync( outDir, { recursive: true, force: true } );
	mkdirSync( outDir, { recursive: true } );
	const files = new Map< string, string >();
	for ( const [ locale, { pluralForms, alsoFor } ] of Object.entries( locales ) ) {
		files.set( fileName( locale ), languageFile( locale, pluralForms, readTranslations( locale ) ) );
		alsoFor.forEach( ( other ) => files.set( fileName( other ), `<?php\n\nreturn require __DIR__ . '/${ fileName( locale ) }';\n` ) );
	}
	files.forEach( ( content, name ) => writeFileSync( path.join( outDir, name ), content ) );
	return [ ...files.keys() ];
};
