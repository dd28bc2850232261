/**
 * Whether consent covers a call: `ZohoCRM.modules.ALL` covers `ZohoCRM.modules.contacts.READ`.
 *
 * @param granted What the token carries.
 * @param needed  One scope.
 */
export function covers( granted: readonly string[], needed: string ): boolean {
	const wanted = needed.toLowerCase().split( '.' );
	const operation = wanted[ wanted.length - 1 ];
	return granted.some( ( scope ) => {
		const given = scope.toLowerCase().split( '.' );
		const last = given[ given.length - 1 ];
		const isOperation = last === operation || last === 'all';
		const area = given.slice( 0, -1 );
		return isOperation && area.every( ( part, index ) => part === wanted[ index ] );
	} );
}
