import { render, screen } from '@testing-library/react';

import { EvidenceTable } from './evidence';

const finding = { system: 'zoho-crm', finding: 'contact.exists', sentence: 'The contact exists.', value: 'true', detail: '', reason: '', observedAt: 0 } as const;

describe( 'the evidence', () => {
	it.each( [
		[ 'Zoho CRM', 'Zoho CRM' ],
		[ 'the refused request', 'Zoho CRMthe refused request' ],
	] )( 'names a source “%s” of Zoho CRM as “%s”', ( source, shown ) => {
		render( <EvidenceTable findings={ [ { ...finding, source } ] } systemTitle={ () => 'Zoho CRM' } /> );
		expect( screen.getAllByRole( 'cell' )[ 1 ]?.textContent ).toBe( shown );
	} );
} );
