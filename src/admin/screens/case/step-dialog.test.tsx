import { act, fireEvent, render, screen } from '@testing-library/react';

import { applyStep, previewStep, previewUndo, undoStep } from '../../data/commands';
import { StepDialog } from './step-dialog';

import type { CaseState, Step } from '../../data/types';

jest.mock( '../../data/commands', () => ( { previewStep: jest.fn(), applyStep: jest.fn(), previewUndo: jest.fn(), undoStep: jest.fn() } ) );
const preview = previewStep as jest.Mock;
const apply = applyStep as jest.Mock;

const step: Step = {
	step: 'restore-contact',
	title: 'Restore the contact',
	body: '',
	applicability: 'confirm',
	isRunnable: true,
	notRunnableBecause: null,
	connection: null,
	link: null,
	waitMinutes: null,
	doneAt: null,
	doneBy: null,
	changes: [],
	isUndoable: false,
};

const previewed = {
	ok: true,
	value: {
		step: 'restore-contact',
		summary: 'Restores the contact.',
		before: { Bin: 'yes', Account: 'Acme' },
		after: { Bin: 'no', Account: 'Acme' },
		reversible: true,
		fingerprint: 'f1',
	},
};

const outcome = ( state: 'done' | 'refused' | 'failed', message: string ) => ( {
	ok: true,
	value: { step: 'restore-contact', state, reason: '', message, caseState: 'fixing' },
} );

const open = ( caseState: CaseState = 'diagnosed', { isUndo = false, isWatched = true } = {} ) => {
	const onApplied = jest.fn();
	const onClose = jest.fn();
	const dialog = ( state: CaseState ) => (
		<StepDialog caseId={ 12 } caseState={ state } step={ step } systemTitle="Zoho CRM" isUndo={ isUndo } isWatched={ isWatched } onApplied={ onApplied } onClose={ onClose } />
	);
	const { rerender } = render( dialog( caseState ) );
	return { onApplied, onClose, becomes: ( state: CaseState ) => rerender( dialog( state ) ) };
};

const confirmButton = () => screen.findByRole( 'button', { name: 'Confirm and make the change' } );

beforeEach( () => {
	preview.mockReset().mockResolvedValue( previewed );
	apply.mockReset();
} );

