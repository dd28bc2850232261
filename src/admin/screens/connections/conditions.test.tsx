import { render, screen } from '@testing-library/react';

import { Conditions } from './conditions';

const condition = { status: 'unknown', reason: 'unauthorised', message: 'Zoho does not know this client.', observedAt: 0 } as const;

it( 'tells what is wrong once, and of the rest that it waits for it', () => {
	render(
		<Conditions
			conditions={ [
				{ ...condition, type: 'authorised', status: 'false' },
				{ ...condition, type: 'scopes' },
				{ ...condition, type: 'quota', message: 'The answer could not be read.' },
			] }
		/>
	);
	expect( screen.getAllByText( 'Zoho does not know this client.' ) ).toHaveLength( 1 );
	expect( screen.getAllByText( 'Could not be looked at until that is in order.' ) ).toHaveLength( 1 );
	expect( screen.getByText( 'The answer could not be read.' ) ).toBeTruthy();
} );
