import path from 'node:path';

/** The checkout's top folder. */
export const root = path.resolve( __dirname, '..', '..' );

/** What may be thrown away at any time and is fetched or made again: WordPress, WP-CLI, database templates, running sites. */
export const cache = path.join( root, '.cache' );

/** What a run leaves behind for a person to look at: reports, screenshots, logs. */
export const artifacts = path.join( root, 'artifacts' );
