import { render, screen } from '@testing-library/react';

import { Timeline } from './timeline';

describe( 'the timeline', () => {
	it( 'says who did something, and of a refusal nobody', () => {
		render(
			<Timeline
				entries={ [
					{ at: 1, kind: 'opened', text: 'First refused attempt.', actor: 'Causeway' },
					{ at: 2, kind: 'regressed', text: 'Refused again.', actor: 'Causeway' },
					{ at: 3, kind: 'diagnosed', text: 'The contact was deleted.', actor: 'Causeway' },
					{ at: 4, kind: 'step-done', text: 'Restored.', actor: 'Greta Holm' },
				] }
			/>
		);
		const [ restored, diagnosed, again, first ] = screen.getAllByRole( 'listitem' ).map( ( item ) => item.textContent );
		expect( restored ).toContain( 'by Greta Holm' );
		expect( diagnosed ).toContain( 'found by Causeway' );
		expect( again ).not.toContain( 'by ' );
		expect( first ).not.toContain( 'by ' );
	} );
} );
