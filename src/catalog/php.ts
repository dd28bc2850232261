/** Writes PHP literals: constant arrays and translatable strings, byte for byte the same for the same input. */

export type Constant = string | number | boolean | null | readonly Constant[] | { readonly [ key: string ]: Constant };

export const phpString = ( text: string ): string => `'${ text.replaceAll( '\\', '\\\\' ).replaceAll( "'", "\\'" ) }'`;

/** PHP source that is not to be quoted again, such as a call to `__()`. */
export class PhpCode {
	public constructor( public readonly source: string ) {}
}

export type PhpValue = Constant | PhpCode | readonly PhpValue[] | { readonly [ key: string ]: PhpValue };

const hasPlaceholder = ( text: string ): boolean => /%(?:\d+\$)?[sd]/u.test( text );

/** A translatable string. With placeholders it carries its comment for translators, as WordPress's extractor expects. */
export const translated = ( text: string, comment?: string ): PhpCode => {
	if ( hasPlaceholder( text ) && ! comment ) {
		throw new Error( `A translatable text with a placeholder needs a comment for translators: ${ text }` );
	}
	const call = `__( ${ phpString( text ) }, 'causeway' )`;
	return new PhpCode( comment ? `/* translators: ${ comment.replaceAll( '*/', '' ) } */ ${ call }` : call );
};

export const phpValue = ( value: PhpValue, depth = 0 ): string => {
	if ( value instanceof PhpCode ) {
		return value.source;
	}
	if ( value === null ) {
		return 'null';
	}
	if ( typeof value === 'string' ) {
		return phpString( value );
	}
	if ( typeof value === 'boolean' || typeof value === 'number' ) {
		return String( value );
	}
	const indent = '\t'.repeat( depth + 1 );
	const rows = Array.isArray( value )
		? value.map( ( item: PhpValue ) => `${ indent }${ phpValue( item, depth + 1 ) },\n` )
		: Object.entries( value as { readonly [ key: string ]: PhpValue } ).map(
				( [ key, item ] ) => `${ indent }${ phpString( key ) } => ${ phpValue( item, depth + 1 ) },\n`
		  );
	return rows.length === 0 ? '[]' : `[\n${ rows.join( '' ) }${ '\t'.repeat( depth ) }]`;
};

/** A whole file. `ABSPATH` is not asked for: the file declares nothing and prints nothing. */
export const phpFile = ( summary: string, body: string ): string =>
	`<?php\n/**\n * ${ summary }\n *\n * Generated from src/systems by \`npm run build\`; edit the sources instead.\n */\n\ndeclare(strict_types=1);\n\n${ body }\n`;
