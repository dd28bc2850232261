import { CheckboxControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';

import { withCapability } from './draft';

import type { Settings } from '../../data/types';

const rights = (): ReadonlyArray< { readonly capability: string; readonly word: string } > => [
	{ capability: 'causeway_view', word: __( 'See', 'causeway' ) },
	{ capability: 'causeway_manage_cases', word: __( 'Handle cases', 'causeway' ) },
	{ capability: 'causeway_apply_fixes', word: __( 'Apply fixes', 'causeway' ) },
	{ capability: 'causeway_manage_connections', word: __( 'Manage connections', 'causeway' ) },
	{ capability: 'causeway_manage_settings', word: __( 'Change settings', 'causeway' ) },
];

interface RolesProps {
	readonly settings: Settings;
	/** Capabilities by role. */
	readonly held: Readonly< Record< string, readonly string[] > >;
	readonly onChange: ( held: Readonly< Record< string, readonly string[] > > ) => void;
}

/** What each role of the site may do here. */
export const Roles = ( { settings, held, onChange }: RolesProps ) => (
	<>
		{ ! settings.mayChangeRoles && <p className="causeway-quiet">{ __( 'You may see this, but not change it: that takes the right to change roles in WordPress.', 'causeway' ) }</p> }
		<div className="causeway-scrolled" tabIndex={ 0 } role="region" aria-label={ __( 'Rights by role', 'causeway' ) }>
			<table className="causeway-roles">
				<thead>
					<tr>
						<th scope="col">{ __( 'Role', 'causeway' ) }</th>
						{ rights().map( ( { capability, word } ) => (
							<th key={ capability } scope="col">
								{ word }
							</th>
						) ) }
					</tr>
				</thead>
				<tbody>
					{ settings.roles.map( ( { role, title, isFixed } ) => (
						<tr key={ role }>
							<th scope="row">{ title }</th>
							{ rights().map( ( { capability, word } ) => (
								<td key={ capability }>
									<CheckboxControl
										__nextHasNoMarginBottom
										aria-label={
											/* translators: 1: a right, such as "Handle cases", 2: name of a role. */
											sprintf( __( '%1$s: %2$s', 'causeway' ), word, title )
										}
										checked={ ( held[ role ] ?? [] ).includes( capability ) }
										disabled={ isFixed || ! settings.mayChangeRoles }
										onChange={ ( isHeld ) => onChange( { ...held, [ role ]: withCapability( held[ role ] ?? [], capability, isHeld ) } ) }
									/>
								</td>
							) ) }
						</tr>
					) ) }
				</tbody>
			</table>
		</div>
	</>
);
