import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';

import { type Line, type Log, newestOfLine } from './lines';
import { unzip } from './unzip';

/** Long enough for a slow line, short enough not to keep a machine without a network waiting. */
const connectTimeoutMs = 4_000;

const downloadTimeoutMs = 300_000;

/** Unpacks WordPress.org's newest release of a line into `target`, a folder that does not exist yet. Rejects where WordPress.org cannot be reached. */
export const fetchRelease = async ( line: Line, target: string, log: Log ): Promise< void > => {
	const answer = await fetch( 'https://api.wordpress.org/core/stable-check/1.0/', { signal: AbortSignal.timeout( connectTimeoutMs ) } );
	if ( ! answer.ok ) {
		throw new Error( `WordPress.org answered ${ answer.status }` );
	}
	const version = newestOfLine( Object.keys( ( await answer.json() ) as Record< string, string > ), line );
	if ( version === null ) {
		throw new Error( `WordPress.org has no release ${ line }` );
	}
	log( `WordPress ${ version }: downloading the release from WordPress.org` );
	const download = await fetch( `https://downloads.wordpress.org/release/wordpress-${ version }.zip`, { signal: AbortSignal.timeout( downloadTimeoutMs ) } );
	if ( ! download.ok || ! download.body ) {
		throw new Error( `WordPress.org answered ${ download.status } for ${ version }` );
	}
	const work = `${ target }.release`;
	await rm( work, { recursive: true, force: true } );
	await mkdir( work, { recursive: true } );
	try {
		const zip = path.join( work, 'wordpress.zip' );
		await pipeline( Readable.fromWeb( download.body as ReadableStream< Uint8Array > ), createWriteStream( zip ) );
		await unzip( zip, work );
		await rename( path.join( work, 'wordpress' ), target );
	} finally {
		await rm( work, { recursive: true, force: true } );
	}
};
