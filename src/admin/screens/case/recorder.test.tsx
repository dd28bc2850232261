import { render, screen, within } from '@testing-library/react';

import { FlightRecorder, refusing } from './recorder';

import type { Recording } from '../../data/types';

type Entry = Recording[ 'entries' ][ number ];

const entry = ( priority: number, verdict: string, component: string, changed = true, hook = 'authenticate' ): Entry => ( {
	hook,
	priority,
	callbacks: [ { name: 'check', component } ],
	verdict,
	codes: verdict === 'refused' ? [ 'closed' ] : [],
	changed,
} );

const recordingOf = ( entries: readonly Entry[], isDecided = true ): Recording => ( { at: 1_790_000_000, reference: null, isDecided, entries: [ ...entries ] } );

const show = ( recording: Recording ) =>
	render( <FlightRecorder caseId={ 1 } recorder={ { armedUntil: null, recordings: [ recording ] } } canSwitch onSwitched={ () => Promise.resolve() } /> );

describe( 'FlightRecorder', () => {
	it( 'names whoever turned a right password into a refusal', () => {
		show( recordingOf( [ entry( 20, 'person', 'wordpress' ), entry( 57, 'refused', 'plugin:gatekeeper' ), entry( 99, 'refused', 'wordpress', false ) ] ) );
		expect( screen.getByText( 'Refused by: Plugin gatekeeper' ) ).toBeTruthy();
		const rows = within( screen.getByRole( 'table' ) ).getAllByRole( 'row' );
		expect( rows ).toHaveLength( 4 );
		expect( within( rows[ 2 ] as HTMLElement ).getByText( 'closed' ) ).toBeTruthy();
	} );

	it( 'blames the one inside the password check, not WordPress around it', () => {
		const inside = entry( 12, 'refused', 'plugin:gatekeeper', true, 'wp_authenticate_user' );
		expect( refusing( recordingOf( [ entry( 10, 'nothing', 'theme:x', false ), inside, entry( 20, 'refused', 'wordpress' ) ] ) ) ).toBe( inside );
	} );

	it( 'blames nobody whose refusal did not stand', () => {
		const entries = [ entry( 5, 'refused', 'plugin:captcha' ), entry( 20, 'person', 'wordpress' ) ];
		expect( refusing( recordingOf( entries ) ) ).toBeNull();
		show( recordingOf( entries ) );
		expect( screen.getByText( 'Nobody refused this login.' ) ).toBeTruthy();
	} );

	it( 'says where the request ended before everybody was asked', () => {
		show( recordingOf( [ entry( 20, 'person', 'wordpress' ) ], false ) );
		expect( screen.getByText( /ended before everybody was asked/ ) ).toBeTruthy();
	} );
} );
