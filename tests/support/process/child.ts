/**
 * Programs that run beside us and end with us, however we end.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { openSync } from 'node:fs';

import { findProgram } from './run';

export interface Child {
	readonly pid: number;
	/** Ends the program: asks, waits, then insists. Safe to call twice. */
	readonly stop: () => Promise< void >;
	/** Whether it still runs. */
	readonly isRunning: () => boolean;
}

export interface ChildOptions {
	readonly cwd?: string;
	readonly env?: Readonly< Record< string, string | undefined > >;
	/** File that gets what it prints. */
	readonly logFile: string;
	/** Milliseconds between asking and insisting. */
	readonly graceMs?: number;
}

const running = new Set< ChildProcess >();
const cleanUps = new Set< () => Promise< void > >();
let isWatching = false;

/** Signals a program and the workers that it has forked: each leads a process group of its own. */
const signalGroup = ( child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL' ): void => {
	try {
		if ( child.pid !== undefined ) {
			process.kill( -child.pid, signal );
		}
	} catch ( error ) {
		if ( ( error as NodeJS.ErrnoException ).code !== 'ESRCH' ) {
			throw error;
		}
	}
};

/** The last resort, when nobody can wait any more: a signal to each program that we started and that still runs. */
const signalAll = (): void => {
	for ( const child of running ) {
		signalGroup( child, 'SIGTERM' );
	}
};

const watch = (): void => {
	if ( isWatching ) {
		return;
	}
	isWatching = true;
	process.on( 'exit', signalAll );
	for ( const [ signal, code ] of [ [ 'SIGINT', 130 ], [ 'SIGTERM', 143 ], [ 'SIGHUP', 129 ] ] as const ) {
		process.once( signal, () => {
			stopEverything().finally( () => process.exit( code ) );
		} );
	}
};

/** Runs `work` when we are ended by a signal, or at `stopEverything()`; the answer takes it off the list. */
export const onStop = ( work: () => Promise< void > ): ( () => void ) => {
	watch();
	cleanUps.add( work );
	return () => cleanUps.delete( work );
};

/** Stops everything that was started here, in the reverse order. */
export const stopEverything = async (): Promise< void > => {
	for ( const work of [ ...cleanUps ].reverse() ) {
		cleanUps.delete( work );
		await work().catch( ( error: unknown ) => console.error( error ) );
	}
};

/** Starts a program. Where the kernel can, it also ends if we are killed outright. */
export const startChild = async ( command: string, args: readonly string[], options: ChildOptions ): Promise< Child > => {
	watch();
	const setpriv = await findProgram( 'setpriv' );
	const [ program, ...rest ] = setpriv ? [ setpriv, '--pdeathsig', 'TERM', '--', command, ...args ] : [ command, ...args ];
	const log = openSync( options.logFile, 'a' );
	const child = spawn( program, rest, {
		cwd: options.cwd,
		env: { ...process.env, ...options.env },
		stdio: [ 'ignore', log, log ],
		detached: true, // Its own process group: Ctrl-C reaches us alone, and we end it in order.
	} );
	const ended = new Promise< void >( ( resolve ) => {
		child.once( 'exit', () => resolve() );
		child.once( 'error', () => resolve() );
	} );
	running.add( child );
	void ended.then( () => running.delete( child ) );

	const stop = async (): Promise< void > => {
		removeCleanUp();
		if ( ! running.has( child ) ) {
			return;
		}
		signalGroup( child, 'SIGTERM' );
		const timer = setTimeout( () => signalGroup( child, 'SIGKILL' ), options.graceMs ?? 8_000 );
		await ended;
		clearTimeout( timer );
		signalGroup( child, 'SIGKILL' ); // Workers that outlived their master.
	};
	const removeCleanUp = onStop( stop );
	return { pid: child.pid ?? 0, stop, isRunning: () => running.has( child ) };
};
