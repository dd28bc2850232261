import { Button, CheckboxControl, Dropdown, RadioControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { cog } from '@wordpress/icons';

import { caseFields } from '../../components/case-fields';
import { Failure } from '../../components/failure';
import { formatNumber } from '../../components/words';
import { chooseListOptions } from '../../data/list-options';

import type { ListOptions } from '../../data/list-options';

const rowChoices: readonly number[] = [ 20, 50, 100 ];

interface ViewOptionsProps {
	readonly options: ListOptions;
	readonly onChange: ( options: ListOptions ) => void;
	readonly oldestFirst: boolean;
	readonly onOrder: ( oldestFirst: boolean ) => void;
}

/** Columns, density, length and order of the list. All but the order is remembered for the person. */
export const ViewOptions = ( { options, onChange, oldestFirst, onOrder }: ViewOptionsProps ) => {
	const [ refused, setRefused ] = useState( '' );

	const choose = ( change: Partial< ListOptions > ) => {
		const next = { ...options, ...change };
		onChange( next );
		void chooseListOptions( next ).then( ( answer ) => setRefused( answer.ok ? '' : answer.message ) );
	};

	return (
		<Dropdown
			popoverProps={ { placement: 'bottom-end' } }
			renderToggle={ ( { isOpen, onToggle } ) => (
				<Button __next40pxDefaultSize icon={ cog } label={ __( 'View options', 'causeway' ) } aria-expanded={ isOpen } aria-haspopup="dialog" onClick={ onToggle } />
			) }
			renderContent={ () => (
				<div className="causeway-view-options">
					<RadioControl
						label={ __( 'Order', 'causeway' ) }
						selected={ oldestFirst ? 'oldest' : 'newest' }
						options={ [
							{ value: 'newest', label: __( 'Newest trouble first', 'causeway' ) },
							{ value: 'oldest', label: __( 'Oldest trouble first', 'causeway' ) },
						] }
						onChange={ ( order ) => onOrder( order === 'oldest' ) }
					/>
					<RadioControl
						label={ __( 'Density', 'causeway' ) }
						selected={ options.isCompact ? 'compact' : 'comfortable' }
						options={ [
							{ value: 'comfortable', label: __( 'Comfortable', 'causeway' ) },
							{ value: 'compact', label: __( 'Compact', 'causeway' ) },
						] }
						onChange={ ( density ) => choose( { isCompact: density === 'compact' } ) }
					/>
					<fieldset>
						<legend>{ __( 'Columns', 'causeway' ) }</legend>
						{ caseFields()
							.filter( ( { isPrimary } ) => isPrimary !== true )
							.map( ( { id, label } ) => (
								<CheckboxControl
									__nextHasNoMarginBottom
									key={ id }
									label={ label }
									checked={ ! options.hidden.includes( id ) }
									onChange={ ( isShown ) => choose( { hidden: isShown ? options.hidden.filter( ( one ) => one !== id ) : [ ...options.hidden, id ] } ) }
								/>
							) ) }
					</fieldset>
					<RadioControl
						label={ __( 'Rows at once', 'causeway' ) }
						selected={ String( options.rows ) }
						options={ rowChoices.map( ( rows ) => ( { value: String( rows ), label: formatNumber( rows ) } ) ) }
						onChange={ ( rows ) => choose( { rows: Number( rows ) } ) }
					/>
					{ refused !== '' && <Failure message={ refused } /> }
				</div>
			) }
		/>
	);
};
