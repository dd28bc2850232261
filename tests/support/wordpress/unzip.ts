import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';

import { type Entry, open, type ZipFile } from 'yauzl';

/** Unpacks an archive into a folder. Names that would leave the folder are refused by the reader. */
export const unzip = ( archive: string, target: string ): Promise< void > =>
	new Promise( ( resolve, reject ) => {
		open( archive, { lazyEntries: true }, ( openError, zip?: ZipFile ) => {
			if ( openError || ! zip ) {
				reject( new Error( `Cannot read ${ archive }: ${ openError?.message ?? 'no archive' }` ) );
				return;
			}
			const extract = async ( entry: Entry ): Promise< void > => {
				const file = path.join( target, entry.fileName );
				if ( entry.fileName.endsWith( '/' ) ) {
					await mkdir( file, { recursive: true } );
					return;
				}
				await mkdir( path.dirname( file ), { recursive: true } );
				await new Promise< void >( ( done, failed ) => {
					zip.openReadStream( entry, ( error, stream ) => {
						if ( error || ! stream ) {
							failed( error ?? new Error( `No content for ${ entry.fileName }` ) );
							return;
						}
						pipeline( stream, createWriteStream( file ) ).then( done, failed );
					} );
				} );
			};
			zip.on( 'entry', ( entry: Entry ) => {
				extract( entry ).then( () => zip.readEntry(), ( error: unknown ) => {
					zip.close();
					reject( error );
				} );
			} );
			zip.on( 'end', () => resolve() );
			zip.on( 'error', reject );
			zip.readEntry();
		} );
	} );