describe( 'a step that Causeway runs', () => {
	it( 'changes nothing before somebody has seen the change and confirmed it', async () => {
		open();
		expect( await screen.findByText( 'Restores the contact.' ) ).toBeTruthy();
		expect( screen.getByRole( 'row', { name: 'Bin yes no' } ) ).toBeTruthy();
		expect( preview ).toHaveBeenCalledWith( 12, 'restore-contact' );
		expect( apply ).not.toHaveBeenCalled();
	} );

	it( 'sends back the fingerprint of what was shown, tells the outcome, and waits for the fresh look', async () => {
		apply.mockResolvedValue( outcome( 'done', 'The contact was restored.' ) );
		const { onApplied, becomes } = open();
		fireEvent.click( await confirmButton() );
		expect( ( await screen.findAllByText( 'The contact was restored.' ) ).length ).toBeGreaterThan( 0 );
		expect( apply ).toHaveBeenCalledWith( 12, 'restore-contact', 'f1' );
		expect( onApplied ).toHaveBeenCalledTimes( 1 );
		expect( screen.getByText( /Checking with a fresh look/ ) ).toBeTruthy();
		becomes( 'resolved' );
		expect( screen.getByText( /The case is resolved/ ) ).toBeTruthy();
	} );

	it( 'keeps the focus when the button that led on is gone', async () => {
		apply.mockResolvedValueOnce( outcome( 'refused', 'The contact has changed since.' ) ).mockResolvedValueOnce( outcome( 'done', '' ) );
		open();
		for ( const next of [ 'Preview again', 'Back to the case' ] ) {
			const button = await confirmButton();
			act( () => button.focus() );
			fireEvent.click( button );
			const focused = await screen.findByRole( 'button', { name: next } );
			expect( focused.ownerDocument.activeElement ).toBe( focused );
			if ( next === 'Preview again' ) {
				fireEvent.click( focused );
			}
		}
	} );

	it( 'cannot be confirmed twice', async () => {
		apply.mockReturnValue( new Promise( () => undefined ) );
		open();
		const button = await confirmButton();
		fireEvent.click( button );
		fireEvent.click( button );
		expect( apply ).toHaveBeenCalledTimes( 1 );
	} );

	it( 'cannot be left while the change is being made', async () => {
		apply.mockReturnValue( new Promise( () => undefined ) );
		const { onClose } = open();
		fireEvent.click( await confirmButton() );
		fireEvent.keyDown( screen.getByRole( 'dialog' ), { key: 'Escape', code: 'Escape', keyCode: 27 } );
		expect( onClose ).not.toHaveBeenCalled();
	} );

	it.each( [
		[ 'refused', outcome( 'refused', 'The contact has changed since.' ), 'The contact has changed since.' ],
		[ 'failed', outcome( 'failed', 'Zoho CRM did not answer.' ), 'Zoho CRM did not answer.' ],
		[ 'not sent', { ok: false, message: 'Your site could not be reached.', code: 'fetch_error', fields: {} }, 'Your site could not be reached.' ],
	] )( 'asks for a new look when the change was %s', async ( _how, answer, message ) => {
		apply.mockResolvedValue( answer );
		const { onApplied } = open();
		fireEvent.click( await confirmButton() );
		expect( ( await screen.findAllByText( message ) ).length ).toBeGreaterThan( 0 );
		expect( onApplied ).not.toHaveBeenCalled();
		expect( screen.queryByRole( 'button', { name: 'Confirm and make the change' } ) ).toBeNull();
		fireEvent.click( screen.getByRole( 'button', { name: 'Preview again' } ) );
		expect( await confirmButton() ).toBeTruthy();
		expect( preview ).toHaveBeenCalledTimes( 2 );
	} );

	it( 'offers nothing to confirm when it could not look', async () => {
		preview.mockResolvedValue( { ok: false, message: 'Zoho CRM is out of reach.', code: 'causeway_unreachable', fields: {} } );
		open();
		expect( ( await screen.findAllByText( 'Zoho CRM is out of reach.' ) ).length ).toBeGreaterThan( 0 );
		expect( screen.queryByRole( 'button', { name: 'Confirm and make the change' } ) ).toBeNull();
		expect( screen.getByRole( 'button', { name: 'Try again' } ) ).toBeTruthy();
	} );

	it( 'is taken back only as it was previewed, and promises no proof', async () => {
		( previewUndo as jest.Mock ).mockResolvedValue( { ok: true, value: { ...previewed.value, summary: 'Deletes it again.', fingerprint: 'u1' } } );
		( undoStep as jest.Mock ).mockResolvedValue( outcome( 'done', 'Taken back.' ) );
		const { onApplied } = open( 'fixing', { isUndo: true } );
		fireEvent.click( await screen.findByRole( 'button', { name: 'Confirm and undo' } ) );
		await screen.findAllByText( 'Taken back.' );
		expect( undoStep ).toHaveBeenCalledWith( 12, 'restore-contact', 'u1' );
		expect( apply ).not.toHaveBeenCalled();
		expect( onApplied ).toHaveBeenCalledTimes( 1 );
		expect( screen.queryByText( /fresh look/ ) ).toBeNull();
	} );

	it( 'shows no spinner without an end', async () => {
		apply.mockResolvedValue( outcome( 'done', '' ) );
		open( 'fixing', { isWatched: false } );
		fireEvent.click( await confirmButton() );
		await screen.findByText( /has stopped looking by itself/ );
		expect( document.querySelector( '.components-spinner' ) ).toBeNull();
	} );
} );
