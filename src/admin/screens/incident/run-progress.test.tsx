import { fireEvent, render, screen, waitFor } from '@testing-library/react';

import { startBulkStep, stopBulkStep } from '../../data/commands';
import { RunProgress } from './run-progress';

import type { BulkRun } from '../../data/types';

const may = { applyFixes: true };

jest.mock( '../../data/boot', () => ( { boot: () => ( { can: may } ) } ) );
jest.mock( '../../data/commands', () => ( { startBulkStep: jest.fn(), stopBulkStep: jest.fn() } ) );

const running: BulkRun = {
	step: 'restore-contact',
	startedAt: 1_700_000_000,
	finishedAt: null,
	isStopped: false,
	isUndo: false,
	isUndoable: false,
	pausedUntil: null,
	pausedBecause: '',
	total: 5,
	done: 2,
	failedCount: 1,
	failed: [ { case: 3, message: 'Refused.' } ],
	by: 'Greta',
};

const show = ( run: Partial< BulkRun > ) => {
	const onLook = jest.fn( () => Promise.resolve() );
	const onUndo = jest.fn();
	render( <RunProgress incidentId={ 7 } run={ { ...running, ...run } } stepTitle="Restore the contact" status="watching" onLook={ onLook } onUndo={ onUndo } /> );
	return { onLook, onUndo };
};

const button = ( name: string ) => screen.queryByRole( 'button', { name } );

beforeEach( () => {
	may.applyFixes = true;
	jest.mocked( startBulkStep ).mockReset().mockResolvedValue( { ok: true, value: null } );
	jest.mocked( stopBulkStep ).mockReset().mockResolvedValue( { ok: true, value: null } );
} );

it( 'tells how far it has come, and can be stopped', async () => {
	const { onLook } = show( {} );
	expect( screen.getByText( /3 of 5 people/ ) ).toBeTruthy();
	expect( button( 'Try now' ) ).toBeNull();
	fireEvent.click( screen.getByRole( 'button', { name: 'Stop' } ) );
	expect( stopBulkStep ).toHaveBeenCalledWith( 7, 'restore-contact' );
	await waitFor( () => expect( onLook ).toHaveBeenCalledTimes( 1 ) );
} );

it( 'says why it waits and tries at once where it is told to', async () => {
	const { onLook } = show( { pausedUntil: Math.floor( Date.now() / 1000 ) + 3_600, pausedBecause: 'The calls of today are spent.' } );
	expect( screen.getByText( /The calls of today are spent\./ ) ).toBeTruthy();
	fireEvent.click( screen.getByRole( 'button', { name: 'Try now' } ) );
	expect( startBulkStep ).toHaveBeenCalledWith( 7, 'restore-contact' );
	await waitFor( () => expect( onLook ).toHaveBeenCalledTimes( 1 ) );
} );

it( 'shows what the site refused', async () => {
	jest.mocked( stopBulkStep ).mockResolvedValue( { ok: false, message: 'This step is not running any more.' } as never );
	show( {} );
	fireEvent.click( screen.getByRole( 'button', { name: 'Stop' } ) );
	expect( ( await screen.findAllByText( 'This step is not running any more.' ) ).length ).toBeGreaterThan( 0 );
} );

it( 'says where it was stopped', () => {
	show( { finishedAt: 1_700_000_100, isStopped: true } );
	expect( screen.getByText( /Stopped after 3 of 5 people\. The others were left as they were\./ ) ).toBeTruthy();
	expect( button( 'Stop' ) ).toBeNull();
} );

it( 'offers to take back what can be taken back, and says so when it was', () => {
	const { onUndo } = show( { finishedAt: 1_700_000_100, isUndoable: true } );
	fireEvent.click( screen.getByRole( 'button', { name: 'Undo for 2 people' } ) );
	expect( onUndo ).toHaveBeenCalledTimes( 1 );
	show( { finishedAt: 1_700_000_200, isUndo: true } );
	expect( screen.getByText( 'Undo: Restore the contact' ) ).toBeTruthy();
	expect( screen.getByText( /Taken back for 2 people\./ ) ).toBeTruthy();
} );

it( 'offers nothing to whoever may not apply fixes', () => {
	may.applyFixes = false;
	show( { pausedUntil: 1, pausedBecause: 'Spent.' } );
	show( { finishedAt: 1_700_000_100, isUndoable: true } );
	expect( screen.queryAllByRole( 'button' ) ).toEqual( [] );
} );
