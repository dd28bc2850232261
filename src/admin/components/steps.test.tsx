import { render, screen } from '@testing-library/react';

import { ApplicabilityNote, MenuPath, StepLink } from './steps';

const ours = { label: 'Open this site’s connection', url: 'https://portal.example/wp-admin/admin.php?page=causeway&screen=connections&edit=hubspot', menuPath: 'Causeway → Connections → HubSpot' };
const theirs = { label: 'Open the contact', url: 'https://app.hubspot.com/contacts/1/record/0-1/5', menuPath: 'CRM → Contacts' };

describe( 'a step', () => {
	it( 'that needs a screen of this site is said to be done here, and its link stays in the tab', () => {
		render(
			<>
				<ApplicabilityNote applicability="guided" systemTitle="HubSpot" waitMinutes={ null } link={ ours } />
				<MenuPath link={ ours } systemTitle="HubSpot" />
				<StepLink link={ ours } />
			</>
		);
		expect( screen.getByText( 'You do this in Causeway' ) ).toBeTruthy();
		expect( screen.getByText( ours.menuPath ) ).toBeTruthy();
		const link = screen.getByRole( 'link', { name: ours.label } );
		expect( [ link.getAttribute( 'href' ), link.getAttribute( 'target' ) ] ).toEqual( [ ours.url, null ] );
	} );

	it( 'in the other system names it, and its link opens beside', () => {
		render(
			<>
				<ApplicabilityNote applicability="guided" systemTitle="HubSpot" waitMinutes={ null } link={ theirs } />
				<MenuPath link={ theirs } systemTitle="HubSpot" />
				<StepLink link={ theirs } />
			</>
		);
		expect( screen.getByText( 'You do this in HubSpot' ) ).toBeTruthy();
		expect( screen.getByText( 'In HubSpot: CRM → Contacts' ) ).toBeTruthy();
		expect( screen.getByRole( 'link', { name: /Open the contact/ } ).getAttribute( 'target' ) ).toBe( '_blank' );
	} );
} );
