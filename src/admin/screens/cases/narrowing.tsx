import { Button, CheckboxControl, SearchControl, SelectControl } from '@wordpress/components';
import { useEffect, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { funnel } from '@wordpress/icons';

import { formatNumber } from '../../components/words';
import { useNavigation } from '../../routing/navigation';
import { everyCase } from '../../routing/view';
import { filterCount } from './filter';

import type { ReactNode } from 'react';
import type { CaseChoices } from '../../data/queries';
import type { CaseListView, Since } from '../../routing/view';

interface NarrowingProps {
	readonly view: CaseListView;
	readonly choices: CaseChoices | null;
	/** Stands at the end of the first row. */
	readonly aside: ReactNode;
}

const typingPauseMs = 300;

const isWide = (): boolean => window.matchMedia( '(min-width: 783px)' ).matches;

export const Narrowing = ( { view, choices, aside }: NarrowingProps ) => {
	const { go } = useNavigation();
	const [ typed, setTyped ] = useState( view.search );
	const [ isOpen, setIsOpen ] = useState( isWide );
	const count = filterCount( view );

	useEffect( () => setTyped( view.search ), [ view.search ] );
	useEffect( () => {
		if ( typed.trim() === view.search ) {
			return undefined;
		}
		const timer = window.setTimeout( () => go( { screen: 'cases', ...view, search: typed.trim() }, 'replace' ), typingPauseMs );
		return () => window.clearTimeout( timer );
	}, [ typed, view, go ] );

	return (
		<div className="causeway-narrowing" role="search">
			<div className="causeway-narrowing__row">
				<SearchControl
					__nextHasNoMarginBottom
					className="causeway-narrowing__search"
					label={ __( 'Search by reference, name or e-mail', 'causeway' ) }
					placeholder={ __( 'Reference, name or e-mail', 'causeway' ) }
					value={ typed }
					onChange={ setTyped }
				/>
				<Button __next40pxDefaultSize variant="tertiary" icon={ funnel } aria-expanded={ isOpen } aria-controls="causeway-filters" onClick={ () => setIsOpen( ! isOpen ) }>
					{ count === 0
						? __( 'Filters', 'causeway' )
						: /* translators: %s: number of filters that narrow the list. */
						  sprintf( __( 'Filters (%s)', 'causeway' ), formatNumber( count ) ) }
				</Button>
				{ aside }
			</div>
			<div id="causeway-filters" className="causeway-narrowing__filters" hidden={ ! isOpen }>
				{ isOpen && <Filters view={ view } choices={ choices } /> }
			</div>
		</div>
	);
};

const Filters = ( { view, choices }: Pick< NarrowingProps, 'view' | 'choices' > ) => {
	const { go } = useNavigation();
	const narrow = ( change: Partial< CaseListView > ) => go( { screen: 'cases', ...view, ...change }, 'replace' );
	const systems = choices?.systems ?? [];
	const causes = systems.filter( ( system ) => view.system === '' || system.id === view.system );
	const incidents = choices?.incidents.edges.map( ( { node } ) => node ) ?? [];
	return (
		<>
			<Choice label={ __( 'System', 'causeway' ) } value={ view.system } onChange={ ( system ) => narrow( { system, cause: '' } ) }>
				<option value="">{ __( 'Any system', 'causeway' ) }</option>
				{ systems.map( ( { id, title } ) => (
					<option key={ id } value={ id }>
						{ title }
					</option>
				) ) }
			</Choice>
			<Choice label={ __( 'Cause', 'causeway' ) } value={ view.cause } onChange={ ( cause ) => narrow( { cause } ) }>
				<option value="">{ __( 'Any cause', 'causeway' ) }</option>
				{ causes.map( ( system ) => (
					<optgroup key={ system.id } label={ system.title }>
						{ system.causes.map( ( { cause, title } ) => (
							<option key={ cause } value={ `${ system.id }/${ cause }` }>
								{ title }
							</option>
						) ) }
					</optgroup>
				) ) }
			</Choice>
			<Choice label={ __( 'Role', 'causeway' ) } value={ view.role } onChange={ ( role ) => narrow( { role } ) }>
				<option value="">{ __( 'Any role', 'causeway' ) }</option>
				{ ( choices?.roles ?? [] ).map( ( { role, title } ) => (
					<option key={ role } value={ role }>
						{ title }
					</option>
				) ) }
			</Choice>
			<Choice label={ __( 'Incident', 'causeway' ) } value={ String( view.incident ) } onChange={ ( incident ) => narrow( { incident: Number( incident ) } ) }>
				<option value="0">{ __( 'Any incident or none', 'causeway' ) }</option>
				{ incidents.map( ( { id, title } ) => (
					<option key={ id } value={ id }>
						{ title }
					</option>
				) ) }
				{ view.incident !== 0 && ! incidents.some( ( { id } ) => id === view.incident ) && (
					<option value={ view.incident }>
						{
							/* translators: %d: number of an incident. */
							sprintf( __( 'Incident %d', 'causeway' ), view.incident )
						}
					</option>
				) }
			</Choice>
			<Choice label={ __( 'Last attempt', 'causeway' ) } value={ view.since } onChange={ ( since ) => narrow( { since: since as Since } ) }>
				<option value="">{ __( 'At any time', 'causeway' ) }</option>
				<option value="day">{ __( 'In the last 24 hours', 'causeway' ) }</option>
				<option value="week">{ __( 'In the last 7 days', 'causeway' ) }</option>
				<option value="month">{ __( 'In the last 30 days', 'causeway' ) }</option>
			</Choice>
			<CheckboxControl
				__nextHasNoMarginBottom
				className="causeway-narrowing__check"
				label={ __( 'Also unknown names', 'causeway' ) }
				checked={ view.includesUnknown }
				onChange={ ( includesUnknown ) => narrow( { includesUnknown } ) }
			/>
			{ filterCount( view ) > 0 && (
				<Button variant="link" className="causeway-narrowing__clear" onClick={ () => narrow( { ...everyCase, state: view.state, search: view.search, oldestFirst: view.oldestFirst } ) }>
					{ __( 'Clear the filters', 'causeway' ) }
				</Button>
			) }
		</>
	);
};

interface ChoiceProps {
	readonly label: string;
	readonly value: string;
	readonly onChange: ( value: string ) => void;
	readonly children: ReactNode;
}

const Choice = ( { label, value, onChange, children }: ChoiceProps ) => (
	<SelectControl __nextHasNoMarginBottom __next40pxDefaultSize className="causeway-narrowing__select" label={ label } value={ value } onChange={ onChange }>
		{ children }
	</SelectControl>
);
