/**
 * Folders that belong to a run: they carry its process id in their names, so that the next run can throw away what a killed one left.
 */
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const swept = new Set< string >();

const isAlive = ( pid: number ): boolean => {
	try {
		process.kill( pid, 0 );
		return true;
	} catch ( error ) {
		return ( error as NodeJS.ErrnoException ).code === 'EPERM';
	}
};

const sweep = async ( parent: string ): Promise< void > => {
	if ( swept.has( parent ) ) {
		return;
	}
	swept.add( parent );
	for ( const name of await readdir( parent ) ) {
		const pid = /^causeway-(\d+)-/.exec( name )?.[ 1 ];
		if ( pid !== undefined && ! isAlive( Number( pid ) ) ) {
			await rm( path.join( parent, name ), { recursive: true, force: true } );
		}
	}
};

/**
 * An empty folder for this run. Its maker removes it.
 *
 * Without a parent it lies in the system's temporary folder, whose path is short enough for sockets wherever the checkout is.
 */
export const scratch = async ( purpose: string, parent: string = tmpdir() ): Promise< string > => {
	await mkdir( parent, { recursive: true } );
	await sweep( parent );
	return mkdtemp( path.join( parent, `causeway-${ process.pid }-${ purpose }-` ) );
};
