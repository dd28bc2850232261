import assert from 'node:assert/strict';

import { journey } from './support/journey';
import { eventually, listCases, logInToPortal, message, openCase, person, referenceOn } from './actions';

journey( 'The day’s API calls are used up: named as the cause for everybody, and nobody’s contact is accused', async ( { page, asAdmin, site, crm, shot } ) => {
	await crm.play( { do: 'spend-credits' } );
	await logInToPortal( page, site, person( 'fine' ).email );
	await message( page ).waitFor();
	const reference = await referenceOn( page );
	await shot( 'block while the quota is gone', page );

	const [ found ] = await eventually(
		() => listCases( site ),
		( cases ) => cases[ 0 ]?.cause === 'zoho-crm/crm-credits-exhausted' && cases[ 0 ].confidence === 'certain',
		60_000
	);
	assert.ok( found );
	const admin = await asAdmin();
	await openCase( admin, site, reference );
	await admin.getByText( /used up/i ).first().waitFor();
	await shot( 'quota case', admin );

	await crm.play( { do: 'refill-credits' } );
	await admin.getByRole( 'button', { name: 'Diagnose again' } ).first().click();
	await eventually(
		() => listCases( site ),
		( cases ) => cases[ 0 ]?.state === 'resolved',
		60_000
	);
}, { timeoutMs: 240_000 } );
