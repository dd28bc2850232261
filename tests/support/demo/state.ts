/**
 * What a demo leaves on disk between runs, and while it runs.
 */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { cache } from '../paths';
import type { EngineName } from './engine';
import { makeKeys } from './sqlite-site';

/** Written last: a folder without it was left half-finished. */
export interface Finished {
	/** Names what the site was made from; another name means another site. */
	readonly madeFrom: string;
}

/** Of a demo that runs now. */
export interface Running {
	readonly pid: number;
	readonly url: string;
	/** Where commands for the site are taken; '' where any program may run them itself. */
	readonly commands: string;
	/** What a command has to bring along. */
	readonly key: string;
}

export class DemoState {
	readonly dir: string;

	readonly site: string;

	constructor( engine: EngineName ) {
		this.dir = path.join( cache, 'demo', engine );
		this.site = path.join( this.dir, 'site' );
	}

	async finished(): Promise< Finished | null > {
		return this.read< Finished >( 'finished.json' );
	}

	async rememberFinished( finished: Finished ): Promise< void > {
		await this.write( 'finished.json', finished );
	}

	/** Whether an earlier run made anything at all. */
	async isEmpty(): Promise< boolean > {
		return ( await this.read( 'keys.json' ) ) === null;
	}

	/** Null where none runs; what a run that was cut off left behind does not count. */
	async running(): Promise< Running | null > {
		const running = await this.read< Running >( 'running.json' );
		if ( running === null ) {
			return null;
		}
		try {
			process.kill( running.pid, 0 );
			return running;
		} catch {
			return null;
		}
	}

	async rememberRunning( running: Running ): Promise< void > {
		await this.write( 'running.json', running );
	}

	async forgetRunning(): Promise< void > {
		await rm( path.join( this.dir, 'running.json' ), { force: true } );
	}

	/** The site's keys and salts: as long as its data lives, so do they. */
	async keys(): Promise< Readonly< Record< string, string > > > {
		const kept = await this.read< Record< string, string > >( 'keys.json' );
		if ( kept !== null ) {
			return kept;
		}
		const made = makeKeys();
		await this.write( 'keys.json', made );
		return made;
	}

	async clear(): Promise< void > {
		await rm( this.dir, { recursive: true, force: true } );
	}

	private async read< T >( name: string ): Promise< T | null > {
		try {
			return JSON.parse( await readFile( path.join( this.dir, name ), 'utf8' ) ) as T;
		} catch {
			return null;
		}
	}

	/** Another program never sees half of it. */
	private async write( name: string, value: object ): Promise< void > {
		await mkdir( this.dir, { recursive: true } );
		const file = path.join( this.dir, name );
		await writeFile( `${ file }.${ process.pid }`, JSON.stringify( value, null, '\t' ), { mode: 0o600 } );
		await rename( `${ file }.${ process.pid }`, file );
	}
}
