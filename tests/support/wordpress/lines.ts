/** The lines of WordPress that this plugin is tried on: the current one and the oldest supported. */
export type Line = '7.1' | '6.8';

export type Log = ( message: string ) => void;

/** The version in the text of a `wp-includes/version.php`; null where there is none. */
export const readVersion = ( text: string ): string | null => /\$wp_version\s*=\s*'([^']+)'/.exec( text )?.[ 1 ] ?? null;

export const isOfLine = ( version: string, line: Line ): boolean => version === line || version.startsWith( `${ line }.` ) || version.startsWith( `${ line }-` );

/** The newest of a line among version numbers; null where there is none. */
export const newestOfLine = ( versions: readonly string[], line: Line ): string | null =>
	versions
		.filter( ( version ) => isOfLine( version, line ) )
		.sort( ( a, b ) => a.localeCompare( b, 'en', { numeric: true } ) )
		.pop() ?? null;
