import { changedFields, stepFlow } from './step-flow';

describe( 'the flow of a step', () => {
	it( 'ignores a confirmation of something that was not previewed', () => {
		const flow = { stage: 'previewing' } as const;
		expect( stepFlow( flow, { type: 'confirm' } ) ).toBe( flow );
	} );

	it( 'ignores a late preview once the change is on its way', () => {
		const preview = { step: 's', summary: '', before: {}, after: {}, reversible: true, fingerprint: 'f' };
		const flow = { stage: 'applying', preview } as const;
		expect( stepFlow( flow, { type: 'preview-answered', answer: { ok: true, value: { ...preview, fingerprint: 'g' } } } ) ).toBe( flow );
	} );

	it( 'shows a field that is on one side only', () => {
		expect( changedFields( { before: { a: '1', b: '2' }, after: { b: '2', c: '3' } } ) ).toEqual( [
			{ field: 'a', before: '1', after: null },
			{ field: 'b', before: '2', after: '2' },
			{ field: 'c', before: null, after: '3' },
		] );
	} );
} );
