import { spawn } from 'node:child_process';
import { access, constants } from 'node:fs/promises';

export interface RunResult {
	readonly code: number;
	readonly stdout: string;
	readonly stderr: string;
}

export interface RunOptions {
	readonly cwd?: string;
	readonly env?: Readonly< Record< string, string | undefined > >;
	readonly input?: string;
	/** Milliseconds after which the program is ended and its code is 124. None by default. */
	readonly timeoutMs?: number;
	/** Called with each piece of output as it comes. */
	readonly onOutput?: ( text: string ) => void;
}

/** Runs a program to its end and keeps what it printed. A program that cannot be started has code 127; it never rejects. */
export const run = ( command: string, args: readonly string[], options: RunOptions = {} ): Promise< RunResult > =>
	new Promise( ( resolve ) => {
		const child = spawn( command, [ ...args ], {
			cwd: options.cwd,
			env: { ...process.env, ...options.env },
			stdio: [ options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe' ],
		} );
		let stdout = '';
		let stderr = '';
		let timedOut = false;
		const timer =
			options.timeoutMs === undefined
				? undefined
				: setTimeout( () => {
						timedOut = true;
						child.kill( 'SIGKILL' );
				  }, options.timeoutMs );
		child.stdout?.setEncoding( 'utf8' ).on( 'data', ( text: string ) => {
			stdout += text;
			options.onOutput?.( text );
		} );
		child.stderr?.setEncoding( 'utf8' ).on( 'data', ( text: string ) => {
			stderr += text;
			options.onOutput?.( text );
		} );
		child.on( 'error', ( error ) => {
			clearTimeout( timer );
			resolve( { code: 127, stdout, stderr: `${ stderr }${ error.message }\n` } );
		} );
		child.on( 'close', ( code ) => {
			clearTimeout( timer );
			resolve( { code: timedOut ? 124 : code ?? 1, stdout, stderr } );
		} );
		if ( options.input !== undefined ) {
			child.stdin?.on( 'error', () => undefined ); // A program that ends before it has read everything says so by its code.
			child.stdin?.end( options.input );
		}
	} );

/** Runs a program that has to succeed; the error carries the last lines that it printed. */
export const mustRun = async ( command: string, args: readonly string[], options: RunOptions = {} ): Promise< RunResult > => {
	const result = await run( command, args, options );
	if ( result.code !== 0 ) {
		const said = `${ result.stdout }\n${ result.stderr }`.trim().split( '\n' ).slice( -15 ).join( '\n' );
		throw new Error( `${ command } ${ args.slice( 0, 6 ).join( ' ' ) } ended with code ${ result.code }:\n${ said }` );
	}
	return result;
};

/** Where a program is, looking also in the folders for administrators, which a plain user's PATH lacks. */
export const findProgram = async ( ...names: readonly string[] ): Promise< string | null > => {
	const folders = [ ...( process.env.PATH ?? '' ).split( ':' ), '/usr/sbin', '/sbin', '/usr/local/sbin', '/usr/bin' ];
	for ( const name of names ) {
		for ( const folder of folders ) {
			const candidate = `${ folder }/${ name }`;
			try {
				await access( candidate, constants.X_OK );
				return candidate;
			} catch {
				// Not here: try the next.
			}
		}
	}
	return null;
};
